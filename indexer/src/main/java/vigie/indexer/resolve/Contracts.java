package vigie.indexer.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Contract;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Purchase;
import vigie.model.Stage;
import vigie.model.TieRule;
import vigie.model.config.Vendor;

/**
 * Ties claims about a commune together that speak of one contract.
 *
 * <p>A wrong tie is worse than a missed one. Claims are tied by what a buyer calls the contract, by notices that refer to
 * each other, by standing in one passage, and then by firm and sum within nine months: a subscription that is renewed
 * every year for the same sum makes a contract a year. Whatever contradicts keeps apart: other numbers, other parts, other
 * holders. Where a claim could belong to two contracts it is tied to neither, but a call for tenders belongs to all
 * contracts that came of it. Only what is asserted counts, and a call or a vote alone makes no contract.
 */
final class Contracts {

    /** By the day of the award, unknown ones last. */
    static final Comparator<Contract> OLDEST_FIRST = Comparator.comparing(
                    Contract::awarded, Comparator.nullsLast(Comparator.comparing(PartialDate::latest)))
            .thenComparing(Contract::id)
            .thenComparing(contract -> contract.claims().get(0));

    /** How many claims before and after are looked at among those of one key; keeps the time linear. */
    private static final int AROUND = 16;

    /** By id of the claim. */
    private final Map<String, Bundle> bundles = new LinkedHashMap<>();

    private final Firms firms;
    private final Comparator<Claim> oldestFirst;

    private Contracts(Firms firms, Comparator<Claim> oldestFirst) {
        this.firms = firms;
        this.oldestFirst = oldestFirst;
    }

    /**
     * The contracts that {@code claims} about one commune, of any technology, speak of, oldest first; each claim given once.
     */
    static List<Contract> of(Collection<Claim> claims, Collection<Vendor> vendors, Comparator<Claim> oldestFirst) {
        return new Contracts(new Firms(vendors), oldestFirst)
                .tied(claims.stream()
                        .filter(claim -> claim.modality() == Modality.ASSERTED && claim.commune() != null)
                        .sorted(oldestFirst)
                        .toList());
    }

    private List<Contract> tied(List<Claim> claims) {
        List<Claim> papers = claims.stream().filter(Contracts::isPaper).toList();
        papers.forEach(paper -> bundles.put(paper.id(), new Bundle(paper, firms)));
        tie(papers, TieRule.NUMBER, Keys::numbers);
        tie(papers, TieRule.NOTICE, Keys::notices);
        tie(papers, TieRule.PASSAGE, claim -> Keys.passages(claim, firms));
        tie(papers, TieRule.FIRM_AND_SUM, claim -> Keys.firmsAndSums(claim, firms));
        tie(papers, TieRule.DAY_AND_SUM, claim -> Keys.daysAndSums(claim, firms));
        papers.stream().filter(Contracts::isAmendmentAlone).forEach(this::amend);
        Set<Bundle> contracts = new LinkedHashSet<>(bundles.values());
        contracts.removeIf(bundle -> !bundle.isContract());
        claims.stream()
                .filter(claim -> claim.stage() == Stage.TENDERED)
                .forEach(call -> contracts.forEach(bundle -> bundle.answer(call)));
        Set<String> taken = new HashSet<>();
        return contracts.stream()
                .map(bundle -> bundle.contract(oldestFirst, taken))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private static boolean isAmendmentAlone(Claim claim) {
        Purchase purchase = Keys.purchase(claim);
        return purchase.amendment()
                && purchase.number() == null
                && purchase.notices().isEmpty();
    }

    /** Ties an amendment without number to the contract that it can only be of. */
    private void amend(Claim amendment) {
        Bundle alone = bundle(amendment);
        Set<Bundle> amended = new LinkedHashSet<>(bundles.values());
        amended.removeIf(bundle -> bundle == alone || !bundle.canBeAmendedBy(amendment));
        if (alone.claims().size() == 1 && amended.size() == 1) {
            Bundle contract = amended.iterator().next();
            String to = contract.claims().get(0).id();
            contract.take(alone, new Contract.Tie(amendment.id(), to, TieRule.AMENDMENT, null));
            bundles.put(amendment.id(), contract);
        }
    }

    /** Whether a claim can speak of something bought: what is only wished or turned down was not. */
    private static boolean isPaper(Claim claim) {
        return switch (claim.stage()) {
            case APPROVED, AWARDED, TRIAL, IN_USE, SUSPENDED, ENDED -> true;
            case MENTIONED, PROPOSED, TENDERED, REJECTED -> false;
        };
    }

    private void tie(List<Claim> papers, TieRule rule, Function<Claim, Set<String>> keys) {
        Map<String, List<Claim>> byKey = new TreeMap<>();
        for (Claim paper : papers) {
            keys.apply(paper)
                    .forEach(key -> byKey.computeIfAbsent(key, unused -> new ArrayList<>())
                            .add(paper));
        }
        byKey.forEach((key, same) -> {
            List<Claim> clear = clear(same, rule);
            for (int i = 1; i < clear.size(); i++) {
                tie(clear, i, rule, key);
            }
        });
    }

    /** Those that can belong to one contract only. */
    private List<Claim> clear(List<Claim> same, TieRule rule) {
        List<Claim> clear = new ArrayList<>();
        for (int i = 0; i < same.size(); i++) {
            Claim claim = same.get(i);
            Set<Bundle> candidates = new LinkedHashSet<>();
            for (Claim other : same.subList(Math.max(0, i - AROUND), Math.min(same.size(), i + AROUND + 1))) {
                if (canTie(claim, other, rule)) {
                    candidates.add(bundle(other));
                }
            }
            if (!Bundle.contradict(candidates)) {
                clear.add(claim);
            }
        }
        return clear;
    }

    private void tie(List<Claim> same, int at, TieRule rule, String key) {
        Claim claim = same.get(at);
        Bundle bundle = bundle(claim);
        for (int i = at - 1; i >= Math.max(0, at - AROUND); i--) {
            Claim to = same.get(i);
            Bundle other = bundle(to);
            if (bundle == other) {
                return;
            }
            if (canTie(claim, to, rule)) {
                other.take(bundle, new Contract.Tie(claim.id(), to.id(), rule, shared(claim, rule, key)));
                bundle.claims().forEach(moved -> bundles.put(moved.id(), other));
                return;
            }
        }
    }

    private boolean canTie(Claim claim, Claim other, TieRule rule) {
        boolean fits = switch (rule) {
            case NUMBER, NOTICE -> true;
            case PASSAGE ->
                claim.amount() == null
                        || other.amount() == null
                        || claim.amount().isSamePriceAs(other.amount());
            case FIRM_AND_SUM, DAY_AND_SUM -> Keys.isOnePrice(claim, other);
            case AMENDMENT -> false;
        };
        return fits && !Bundle.contradict(List.of(bundle(claim), bundle(other)));
    }

    private static @Nullable String shared(Claim claim, TieRule rule, String key) {
        return switch (rule) {
            case NUMBER -> Keys.purchase(claim).number();
            case NOTICE -> key;
            case PASSAGE, FIRM_AND_SUM, DAY_AND_SUM, AMENDMENT -> null;
        };
    }

    private Bundle bundle(Claim claim) {
        return Objects.requireNonNull(bundles.get(claim.id()));
    }
}
