package vigie.indexer.eval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Technology;

/**
 * Compares the claims made of passages with all those that people found in them. Gold and predictions of a passage are
 * paired so that they agree as much as they can; what is left over on either side is wrong. Used once.
 */
public final class PassageScorer {

    private static final Set<Technology> ANALYTICS = Set.of(Technology.VSA, Technology.FACIAL_RECOGNITION);

    private final VendorNames names;
    private final Tally all = new Tally();
    private final Map<String, Tally> technologies = new TreeMap<>();
    private final Map<String, Tally> stages = new TreeMap<>();
    private final Map<String, Tally> tags = new TreeMap<>();
    private final Map<String, Integer> confusions = new HashMap<>();
    private final List<PassageScores.Miss> misses = new ArrayList<>();
    private final List<PassageScores.Hit> forbidden = new ArrayList<>();

    public PassageScorer(VendorNames names) {
        this.names = names;
    }

    /** Scores {@code passages} against {@code claims}, by passage id; a passage without entry has no claims. */
    public PassageScores score(List<Gold.Passage> passages, Map<String, List<Claim>> claims) {
        passages.forEach(passage -> score(passage, claims.getOrDefault(passage.id(), List.of())));
        double detected = all.of("detected");
        return new PassageScores(
                passages.size(),
                all.ratio("detected", "predicted", "gold"),
                all.ratio("full", "predicted", "gold"),
                detected == 0 ? null : Math.round(10_000 * all.of("full") / detected) / 10_000.0,
                all.ratio("amount", "predicted-amount", "gold-amount"),
                new Ratio(all.of("date"), all.of("predicted-date") - all.of("unjudged-date"), all.of("gold-date")),
                new Ratio(
                        all.of("compatible-date"),
                        all.of("predicted-date") - all.of("unjudged-date"),
                        all.of("gold-date")),
                all.ratio("vendor", "predicted-vendor", "gold-vendor"),
                all.of("integrator-as-vendor"),
                all.ratio("commune", "predicted-commune", "gold-commune"),
                new PassageScores.WithoutAnalytics(all.of("plain"), all.of("plain-hit"), all.of("plain-claims")),
                forbidden.size(),
                passages.stream()
                        .mapToInt(passage -> passage.forbidden().size())
                        .sum(),
                ratios(technologies, "detected"),
                ratios(stages, "full"),
                tagged(),
                confusions(),
                misses,
                forbidden);
    }

    private static Map<String, Ratio> ratios(Map<String, Tally> tallies, String right) {
        Map<String, Ratio> ratios = new TreeMap<>();
        tallies.forEach((name, tally) -> ratios.put(name, tally.ratio(right, "predicted", "gold")));
        return ratios;
    }

    private Map<String, PassageScores.Tagged> tagged() {
        Map<String, PassageScores.Tagged> tagged = new TreeMap<>();
        tags.forEach((tag, tally) -> tagged.put(
                tag,
                new PassageScores.Tagged(
                        tally.of("passages"),
                        tally.ratio("detected", "predicted", "gold"),
                        tally.ratio("full", "predicted", "gold"))));
        return tagged;
    }

    private List<PassageScores.Confusion> confusions() {
        return confusions.entrySet().stream()
                .map(entry -> {
                    String[] both = entry.getKey().split(" ", 2);
                    return new PassageScores.Confusion(both[0], both[1], entry.getValue());
                })
                .sorted(Comparator.comparingInt(PassageScores.Confusion::times)
                        .reversed()
                        .thenComparing(PassageScores.Confusion::gold)
                        .thenComparing(PassageScores.Confusion::predicted))
                .toList();
    }

    private void score(Gold.Passage passage, List<Claim> predicted) {
        Tally tally = new Tally();
        Pairing pairing = pair(passage, predicted, tally);
        List<Claim> kept = new ArrayList<>(predicted);
        kept.removeAll(pairing.optional);
        for (Claim claim : kept) {
            tally.add("predicted", 1);
            tally.addIf(claim.amount() != null, "predicted-amount");
            tally.addIf(claim.date() != null, "predicted-date");
            of(technologies, claim.technology().id()).add("predicted", 1);
            of(stages, stage(claim)).add("predicted", 1);
        }
        vendors(passage, predicted, tally);
        communes(passage, predicted, tally);
        withoutAnalytics(passage, predicted, tally);
        forbidden(passage, predicted, pairing.full);
        all.add(tally);
        tally.add("passages", 1);
        passage.tags().forEach(tag -> of(tags, tag).add(tally));
        of(tags, "kind:" + passage.kind()).add(tally);
    }

