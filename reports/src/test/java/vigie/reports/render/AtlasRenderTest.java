package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import vigie.model.Amount;
import vigie.model.Amount.Vat;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Coordinates;
import vigie.model.Deployment;
import vigie.model.Evidence;
import vigie.model.Json;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.ReviewState;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.VendorRole;
import vigie.model.id.InseeCode;
import vigie.reports.AtlasReport;
import vigie.reports.AtlasReport.Arrivals;
import vigie.reports.AtlasReport.Change;
import vigie.reports.AtlasReport.Coverage;
import vigie.reports.AtlasReport.Entry;
import vigie.reports.AtlasReport.Firm;
import vigie.reports.AtlasReport.Named;
import vigie.reports.AtlasReport.Partner;
import vigie.reports.AtlasReport.Price;
import vigie.reports.AtlasReport.Proof;
import vigie.reports.AtlasReport.Subject;
import vigie.reports.AtlasReport.Territory;

class AtlasRenderTest {

    private static final InseeCode CODE = new InseeCode("38999");
    static final Subject FIRM = new Firm(
            "guetteur",
            "Guetteur & Cie",
            VendorRole.SOFTWARE,
            List.of("guet-eur"),
            List.of(new Named("Nuit <3>", 1), new Named("Jour", 0)));
    private static final Map<InseeCode, String> CITIES = Map.of(CODE, "val-moreau-38999.html");

    private final Texts french = new Texts(Locale.FRENCH);
    private final Texts english = new Texts(Locale.ENGLISH);

    @Test
    void pageLeadsFromEveryRowToItsProofAndToTheCityReport() {
        AtlasReport report = report(FIRM, Stage.IN_USE, Modality.ASSERTED);
        String html = new AtlasHtml(french).render(report, CITIES);

        assertThat(html)
                .contains(
                        "<html lang=\"fr\">",
                        "Une commune est documentée pour Guetteur &amp; Cie\u00a0: en service (1).")
                .contains("<a href=\"val-moreau-38999.html\"><strong>Val-Moreau</strong></a>")
                .contains("<a href=\"#c-0123456789abcdef\">[1]</a>", "<li id=\"c-0123456789abcdef\"")
                .contains("href=\"val-moreau-38999.html#"
                        + claim(Stage.IN_USE, Modality.ASSERTED).id() + "\"")
                .contains(
                        "non relu",
                        "très probable (90",
                        "1\u202f500\u00a0€\u00a0HT en un marché",
                        "70\u00a0€\u00a0TTC en 2 marchés")
                .contains("Nuit &lt;3&gt;", "Aussi connus, mais nommés dans aucune commune\u00a0: Jour.")
                .contains("class=\"map-mark use\"", "Val-Moreau\u00a0: en service")
                .doesNotContain("<script", "style=\"", "Guetteur & Cie<");
    }

    @Test
    void whatIsDeniedStandsApartAndIsNotCounted() {
        String html = new AtlasHtml(french)
                .render(report(new Territory("38", "Isère"), Stage.IN_USE, Modality.NEGATED), Map.of());

        assertThat(html)
                .contains("Aucune commune avec vidéosurveillance algorithmique n’est documentée")
                .contains("id=\"atlas.denied\"", "nié\u00a0: en service", "class=\"map-mark no\"")
                .doesNotContain("id=\"atlas.told\"", "id=\"counts\"");
    }

