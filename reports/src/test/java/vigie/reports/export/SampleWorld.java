package vigie.reports.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Capture;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.model.DocumentKind;
import vigie.model.Evidence;
import vigie.model.InferenceRule;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.Reference;
import vigie.model.ReviewState;
import vigie.model.SourceDocument;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.TextOutcome;
import vigie.model.VendorRole;
import vigie.model.config.CrawlSettings;
import vigie.model.config.Examples;
import vigie.model.config.Lexicon;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;
import vigie.model.id.Siret;

/** Invented towns, firms, documents and facts to export. */
final class SampleWorld {

    static final Instant MADE = Instant.parse("2026-03-02T12:00:00Z");
    static final About ABOUT = new About(MADE, "0.1.0", "0123456789abcdef");
    static final Words WORDS = new Words(
            (stage, modality) -> stage.id(),
            Technology::id,
            PartialDate::toString,
            amount -> amount.value().toPlainString() + " " + amount.currency(),
            Object::toString,
            ReviewState::id,
            claim -> List.of("parce que : " + claim.stage().id()));

    static final CommuneRef BRUME = new CommuneRef(new InseeCode("99001"), "Roquebelle-sur-Brume");
    static final CommuneRef SONGES = new CommuneRef(new InseeCode("99002"), "L'Étang-des-Songes");

    private static final Reference[] CITED = {
        new Reference(Reference.Kind.ACT, "2024-031"),
        new Reference(Reference.Kind.CPV, "32323500"),
        new Reference(Reference.Kind.CPV, "48000000")
    };

    private static final String COMMUNES = """
            code\ttype\tname\tparent\tdepartement\tregion\tsiren\tpostcodes\tpopulation\tformer\tlat\tlon\tprecision\tepci
            99001\tactuelle\tRoquebelle-sur-Brume\t\t99\t99\t\t99100\t21340\t\t45.2500\t-1.5000\tplace\t
            99002\tactuelle\tL'Étang-des-Songes\t\t99\t99\t\t99200\t9870\t\t\t\t\t
            """;

    private final Map<InseeCode, List<Deployment>> deployments = new LinkedHashMap<>();
    private final Map<InseeCode, List<Claim>> claims = new HashMap<>();
    private final Map<String, SourceDocument> documents = new HashMap<>();
    private final List<Contract> contracts = new ArrayList<>();

    /** A project that knows these towns and two firms. */
    static Project project(Path folder) throws IOException {
        Files.writeString(folder.resolve("communes.tsv"), COMMUNES);
        return new Project(
                Project.communes(folder),
                new Lexicon(
                        List.of(
                                vendor("milestone", "Milestone Fictive", VendorRole.SOFTWARE, "732829320"),
                                vendor("pose-facile", "Pose Facile", VendorRole.INTEGRATOR, null)),
                        List.of(),
                        List.of()),
                List.of(),
                CrawlSettings.defaults(),
                ABOUT.index());
    }

    private static Vendor vendor(String id, String name, VendorRole role, @Nullable String siren) {
        return new Vendor(
                id,
                name,
                role,
                role == VendorRole.SOFTWARE ? Technology.VSA : null,
                null,
                siren == null ? null : new Siren(siren),
                "FR",
                List.of(),
                List.of(),
                List.of(),
                new Examples(List.of(), List.of()),
                List.of());
    }

