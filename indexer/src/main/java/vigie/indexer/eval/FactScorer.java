package vigie.indexer.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Term;

/** Compares claims with facts that people marked in real documents. Used once. */
public final class FactScorer {

    private static final Map<String, Set<Stage>> STAGES = Map.of(
            "proposed", Set.of(Stage.PROPOSED, Stage.APPROVED),
            "tendered", Set.of(Stage.TENDERED),
            "awarded", Set.of(Stage.AWARDED, Stage.APPROVED),
            "deployed", Set.of(Stage.IN_USE),
            "suspended", Set.of(Stage.SUSPENDED),
            "ended", Set.of(Stage.ENDED),
            "refused", Set.of(Stage.REJECTED),
            "mention-only", Set.of(Stage.MENTIONED));

    private final VendorNames names;
    private final Tally tally = new Tally();
    private final List<String> misses = new ArrayList<>();

    public FactScorer(VendorNames names) {
        this.names = names;
    }

    /** Scores {@code facts} against {@code claims}, by file; files that gave no text are absent. */
    public FactScores score(List<Gold.Fact> facts, Map<String, List<Claim>> claims) {
        facts.forEach(fact -> score(fact, claims.get(fact.file())));
        Ratio claimed = new Ratio(tally.of("claimed"), tally.of("claimed"), tally.of("readable"));
        return new FactScores(
                tally.of("facts"),
                tally.of("readable"),
                claimed,
                tally.ratio("commune", "claimed", "claimed"),
                tally.ratio("technology", "claimed", "claimed"),
                tally.ratio("vendor", "claimed", "claimed"),
                tally.ratio("stage", "claimed", "claimed"),
                tally.of("wrongly-analytics"),
                misses);
    }

    private void score(Gold.Fact fact, @Nullable List<Claim> claims) {
        Optional<Technology> technology = Term.find(Technology.class, fact.kind());
        if (technology.isEmpty()) {
            boolean wrong = claims != null
                    && claims.stream()
                            .anyMatch(claim -> overlaps(fact, claim)
                                    && claim.technology() == Technology.VSA
                                    && claim.modality() == Modality.ASSERTED);
            tally.addIf(wrong, "wrongly-analytics");
            return;
        }
        tally.add("facts", 1);
        if (claims != null) {
            tally.add("readable", 1);
            score(fact, technology.get(), claims);
        }
    }

    private void score(Gold.Fact fact, Technology technology, List<Claim> claims) {
        Optional<Claim> nearest = claims.stream()
                .filter(claim -> overlaps(fact, claim))
                .max((one, other) ->
                        Integer.compare(agreement(fact, technology, one), agreement(fact, technology, other)));
        if (nearest.isEmpty()) {
            misses.add(fact.file() + ": no claim of «" + fact.evidence() + "»");
            return;
        }
        Claim claim = nearest.get();
        tally.add("claimed", 1);
        tally.addIf(isCommune(fact, claim), "commune");
        tally.addIf(claim.technology() == technology, "technology");
        tally.addIf(isVendor(fact, claim), "vendor");
        tally.addIf(isStage(fact, claim), "stage");
        if (!isCommune(fact, claim) || claim.technology() != technology) {
            misses.add(fact.file() + ": " + claim.commune() + " "
                    + claim.technology().id() + " of «" + fact.evidence() + "»");
        }
    }

    private int agreement(Gold.Fact fact, Technology technology, Claim claim) {
        return (isCommune(fact, claim) ? 8 : 0)
                + (claim.technology() == technology ? 4 : 0)
                + (isVendor(fact, claim) ? 2 : 0)
                + (isStage(fact, claim) ? 1 : 0);
    }

    private static boolean isCommune(Gold.Fact fact, Claim claim) {
        return claim.commune() != null && claim.commune().insee().value().equals(fact.insee());
    }

    private boolean isVendor(Gold.Fact fact, Claim claim) {
        return Objects.equals(names.id(fact.vendor()), names.id(claim.vendor()));
    }

    private static boolean isStage(Gold.Fact fact, Claim claim) {
        return STAGES.getOrDefault(fact.status(), Set.of()).contains(claim.stage());
    }

    private static boolean overlaps(Gold.Fact fact, Claim claim) {
        String evidence = VendorNames.letters(fact.evidence());
        String quote = VendorNames.letters(claim.evidence().quote());
        return evidence.contains(quote) || quote.contains(evidence) || shares(evidence, quote);
    }

    /** Whether the end of one is the beginning of the other. */
    private static boolean shares(String one, String other) {
        int least = 30;
        int most = Math.min(one.length(), other.length());
        for (int length = least; length <= most; length++) {
            if (one.regionMatches(one.length() - length, other, 0, length)
                    || other.regionMatches(other.length() - length, one, 0, length)) {
                return true;
            }
        }
        return false;
    }
}
