package vigie.reports.export;

import static vigie.reports.export.Column.date;
import static vigie.reports.export.Column.instant;
import static vigie.reports.export.Column.reference;
import static vigie.reports.export.Column.term;
import static vigie.reports.export.Column.text;
import static vigie.reports.export.Column.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.BuyerKind;
import vigie.model.Claim;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.model.DocumentKind;
import vigie.model.Modality;
import vigie.model.Reference;
import vigie.model.ReviewState;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.VendorRole;
import vigie.model.Vote;
import vigie.reports.export.Column.Kind;

/** The tables of an export; each stands behind those that it refers to. */
final class Tables {

    private Tables() {}

    /** All of them, in an order in which rows can be added without a reference into the void. */
    static List<Table<?>> all() {
        return List.of(
                communes(),
                vendors(),
                documents(),
                deployments(),
                claims(),
                contracts(),
                contractAmounts(),
                contractDeployments(),
                contractClaims(),
                contractDocuments());
    }

    /** The one of that name. */
    static Table<?> named(String name) {
        return all().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such table: " + name));
    }

    private static Table<Town> communes() {
        return new Table<>(
                "communes",
                1,
                false,
                List.of(
                        text("insee", town -> town.ref().insee()),
                        text("name", town -> town.ref().name()),
                        text("departement", town -> town.ref().insee().departement()),
                        text("departement_name", town -> maybe(town.departement(), found -> found.name())),
                        text("region", town -> maybe(town.departement(), found -> found.region())),
                        text("region_name", town -> maybe(town.departement(), found -> found.regionName())),
                        typed("population", Kind.INTEGER, Tables::population),
                        text("siren", town -> maybe(town.commune(), found -> found.siren())),
                        typed("latitude", Kind.NUMBER, town -> coordinate(town, place -> place.lat())),
                        typed("longitude", Kind.NUMBER, town -> coordinate(town, place -> place.lon())),
                        new Column<>(
                                "precision",
                                Kind.TEXT,
                                List.of("place", "parent", "departement"),
                                null,
                                town -> coordinate(town, place -> place.precision()))),
                List::of);
    }

    private static @Nullable Long population(Town town) {
        return town.commune() == null || town.commune().population() == 0
                ? null
                : Long.valueOf(town.commune().population());
    }

    private static @Nullable Object coordinate(Town town, Function<vigie.model.Coordinates, Object> part) {
        return maybe(maybe(town.commune(), found -> found.coordinates()), part);
    }

    private static Table<Firm> vendors() {
        return new Table<>(
                "vendors",
                1,
                true,
                List.of(
                        text("id", Firm::id),
                        text("name", Firm::name),
                        term("role", VendorRole.class, Firm::role),
                        term("technology", Technology.class, Firm::technology),
                        text("siren", Firm::siren),
                        text("country", Firm::country)),
                town -> List.copyOf(town.firms().values()));
    }

    private static Table<CitedDocument> documents() {
        return new Table<>(
                "documents",
                1,
                true,
                List.of(
                        text("id", CitedDocument::id),
                        text("source", CitedDocument::source),
                        text("source_name", CitedDocument::sourceName),
                        term("kind", DocumentKind.class, CitedDocument::kind),
                        text("title", CitedDocument::title),
                        date("date", CitedDocument::date),
                        text("url", CitedDocument::url),
                        instant("fetched", CitedDocument::fetched),
                        text("sha256", CitedDocument::sha256),
                        text("media_type", CitedDocument::mediaType)),
                town -> List.copyOf(town.documents().values()));
    }

    private static Table<Deployment> deployments() {
        return new Table<>(
                "deployments",
                1,
                false,
                List.of(
                        text("id", Deployment::id),
                        reference("insee", "communes", one -> one.commune().insee()),
                        text("commune", one -> one.commune().name()),
                        term("technology", Technology.class, Deployment::technology),
                        reference("vendor", "vendors", Deployment::vendor),
                        text("product", Deployment::product),
                        reference("integrator", "vendors", Deployment::integrator),
                        text("possible_vendors", Tables::possible),
                        term("stage", Stage.class, Deployment::stage),
                        term("modality", Modality.class, Deployment::modality),
                        date("since", Deployment::since),
                        typed("amount", Kind.NUMBER, one -> value(one.amount())),
                        least("amount_least", Deployment::amount),
                        text("currency", one -> maybe(one.amount(), Amount::currency)),
                        vat(one -> one.amount()),
                        typed("confidence", Kind.NUMBER, Deployment::confidence),
                        term("review", ReviewState.class, Deployment::review),
                        typed("contradicted", Kind.BOOLEAN, Deployment::contradicted),
                        typed(
                                "claims",
                                Kind.INTEGER,
                                one -> Long.valueOf(one.timeline().size()))),
                Town::deployments);
    }

