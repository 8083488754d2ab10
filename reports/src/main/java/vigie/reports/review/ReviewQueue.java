package vigie.reports.review;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Deployment;
import vigie.model.Modality;
import vigie.model.ReviewState;
import vigie.model.Reviews;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.reports.ReviewItem;

/**
 * Claims that wait for a reader, those first of which a false one is likely and would do harm.
 *
 * <p>A claim waits until two readers agree on it. The weights are ours: they order a list and are told nowhere else.
 */
public final class ReviewQueue {

    /** Readers who must agree before a claim is done with. */
    public static final int READERS = 2;

    /** A claim that the classifier is sure of still wants reading, the last. */
    private static final double LEAST_DOUBT = 0.02;
    /** Where two sources disagree, one of them is wrong or was misread. */
    private static final double CONTRADICTED = 0.5;
    /** What is left of the doubt once one reader has judged. */
    private static final double AFTER_ONE_READER = 0.25;
    /** A claim that the conclusion does not rest on. */
    private static final double BESIDE = 0.5;

    private final Reviews reviews;
    private final ToIntFunction<CommuneRef> population;

    /**
     * A queue.
     *
     * @param population inhabitants of a commune, 0 where that is not known
     */
    public ReviewQueue(Reviews reviews, ToIntFunction<CommuneRef> population) {
        this.reviews = reviews;
        this.population = population;
    }

    /**
     * Those that wait, in order.
     *
     * @param claims as they were extracted
     * @param deployments as they stand
     */
    public List<ReviewItem> of(Collection<Claim> claims, Collection<Deployment> deployments) {
        return ordered(claims, deployments, item -> item.state() == ReviewState.DISPUTED || item.readers() < READERS);
    }

    /** Those of that state, whether they wait or not, in the same order. */
    public List<ReviewItem> in(ReviewState state, Collection<Claim> claims, Collection<Deployment> deployments) {
        return ordered(claims, deployments, item -> item.state() == state);
    }

    private List<ReviewItem> ordered(
            Collection<Claim> claims, Collection<Deployment> deployments, Predicate<ReviewItem> wanted) {
        Map<String, Deployment> byClaim = new HashMap<>();
        deployments.forEach(
                deployment -> deployment.timeline().forEach(event -> byClaim.put(event.claim(), deployment)));
        return claims.stream()
                .map(claim -> item(claim, byClaim.get(claim.id())))
                .filter(wanted)
                .sorted(Comparator.comparingDouble(ReviewItem::priority)
                        .reversed()
                        .thenComparing(item -> item.claim().id()))
                .toList();
    }

    private ReviewItem item(Claim claim, @Nullable Deployment deployment) {
        ReviewState state = reviews.state(claim);
        int readers = reviews.readers(claim);
        return new ReviewItem(
                claim, state, readers, deployment, doubt(claim, state, readers, deployment), impact(claim, deployment));
    }

    private static double doubt(Claim claim, ReviewState state, int readers, @Nullable Deployment deployment) {
        if (state == ReviewState.DISPUTED) {
            return 1;
        }
        boolean contradicted = deployment != null && deployment.contradicted();
        double doubt = Math.max(contradicted ? CONTRADICTED : LEAST_DOUBT, 1 - claim.confidence());
        return readers == 0 ? doubt : doubt * AFTER_ONE_READER;
    }

    private double impact(Claim claim, @Nullable Deployment deployment) {
        boolean bears =
                deployment != null && deployment.stage() == claim.stage() && deployment.modality() == claim.modality();
        return weight(claim.stage())
                * weight(claim.technology())
                * weight(claim.modality())
                * size(claim.commune())
                * (bears ? 1 : BESIDE);
    }

    /** From 0.5 for a hamlet to 1 for a million people. */
    private double size(@Nullable CommuneRef commune) {
        int people = commune == null ? 0 : population.applyAsInt(commune);
        return 0.5 + Math.min(0.5, Math.log10(Math.max(1, people)) / 12);
    }

    private static double weight(Stage stage) {
        return switch (stage) {
            case IN_USE, TRIAL -> 1;
            case AWARDED -> 0.9;
            case APPROVED -> 0.8;
            case TENDERED, SUSPENDED, ENDED -> 0.6;
            case PROPOSED, REJECTED -> 0.5;
            case MENTIONED -> 0.1;
        };
    }

    private static double weight(Technology technology) {
        return switch (technology) {
            case VSA, FACIAL_RECOGNITION -> 1;
            case AUDIO_DETECTION -> 0.9;
            case LAPI, DRONE -> 0.5;
            case VIDEOPROTECTION -> 0.2;
        };
    }

    private static double weight(Modality modality) {
        return switch (modality) {
            case ASSERTED -> 1;
            case NEGATED -> 0.8;
            case HYPOTHETICAL -> 0.4;
        };
    }
}
