package vigie.indexer.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Deployment;
import vigie.model.InferenceRule;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.ReviewState;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.config.Vendor;

/**
 * Concludes from claims what is deployed where: one deployment for each commune, technology and vendor.
 *
 * <p>The current stage is that of the latest asserted claim, by date; among claims of one day, and where dates are
 * missing, the stage later in life prevails. {@code MENTIONED} gives the stage only where nothing else is asserted.
 * Denials and suppositions stay in the timeline and give the stage only where nothing is asserted at all. Claims without
 * a vendor stay a deployment of their own, since who is meant is not known; claims without a commune are left out.
 */
public final class Deployments {

    private static final Comparator<Claim> OLDEST_FIRST = Comparator.comparing(
                    Claim::date, Comparator.nullsLast(Comparator.comparing(PartialDate::latest)))
            .thenComparing(Claim::stage)
            .thenComparing(Claim::id);

    private Deployments() {}

    /**
     * The deployments that {@code claims} speak of, by commune, technology and vendor; a claim given twice counts once.
     *
     * @param vendors who may have sold whose software
     */
    public static List<Deployment> of(Iterable<Claim> claims, Collection<Vendor> vendors) {
        Map<String, List<String>> sells = vendors.stream().collect(Collectors.toMap(Vendor::id, Vendor::sells));
        Map<String, Map<String, Claim>> groups = new TreeMap<>();
        for (Claim claim : claims) {
            CommuneRef commune = claim.commune();
            if (commune != null) {
                String key =
                        commune.insee() + "\n" + claim.technology().id() + "\n" + Objects.toString(claim.vendor(), "");
                groups.computeIfAbsent(key, unused -> new TreeMap<>()).put(claim.id(), claim);
            }
        }
        return groups.values().stream()
                .map(group -> conclude(List.copyOf(group.values()), sells))
                .toList();
    }

    private static Deployment conclude(List<Claim> claims, Map<String, List<String>> sells) {
        List<Claim> timeline = claims.stream().sorted(OLDEST_FIRST).toList();
        Claim current = current(timeline);
        CommuneRef commune = Objects.requireNonNull(current.commune());
        return new Deployment(
                Deployment.idOf(commune, current.technology(), current.vendor()),
                commune,
                current.technology(),
                current.vendor(),
                latest(timeline, Claim::product),
                latest(timeline, Claim::integrator),
                current.stage(),
                current.modality(),
                current.date(),
                latest(timeline, claim -> claim.modality() == Modality.ASSERTED ? claim.amount() : null),
                confidence(timeline, current),
                ReviewState.UNREVIEWED,
                contradicted(timeline, current),
                timeline.stream()
                        .map(claim -> new Deployment.Event(claim.date(), claim.stage(), claim.modality(), claim.id()))
                        .toList(),
                possible(current, sells));
    }

    /** What a firm that sells software of others may have sold where only the firm is named. */
    private static List<Deployment.Possible> possible(Claim current, Map<String, List<String>> sells) {
        boolean analysis =
                current.technology() == Technology.VSA || current.technology() == Technology.FACIAL_RECOGNITION;
        return current.vendor() == null || !analysis
                ? List.of()
                : sells.getOrDefault(current.vendor(), List.of()).stream()
                        .map(maker -> new Deployment.Possible(maker, InferenceRule.SELLS))
                        .toList();
    }

    private static Claim current(List<Claim> timeline) {
        List<Claim> asserted = with(timeline, Modality.ASSERTED);
        List<Claim> telling = asserted.stream()
                .filter(claim -> claim.stage() != Stage.MENTIONED)
                .toList();
        if (!telling.isEmpty()) {
            return last(telling);
        }
        if (!asserted.isEmpty()) {
            return last(asserted);
        }
        List<Claim> denied = with(timeline, Modality.NEGATED);
        return last(denied.isEmpty() ? timeline : denied);
    }

    private static List<Claim> with(List<Claim> claims, Modality modality) {
        return claims.stream().filter(claim -> claim.modality() == modality).toList();
    }

    /** The latest dated claim; an undated one only where no claim is dated, or where it tells a later stage of life. */
    private static Claim last(List<Claim> oldestFirst) {
        Optional<Claim> dated =
                oldestFirst.stream().filter(claim -> claim.date() != null).reduce((a, b) -> b);
        Optional<Claim> undated =
                oldestFirst.stream().filter(claim -> claim.date() == null).reduce((a, b) -> later(a, b));
        if (dated.isEmpty()) {
            return undated.orElseThrow();
        }
        boolean beyond = undated.isPresent()
                && undated.get().stage().compareTo(dated.get().stage()) > 0;
        return beyond && dated.get().stage().compareTo(Stage.SUSPENDED) < 0 ? undated.get() : dated.get();
    }

    private static Claim later(Claim one, Claim other) {
        return other.stage().compareTo(one.stage()) >= 0 ? other : one;
    }

    private static <T> @Nullable T latest(List<Claim> oldestFirst, Function<Claim, @Nullable T> part) {
        T found = null;
        for (Claim claim : oldestFirst) {
            T value = part.apply(claim);
            found = value == null ? found : value;
        }
        return found;
    }

    /** As sure as the claim that gives the stage, surer where other documents say the same. */
    private static double confidence(List<Claim> timeline, Claim current) {
        double doubt = 1 - current.confidence();
        List<String> documents = new ArrayList<>(List.of(current.document()));
        for (Claim claim : timeline) {
            boolean agrees = claim.stage() == current.stage() && claim.modality() == current.modality();
            if (agrees && !documents.contains(claim.document())) {
                documents.add(claim.document());
                doubt *= 1 - claim.confidence() / 2;
            }
        }
        return Math.round((1 - doubt) * 100) / 100.0;
    }

    /** Whether a source denies what is asserted, not before it began, or says on the same day that it is over. */
    private static boolean contradicted(List<Claim> timeline, Claim current) {
        return timeline.stream().anyMatch(claim -> !claim.equals(current) && contradicts(claim, current));
    }

    private static boolean contradicts(Claim claim, Claim current) {
        if (current.modality() == Modality.ASSERTED && claim.modality() == Modality.NEGATED) {
            return claim.stage() == current.stage() && !before(claim, current);
        }
        boolean over = claim.stage().compareTo(Stage.SUSPENDED) >= 0;
        boolean alive = current.stage().compareTo(Stage.SUSPENDED) < 0 && current.stage() != Stage.MENTIONED;
        return claim.modality() == Modality.ASSERTED && over && alive && !before(claim, current);
    }

    private static boolean before(Claim one, Claim other) {
        return one.date() != null
                && other.date() != null
                && one.date().latest().isBefore(other.date().earliest());
    }
}
