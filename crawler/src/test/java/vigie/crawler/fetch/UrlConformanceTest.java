package vigie.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import vigie.crawler.SharedCases;

/** Runs the URL cases of the web platform tests and of crawler-commons. */
class UrlConformanceTest {

    @Test
    void whatNoBrowserWouldOpenIsRefused() throws IOException {
        List<String> wrong = new ArrayList<>();
        int run = 0;
        for (JsonNode test : SharedCases.json("conformance/url/wpt-urltestdata.json")) {
            if (test.path("failure").asBoolean()) {
                run++;
                read(test)
                        .ifPresent(
                                url -> wrong.add(test.get("input") + " base " + test.get("base") + " read as " + url));
            }
        }
        report("wpt-urltestdata.json failures", run, wrong);
        assertThat(run).isPositive();
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatBrowsersOpenIsReadAlike() throws IOException {
        List<String> wrong = new ArrayList<>();
        int run = 0;
        for (JsonNode test : SharedCases.json("conformance/url/wpt-urltestdata.json")) {
            if (test.path("protocol").asText().matches("https?:")) {
                run++;
                String wanted =
                        test.get("href").asText().replaceFirst("#.*", "").replaceFirst("^(https?:)//[^/?]*@", "$1//");
                String got = read(test).map(HttpUrl::toString).orElse("nothing");
                if (!wanted.equals(got)) {
                    wrong.add(test.get("input") + " base " + test.get("base") + " read as " + got + ", not " + wanted);
                }
            }
        }
        report("wpt-urltestdata.json http(s)", run, wrong);
        assertThat(wrong).hasSizeLessThanOrEqualTo(run * 3 / 100);
    }

    @Test
    void weirdFormsBecomeOne() throws IOException {
        UrlNormalizer normalizer = new UrlNormalizer();
        List<String> wrong = new ArrayList<>();
        List<String[]> rows = rows("conformance/url/weirdToNormalizedUrls.csv");
        rows.removeIf(row -> !row[1].matches("https?://.*"));
        for (String[] row : rows) {
            String got = normalizer.normalize(row[0]).map(URI::toString).orElse("nothing");
            if (!got.equals(row[1])) {
                wrong.add(row[0] + " became " + got + ", not " + row[1]);
            }
            assertThat(normalizer.normalize(got).map(URI::toString).orElse("nothing"))
                    .isEqualTo(got);
        }
        report("weirdToNormalizedUrls.csv http(s)", rows.size(), wrong);
        assertThat(wrong).hasSizeLessThanOrEqualTo(rows.size() / 100);
    }

    @Test
    void invalidUrlsAreRefused() throws IOException {
        List<String[]> rows = rows("conformance/url/invalidUrls.csv");

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(WebUrl.parse(row[0])).isEmpty());
    }

    @Test
    void referencesAreResolved() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String[]> rows = rows("conformance/url/url-resolve.csv");
        rows.removeIf(row -> !row[2].matches("https?://.*"));
        for (String[] row : rows) {
            Optional<HttpUrl> base = WebUrl.parse(row[1]);
            Optional<HttpUrl> got = base.isPresent() ? WebUrl.resolve(base.get(), row[0]) : WebUrl.parse(row[0]);
            if (!got.equals(WebUrl.parse(row[2]))) {
                wrong.add(row[0] + " in " + row[1] + " read as " + got + ", not " + row[2]);
            }
        }
        report("url-resolve.csv", rows.size(), wrong);
        assertThat(wrong).isEmpty();
    }

    /** A plain reader of the little CSV that these files are. */
    private static List<String[]> rows(String name) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SharedCases.file(name))) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                List<String> cells = new ArrayList<>();
                Matcher cell = Pattern.compile(" *(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(?:,|$)")
                        .matcher(line);
                while (cell.find() && cells.size() < 3) {
                    cells.add(
                            cell.group(1) == null
                                    ? cell.group(2)
                                    : cell.group(1).replace("\"\"", "\""));
                }
                rows.add(cells.toArray(String[]::new));
            }
        }
        return rows;
    }

    private static Optional<HttpUrl> read(JsonNode test) {
        Optional<HttpUrl> base = WebUrl.parse(test.path("base").asText(""));
        String input = test.get("input").asText();
        return base.isPresent() ? WebUrl.resolve(base.get(), input) : WebUrl.parse(input);
    }

    private static void report(String name, int run, List<String> wrong) {
        System.out.printf("conformance %s: %d of %d%n", name, run - wrong.size(), run);
        wrong.forEach(one -> System.out.println("WRONG " + one));
    }
}
