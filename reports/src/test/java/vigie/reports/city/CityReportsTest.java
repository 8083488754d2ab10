package vigie.reports.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Capture;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.model.DocumentKind;
import vigie.model.Evidence;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.ReviewState;
import vigie.model.SourceDocument;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Term;
import vigie.model.TextOutcome;
import vigie.model.config.Communes;
import vigie.model.config.CrawlSettings;
import vigie.model.config.LegalRule;
import vigie.model.config.Lexicon;
import vigie.model.config.Project;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Ending;
import vigie.reports.CityReport.Piece;
import vigie.reports.CityReport.Request;

class CityReportsTest {

    private static final Instant NOW = Instant.parse("2026-03-15T11:00:00Z");
    private static final Commune COMMUNE = new Commune(
            new InseeCode("99001"),
            CommuneType.ACTUELLE,
            "Val-Moreau",
            null,
            "99",
            "99",
            null,
            List.of(),
            0,
            List.of(),
            null,
            null);

    private final List<LegalRule> law = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Contract> contracts = new ArrayList<>();
    private final Map<String, SourceDocument> documents = new LinkedHashMap<>();
    private Technology technology = Technology.VSA;
    private boolean contradicted;

    @ParameterizedTest
    @CsvSource({
        // A stage that does not last is asked about on its day only.
        "approved, 2023-05-20, false",
        "approved, 2023-05-21, true",
        "approved, 2025-03-31, true",
        "approved, 2025-04-01, false",
        // A month may be any day of it.
        "approved, 2023-05, true",
        "approved, 2025-03, true",
        "approved, 2025, true",
        "approved, 2026, false",
        // What is in use stays so.
        "in-use, 2019, true",
        "in-use, 2025-04-01, false",
        "proposed, 2024-01-01, false"
    })
    void ruleIsAskedAboutWhileItIsInForce(String stage, String date, boolean asked) {
        law.add(rule("jo", "2023-05-21", "2025-03-31", Stage.APPROVED, Stage.IN_USE));
        claim(Term.find(Stage.class, stage).orElseThrow(), Modality.ASSERTED, date, DocumentKind.PROCES_VERBAL, "PV");

        assertThat(report().law()).hasSize(asked ? 1 : 0);
    }

    @Test
    void lastingStageEndsWithTheNextEvent() {
        law.add(rule("ai", "2025-02-02", null));
        claim(Stage.IN_USE, Modality.ASSERTED, "2020-01-10", DocumentKind.PROCES_VERBAL, "PV");
        assertThat(report().law()).hasSize(1);

        claim(Stage.ENDED, Modality.ASSERTED, "2024-06-30", DocumentKind.PROCES_VERBAL, "PV");
        assertThat(report().law()).isEmpty();
    }

    @Test
    void unknownDatesAreAskedAboutAndToldAsSuch() {
        law.add(rule("jo", "2023-05-21", "2025-03-31"));
        claim(Stage.IN_USE, Modality.ASSERTED, null, DocumentKind.AUTRE, "Page");

        assertThat(report().law())
                .singleElement()
                .satisfies(question -> assertThat(question.concerns())
                        .singleElement()
                        .satisfies(concern -> {
                            assertThat(concern.dated()).isFalse();
                            assertThat(concern.citations()).containsExactly(1);
                        }));
    }

    @Test
    void denialsAndOtherTechnologiesAreNotAskedAbout() {
        law.add(rule("jo", "2023-05-21", null));
        claim(Stage.IN_USE, Modality.NEGATED, "2024-01-01", DocumentKind.PROCES_VERBAL, "PV");
        assertThat(report().law()).isEmpty();

        technology = Technology.LAPI;
        claim(Stage.IN_USE, Modality.ASSERTED, "2024-01-01", DocumentKind.PROCES_VERBAL, "PV");
        assertThat(report().law()).isEmpty();
    }

    @Test
    void requestAsksForWhatIsMissingOnly() {
        claim(Stage.AWARDED, Modality.ASSERTED, "2023-06-01", DocumentKind.DELIBERATION, "Délibération n° 12");
        claim(Stage.IN_USE, Modality.ASSERTED, "2024-01-01", DocumentKind.AUTRE, "CCTP du marché 2023-07");
        Request request = report().request();

        assertThat(request).isNotNull();
        assertThat(request.missing())
                .containsExactly(
                        Piece.AIPD,
                        Piece.CONTRACT,
                        Piece.AMENDMENTS,
                        Piece.AUTHORISATION,
                        Piece.SOFTWARE,
                        Piece.REGISTER);
        assertThat(request.supplied())
                .extracting(supplied -> supplied.piece() + " " + supplied.citations())
                .containsExactly("CCTP [2]", "DELIBERATION [1]");
    }

    @Test
    void plainCamerasAndDenialsAreNothingToAskAbout() {
        technology = Technology.VIDEOPROTECTION;
        claim(Stage.IN_USE, Modality.ASSERTED, "2024-01-01", DocumentKind.PROCES_VERBAL, "PV");
        assertThat(report().request()).isNull();
    }

    @Test
    void whatIsOnlyStudiedHasNoContract() {
        claim(Stage.PROPOSED, Modality.ASSERTED, "2024-01-01", DocumentKind.PROCES_VERBAL, "PV");
        assertThat(report().request()).isNotNull();
        assertThat(report().request().missing()).doesNotContain(Piece.CONTRACT, Piece.CCTP, Piece.AMENDMENTS);
    }

