package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.reports.AtlasReport;
import vigie.reports.AtlasReport.Territory;
import vigie.reports.CityReport;

/**
 * The reports in {@code reports/examples/}, character by character. After a wanted change, write them anew and read what
 * {@code git diff} shows:
 *
 * <pre>mvn test -pl model,indexer,reports -Dtest=GoldenReportsTest -Dgolden.write -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class GoldenReportsTest {

    private static final Path EXAMPLES =
            Path.of(System.getProperty("vigie.root", "..")).resolve("reports/examples");

    @TestFactory
    Stream<DynamicTest> reportsAreAsTheyWere() {
        Texts french = new Texts(Locale.FRENCH);
        Texts english = new Texts(Locale.ENGLISH);
        CityReport full = SampleReport.full();
        AtlasReport firm = AtlasRenderTest.report(AtlasRenderTest.FIRM, Stage.IN_USE, Modality.ASSERTED);
        AtlasReport country = AtlasRenderTest.report(new Territory(null, ""), Stage.IN_USE, Modality.NEGATED);
        return Stream.of(
                golden("city.html", new HtmlReport(french).render(full)),
                golden("city.md", new MarkdownReport(french).render(full)),
                golden("city.en.md", new MarkdownReport(english).render(full)),
                golden("city.csv", new CityCsv().render(full)),
                golden("city.json", new JsonReport(new Texts(Locale.FRENCH)).render(full)),
                golden("city-nothing-found.md", new MarkdownReport(french).render(SampleReport.empty())),
                golden("vendor.md", new AtlasMarkdown(french).render(firm, Map.of())),
                golden("vendor.csv", new AtlasCsv().render(firm)),
                golden("national.md", new AtlasMarkdown(french).render(country, Map.of())),
                golden("request.md", new LetterReport().markdown(Letter.of(full))));
    }

    private static DynamicTest golden(String name, String rendered) {
        return DynamicTest.dynamicTest(name, () -> compare(EXAMPLES.resolve(name), rendered));
    }

    private static void compare(Path file, String rendered) throws IOException {
        if (System.getProperty("golden.write") != null) {
            Files.createDirectories(EXAMPLES);
            Files.writeString(file, rendered);
        }
        assertThat(rendered).as(file.toString()).isEqualTo(Files.readString(file));
    }
}
