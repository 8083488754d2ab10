package vigie.reports.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Amount;
import vigie.model.Amount.Vat;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Contract;
import vigie.model.Departement;
import vigie.model.Deployment;
import vigie.model.Evidence;
import vigie.model.InferenceRule;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.ReviewState;
import vigie.model.SourceCoverage;
import vigie.model.SourceKind;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.VendorRole;
import vigie.model.config.CrawlSettings;
import vigie.model.config.Examples;
import vigie.model.config.Lexicon;
import vigie.model.config.Product;
import vigie.model.config.Project;
import vigie.model.config.TermForm;
import vigie.model.config.Vendor;
import vigie.model.id.InseeCode;
import vigie.reports.AtlasReport;
import vigie.reports.AtlasReport.Arrivals;
import vigie.reports.AtlasReport.Change;
import vigie.reports.AtlasReport.Entry;
import vigie.reports.AtlasReport.Firm;
import vigie.reports.AtlasReport.Named;
import vigie.reports.AtlasReport.Partner;
import vigie.reports.AtlasReport.Price;
import vigie.reports.AtlasReport.Proof;
import vigie.reports.AtlasReport.Standing;

class AtlasReportsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final CommuneRef VAL = new CommuneRef(new InseeCode("99001"), "Val-Moreau");
    private static final CommuneRef ROQUE = new CommuneRef(new InseeCode("99002"), "Roquebelle");
    private static final CommuneRef PONT = new CommuneRef(new InseeCode("99003"), "Pont-l'Étoile");

    @TempDir
    private Path seeds;

    private final Vendor guetteur = vendor(
            "guetteur",
            "Guetteur",
            VendorRole.SOFTWARE,
            List.of(TermForm.plain("Guetteur"), TermForm.plain("guet-eur"), TermForm.plain("guet{te|t}eur")),
            List.of(new Product("guetteur-nuit", "Guetteur Nuit", null, List.of(), null)));
    private final Vendor lueur = vendor("lueur", "Lueur & Fils", VendorRole.INTEGRATOR, List.of(), List.of());

    private final Map<String, Claim> claims = new HashMap<>();
    private final List<Deployment> deployments = new ArrayList<>();
    private AtlasReports reports;

    @BeforeEach
    void register() throws IOException {
        Files.writeString(seeds.resolve("communes.tsv"), """
                code\ttype\tname\tparent\tdepartement\tregion\tsiren\tpostcodes\tpopulation\tformer\tlat\tlon\tprecision\tepci
                99001\tactuelle\tVal-Moreau\t\t99\t99\t\t99100\t21340\t\t\t\t\t
                99002\tactuelle\tRoquebelle\t\t99\t99\t\t99200\t9870\t\t\t\t\t
                99003\tactuelle\tPont-l'Étoile\t\t99\t99\t\t99300\t4410\t\t\t\t\t
                """);
        Project project = new Project(
                Project.communes(seeds),
                new Lexicon(List.of(guetteur, lueur), List.of(), List.of()),
                List.of(),
                CrawlSettings.defaults(),
                "test");
        reports = new AtlasReports(project, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void pricesWithAndWithoutTaxAreNeverAdded() {
        deployment(VAL, "guetteur", Stage.IN_USE, Modality.ASSERTED, "2024", contract("m-1", "1000", Vat.HT, "9999"));
        deployment(ROQUE, "guetteur", Stage.AWARDED, Modality.ASSERTED, "2024", contract("m-2", "500", Vat.HT));
        deployment(PONT, "guetteur", Stage.AWARDED, Modality.ASSERTED, "2024", contract("m-3", "70", Vat.TTC));
        deployment(PONT, null, Stage.AWARDED, Modality.ASSERTED, "2024", contract("m-4", "3", null));

        assertThat(national().prices())
                .containsExactly(
                        new Price(Vat.HT, "EUR", new BigDecimal("1500"), 2),
                        new Price(Vat.TTC, "EUR", new BigDecimal("70"), 1),
                        new Price(null, "EUR", new BigDecimal("3"), 1));
        assertThat(vendor(guetteur).prices()).hasSize(2);
    }

    @Test
    void contractOfTwoDeploymentsCountsOnce() {
        deployment(VAL, "guetteur", Stage.IN_USE, Modality.ASSERTED, "2024", contract("m-1", "1000", Vat.HT));
        deployment(ROQUE, "guetteur", Stage.IN_USE, Modality.ASSERTED, "2024", contract("m-1", "1000", Vat.HT));

        assertThat(national().prices()).containsExactly(new Price(Vat.HT, "EUR", new BigDecimal("1000"), 1));
        assertThat(national().partners()).extracting(Partner::contracts).containsExactly(1);
    }

    @Test
    void whatIsDeniedOrSupposedOrRejectedCountsNowhere() {
        deployment(VAL, "guetteur", Stage.IN_USE, Modality.NEGATED, "2024", contract("m-1", "1", Vat.HT));
        deployment(ROQUE, "guetteur", Stage.AWARDED, Modality.HYPOTHETICAL, "2024", contract("m-2", "1", Vat.HT));
        deployment(PONT, "guetteur", Stage.REJECTED, Modality.ASSERTED, "2024", contract("m-3", "1", Vat.HT));
        AtlasReport report = national();

        assertThat(report.entries(Standing.TOLD)).isEmpty();
        assertThat(report.entries(Standing.DENIED)).hasSize(2);
        assertThat(report.entries(Standing.SUPPOSED)).hasSize(1);
        assertThat(report.prices()).isEmpty();
        assertThat(report.partners()).isEmpty();
        assertThat(report.arrivals()).isEmpty();
    }

    @Test
    void camerasAloneAreNoAlgorithmicSurveillance() {
        deployments.add(of(
                VAL, Technology.VIDEOPROTECTION, null, Stage.IN_USE, Modality.ASSERTED, "2020", List.of(), List.of()));
        AtlasReport report = national();

        assertThat(report.entries()).hasSize(1);
        assertThat(report.partners()).isEmpty();
        assertThat(report.arrivals()).isEmpty();
    }

    @Test
    void vendorIsToldWithItsPartnersProductsAndOtherNames() {
        deployment(VAL, "guetteur", Stage.IN_USE, Modality.ASSERTED, "2024");
        deployment(ROQUE, "guetteur", Stage.AWARDED, Modality.ASSERTED, "2023");
        deployment(PONT, "autre", Stage.AWARDED, Modality.ASSERTED, "2023");
        AtlasReport report = vendor(guetteur);

        assertThat(report.entries())
                .extracting(entry -> entry.commune().name())
                .containsExactly("Val-Moreau", "Roquebelle");
        assertThat(report.partners()).containsExactly(new Partner("lueur", "Lueur & Fils", 2, 1, 0, List.of()));
        assertThat(report.subject())
                .isEqualTo(new Firm(
                        "guetteur",
                        "Guetteur",
                        VendorRole.SOFTWARE,
                        List.of("guet-eur"),
                        List.of(new Named("Guetteur Nuit", 2))));
        assertThat(vendor(lueur).entries()).hasSize(3);
        assertThat(vendor(lueur).partners()).extracting(Partner::id).containsExactly("guetteur", "autre");
    }

    @Test
    void firmWithoutAFileIsToldByItsName() {
        deployment(VAL, "Regard Alpin", Stage.IN_USE, Modality.ASSERTED, "2024-01");

        AtlasReport report = vendor(Vendor.unlisted("Regard Alpin", null));

        assertThat(report.entries()).extracting(Entry::vendor).containsExactly("Regard Alpin");
        assertThat(report.partners()).extracting(Partner::id).containsExactly("lueur");
        assertThat(report.subject())
                .isEqualTo(new AtlasReport.Firm("Regard Alpin", "Regard Alpin", null, List.of(), List.of()));
    }

    @Test
    void whoIsOnlyPossibleStaysApart() {
        deployments.add(of(
                VAL,
                Technology.VSA,
                null,
                Stage.AWARDED,
                Modality.ASSERTED,
                "2024",
                List.of(),
                List.of(new Deployment.Possible("guetteur", InferenceRule.SELLS))));

        assertThat(vendor(guetteur).entries()).isEmpty();
        assertThat(vendor(guetteur).possible()).extracting(Entry::possible).containsExactly(List.of("Guetteur"));
        assertThat(national().partners()).extracting(Partner::id).containsExactly((String) null);
    }

    @Test
    void everyEntryIsProvedAndTheAmountToo() {
        deployment(VAL, "guetteur", Stage.IN_USE, Modality.ASSERTED, "2024");
        AtlasReport report = national();

        assertThat(report.entries()).flatExtracting(Entry::proofs).containsExactly(1, 2);
        assertThat(report.proofs()).extracting(Proof::number).containsExactly(1, 2);
        assertThat(report.proofs())
                .extracting(proof -> proof.claim().stage())
                .containsExactlyInAnyOrder(Stage.AWARDED, Stage.IN_USE);
        assertThat(report.proofs())
                .allSatisfy(
                        proof -> assertThat(proof.claim().evidence().quote()).doesNotContain("Dupont"));
    }

    @Test
    void communesArriveOnceInTheYearOfTheFirstEvent() {
        deployment(VAL, "guetteur", Stage.IN_USE, Modality.ASSERTED, "2024");
        deployment(VAL, null, Stage.PROPOSED, Modality.ASSERTED, "2019");
        deployment(ROQUE, "guetteur", Stage.IN_USE, Modality.ASSERTED, "2024");

        assertThat(national().arrivals()).containsExactly(new Arrivals(2019, 1), new Arrivals(2023, 1));
    }

    @Test
    void latestChangesComeFirst() {
        deployment(VAL, "guetteur", Stage.IN_USE, Modality.ASSERTED, "2024-05");
        deployment(ROQUE, "guetteur", Stage.ENDED, Modality.ASSERTED, "2025-01");

        assertThat(national().changes())
                .extracting(Change::stage)
                .containsExactly(Stage.ENDED, Stage.IN_USE, Stage.AWARDED, Stage.AWARDED);
    }

    @Test
    void communesReadSilentAndWithoutSourceAreToldApart() {
        AtlasReport report = reports.territory(
                departement(),
                facts(List.of(
                        coverage("val", "99001", 12, NOON),
                        coverage("roque", "99002", 0, null),
                        coverage("feed", null, 900, NOON))));

        assertThat(report.coverage().communes()).isEqualTo(3);
        assertThat(report.coverage().read()).isEqualTo(1);
        assertThat(report.coverage().silent()).isEqualTo(1);
        assertThat(report.coverage().sources()).isEqualTo(2);
        assertThat(report.coverage().documents()).isEqualTo(12);
        assertThat(report.coverage().unanswered()).containsExactly("roque");
        assertThat(report.coverage().from()).isEqualTo(LocalDate.of(2020, 1, 1));
    }

    private Departement departement() {
        return Project.communes(seeds).departement("99").orElseThrow();
    }

    private AtlasReport national() {
        return reports.territory(null, facts(List.of()));
    }

    private AtlasReport vendor(Vendor vendor) {
        return reports.vendor(vendor, facts(List.of()));
    }

    private AtlasFacts facts(List<SourceCoverage> coverage) {
        return new AtlasFacts(
                deployments,
                coverage,
                id -> Optional.ofNullable(claims.get(id)),
                id -> Optional.empty(),
                id -> ReviewState.UNREVIEWED,
                "index");
    }

    private void deployment(
            CommuneRef commune,
            @Nullable String vendor,
            Stage stage,
            Modality modality,
            String date,
            Contract... contracts) {
        deployments.add(
                of(commune, Technology.VSA, vendor, stage, modality, date, Arrays.asList(contracts), List.of()));
    }

    /** Awarded in 2023 for 63,200 €, then what is asked for. */
    private Deployment of(
            CommuneRef commune,
            Technology technology,
            @Nullable String vendor,
            Stage stage,
            Modality modality,
            String date,
            List<Contract> contracts,
            List<Deployment.Possible> possible) {
        List<Claim> told = vendor == null
                ? List.of(claim(commune, technology, null, stage, modality, date, null))
                : List.of(
                        claim(commune, technology, vendor, Stage.AWARDED, Modality.ASSERTED, "2023", "63200"),
                        claim(commune, technology, vendor, stage, modality, date, null));
        told.forEach(claim -> claims.put(claim.id(), claim));
        return new Deployment(
                Deployment.idOf(commune, technology, vendor),
                commune,
                technology,
                vendor,
                vendor == null ? null : "guetteur-nuit",
                vendor == null ? null : "lueur",
                stage,
                modality,
                PartialDate.parse(date),
                vendor == null ? null : Amount.euros(new BigDecimal("63200"), null),
                0.9,
                ReviewState.UNREVIEWED,
                false,
                told.stream()
                        .map(claim -> new Deployment.Event(claim.date(), claim.stage(), claim.modality(), claim.id()))
                        .toList(),
                possible,
                contracts);
    }

    private static Claim claim(
            CommuneRef commune,
            Technology technology,
            @Nullable String vendor,
            Stage stage,
            Modality modality,
            String date,
            @Nullable String amount) {
        return new Claim(
                Claim.idOf(commune.name(), 0, technology.id() + vendor + stage + modality + date),
                "d-1",
                commune,
                technology,
                vendor,
                null,
                null,
                stage,
                modality,
                amount == null ? null : Amount.euros(new BigDecimal(amount), Vat.HT),
                PartialDate.parse(date),
                null,
                List.of(),
                null,
                0.9,
                new Evidence("M. Dupont dit que c'est ainsi.", 0, 30, 1, "00", null, null, List.of()),
                List.of());
    }

    private static Contract contract(String id, String price, @Nullable Vat vat, String... amendments) {
        List<Amount> amounts = new ArrayList<>(List.of(Amount.euros(new BigDecimal(price), vat)));
        Arrays.stream(amendments).forEach(more -> amounts.add(Amount.euros(new BigDecimal(more), vat)));
        return new Contract(
                id,
                new Buyer(null, "Val-Moreau", BuyerKind.EPCI, List.of()),
                null,
                null,
                "lueur",
                null,
                amounts,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static SourceCoverage coverage(String id, @Nullable String commune, int read, @Nullable Instant success) {
        return new SourceCoverage(
                id,
                id,
                null,
                commune == null ? null : new InseeCode(commune),
                commune == null ? SourceKind.FEED : null,
                commune == null ? null : "99",
                read,
                1,
                2,
                3,
                4,
                0,
                NOON,
                NOON,
                success,
                null,
                read == 0 ? null : PartialDate.parse("2020"),
                read == 0 ? null : PartialDate.parse("2025"),
                Map.of(),
                new TreeMap<>());
    }

    private static Vendor vendor(
            String id, String name, VendorRole role, List<TermForm> aliases, List<Product> products) {
        return new Vendor(
                id,
                name,
                role,
                null,
                null,
                null,
                null,
                aliases,
                products,
                List.of(),
                new Examples(List.of(), List.of()),
                List.of());
    }
}
