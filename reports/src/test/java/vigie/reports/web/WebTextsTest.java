package vigie.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigie.indexer.index.IndexSchema;
import vigie.model.DocumentKind;
import vigie.model.TextOutcome;

class WebTextsTest {

    private static final Pattern USED = Pattern.compile("(?:\\bt|texts|web)\\.get\\(\\s*\"([a-z0-9.-]+)\"[,)]");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        Properties french = texts("web.properties");
        Properties english = texts("web_en.properties");
        assertThat(english.stringPropertyNames())
                .isEqualTo(french.stringPropertyNames())
                .hasSizeGreaterThan(200);
        assertThat(french.stringPropertyNames()).allSatisfy(key -> {
            assertThat(placeholders(english.getProperty(key))).as(key).isEqualTo(placeholders(french.getProperty(key)));
            assertThat(french.getProperty(key) + english.getProperty(key))
                    .as(key)
                    .doesNotContain("'");
        });
    }

    @Test
    void everyTextCanBeFilled() throws IOException {
        Set<String> keys = texts("web.properties").stringPropertyNames();
        for (WebTexts texts :
                new WebTexts[] {new WebTexts(java.util.Locale.FRENCH), new WebTexts(java.util.Locale.ENGLISH)}) {
            assertThat(keys)
                    .allSatisfy(key ->
                            assertThat(texts.get(key, 2, 2, 2, 2)).as(key).isNotBlank());
        }
    }

    @Test
    void everyTextThatIsAskedForIsThere() throws IOException {
        Set<String> keys = new TreeSet<>(texts("web.properties").stringPropertyNames());
        keys.addAll(texts("../report.properties").stringPropertyNames());
        Set<String> used = new TreeSet<>();
        for (Path folder : new Path[] {Path.of("src/main/java/vigie/reports/web"), Path.of("src/main/jte/web")}) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .flatMap(file -> USED.matcher(read(file)).results())
                        .map(found -> found.group(1))
                        .forEach(used::add);
            }
        }
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(keys).containsAll(used);
    }

    @Test
    void everyTermHasAName() throws IOException {
        Set<String> keys = texts("web.properties").stringPropertyNames();
        assertThat(keys)
                .containsAll(Stream.of(DocumentKind.values())
                        .map(term -> "kind." + term.id())
                        .toList())
                .containsAll(Stream.of(TextOutcome.values())
                        .map(term -> "outcome." + term.id())
                        .toList())
                .containsAll(IndexSchema.FACETS.stream()
                        .map(field -> "facet." + field)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Refusal.Reason.class)
    void everyRefusalSaysWhatCauseAndRemedy(Refusal.Reason reason) throws IOException {
        assertThat(texts("web.properties").stringPropertyNames())
                .contains(
                        "error." + reason.id() + ".title",
                        "error." + reason.id() + ".cause",
                        "error." + reason.id() + ".remedy");
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{\\d")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties texts(String name) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(
                Path.of("src/main/resources/vigie/reports/web").resolve(name))) {
            properties.load(in);
        }
        return properties;
    }
}
