package vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each library lives in one place, so that it can be replaced there. */
class LibrariesTest {

    /**
     * A library and where it may be used: in exactly these packages, in each of them.
     *
     * @param packages of the library
     * @param homes packages of Vigie, each with all below it
     */
    private record Library(String name, List<String> packages, Set<String> homes) {

        boolean holds(JavaClass type) {
            return packages.stream().anyMatch(name -> Code.isIn(type.getBaseComponentType(), name));
        }

        boolean isHomeOf(JavaClass type) {
            return homes.stream().anyMatch(home -> Code.isIn(type, home));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** URLs are one value type all over the crawler; only the fetcher may speak HTTP with that library. */
    private static final String URL_TYPE = "okhttp3.HttpUrl";

    static Stream<Library> libraries() {
        return Stream.of(
                library("Nutch", List.of("org.apache.nutch"), "vigie.crawler.nutch"),
                library("Hadoop", List.of("org.apache.hadoop"), "vigie.crawler.nutch"),
                library("CoreNLP", List.of("edu.stanford"), "vigie.indexer.extract.corenlp"),
                library("Lucene", List.of("org.apache.lucene"), "vigie.indexer.index", "vigie.reports.query"),
                library("jsoup", List.of("org.jsoup"), "vigie.crawler.parse"),
                library("Tika", List.of("org.apache.tika"), "vigie.crawler.parse"),
                // cli writes the sample world's PDF files.
                library("PDFBox", List.of("org.apache.pdfbox"), "vigie.crawler.parse", "vigie.cli.demo"),
                library("openhtmltopdf", List.of("com.openhtmltopdf"), "vigie.reports.render"),
                library("OkHttp", List.of("okhttp3", "okio"), "vigie.crawler.fetch"),
                library("crawler-commons", List.of("crawlercommons"), "vigie.crawler.fetch", "vigie.crawler.nutch"),
                library("Guava", List.of("com.google.common"), "vigie.crawler.nutch"),
                library("FastCSV", List.of("de.siegmar"), "vigie.crawler.feed", "vigie.reports.render"),
                library("Parquet", List.of("org.apache.parquet"), "vigie.reports.export"),
                library("SQL", List.of("java.sql"), "vigie.reports.export"),
                library("jwarc", List.of("org.netpreserve"), "vigie.model.archive"),
                library("SnakeYAML", List.of("org.yaml"), "vigie.model.config"),
                library("JTE", List.of("gg.jte"), "vigie.reports.publish", "vigie.reports.render", "vigie.reports.web"),
                library("Javalin", List.of("io.javalin"), "vigie.reports.web"),
                library("Jetty", List.of("org.eclipse.jetty"), "vigie.reports.web"),
                library("rome", List.of("com.rometools"), "vigie.reports.digest"),
                library("Jakarta Mail", List.of("jakarta.mail"), "vigie.reports.digest"),
                library("picocli", List.of("picocli"), "vigie.cli"),
                library("progress bar", List.of("me.tongfei"), "vigie.cli"),
                library("the JDK's web server", List.of("com.sun.net.httpserver"), "vigie.cli.demo"));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void libraryStaysAtHome(Library library) {
        assertThat(uses(library).filter(use -> !library.isHomeOf(use.getOriginClass())))
                .extracting(Dependency::getDescription)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void libraryIsUsedInEachOfItsHomes(Library library) {
        assertThat(library.homes())
                .allSatisfy(home -> assertThat(uses(library))
                        .as("uses of %s in %s", library, home)
                        .anyMatch(use -> Code.isIn(use.getOriginClass(), home)));
    }

    @Test
    void onlyParsingBorrowsTheUrlType() {
        assertThat(Code.classes().stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> isUrlType(use.getTargetClass()))
                        .map(use -> use.getOriginClass().getPackageName()))
                .containsOnly("vigie.crawler.fetch", "vigie.crawler.parse");
    }

    @Test
    void modelKnowsJacksonAndTheWarcFormatOnly() {
        List<String> known = List.of(
                "java",
                "vigie.model",
                "org.jspecify",
                "com.fasterxml.jackson",
                "org.yaml.snakeyaml",
                "org.netpreserve");
        List<JavaClass> model = Code.in("vigie.model");
        assertThat(model).isNotEmpty();
        assertThat(model.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use ->
                                !use.getTargetClass().getBaseComponentType().isPrimitive())
                        .filter(use -> known.stream()
                                .noneMatch(
                                        name -> Code.isIn(use.getTargetClass().getBaseComponentType(), name))))
                .extracting(Dependency::getDescription)
                .isEmpty();
    }

    private static Stream<Dependency> uses(Library library) {
        return Code.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> library.holds(use.getTargetClass()))
                .filter(use -> !isUrlType(use.getTargetClass()));
    }

    private static boolean isUrlType(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        return name.equals(URL_TYPE) || name.startsWith(URL_TYPE + "$");
    }

    private static Library library(String name, List<String> packages, String... homes) {
        return new Library(name, packages, Set.of(homes));
    }
}
