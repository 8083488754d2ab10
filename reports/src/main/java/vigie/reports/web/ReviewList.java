package vigie.reports.web;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.CommuneRef;
import vigie.model.Deployment;
import vigie.model.config.Communes;
import vigie.reports.ReviewItem;
import vigie.reports.query.Queries;
import vigie.reports.review.ReviewQueue;

/** The claims that readers go through, in their order. Thread-safe; keeps the last list until an answer may be another. */
final class ReviewList {

    private record Last(String version, ReviewFilter filter, List<ReviewItem> items) {}

    private final Queries queries;
    private final Communes communes;
    private final AtomicReference<@Nullable Last> last = new AtomicReference<>();

    ReviewList(Queries queries, Communes communes) {
        this.queries = queries;
        this.communes = communes;
    }

    /** Those that match, the most doubtful and weighty first. */
    List<ReviewItem> of(ReviewFilter filter) {
        String version = queries.version();
        Last known = last.get();
        if (known == null || !known.version().equals(version) || !known.filter().equals(filter)) {
            known = new Last(version, filter, read(filter));
            last.set(known);
        }
        return known.items();
    }

    private List<ReviewItem> read(ReviewFilter filter) {
        ReviewQueue queue = new ReviewQueue(queries.reviews(), this::population);
        Collection<Claim> claims = queries.extracted(filter.claims());
        Collection<Deployment> deployments = queries.deployments(filter.deployments());
        return filter.state() == null ? queue.of(claims, deployments) : queue.in(filter.state(), claims, deployments);
    }

    private int population(CommuneRef commune) {
        return communes.currentOf(commune.insee()).map(Commune::population).orElse(0);
    }
}