    private static @Nullable String possible(Deployment deployment) {
        return deployment.possible().isEmpty()
                ? null
                : deployment.possible().stream()
                        .map(Deployment.Possible::vendor)
                        .collect(Collectors.joining(" "));
    }

    /** A claim, the deployment that it stands in, and what people said of it. */
    private record Told(Claim claim, Deployment deployment, ReviewState review) {}

    private static Table<Told> claims() {
        return new Table<>(
                "claims",
                1,
                false,
                List.of(
                        text("id", told -> told.claim().id()),
                        reference(
                                "deployment",
                                "deployments",
                                told -> told.deployment().id()),
                        reference("document", "documents", told -> told.claim().document()),
                        reference(
                                "insee",
                                "communes",
                                told -> told.deployment().commune().insee()),
                        term(
                                "technology",
                                Technology.class,
                                told -> told.claim().technology()),
                        reference("vendor", "vendors", told -> told.claim().vendor()),
                        text("product", told -> told.claim().product()),
                        reference("integrator", "vendors", told -> told.claim().integrator()),
                        term("stage", Stage.class, told -> told.claim().stage()),
                        term("modality", Modality.class, told -> told.claim().modality()),
                        date("date", told -> told.claim().date()),
                        typed("amount", Kind.NUMBER, told -> value(told.claim().amount())),
                        least("amount_least", told -> told.claim().amount()),
                        text("currency", told -> maybe(told.claim().amount(), Amount::currency)),
                        vat(told -> told.claim().amount()),
                        text("act", told -> cited(told.claim(), Reference.Kind.ACT)),
                        text("cpv", told -> cited(told.claim(), Reference.Kind.CPV)),
                        text("functions", told -> functions(told.claim())),
                        text("vote", told -> maybe(told.claim().vote(), Tables::counted)),
                        typed("confidence", Kind.NUMBER, told -> told.claim().confidence()),
                        term("review", ReviewState.class, Told::review),
                        text("quote", told -> told.claim().evidence().quote()),
                        typed(
                                "quote_start",
                                Kind.INTEGER,
                                told -> Long.valueOf(told.claim().evidence().start())),
                        typed(
                                "quote_end",
                                Kind.INTEGER,
                                told -> Long.valueOf(told.claim().evidence().end())),
                        typed(
                                "page",
                                Kind.INTEGER,
                                told -> maybe(told.claim().evidence().page(), Long::valueOf)),
                        text("url", told -> told.claim().evidence().url()),
                        instant("fetched", told -> told.claim().evidence().fetched()),
                        text("sha256", told -> told.claim().evidence().sha256())),
                town -> town.claims().stream()
                        .map(claim -> new Told(claim, town.deployment(claim), town.review(claim)))
                        .toList());
    }

    private static @Nullable String cited(Claim claim, Reference.Kind kind) {
        List<String> values = claim.references(kind);
        return values.isEmpty() ? null : String.join(" ", values);
    }

    private static @Nullable String functions(Claim claim) {
        return claim.functions().isEmpty() ? null : String.join(" ", claim.functions());
    }