    @Test
    void contractsTellWhenTheyEnd() {
        claim(Stage.AWARDED, Modality.ASSERTED, "2022-03-15", DocumentKind.DELIBERATION, "D");
        contracts.add(contract("2022-03-15", null, "2026-03-14"));
        contracts.add(contract("2022-03-16", 48, null));
        contracts.add(contract("2022-04", null, "2026-06-20"));
        contracts.add(contract("2022-05-01", null, null));

        assertThat(report().contracts())
                .extracting(CityReport.Purchased::ending)
                .containsExactly(
                        new Ending(LocalDate.of(2026, 3, 14), true, true, 0),
                        new Ending(LocalDate.of(2026, 3, 16), false, false, 0),
                        new Ending(LocalDate.of(2026, 6, 20), true, false, 3),
                        null);
    }

    @Test
    void contradictionsStandSideBySide() {
        claim(Stage.IN_USE, Modality.ASSERTED, "2024-01-01", DocumentKind.PROCES_VERBAL, "PV");
        claim(Stage.IN_USE, Modality.NEGATED, "2024-02-01", DocumentKind.PRESSE, "Journal");
        contradicted = true;

        assertThat(report().contradictions()).singleElement().satisfies(contradiction -> {
            assertThat(contradiction.says()).containsExactly(1);
            assertThat(contradiction.denies()).containsExactly(2);
        });
    }

    @Test
    void extractsShowWhatStandsAroundWithoutNames() {
        claim(Stage.IN_USE, Modality.ASSERTED, "2024-01-01", DocumentKind.PROCES_VERBAL, "PV");

        assertThat(report().extracts()).singleElement().satisfies(extract -> {
            assertThat(extract.before())
                    .isEqualTo(
                            "…ligne 2\nligne 3\nligne 4\nligne 5\nM. […] présente le point.\n[…] demande la parole.");
            assertThat(extract.after())
                    .startsWith("Vote : unanimité.")
                    .endsWith("\nTitulaire : SNEF\nMontant : 63200 €");
        });
    }

    private CityReport report() {
        Project project = new Project(
                Communes.load(),
                new Lexicon(List.of(), List.of(), List.of()),
                List.of(),
                CrawlSettings.defaults(),
                law,
                "test");
        Claim last = claims.get(claims.size() - 1);
        Claim shown = claims.stream()
                .filter(claim -> claim.modality() == Modality.ASSERTED)
                .reduce((a, b) -> b)
                .orElse(last);
        Deployment deployment = new Deployment(
                "p-1",
                COMMUNE.ref(),
                technology,
                null,
                null,
                null,
                shown.stage(),
                shown.modality(),
                shown.date(),
                null,
                0.9,
                ReviewState.UNREVIEWED,
                contradicted,
                claims.stream()
                        .map(claim -> new Deployment.Event(claim.date(), claim.stage(), claim.modality(), claim.id()))
                        .toList(),
                List.of(),
                contracts);
        CityFacts facts = new CityFacts(
                List.of(deployment),
                claims,
                List.of(),
                List.of(),
                id -> Optional.ofNullable(documents.get(id)),
                id -> Optional.empty(),
                id -> ReviewState.UNREVIEWED,
                "index",
                null);
        return new CityReports(project, Clock.fixed(NOW, ZoneOffset.UTC)).of(COMMUNE, facts);
    }

    private LegalRule rule(String id, @Nullable String from, @Nullable String until, Stage... stages) {
        return new LegalRule(
                id,
                id,
                from == null ? null : PartialDate.parse(from),
                until == null ? null : PartialDate.parse(until),
                Set.of(Technology.VSA),
                Set.of(stages),
                List.of("Quoi ?"),
                null,
                null);
    }

    private void claim(Stage stage, Modality modality, @Nullable String date, DocumentKind kind, String title) {
        String quote = "Le logiciel de Bertrand Dupuis est là.";
        String text =
                "ligne 1\nligne 2\nligne 3\nligne 4\nligne 5\nM. Durand présente le point.\nAnne-Marie LEFORT demande la parole.\n"
                        + quote
                        + "\nVote : unanimité.\nligne 7\nligne 8\nligne 9\nTitulaire : SNEF\nMontant : 63200 €\n\nPoint 2";
        int start = text.indexOf(quote);
        int person = quote.indexOf("Bertrand");
        String id = "d-" + claims.size();
        documents.put(
                id,
                new SourceDocument(
                        id,
                        "town",
                        new Capture(
                                "http://town.example/" + id,
                                NOW,
                                200,
                                null,
                                Digest.sha256(new byte[0]),
                                0,
                                null,
                                null,
                                null),
                        "",
                        kind,
                        title,
                        null,
                        new Publisher("Val-Moreau", COMMUNE.code(), null, "99"),
                        TextOutcome.TEXT,
                        null,
                        text,
                        List.of(),
                        List.of(),
                        Map.of()));
        claims.add(new Claim(
                "c-" + claims.size(),
                id,
                COMMUNE.ref(),
                technology,
                null,
                null,
                null,
                stage,
                modality,
                null,
                date == null ? null : PartialDate.parse(date),
                null,
                List.of(),
                null,
                0.9,
                new Evidence(
                        quote,
                        start,
                        start + quote.length(),
                        null,
                        Digest.sha256(quote.getBytes(StandardCharsets.UTF_8)),
                        "http://town.example/",
                        NOW,
                        List.of(new Evidence.Stretch(person, person + "Bertrand Dupuis".length()))),
                List.of()));
    }

    private Contract contract(String awarded, @Nullable Integer months, @Nullable String end) {
        return new Contract(
                "m-" + contracts.size(),
                new Buyer(null, "Val-Moreau", BuyerKind.COMMUNE, List.of()),
                null,
                null,
                null,
                null,
                List.of(),
                PartialDate.parse(awarded),
                months,
                end == null ? null : PartialDate.parse(end),
                List.of(),
                List.of(),
                claims.stream().map(Claim::id).toList(),
                List.of());
    }
}
