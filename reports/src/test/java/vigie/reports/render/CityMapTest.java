package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Coordinates;
import vigie.model.id.InseeCode;
import vigie.reports.CityReport;

class CityMapTest {

    private static final Coordinates NORTH = new Coordinates(45.75, 5.55, "place");

    private final FranceMap france = FranceMap.read();
    private final Texts french = new Texts(Locale.FRENCH);

    @Test
    void reportShowsWhereTheCommuneLiesAndSaysItInWords() {
        String html = new HtmlReport(french).render(in("38", NORTH));

        assertThat(html)
                .contains("<svg", "id=\"place-title\">Val-Moreau dans son département</title>", "map-area found")
                .contains("<figcaption>Val-Moreau se trouve au nord de son département, Isère (38), "
                        + "lui-même à l’est de la France métropolitaine.")
                .contains("class=\"map-mark use\"")
                .doesNotContain("style=\"");
    }

    @Test
    void paperShowsItToo() throws IOException {
        byte[] pdf = new PdfReport().render(new HtmlReport(french).paper(in("38", NORTH)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper firstPage = new PDFTextStripper();
            firstPage.setEndPage(1);
            assertThat(firstPage.getText(document)).contains("se trouve au nord de son département");
        }
    }

    @Test
    void placeThatNobodyKnowsIsToldAsSuch() {
        assertThat(CityMap.of(in("38", null), france, french))
                .isNotNull()
                .extracting(CityMap::caption)
                .isEqualTo("Isère (38), le département, à l’est de la France métropolitaine."
                        + " On ne sait pas mieux où se trouve Val-Moreau.");
        assertThat(CityMap.of(in("974", null), france, new Texts(Locale.ENGLISH)))
                .isNotNull()
                .extracting(CityMap::caption)
                .asString()
                .contains("the département, overseas.");
    }

    @Test
    void departementWithoutOutlinesHasNoMap() {
        assertThat(CityMap.of(SampleReport.full(), france, french)).isNull();
        assertThat(new HtmlReport(french).render(SampleReport.full())).doesNotContain("city-map");
    }

    private static CityReport in(String departement, @Nullable Coordinates at) {
        CityReport report = SampleReport.full();
        Commune commune = new Commune(
                new InseeCode(departement.length() == 2 ? "38999" : "97499"),
                CommuneType.ACTUELLE,
                "Val-Moreau",
                null,
                departement,
                "84",
                null,
                List.of(),
                1200,
                List.of(),
                at,
                null);
        return new CityReport(
                commune,
                "Isère",
                report.generated(),
                report.asOf(),
                report.index(),
                report.findings(),
                report.contradictions(),
                report.contracts(),
                report.law(),
                report.request(),
                report.citations(),
                report.extracts(),
                report.coverage(),
                report.ledger(),
                report.period());
    }
}
