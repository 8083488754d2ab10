package vigie.indexer.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Contract;
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
 *
 * <p>Bought is not in use: the contracts that claims speak of ({@link Contracts}) are shown with a deployment and never
 * raise its stage; an amendment of a contract does not take the stage back to the award.
 */
public final class Deployments {

    private static final Comparator<Claim> OLDEST_FIRST = Comparator.comparing(
                    Claim::date, Comparator.nullsLast(Comparator.comparing(PartialDate::latest)))
            .thenComparing(Claim::stage)
            .thenComparing(Claim::id);

    private final Map<String, List<String>> sells;
    /** By id of a claim, those that it speaks of. */
    private final Map<String, List<Contract>> contracts;

    private Deployments(Map<String, List<String>> sells, Map<String, List<Contract>> contracts) {
        this.sells = sells;
        this.contracts = contracts;
    }

    /**
     * The deployments that {@code claims} speak of, by commune, technology and vendor; a claim given twice counts once.
     *
     * @param vendors who may have sold whose software
     */
    public static List<Deployment> of(Iterable<Claim> claims, Collection<Vendor> vendors) {
        Map<String, List<String>> sells = vendors.stream().collect(Collectors.toMap(Vendor::id, Vendor::sells));
        Map<String, Map<String, Claim>> groups = new TreeMap<>();
        Map<String, Map<String, Claim>> communes = new TreeMap<>();
        for (Claim claim : claims) {
            CommuneRef commune = claim.commune();
            if (commune != null) {
                String key = Deployment.keyOf(commune, claim.technology(), claim.vendor());
                groups.computeIfAbsent(key, unused -> new TreeMap<>()).put(claim.id(), claim);
                communes.computeIfAbsent(commune.insee().value(), unused -> new TreeMap<>())
                        .put(claim.id(), claim);
            }
        }
        Map<String, List<Contract>> contracts = new HashMap<>();
        communes.values()
                .forEach(about -> Contracts.of(about.values(), vendors, OLDEST_FIRST)
                        .forEach(contract -> contract.claims()
                                .forEach(claim -> contracts
                                        .computeIfAbsent(claim, unused -> new ArrayList<>())
                                        .add(contract))));
        Deployments deployments = new Deployments(sells, contracts);
        return groups.values().stream()
                .map(group -> deployments.conclude(List.copyOf(group.values())))
                .toList();
    }

    private Deployment conclude(List<Claim> claims) {
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
                amount(timeline),
                confidence(timeline, current),
                ReviewState.UNREVIEWED,
                contradicted(timeline, current),
                timeline.stream().map(Deployments::event).toList(),
                possible(current),
                contractsOf(timeline));
    }

    private List<Contract> contractsOf(List<Claim> claims) {
        Map<String, Contract> byId = new HashMap<>();
        claims.forEach(claim ->
                contracts.getOrDefault(claim.id(), List.of()).forEach(contract -> byId.put(contract.id(), contract)));
        return byId.values().stream().sorted(Contracts.OLDEST_FIRST).toList();
    }

    /**
     * The latest price, with or without tax as another claim says of the same figure; what an amendment adds is none, unless
     * nothing else is told. Cameras without a name are all those of a town, bought bit by bit: the price of one bit is not that
     * of the rest.
     */
    private static @Nullable Amount amount(List<Claim> timeline) {
        if (timeline.size() > 1 && isPlain(timeline.get(0)) && !isOfOneYear(timeline)) {
            return null;
        }
        List<Claim> asserted = with(timeline, Modality.ASSERTED);
        List<Claim> original =
                asserted.stream().filter(claim -> !isAmendment(claim)).toList();
        Amount price = latest(original, Claim::amount);
        if (price == null) {
            return latest(asserted, Claim::amount);
        }
        return original.stream()
                .map(Claim::amount)
                .filter(Objects::nonNull)
                .filter(other -> price.vat() == null && other.vat() != null && other.isSamePriceAs(price))
                .findFirst()
                .orElse(price);
    }

    private static boolean isPlain(Claim claim) {
        return claim.technology() == Technology.VIDEOPROTECTION && claim.vendor() == null;
    }

    private static boolean isOfOneYear(List<Claim> timeline) {
        return timeline.stream()
                        .map(claim -> claim.date() == null ? null : claim.date().year())
                        .distinct()
                        .count()
                == 1;
    }

    private static boolean isAmendment(Claim claim) {
        return claim.purchase() != null && claim.purchase().amendment();
    }

    /** What a firm that sells software of others may have sold where only the firm is named. */
    private List<Deployment.Possible> possible(Claim current) {
        boolean analysis =
                current.technology() == Technology.VSA || current.technology() == Technology.FACIAL_RECOGNITION;
        return current.vendor() == null || !analysis
                ? List.of()
                : sells.getOrDefault(current.vendor(), List.of()).stream()
                        .map(maker -> new Deployment.Possible(maker, InferenceRule.SELLS))
                        .toList();
    }

    private Claim current(List<Claim> timeline) {
        List<Claim> asserted = with(timeline, Modality.ASSERTED);
        List<Claim> telling = asserted.stream()
                .filter(claim -> claim.stage() != Stage.MENTIONED)
                .toList();
        if (!telling.isEmpty()) {
            return lastNews(telling);
        }
        if (!asserted.isEmpty()) {
            return last(asserted);
        }
        List<Claim> denied = with(timeline, Modality.NEGATED);
        return last(denied.isEmpty() ? timeline : denied);
    }

    /** The last claim that tells something new: that a contract is amended, or told again, takes nothing out of use. */
    private Claim lastNews(List<Claim> telling) {
        List<Claim> news = telling.stream().filter(this::isNews).toList();
        if (news.isEmpty()) {
            return last(telling);
        }
        Claim last = last(news);
        boolean running =
                last.stage().compareTo(Stage.AWARDED) >= 0 && last.stage().compareTo(Stage.SUSPENDED) <= 0;
        return running ? last : last(telling);
    }

    /** Whether a claim is no amendment and, where it tells of an award, not of one that an older claim told of. */
    private boolean isNews(Claim claim) {
        boolean award = claim.stage() == Stage.AWARDED;
        return !isAmendment(claim)
                && !(award
                        && contracts.getOrDefault(claim.id(), List.of()).stream()
                                .anyMatch(contract -> isBefore(contract.awarded(), claim.date())));
    }

    private static boolean isBefore(@Nullable PartialDate one, @Nullable PartialDate other) {
        return one != null && other != null && one.latest().isBefore(other.earliest());
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
        return timeline.stream()
                .anyMatch(claim -> !claim.equals(current) && event(claim).contradicts(event(current)));
    }

    private static Deployment.Event event(Claim claim) {
        return new Deployment.Event(claim.date(), claim.stage(), claim.modality(), claim.id());
    }
}