    /** Two towns; a contract with a notice, an amendment and two amounts; a deployment of which little is known. */
    static SampleWorld usual() {
        SampleWorld world = new SampleWorld();
        SourceDocument notice =
                world.document("notice", DocumentKind.AVIS_ATTRIBUTION, "Avis d'attribution", "2024-05-06");
        SourceDocument amendment = world.document("amendment", DocumentKind.AVENANT, "Avenant n° 1", "2025-02");
        SourceDocument minutes =
                world.document("minutes", DocumentKind.DELIBERATION, "Rapport de Mme Zoé Tartempion", "2023-06-30");
        Claim bought = world.claim(BRUME, notice, "milestone", Stage.AWARDED, "2024-05-06", "Marché attribué.", CITED);
        Claim more = world.claim(BRUME, amendment, "milestone", Stage.AWARDED, "2025-02", "Avenant de 1 000 €.");
        Claim used = world.claim(
                BRUME, minutes, "milestone", Stage.IN_USE, null, "Mme Zoé Tartempion dit que le logiciel est utilisé.");
        Contract contract = new Contract(
                "m-0000000000000001",
                new Buyer(null, "Ville de Roquebelle-sur-Brume", BuyerKind.COMMUNE, List.of(BRUME.insee())),
                "2024-17",
                "lot 2",
                "milestone",
                "pose-facile",
                List.of(
                        Amount.euros(new BigDecimal("63200.50"), Amount.Vat.HT).from(new BigDecimal("20000")),
                        Amount.euros(new BigDecimal("1000"), null)),
                PartialDate.parse("2024-05-06"),
                48,
                PartialDate.parse("2028-05-05"),
                List.of(notice.id()),
                List.of(amendment.id()),
                List.of(bought.id(), more.id()),
                List.of());
        world.contracts.add(contract);
        world.deployment(
                BRUME, "milestone", "pose-facile", Stage.IN_USE, ReviewState.ACCEPTED, List.of(bought, more, used));
        Claim vague = world.claim(SONGES, minutes, null, Stage.MENTIONED, "2023", "Des caméras intelligentes.");
        world.contracts.clear();
        world.contracts.add(new Contract(
                "m-0000000000000002",
                new Buyer(new Siret("73282932000074"), "Agglomération des Songes", BuyerKind.EPCI, List.of()),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(notice.id()),
                List.of(),
                List.of(vague.id()),
                List.of()));
        world.deployment(SONGES, null, null, Stage.MENTIONED, ReviewState.UNREVIEWED, List.of(vague));
        return world;
    }

    /** A contract of a town with itself, at a price in no currency, with a notice whose address has an accent. */
    static SampleWorld odd() {
        SampleWorld world = new SampleWorld();
        SourceDocument notice = world.document(
                "https://mairie.example/marché?n=1#é", DocumentKind.AVIS_ATTRIBUTION, "Avis", "2024-05-06");
        SourceDocument broken =
                world.document("https://mairie.example/a b|c", DocumentKind.AVIS_ATTRIBUTION, "Avis", "2024-05-06");
        Claim bought = world.claim(BRUME, notice, "milestone", Stage.AWARDED, "2024-05-06", "Marché attribué.");
        String self = "Régie de Roquebelle";
        world.contracts.add(new Contract(
                "m-0000000000000003",
                new Buyer(new Siret("73282932000074"), self, BuyerKind.OTHER, List.of()),
                null,
                null,
                "milestone",
                null,
                List.of(new Amount(BigDecimal.TEN, "ABC", null)),
                PartialDate.parse("2024-05-06"),
                null,
                null,
                List.of(notice.id(), broken.id()),
                List.of(),
                List.of(bought.id()),
                List.of()));
        world.deployment(BRUME, "milestone", null, Stage.AWARDED, ReviewState.UNREVIEWED, List.of(bought));
        return world;
    }

    /** One town with one claim that quotes {@code quote}, in a document of that title and address. */
    static SampleWorld quoting(String quote, String title, String url) {
        SampleWorld world = new SampleWorld();
        SourceDocument document = world.document(url, DocumentKind.AUTRE, title, null);
        Claim claim = world.claim(BRUME, document, "milestone", Stage.IN_USE, null, quote);
        world.deployment(BRUME, "milestone", null, Stage.IN_USE, ReviewState.UNREVIEWED, List.of(claim));
        return world;
    }