    /** The predictions that fit optional gold, and those that are right end to end. */
    private record Pairing(Set<Claim> optional, Set<Claim> full) {}

    private Pairing pair(Gold.Passage passage, List<Claim> predicted, Tally tally) {
        double[][] weights = new double[passage.claims().size()][predicted.size()];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < predicted.size(); j++) {
                weights[i][j] = weight(passage.claims().get(i), predicted.get(j));
            }
        }
        int[] columns = Assignment.best(weights);
        Pairing pairing = new Pairing(new HashSet<>(), new HashSet<>());
        for (int i = 0; i < columns.length; i++) {
            Gold.GoldClaim gold = passage.claims().get(i);
            Claim claim = columns[i] < 0 ? null : predicted.get(columns[i]);
            boolean full = claim != null && detects(gold, claim) && stage(gold).equals(stage(claim));
            if (full) {
                pairing.full.add(claim);
            }
            if (gold.optional()) {
                if (claim != null && detects(gold, claim)) {
                    pairing.optional.add(claim);
                }
            } else {
                count(passage, gold, claim, full, tally);
            }
        }
        return pairing;
    }

    private void count(Gold.Passage passage, Gold.GoldClaim gold, @Nullable Claim claim, boolean full, Tally tally) {
        tally.add("gold", 1);
        of(technologies, gold.technology().id()).add("gold", 1);
        of(stages, stage(gold)).add("gold", 1);
        tally.addIf(gold.amount() != null, "gold-amount");
        tally.addIf(gold.date() != null, "gold-date");
        if (claim != null && detects(gold, claim)) {
            tally.add("detected", 1);
            of(technologies, gold.technology().id()).add("detected", 1);
            tally.addIf(isSameAmount(gold.amount(), claim), "amount");
            dates(gold.date(), claim.date(), tally);
            if (full) {
                tally.add("full", 1);
                of(stages, stage(gold)).add("full", 1);
            } else {
                confusions.merge(stage(gold) + " " + stage(claim), 1, Integer::sum);
            }
        }
        if (!full) {
            misses.add(new PassageScores.Miss(passage.id(), gold, claim == null ? null : told(claim)));
        }
    }

    private static void dates(@Nullable PartialDate gold, @Nullable PartialDate predicted, Tally tally) {
        if (predicted != null) {
            tally.addIf(gold == null, "unjudged-date");
            tally.addIf(predicted.equals(gold), "date");
            tally.addIf(isCompatible(gold, predicted), "compatible-date");
        }
    }

    private static boolean isCompatible(@Nullable PartialDate gold, @Nullable PartialDate predicted) {
        return gold != null
                && predicted != null
                && (gold.toString().startsWith(predicted.toString())
                        || predicted.toString().startsWith(gold.toString()));
    }

    private double weight(Gold.GoldClaim gold, Claim claim) {
        boolean commune = isSameCommune(gold, claim);
        boolean vendor = isSame(names.id(gold.vendor()), names.id(claim.vendor()));
        boolean technology = gold.technology() == claim.technology();
        if (!commune && !technology && !(vendor && gold.vendor() != null)) {
            return 0;
        }
        double weight =
                100.0 * (one(commune) + one(vendor) + one(technology)) + (commune && vendor && technology ? 10_000 : 0);
        weight *= gold.optional() ? 0.5 : 1;
        weight += 20 * one(gold.stage() == claim.stage()) + 20 * one(gold.modality() == claim.modality());
        weight += 5 * one(isSameAmount(gold.amount(), claim)) + 3 * one(isCompatible(gold.date(), claim.date()));
        String quote = VendorNames.letters(claim.evidence().quote());
        String evidence = VendorNames.letters(gold.evidence());
        return weight + 2 * one(evidence.contains(quote) || quote.contains(evidence));
    }

    private static int one(boolean so) {
        return so ? 1 : 0;
    }

    private boolean detects(Gold.GoldClaim gold, Claim claim) {
        return isSameCommune(gold, claim)
                && gold.technology() == claim.technology()
                && isSame(names.id(gold.vendor()), names.id(claim.vendor()));
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }

    private static boolean isSameCommune(Gold.GoldClaim gold, Claim claim) {
        return claim.commune() != null && claim.commune().insee().value().equals(gold.insee());
    }

    private static boolean isSameAmount(@Nullable BigDecimal gold, Claim claim) {
        if (gold == null || claim.amount() == null) {
            return false;
        }
        double tolerance = Math.max(0.01, 0.0005 * Math.abs(gold.doubleValue()));
        return Math.abs(gold.doubleValue() - claim.amount().value().doubleValue()) <= tolerance;
    }

    private void vendors(Gold.Passage passage, List<Claim> predicted, Tally tally) {
        Set<String> gold = new HashSet<>();
        Set<String> optional = new HashSet<>();
        Set<String> installers = new HashSet<>();
        for (Gold.GoldClaim claim : passage.claims()) {
            addName(claim.vendor(), claim.optional() ? optional : gold);
            addName(claim.integrator(), installers);
        }
        Set<String> found = new HashSet<>();
        predicted.forEach(claim -> addName(claim.vendor(), found));
        optional.removeAll(gold);
        found.removeAll(optional);
        tally.add("gold-vendor", gold.size());
        tally.add("predicted-vendor", found.size());
        tally.add("vendor", common(gold, found));
        installers.removeAll(gold);
        tally.add("integrator-as-vendor", common(installers, found));
    }

    private void addName(@Nullable String vendor, Set<String> to) {
        String id = names.id(vendor);
        if (id != null) {
            to.add(id);
        }
    }

    private static int common(Set<String> one, Set<String> other) {
        return (int) one.stream().filter(other::contains).count();
    }

    private static void communes(Gold.Passage passage, List<Claim> predicted, Tally tally) {
        Set<String> gold = passage.claims().stream()
                .map(claim -> String.valueOf(claim.insee()))
                .collect(Collectors.toSet());
        Set<String> found = new HashSet<>();
        for (Claim claim : predicted) {
            if (claim.commune() != null) {
                found.add(claim.commune().insee().value());
            }
        }
        tally.add("gold-commune", gold.size());
        tally.add("predicted-commune", found.size());
        tally.add("commune", common(gold, found));
    }

    private static void withoutAnalytics(Gold.Passage passage, List<Claim> predicted, Tally tally) {
        if (passage.claims().stream().noneMatch(claim -> ANALYTICS.contains(claim.technology()))) {
            int wrong = (int) predicted.stream()
                    .filter(claim -> ANALYTICS.contains(claim.technology()) && claim.modality() == Modality.ASSERTED)
                    .count();
            tally.add("plain", 1);
            tally.add("plain-claims", wrong);
            tally.addIf(wrong > 0, "plain-hit");
        }
    }

    private void forbidden(Gold.Passage passage, List<Claim> predicted, Set<Claim> right) {
        for (Gold.Forbidden entry : passage.forbidden()) {
            for (Claim claim : predicted) {
                boolean excused = right.contains(claim) && entry.amount() == null;
                if (claim.modality() == Modality.ASSERTED && agrees(entry, claim) && !excused) {
                    forbidden.add(new PassageScores.Hit(passage.id(), entry.why(), told(claim)));
                }
            }
        }
    }

    private boolean agrees(Gold.Forbidden entry, Claim claim) {
        boolean vendor = entry.vendor() == null || isSame(names.id(entry.vendor()), names.id(claim.vendor()));
        boolean commune = entry.insee() == null
                || (claim.commune() != null && claim.commune().insee().value().equals(entry.insee()));
        boolean stage = entry.stage() == null || entry.stage() == claim.stage();
        boolean technology = entry.technologies().isEmpty()
                || entry.technologies().contains(claim.technology().id());
        boolean amount = entry.amount() == null || isSameAmount(entry.amount(), claim);
        return vendor && commune && stage && technology && amount;
    }

    private static Tally of(Map<String, Tally> tallies, String name) {
        return tallies.computeIfAbsent(name, unused -> new Tally());
    }

    private static String stage(Claim claim) {
        return claim.stage().id() + "/" + claim.modality().id();
    }

    private static String stage(Gold.GoldClaim claim) {
        return claim.stage().id() + "/" + claim.modality().id();
    }

    private static String told(Claim claim) {
        return (claim.commune() == null ? "?" : claim.commune().name()) + " "
                + claim.technology().id() + " "
                + claim.vendor() + " " + stage(claim) + " "
                + (claim.amount() == null ? "-" : claim.amount().value().toPlainString()) + " " + claim.date() + " «"
                + claim.evidence().quote() + "»";
    }
}
