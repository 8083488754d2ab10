package vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No mutable statics; no clock, randomness or standard output but where a run is put together. */
class StateTest {

    /** A task of a cluster is started by Hadoop, so it puts its own parts together. */
    private static final String CLUSTER_TASK = "vigie.crawler.nutch.CrawlParts";
    /** Its short form of {@code open} is for those who have no clock; the long one takes theirs. */
    private static final String ARCHIVE = "vigie.model.archive.Archive";
    /** The parsing child keeps its standard output for its parent. */
    private static final String PARSER_CHILD = "vigie.crawler.parse.ParserChild";

    private static final Set<String> OWN_CLOCK = Set.of(CLUSTER_TASK, ARCHIVE);
    private static final Set<String> MAY_HALT = Set.of(PARSER_CHILD);

    private static final Set<String> CALLS = Set.of(
            "java.time.Clock.system",
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.",
            "java.security.SecureRandom.");

    /** Harmless with an argument: a date of a given moment, a generator with a given seed. */
    private static final Set<String> MAKERS = Set.of("java.util.Date.<init>", "java.util.Random.<init>");

    private static final Set<String> ENDINGS =
            Set.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt");

    @Test
    void staticFieldsAreFinal() {
        assertThat(statics()).hasSizeGreaterThan(100);
        assertThat(statics().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .map(JavaField::getFullName))
                .isEmpty();
    }

    @Test
    void staticFieldsHoldWhatCannotChange() {
        assertThat(statics().stream().filter(field -> !Immutability.of(field)).map(JavaField::getFullName))
                .isEmpty();
    }

    @Test
    void timeAndChanceArePassedIn() {
        assertThat(origins(StateTest::readsTimeOrChance)).containsAll(OWN_CLOCK);
        assertThat(origins(StateTest::readsTimeOrChance)
                        .filter(name -> !isComposition(name))
                        .filter(name -> !OWN_CLOCK.contains(name)))
                .isEmpty();
    }

    @Test
    void onlyTheCommandLinePrints() {
        assertThat(origins(StateTest::prints)).isNotEmpty().allMatch(name -> name.startsWith("vigie.cli."));
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        assertThat(origins(StateTest::endsTheProcess)).containsAll(MAY_HALT);
        assertThat(origins(StateTest::endsTheProcess).filter(name -> !MAY_HALT.contains(name)))
                .allMatch(name -> name.startsWith("vigie.cli."));
    }

    private static List<JavaField> statics() {
        return Code.classes().stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .toList();
    }

    /** Names of the outermost classes that make such an access. */
    private static Stream<String> origins(Predicate<AccessTarget> sought) {
        return Code.classes().stream()
                .filter(type -> accesses(type).map(JavaAccess::getTarget).anyMatch(sought))
                .map(type -> type.getName().replaceAll("\\$.*", ""))
                .distinct();
    }

    private static Stream<JavaAccess<?>> accesses(JavaClass type) {
        return Stream.concat(type.getAccessesFromSelf().stream(), type.getMethodReferencesFromSelf().stream());
    }

    private static boolean isComposition(String name) {
        return name.startsWith("vigie.cli.") || name.endsWith("Run");
    }

    private static boolean readsTimeOrChance(AccessTarget target) {
        String owner = target.getOwner().getName();
        String call = owner + "." + target.getName();
        boolean now = owner.startsWith("java.time.") && target.getName().equals("now") && !takesClock(target);
        boolean made = MAKERS.contains(call) && takesNothing(target);
        return now || made || CALLS.stream().anyMatch(call::startsWith);
    }

    private static boolean takesClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static boolean takesNothing(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getRawParameterTypes().isEmpty();
    }

    private static boolean prints(AccessTarget target) {
        boolean system = target.getOwner().getName().equals("java.lang.System")
                && target.getName().equals("out");
        return system || target.getName().equals("printStackTrace");
    }

    private static boolean endsTheProcess(AccessTarget target) {
        return ENDINGS.contains(target.getOwner().getName() + "." + target.getName());
    }
}