    @Test
    void paperIsWellFormedAndBecomesPdf() throws Exception {
        for (Subject subject : List.of(FIRM, new Territory(null, ""), new Territory("38", "Isère"))) {
            String page = new AtlasHtml(french).paper(report(subject, Stage.IN_USE, Modality.ASSERTED));

            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
            assertThat(new PdfReport().render(page)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void englishSpeaksEnglish() {
        AtlasReport report = report(new Territory(null, ""), Stage.IN_USE, Modality.ASSERTED);

        assertThat(new AtlasMarkdown(english).render(report, CITIES))
                .contains("One commune with algorithmic video surveillance documented in France: in use (1).")
                .contains("| [Val-Moreau](val-moreau-38999.html) (Isère) |", "## Latest events", "not reviewed")
                .contains("One deployment in all, which nobody has reviewed.")
                .startsWith(
                        "# Algorithmic video surveillance in France\n\nQuestion asked: what do public documents tell");
        assertThat(new AtlasHtml(english).render(report, CITIES)).contains("<html lang=\"en\">");
    }

    @Test
    void csvHasNoFormulas() {
        String csv = new AtlasCsv().render(report(FIRM, Stage.IN_USE, Modality.ASSERTED));

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .startsWith("id,insee,commune,")
                .contains("guetteur,Guetteur & Cie,,lueur,Lueur | Fils,told,in-use,asserted,2024,63200,EUR,HT")
                .contains("'=1+1 dit le texte");
    }

    @Test
    void cityReportIsCsvToo() {
        assertThat(new CityCsv().render(SampleReport.full()).lines())
                .hasSizeGreaterThan(3)
                .first()
                .asString()
                .startsWith("deployment,insee,commune,technology,vendor");
    }

    @Test
    void jsonHoldsTheWholeReport() throws Exception {
        String json = new JsonReport(new Texts(Locale.FRENCH)).render(report(FIRM, Stage.IN_USE, Modality.ASSERTED));

        assertThat(Json.mapper()
                        .readTree(json)
                        .at("/entries/0/deployment/commune/name")
                        .asText())
                .isEqualTo("Val-Moreau");
        assertThat(Json.mapper().readTree(json).at("/subject/role").asText()).isEqualTo("software");
    }

    @Test
    void communesWithoutAMapAreNamed() {
        AtlasReport report = report(new Territory(null, ""), Stage.IN_USE, Modality.ASSERTED);
        Deployment deployment = report.entries().get(0).deployment();

        assertThat(new AtlasHtml(french).render(of(report, deployment, "978"), Map.of()))
                .contains("Hors de la carte\u00a0: Val-Moreau.");
        assertThat(new AtlasHtml(french).render(of(report, deployment, "99"), Map.of()))
                .as("communes of a sample world are marked at sea")
                .contains("class=\"map-mark use\"")
                .doesNotContain("Hors de la carte");
    }

    @Test
    void camerasWithoutAnalysisHaveNoUnknownVendorAndWhatCostsNothingIsFree() {
        AtlasReport report = report(new Territory("38", "Isère"), Stage.IN_USE, Modality.ASSERTED);
        Deployment cameras = cameras(report.entries().get(0).deployment());

        for (String page : List.of(
                new AtlasHtml(french).render(of(report, cameras, "38"), Map.of()),
                new AtlasMarkdown(french).render(of(report, cameras, "38"), Map.of()))) {
            assertThat(page)
                    .contains("vidéoprotection (caméras seules)", "0\u00a0€ (gratuit)")
                    .doesNotContain("éditeur non nommé");
        }
        assertThat(new AtlasHtml(french).render(of(report, cameras, "38"), Map.of()))
                .as("all are of one département")
                .contains("<span class=\"technology\">38999</span>");
    }

    private static Deployment cameras(Deployment other) {
        return new Deployment(
                other.id(),
                other.commune(),
                Technology.VIDEOPROTECTION,
                null,
                null,
                null,
                other.stage(),
                other.modality(),
                other.since(),
                Amount.euros(BigDecimal.ZERO, null),
                other.confidence(),
                other.review(),
                false,
                other.timeline(),
                List.of(),
                List.of());
    }

    /** The same of one deployment in a commune of that département. */
    private static AtlasReport of(AtlasReport report, Deployment deployment, String departement) {
        return new AtlasReport(
                report.subject(),
                report.generated(),
                report.index(),
                List.of(new Entry(deployment, commune(departement), "Isère", null, null, null, List.of(), List.of(1))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                report.proofs(),
                report.coverage());
    }

    /** A report of one deployment. */
    static AtlasReport report(Subject subject, Stage stage, Modality modality) {
        Claim claim = claim(stage, modality);
        Commune commune = commune("38");
        PartialDate date = PartialDate.parse("2024");
        Deployment deployment = new Deployment(
                "p-1",
                commune.ref(),
                Technology.VSA,
                "guetteur",
                null,
                "lueur",
                stage,
                modality,
                date,
                Amount.euros(new BigDecimal("63200"), Vat.HT),
                0.9,
                ReviewState.UNREVIEWED,
                false,
                List.of(new Deployment.Event(date, stage, modality, claim.id())),
                List.of(),
                List.of());
        return new AtlasReport(
                subject,
                Instant.parse("2026-03-03T10:00:00Z"),
                "index",
                List.of(new Entry(
                        deployment, commune, "Isère", "Guetteur & Cie", null, "Lueur | Fils", List.of(), List.of(1))),
                List.of(),
                List.of(new Partner("lueur", "Lueur | Fils", 1, 1, 1, List.of())),
                List.of(
                        new Price(Vat.HT, "EUR", new BigDecimal("1500"), 1),
                        new Price(Vat.TTC, "EUR", new BigDecimal("70"), 2)),
                List.of(new Arrivals(2024, 1)),
                List.of(new Change(date, "p-1", stage, modality, 1)),
                List.of(new Proof(1, claim, "Procès-verbal", null, "Ville", ReviewState.ACCEPTED, 78)),
                new Coverage(
                        512,
                        3,
                        1,
                        5,
                        List.of("Préfecture"),
                        120,
                        4,
                        5,
                        6,
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2025, 12, 31)));
    }

    private static Claim claim(Stage stage, Modality modality) {
        return new Claim(
                "c-0123456789abcdef",
                "d-1",
                commune("38").ref(),
                Technology.VSA,
                "guetteur",
                null,
                "lueur",
                stage,
                modality,
                null,
                PartialDate.parse("2024"),
                null,
                List.of(),
                null,
                0.9,
                new Evidence(
                        "=1+1 dit le texte & <b>.",
                        0,
                        24,
                        2,
                        "00ff",
                        "http://ville.example/a?b=1&c=2",
                        null,
                        List.of()),
                List.of());
    }

    private static Commune commune(String departement) {
        return new Commune(
                CODE,
                CommuneType.ACTUELLE,
                "Val-Moreau",
                null,
                departement,
                "84",
                null,
                List.of(),
                1200,
                List.of(),
                new Coordinates(45.3, 5.6, "place"),
                null);
    }
}
