package vigie.indexer.resolve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Contract;
import vigie.model.PartialDate;
import vigie.model.Purchase;
import vigie.model.Stage;
import vigie.model.TieRule;
import vigie.model.id.Digest;

/** Claims that are tied together so far. For one thread. */
final class Bundle {

    private final List<Claim> claims = new ArrayList<>();
    private final List<Contract.Tie> ties = new ArrayList<>();
    private final Firms firms;
    private @Nullable String number;
    private @Nullable String part;
    private @Nullable String holder;

    Bundle(Claim claim, Firms firms) {
        this.firms = firms;
        String written = Keys.purchase(claim).number();
        number = written == null ? null : Keys.plain(written);
        part = Keys.purchase(claim).part();
        holder = firms.holder(claim);
        claims.add(claim);
    }

    List<Claim> claims() {
        return Collections.unmodifiableList(claims);
    }

    /** Whether some of them are numbered otherwise, are other parts, or have other holders. */
    static boolean contradict(Collection<Bundle> bundles) {
        return differ(bundles, Bundle::number) || differ(bundles, Bundle::part) || differ(bundles, Bundle::holder);
    }

    private static boolean differ(Collection<Bundle> bundles, Function<Bundle, @Nullable String> part) {
        String known = null;
        for (Bundle bundle : bundles) {
            String told = part.apply(bundle);
            if (told != null && known != null && !told.equals(known)) {
                return true;
            }
            known = told == null ? known : told;
        }
        return false;
    }

    private @Nullable String number() {
        return number;
    }

    private @Nullable String part() {
        return part;
    }

    private @Nullable String holder() {
        return holder;
    }

    /** Takes what {@code other} holds, for the reason {@code tie}. */
    void take(Bundle other, Contract.Tie tie) {
        number = number == null ? other.number : number;
        part = part == null ? other.part : part;
        holder = holder == null ? other.holder : holder;
        claims.addAll(other.claims);
        ties.addAll(other.ties);
        ties.add(tie);
    }

    /** Takes a call for tenders if this contract came of it. */
    void answer(Claim call) {
        Purchase called = Keys.purchase(call);
        PartialDate awarded = awarded();
        boolean other =
                called.part() != null && part() != null && !called.part().equals(part());
        boolean later =
                awarded != null && call.date() != null && call.date().earliest().isAfter(awarded.latest());
        if (other || later) {
            return;
        }
        for (Claim claim : List.copyOf(claims)) {
            Set<String> notices = Keys.notices(claim);
            String notice = called.notices().stream()
                    .filter(notices::contains)
                    .findFirst()
                    .orElse(null);
            boolean number = !Collections.disjoint(Keys.numbers(claim), Keys.numbers(call));
            if (claim.stage() != Stage.TENDERED && (notice != null || number)) {
                claims.add(call);
                ties.add(
                        number
                                ? new Contract.Tie(call.id(), claim.id(), TieRule.NUMBER, called.number())
                                : new Contract.Tie(call.id(), claim.id(), TieRule.NOTICE, notice));
                return;
            }
        }
    }

    /** Whether it is a contract with the holder whom an amendment names, let before the amendment and not over by then. */
    boolean canBeAmendedBy(Claim amendment) {
        PartialDate awarded = awarded();
        PartialDate end = end();
        PartialDate amended = amendment.date();
        String firm = firms.holder(amendment);
        return firm != null
                && firm.equals(holder)
                && amended != null
                && awarded != null
                && !awarded.earliest().isAfter(amended.latest())
                && (end == null || !end.latest().isBefore(amended.earliest()))
                && Keys.buyer(amendment).equals(Keys.buyer(claims.get(0)))
                && !contradict(List.of(this, new Bundle(amendment, firms)));
    }

    /** Whether something was bought, and enough is known of it to be told from other purchases. */
    boolean isContract() {
        boolean bought = claims.stream().anyMatch(claim -> {
            boolean later = claim.stage().compareTo(Stage.TRIAL) >= 0;
            Purchase purchase = Keys.purchase(claim);
            return claim.stage() == Stage.AWARDED || purchase.amendment() || (later && purchase.number() != null);
        });
        boolean known = claims.stream()
                .anyMatch(claim -> firms.holder(claim) != null
                        || claim.amount() != null
                        || Keys.purchase(claim).number() != null
                        || !Keys.purchase(claim).notices().isEmpty());
        return bought && known;
    }