    /** One town with a software in use, and another of that stage. */
    static SampleWorld inUseBeside(Stage stage) {
        SampleWorld world = new SampleWorld();
        SourceDocument document = world.document("pv", DocumentKind.PROCES_VERBAL, "PV", null);
        Claim used = world.claim(BRUME, document, "milestone", Stage.IN_USE, null, "Il est en service.");
        Claim other = world.claim(BRUME, document, null, stage, null, "Une autre fonction.");
        world.deployment(BRUME, "milestone", null, Stage.IN_USE, ReviewState.UNREVIEWED, List.of(used));
        world.deployment(BRUME, null, null, stage, ReviewState.UNREVIEWED, List.of(other));
        return world;
    }

    SourceDocument document(String name, DocumentKind kind, String title, @Nullable String date) {
        String url = name.contains(":") ? name : "https://mairie.example/actes/" + name + ".pdf";
        SourceDocument document = new SourceDocument(
                SourceDocument.idOf(url, ""),
                "mairie",
                new Capture(url, MADE.minusSeconds(3600), 200, "application/pdf", "a".repeat(64), 10, null, null, null),
                "",
                kind,
                title,
                date == null ? null : PartialDate.parse(date),
                new Publisher(null, null, null, null),
                TextOutcome.TEXT,
                null,
                "",
                List.of(),
                List.of(),
                Map.of());
        documents.put(document.id(), document);
        return document;
    }

    Claim claim(
            CommuneRef commune,
            SourceDocument document,
            @Nullable String vendor,
            Stage stage,
            @Nullable String date,
            String quote,
            Reference... cited) {
        Claim claim = new Claim(
                Claim.idOf(document.id(), 10, commune.insee() + stage.id()),
                document.id(),
                commune,
                Technology.VSA,
                vendor,
                null,
                null,
                stage,
                Modality.ASSERTED,
                null,
                date == null ? null : PartialDate.parse(date),
                null,
                List.of(cited),
                List.of(),
                null,
                0.75,
                new Evidence(
                        quote,
                        10,
                        10 + quote.length(),
                        4,
                        document.capture().sha256(),
                        document.capture().url(),
                        document.capture().fetched(),
                        List.of()),
                List.of());
        claims.computeIfAbsent(commune.insee(), unused -> new ArrayList<>()).add(claim);
        return claim;
    }

    Deployment deployment(
            CommuneRef commune,
            @Nullable String vendor,
            @Nullable String integrator,
            Stage stage,
            ReviewState review,
            List<Claim> timeline) {
        Deployment deployment = new Deployment(
                Deployment.idOf(commune, Technology.VSA, vendor),
                commune,
                Technology.VSA,
                vendor,
                null,
                integrator,
                stage,
                Modality.ASSERTED,
                timeline.get(0).date(),
                contracts.isEmpty() || contracts.get(0).amounts().isEmpty()
                        ? null
                        : contracts.get(0).amounts().get(0),
                0.75,
                review,
                false,
                timeline.stream()
                        .map(one -> new Deployment.Event(one.date(), one.stage(), one.modality(), one.id()))
                        .toList(),
                vendor == null ? List.of(new Deployment.Possible("milestone", InferenceRule.SELLS)) : List.of(),
                contracts);
        deployments
                .computeIfAbsent(commune.insee(), unused -> new ArrayList<>())
                .add(deployment);
        return deployment;
    }

    /** That of the deployment that it stands in. */
    private ReviewState review(String claim) {
        return deployments.values().stream()
                .flatMap(List::stream)
                .filter(one ->
                        one.timeline().stream().anyMatch(event -> event.claim().equals(claim)))
                .map(Deployment::review)
                .findFirst()
                .orElse(ReviewState.UNREVIEWED);
    }

    ExportFacts facts() {
        return new ExportFacts(
                deployments.keySet().stream().sorted().toList(),
                code -> Objects.requireNonNull(deployments.get(code)),
                code -> claims.getOrDefault(code, List.of()),
                id -> Optional.ofNullable(documents.get(id)),
                this::review);
    }

    /** Writes in that format. */
    List<Path> export(Format format, Path to, Path seeds) throws IOException {
        return new Exports(project(seeds), WORDS, "ocds-xxxxxx").write(format, facts(), ABOUT, to);
    }
}