    /** As in {@code unanimous}, {@code for=27 against=4}. */
    private static String counted(Vote vote) {
        return Stream.of(
                        vote.unanimous() ? "unanimous" : null,
                        maybe(vote.inFavour(), count -> "for=" + count),
                        maybe(vote.against(), count -> "against=" + count),
                        maybe(vote.abstained(), count -> "abstained=" + count))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** A contract and the town that it was found in. */
    private record Made(Contract contract, Town town) {}

    private static Table<Made> contracts() {
        return new Table<>(
                "contracts",
                1,
                true,
                List.of(
                        text("id", made -> made.contract().id()),
                        text("buyer", made -> made.contract().buyer().name()),
                        text("buyer_siret", made -> made.contract().buyer().siret()),
                        term(
                                "buyer_kind",
                                BuyerKind.class,
                                made -> made.contract().buyer().kind()),
                        text("number", made -> made.contract().number()),
                        text("part", made -> made.contract().part()),
                        text("holder", made -> maybe(made.contract().holder(), made.town()::firm)),
                        reference("holder_vendor", "vendors", Tables::holder),
                        reference(
                                "integrator", "vendors", made -> made.contract().integrator()),
                        date("awarded", made -> made.contract().awarded()),
                        typed(
                                "months",
                                Kind.INTEGER,
                                made -> maybe(made.contract().months(), Long::valueOf)),
                        date("end_date", made -> made.contract().end()),
                        typed("price", Kind.NUMBER, made -> value(first(made.contract()))),
                        least("price_least", made -> first(made.contract())),
                        text("currency", made -> maybe(first(made.contract()), Amount::currency)),
                        vat(made -> first(made.contract()))),
                town -> town.contracts().stream()
                        .map(contract -> new Made(contract, town))
                        .toList());
    }

    private static @Nullable String holder(Made made) {
        String holder = made.contract().holder();
        return holder != null && made.town().firms().containsKey(holder) ? holder : null;
    }

    private static @Nullable Amount first(Contract contract) {
        return contract.amounts().isEmpty() ? null : contract.amounts().get(0);
    }

    /** A sum of a contract, in its place from 1. */
    private record Sum(Contract contract, int position) {
        Amount amount() {
            return contract.amounts().get(position - 1);
        }
    }

    private static Table<Sum> contractAmounts() {
        return new Table<>(
                "contract_amounts",
                2,
                true,
                List.of(
                        reference("contract", "contracts", sum -> sum.contract().id()),
                        typed("position", Kind.INTEGER, sum -> Long.valueOf(sum.position())),
                        typed("amount", Kind.NUMBER, sum -> value(sum.amount())),
                        least("amount_least", Sum::amount),
                        text("currency", sum -> sum.amount().currency()),
                        vat(Sum::amount)),
                town -> town.contracts().stream()
                        .flatMap(contract -> Stream.iterate(1, i -> i + 1)
                                .limit(contract.amounts().size())
                                .map(position -> new Sum(contract, position)))
                        .toList());
    }

    /** What a contract has to do with. */
    private record Tied(String contract, String other) {}

    private static Table<Tied> contractDeployments() {
        return ties(
                "contract_deployments",
                "deployment",
                "deployments",
                (town, contract) ->
                        town.deployments(contract).stream().map(Deployment::id).toList());
    }

    private static Table<Tied> contractClaims() {
        return ties("contract_claims", "claim", "claims", (town, contract) -> contract.claims());
    }

    private static Table<Tied> ties(
            String name, String column, String table, BiFunction<Town, Contract, List<String>> others) {
        return new Table<>(
                name,
                2,
                true,
                List.of(reference("contract", "contracts", Tied::contract), reference(column, table, Tied::other)),
                town -> town.contracts().stream()
                        .flatMap(contract ->
                                others.apply(town, contract).stream().map(other -> new Tied(contract.id(), other)))
                        .toList());
    }

    /** A notice or amendment of a contract. */
    private record Act(String contract, String document, String role) {}

    private static Table<Act> contractDocuments() {
        return new Table<>(
                "contract_documents",
                3,
                true,
                List.of(
                        reference("contract", "contracts", Act::contract),
                        reference("document", "documents", Act::document),
                        new Column<>("role", Kind.TEXT, List.of("notice", "amendment"), null, Act::role)),
                Tables::acts);
    }

    private static List<Act> acts(Town town) {
        List<Act> acts = new ArrayList<>();
        for (Contract contract : town.contracts()) {
            town.documents(contract.notices())
                    .forEach(document -> acts.add(new Act(contract.id(), document.id(), "notice")));
            town.documents(contract.amendments())
                    .forEach(document -> acts.add(new Act(contract.id(), document.id(), "amendment")));
        }
        return acts;
    }

    private static <R> Column<R> vat(Function<R, @Nullable Amount> amount) {
        List<String> bases = Stream.of(Amount.Vat.values()).map(Enum::name).toList();
        return new Column<>("vat", Kind.TEXT, bases, null, row -> {
            Amount of = amount.apply(row);
            return of == null || of.vat() == null ? null : of.vat().name();
        });
    }

    /** The lower end of a range, in a column of that name. */
    private static <R> Column<R> least(String name, Function<R, @Nullable Amount> amount) {
        return typed(name, Kind.NUMBER, row -> {
            Amount of = amount.apply(row);
            return of == null || of.least() == null ? null : of.least().doubleValue();
        });
    }

    private static @Nullable Double value(@Nullable Amount amount) {
        return amount == null ? null : amount.value().doubleValue();
    }

    private static <T, V> @Nullable V maybe(@Nullable T known, Function<T, V> part) {
        return known == null ? null : part.apply(known);
    }
}
