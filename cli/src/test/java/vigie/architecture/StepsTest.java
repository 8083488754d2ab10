package vigie.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages of one step do not know each other; they speak {@code vigie.model}, and a *Run class composes them. */
class StepsTest {

    /** One package that may use another, and must: an exception that nobody needs is no exception. */
    private record Allowed(String user, String used) {}

    /**
     * Nutch is only the scheduler of our crawl: what its tasks do is to call our fetcher and our parser, in the
     * order that the focus says. A feed is
     * read by the same polite fetcher as a site. The web server composes as a run does: its pages ask the index, show
     * what reports show, with the same words, maps and grids, and let readers go through the review queue.
     * An export writes its tables as reports do, so that one class keeps formulas out of all of them.
     * A published site composes too: its pages are reports and say the words, figures and glossary of the web pages, its
     * news are a feed.
     */
    private static final List<Allowed> EXCEPTIONS = List.of(
            new Allowed("vigie.crawler.nutch", "vigie.crawler.fetch"),
            new Allowed("vigie.crawler.nutch", "vigie.crawler.parse"),
            new Allowed("vigie.crawler.nutch", "vigie.crawler.focus"),
            new Allowed("vigie.crawler.feed", "vigie.crawler.fetch"),
            new Allowed("vigie.reports.export", "vigie.reports.render"),
            new Allowed("vigie.reports.publish", "vigie.reports.digest"),
            new Allowed("vigie.reports.publish", "vigie.reports.render"),
            new Allowed("vigie.reports.publish", "vigie.reports.web"),
            new Allowed("vigie.reports.web", "vigie.reports.query"),
            new Allowed("vigie.reports.web", "vigie.reports.render"),
            new Allowed("vigie.reports.web", "vigie.reports.review"));

    private static final Set<String> STEPS = Set.of("vigie.crawler", "vigie.indexer", "vigie.reports");

    private static final Pattern PART = Pattern.compile("vigie\\.\\w+\\.\\w+");

    @ParameterizedTest
    @ValueSource(strings = {"crawler", "indexer", "reports"})
    void packagesOfOneStepDoNotKnowEachOther(String step) {
        assertThat(packagesOf(step)).hasSizeGreaterThan(2);
        assertThat(crossings(step).stream()
                        .filter(use -> EXCEPTIONS.stream().noneMatch(exception -> permits(exception, use))))
                .extracting(Dependency::getDescription)
                .isEmpty();
    }

    @Test
    void everyExceptionIsNeeded() {
        assertThat(EXCEPTIONS)
                .allSatisfy(exception -> assertThat(STEPS.stream()
                                .map(step -> step.substring("vigie.".length()))
                                .flatMap(step -> crossings(step).stream()))
                        .as("uses of %s by %s", exception.used(), exception.user())
                        .anyMatch(use -> permits(exception, use)));
    }

    /** Of their step's top package they may speak its records, such as the report that one makes and another renders. */
    @ParameterizedTest
    @ValueSource(strings = {"crawler", "indexer", "reports"})
    void partsDoNotKnowWhatComposesThem(String step) {
        String top = "vigie." + step;
        List<JavaClass> parts = partsOf(step);
        assertThat(parts).isNotEmpty();
        assertThat(parts.stream()
                        .flatMap(Code::uses)
                        .filter(use -> use.getTargetClass().getPackageName().equals(top))
                        .filter(use -> !isSpoken(use.getTargetClass())))
                .extracting(Dependency::getDescription)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crawler.CrawlRun", "indexer.IndexRun", "reports.ReportRun"})
    void eachStepIsComposedByItsRun(String run) {
        assertThat(Code.classes().contain("vigie." + run)).isTrue();
    }

    @Test
    void packagesHaveNoCycles() {
        assertThat(Code.classes().size()).isGreaterThan(200);
        slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(Code.classes());
    }

    private static List<JavaClass> partsOf(String step) {
        return Code.in("vigie." + step).stream()
                .filter(type -> !type.getPackageName().equals("vigie." + step))
                .toList();
    }

    private static Set<String> packagesOf(String step) {
        Set<String> names = new TreeSet<>();
        partsOf(step).forEach(type -> names.add(part(type)));
        return names;
    }

    /** Uses of one package of the step by another. */
    private static List<Dependency> crossings(String step) {
        Predicate<JavaClass> part = type ->
                Code.isIn(type, "vigie." + step) && !type.getPackageName().equals("vigie." + step);
        return partsOf(step).stream()
                .flatMap(Code::uses)
                .filter(use -> part.test(use.getTargetClass()))
                .filter(use -> !part(use.getTargetClass()).equals(part(use.getOriginClass())))
                .toList();
    }

    /** {@code vigie.indexer.extract} for all of {@code vigie.indexer.extract.corenlp}. */
    private static String part(JavaClass type) {
        Matcher matcher = PART.matcher(type.getPackageName());
        return matcher.lookingAt() ? matcher.group() : type.getPackageName();
    }

    private static boolean permits(Allowed exception, Dependency use) {
        return Code.isIn(use.getOriginClass(), exception.user()) && Code.isIn(use.getTargetClass(), exception.used());
    }

    /** A record that the parts may speak: it knows none of them, as what composes them does. */
    private static boolean isSpoken(JavaClass type) {
        JavaClass outer = outermost(type);
        return (outer.isRecord() || outer.isEnum())
                && Code.in(outer.getPackageName()).stream()
                        .filter(inner -> outermost(inner).equals(outer))
                        .flatMap(Code::uses)
                        .allMatch(use -> Code.isIn(use.getTargetClass(), "vigie.model")
                                || outermost(use.getTargetClass()).equals(outer));
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass outer = type.getBaseComponentType();
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    /** Every package is a slice; in a step's top package what composes the parts stands apart from what they speak. */
    private static final class Packages implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            boolean top = STEPS.contains(type.getPackageName());
            return SliceIdentifier.of(type.getPackageName(), top && isSpoken(type) ? "spoken" : "");
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
