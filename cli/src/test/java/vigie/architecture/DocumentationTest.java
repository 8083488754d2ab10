package vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents do not point to what is not there, and quote what the code says. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern QUOTE =
            Pattern.compile("`(\\w+/src/main/java/[\\w/]+\\.java)`(?:(?!```)[\\s\\S])*?```java\n([\\s\\S]*?)```");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]+)+)[`.]");

    static Stream<Path> documents() throws IOException {
        Path root = Code.root();
        try (Stream<Path> docs = Files.walk(root.resolve("docs"));
                Stream<Path> top = Files.list(root)) {
            return Stream.concat(docs, top).filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadToFiles(Path document) throws IOException {
        assertThat(matches(LINK, document).map(link -> link.group(1)).filter(link -> !link.contains(":")))
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    @Test
    void architectureQuotesTheRunsAsTheyAre() throws IOException {
        List<MatchResult> quotes =
                matches(QUOTE, Code.root().resolve("docs/architecture.md")).toList();
        assertThat(quotes)
                .hasSize(5)
                .allSatisfy(quote -> assertThat(Code.root().resolve(quote.group(1)))
                        .content()
                        .contains(quote.group(2)));
    }

    @Test
    void architectureNamesClassesThatExist() throws IOException {
        Set<String> known =
                Code.classes().stream().map(type -> type.getSimpleName()).collect(Collectors.toSet());
        assertThat(matches(CLASS, Code.root().resolve("docs/architecture.md")).map(name -> name.group(1)))
                .hasSizeGreaterThan(10)
                .isSubsetOf(known);
    }

    private static Stream<MatchResult> matches(Pattern pattern, Path document) throws IOException {
        return pattern.matcher(Files.readString(document)).results();
    }
}
