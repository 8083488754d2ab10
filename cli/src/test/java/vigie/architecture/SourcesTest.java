package vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the source text shows: broad catches, the length of the *Run classes, names. */
class SourcesTest {

    private static final int LONGEST_RUN = 100;

    /**
     * Where anything may be caught: in the run loops, where one bad item becomes an issue and the run goes on; in the
     * child process, its PDF classes and where it reads files inside others, since PDFBox throws whatever a broken file makes it
     * stumble over; around
     * Nutch's tools, which throw bare runtime exceptions that are given a cause and a remedy there.
     */
    private static final Pattern MAY_CATCH_ALL = Pattern.compile("\\w+Run|ParserChild|InnerFiles|Pdf\\w+|Jobs");

    private static final Pattern FORBIDDEN_WORD =
            Pattern.compile("(?:^|(?<=[a-z0-9]))(?:Utils?|Utilities|Helpers?|Managers?|Impl)(?=[A-Z]|$)");

    private static final Set<String> FORBIDDEN_PACKAGES =
            Set.of("core", "common", "commons", "util", "utils", "helper", "helpers", "manager", "managers", "impl");

    @Test
    void broadCatchIsForRunLoops() {
        assertThat(Code.sources()).hasSizeGreaterThan(200);
        assertThat(Code.sources().stream()
                        .filter(file -> !MAY_CATCH_ALL.matcher(nameOf(file)).matches())
                        .filter(file -> !BroadCatches.in(read(file)).isEmpty()))
                .isEmpty();
    }

    @Test
    void somebodyDoesCatchAll() {
        assertThat(Code.sources().stream()
                        .filter(file -> !BroadCatches.in(read(file)).isEmpty())
                        .map(SourcesTest::nameOf))
                .contains("FeedsRun", "ParserChild");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crawler", "indexer", "reports"})
    void runReadsLikeTheDiagram(String step) {
        List<Path> runs = Code.sources(step).stream()
                .filter(file -> nameOf(file).endsWith("Run"))
                .toList();
        assertThat(runs)
                .isNotEmpty()
                .allSatisfy(run -> assertThat(codeLines(run))
                        .as("lines of code in %s, imports and comments not counted", run)
                        .isLessThanOrEqualTo(LONGEST_RUN));
    }

    @Test
    void namesSayWhatAClassIs() {
        assertThat(Code.classes().stream().map(JavaClass::getSimpleName))
                .hasSizeGreaterThan(200)
                .allSatisfy(name -> assertThat(name).doesNotContainPattern(FORBIDDEN_WORD));
    }

    @Test
    void packagesSayWhatTheyHold() {
        assertThat(Code.classes().stream().map(JavaClass::getPackageName).flatMap(name -> Stream.of(name.split("\\."))))
                .contains("vigie", "crawler")
                .doesNotContainAnyElementsOf(FORBIDDEN_PACKAGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Util", "TextUtils", "ParseHelper", "IndexManager", "GateImpl", "ImplFactory"})
    void forbiddenNameIsSeen(String name) {
        assertThat(name).containsPattern(FORBIDDEN_WORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Utility", "Implied", "Simple", "Managerial"})
    void innocentNamePasses(String name) {
        assertThat(name).doesNotContainPattern(FORBIDDEN_WORD);
    }

    private static long codeLines(Path file) {
        return read(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("import ") && !line.startsWith("package "))
                .filter(line -> !line.startsWith("/*") && !line.startsWith("*") && !line.startsWith("//"))
                .count();
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
