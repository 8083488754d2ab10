package vigie.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/glossary.md} explains every word of the model, and none that does not exist. */
class GlossaryTest {

    private static final Pattern TYPE_ROW = Pattern.compile("(?m)^\\| `([A-Z][\\w.]*)` \\|([^|\n]*)\\|([^|\n]*)\\|$");
    private static final Pattern WORD_ROW = Pattern.compile("(?m)^\\| `([\\w-]+)` \\|([^|\n]*)\\|([^|\n]*)\\|$");

    private final String glossary = read();
    private final String types = glossary.substring(0, glossary.indexOf("## Vocabularies"));

    @Test
    void everyPublicTypeIsExplained() {
        assertThat(names(publicTypes())).hasSizeGreaterThan(50).isSubsetOf(rows(TYPE_ROW, types));
    }

    @Test
    void everyExplainedTypeExists() {
        assertThat(rows(TYPE_ROW, types)).isNotEmpty().isSubsetOf(names(publicTypes()));
    }

    @Test
    void everyVocabularyHasItsWords() {
        assertThat(vocabularies())
                .hasSizeGreaterThan(9)
                .allSatisfy(type -> assertThat(rows(WORD_ROW, section(type)))
                        .as("words of %s", name(type))
                        .isEqualTo(words(type)));
    }

    @Test
    void everyRowSaysSomething() {
        assertThat(glossary.lines().filter(line -> line.startsWith("|")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(
                                line.substring(1, line.length() - 1).split("\\|", -1))
                        .hasSize(3)
                        .noneMatch(String::isBlank));
    }

    private String section(Class<?> type) {
        String title = "### `" + name(type) + "`\n";
        assertThat(glossary).contains(title);
        int start = glossary.indexOf(title) + title.length();
        int end = glossary.indexOf("\n#", start);
        return end < 0 ? glossary.substring(start) : glossary.substring(start, end);
    }

    private static Set<String> rows(Pattern row, String text) {
        return row.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(word -> word instanceof Term term ? term.id() : word.toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Class<?>> vocabularies() {
        return publicTypes().stream().filter(Class::isEnum).toList();
    }

    private static Set<String> names(List<Class<?>> types) {
        return types.stream().map(GlossaryTest::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code Deployment.Event} for a nested type. */
    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static List<Class<?>> publicTypes() {
        try {
            Path classes = Path.of(Claim.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes)) {
                return files.map(file -> classes.relativize(file).toString().replace('\\', '/'))
                        .filter(file -> file.startsWith("vigie/model/") && file.endsWith(".class"))
                        .filter(file -> !file.endsWith("-info.class"))
                        .<Class<?>>map(file -> load(file.replace(".class", "").replace('/', '.')))
                        .filter(GlossaryTest::isPublic)
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("cannot list the classes of the model", e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, GlossaryTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name + " cannot be loaded", e);
        }
    }

    private static String read() {
        Path file = Path.of(System.getProperty("vigie.root", "..")).resolve("docs/glossary.md");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
