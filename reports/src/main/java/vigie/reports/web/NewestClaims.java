package vigie.reports.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.reports.query.ClaimFilter;
import vigie.reports.query.IndexStatistics;
import vigie.reports.query.Queries;

/**
 * The claims whose documents were captured last. All claims are looked through once per state of the index; what people said
 * of them since is asked for each time. Thread-safe.
 */
final class NewestClaims {

    private static final int SHOWN = 5;
    /** Some may be rejected meanwhile. */
    private static final int KEPT = 20;

    private static final Comparator<Claim> OLDEST_FIRST = Comparator.comparing(
            (Claim claim) -> claim.evidence().fetched(), Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    private final Queries queries;
    private final Names names;
    private volatile @Nullable Seen seen;

    /** Ids, newest first, and the state of the index that they were read from. */
    private record Seen(IndexStatistics index, List<String> ids) {}

    NewestClaims(Queries queries, Names names) {
        this.queries = queries;
        this.names = names;
    }

    List<ClaimRow> of(WebTexts texts) {
        IndexStatistics index = queries.statistics();
        Seen last = seen;
        if (last == null || !last.index().equals(index)) {
            last = look(index);
            seen = last;
        }
        return last.ids().stream()
                .flatMap(id -> queries.claim(id).stream())
                .limit(SHOWN)
                .map(claim -> ClaimRow.of(claim, names, texts))
                .toList();
    }

    private Seen look(IndexStatistics index) {
        return new Seen(
                index,
                queries.claims(ClaimFilter.all()).stream()
                        .sorted(OLDEST_FIRST.reversed())
                        .limit(KEPT)
                        .map(Claim::id)
                        .toList());
    }
}
