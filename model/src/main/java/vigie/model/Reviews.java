package vigie.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.id.InseeCode;

/**
 * All that people said of claims, and what follows from it. Immutable.
 *
 * <p>Of each reader the last verdict counts. Where all readers say the same, that is so; where they do not, the claim is
 * disputed until one of them withdraws or changes theirs. Whoever accepts accepts the claim as it stands, corrections
 * included.
 */
public final class Reviews {

    /** What a reader holds a claim to be; a null correction stands for a rejection. */
    private record Opinion(@Nullable Correction correction) {}

    private final List<Review> all;
    private final Map<String, List<Review>> byClaim = new HashMap<>();
    private final Map<String, List<Review>> byDocument = new HashMap<>();

    private Reviews(List<Review> all) {
        this.all = all;
        for (Review review : all) {
            byClaim.computeIfAbsent(review.subject().claim(), id -> new ArrayList<>())
                    .add(review);
            byDocument
                    .computeIfAbsent(review.subject().document(), id -> new ArrayList<>())
                    .add(review);
        }
    }

    /** Takes reviews in any order; one that is there twice, as a merge may leave it, counts once. */
    public static Reviews of(List<Review> reviews) {
        return new Reviews(reviews.stream()
                .distinct()
                .sorted(Comparator.comparing(Review::time))
                .toList());
    }

    /** Nobody said anything. */
    public static Reviews none() {
        return of(List.of());
    }

    /** All, oldest first. */
    public List<Review> all() {
        return all;
    }

    /** Those made before a moment. */
    public Reviews before(Instant moment) {
        return of(all.stream().filter(review -> review.time().isBefore(moment)).toList());
    }

    /** Documents with a claim that somebody judged. */
    public Set<String> documents() {
        return Set.copyOf(byDocument.keySet());
    }

    /** What was said of a claim as it was extracted, oldest first. */
    public List<Review> of(Claim claim) {
        List<Review> ofDocument = byDocument.getOrDefault(claim.document(), List.of());
        if (ofDocument.isEmpty()) {
            return byClaim.getOrDefault(claim.id(), List.of());
        }
        Review.Subject subject = Review.Subject.of(claim);
        return Stream.concat(
                        byClaim.getOrDefault(claim.id(), List.of()).stream(),
                        ofDocument.stream().filter(review -> review.subject().isSameAs(subject)))
                .distinct()
                .sorted(Comparator.comparing(Review::time))
                .toList();
    }

    /** What follows for a claim as it was extracted. */
    public ReviewState state(Claim claim) {
        Set<Opinion> opinions = new LinkedHashSet<>(opinions(claim).values());
        if (opinions.isEmpty()) {
            return ReviewState.UNREVIEWED;
        }
        if (opinions.size() > 1) {
            return ReviewState.DISPUTED;
        }
        Correction correction = opinions.iterator().next().correction();
        return correction == null
                ? ReviewState.REJECTED
                : correction.values().isEmpty() ? ReviewState.ACCEPTED : ReviewState.CORRECTED;
    }

    /** How many readers hold to a verdict about a claim as it was extracted. */
    public int readers(Claim claim) {
        return opinions(claim).size();
    }

    /** Whether that reader holds to a verdict about a claim as it was extracted; a remark alone is none. */
    public boolean isJudgedBy(String reader, Claim claim) {
        return opinions(claim).containsKey(reader);
    }

    /**
     * The claim as it stands after review: empty where it is rejected, with other values where it is corrected, else
     * itself.
     *
     * @param names the commune of a code
     */
    public Optional<Claim> reviewed(Claim claim, Function<InseeCode, Optional<CommuneRef>> names) {
        return switch (state(claim)) {
            case REJECTED -> Optional.empty();
            case CORRECTED -> Optional.of(corrected(claim, names));
            case UNREVIEWED, ACCEPTED, DISPUTED -> Optional.of(claim);
        };
    }

    private Claim corrected(Claim claim, Function<InseeCode, Optional<CommuneRef>> names) {
        Correction correction = opinions(claim).values().stream()
                .map(Opinion::correction)
                .findFirst()
                .orElse(Correction.NONE);
        String days = of(claim).stream()
                .filter(review -> review.verdict() == Verdict.CORRECT)
                .map(review -> review.time().toString().substring(0, 10))
                .distinct()
                .collect(Collectors.joining(", "));
        return correction.applied(claim, names, days);
    }

    private Map<String, Opinion> opinions(Claim claim) {
        Map<String, Opinion> opinions = new LinkedHashMap<>();
        for (Review review : of(claim)) {
            Correction standing = standing(opinions.values());
            if (review.verdict() != Verdict.NOTE) {
                opinions.remove(review.reviewer());
            }
            switch (review.verdict()) {
                case ACCEPT -> opinions.put(review.reviewer(), new Opinion(standing));
                case REJECT -> opinions.put(review.reviewer(), new Opinion(null));
                case CORRECT -> opinions.put(review.reviewer(), new Opinion(review.correction()));
                case NOTE, WITHDRAW -> {}
            }
        }
        return opinions;
    }

    /** The last correction that somebody holds to. */
    private static Correction standing(Collection<Opinion> opinions) {
        return opinions.stream()
                .flatMap(opinion -> Stream.ofNullable(opinion.correction()))
                .filter(correction -> !correction.values().isEmpty())
                .reduce(Correction.NONE, (earlier, later) -> later);
    }
}