    /** What it comes to, under an id that is not {@code taken} yet. */
    Contract contract(Comparator<Claim> oldestFirst, Set<String> taken) {
        claims.sort(oldestFirst);
        Comparator<Contract.Tie> byClaim =
                Comparator.comparing(Contract.Tie::claim).thenComparing(Contract.Tie::to);
        return new Contract(
                id(taken),
                buyer(),
                first(claims, claim -> Keys.purchase(claim).number()),
                part(),
                holder(),
                first(claims, Claim::integrator),
                amounts(),
                awarded(),
                first(original(), claim -> Keys.purchase(claim).months()),
                end(),
                documents(claim -> Keys.purchase(claim).notice()),
                documents(Bundle::amends),
                claims.stream().map(Claim::id).toList(),
                ties.stream().sorted(byClaim).toList());
    }

    /** Of what it is called by; of its oldest claim where it is called by nothing, or another is called the same. */
    private String id(Set<String> taken) {
        String oldest = claims.get(0).id();
        String called = Objects.requireNonNullElseGet(
                number(),
                () -> claims.stream()
                        .flatMap(claim -> Keys.notices(claim).stream())
                        .min(Comparator.naturalOrder())
                        .orElse(oldest));
        String key = Stream.of(Keys.buyer(claims.get(0)), called, part(), holder())
                .map(word -> Objects.requireNonNullElse(word, ""))
                .collect(Collectors.joining("\n"));
        String id = idOf(key);
        if (taken.add(id)) {
            return id;
        }
        String other = idOf(key + "\n" + oldest);
        taken.add(other);
        return other;
    }

    private static String idOf(String key) {
        return "m-" + Digest.sha256(key.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    private Buyer buyer() {
        Claim told = claims.stream()
                .filter(claim -> Keys.purchase(claim).notice())
                .findFirst()
                .orElse(claims.get(0));
        CommuneRef commune = Objects.requireNonNull(told.commune());
        return Objects.requireNonNullElseGet(
                Keys.purchase(told).buyer(),
                () -> new Buyer(null, commune.name(), BuyerKind.COMMUNE, List.of(commune.insee())));
    }

    private @Nullable PartialDate awarded() {
        return original().stream()
                .filter(claim -> claim.stage() == Stage.AWARDED)
                .flatMap(claim -> Stream.ofNullable(claim.date()))
                .min(Comparator.comparing(PartialDate::latest))
                .orElse(null);
    }

    private @Nullable PartialDate end() {
        return claims.stream()
                .flatMap(claim -> Stream.ofNullable(Keys.purchase(claim).end()))
                .max(Comparator.comparing(PartialDate::latest))
                .orElse(null);
    }

    /** What the award says it costs, or else the vote or what is said of it later; then what amendments say. */
    private List<Amount> amounts() {
        List<Claim> awards = original().stream()
                .filter(claim -> claim.stage() == Stage.AWARDED && claim.amount() != null)
                .toList();
        List<Claim> others = original().stream()
                .filter(claim -> claim.stage() != Stage.TENDERED)
                .toList();
        List<Amount> amounts = new ArrayList<>();
        (awards.isEmpty() ? others : awards).forEach(claim -> add(amounts, claim.amount()));
        claims.stream().filter(Bundle::amends).forEach(claim -> add(amounts, claim.amount()));
        return amounts;
    }

    /** A price is told once, with its basis if any source tells that. */
    private static void add(List<Amount> amounts, @Nullable Amount amount) {
        if (amount == null) {
            return;
        }
        for (int i = 0; i < amounts.size(); i++) {
            Amount known = amounts.get(i);
            if (known.isSamePriceAs(amount)) {
                amounts.set(i, known.vat() == null ? amount : known);
                return;
            }
        }
        amounts.add(amount);
    }

    private List<Claim> original() {
        return claims.stream().filter(claim -> !amends(claim)).toList();
    }

    private static boolean amends(Claim claim) {
        return Keys.purchase(claim).amendment();
    }

    private List<String> documents(Predicate<Claim> which) {
        return claims.stream().filter(which).map(Claim::document).distinct().toList();
    }

    private static <T> @Nullable T first(List<Claim> claims, Function<Claim, @Nullable T> part) {
        for (Claim claim : claims) {
            T value = part.apply(claim);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
