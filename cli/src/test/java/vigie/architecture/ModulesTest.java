package vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may depend on whom: model ← crawler, indexer; indexer ← reports; cli sees all. */
class ModulesTest {

    /** Packages (and all below) that a module may use besides its own; cli is free. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "model", Set.of(),
            "crawler", Set.of("vigie.model"),
            "indexer", Set.of("vigie.model"),
            "reports", Set.of("vigie.model", "vigie.indexer.index"));

    static List<String> modules() {
        return Code.MODULES;
    }

    static Set<String> boundModules() {
        return MAY_USE.keySet();
    }

    @ParameterizedTest
    @MethodSource("boundModules")
    void moduleUsesOnlyWhatLiesBeforeIt(String module) {
        Set<String> permitted = MAY_USE.getOrDefault(module, Set.of());
        assertThat(usesOutside(module).stream()
                        .filter(use ->
                                permitted.stream().noneMatch(allowed -> Code.isIn(use.getTargetClass(), allowed))))
                .extracting(Dependency::getDescription)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("boundModules")
    void whatAModuleMayUseItDoesUse(String module) {
        assertThat(Code.in("vigie." + module)).isNotEmpty();
        assertThat(MAY_USE.getOrDefault(module, Set.of()))
                .allSatisfy(allowed -> assertThat(usesOutside(module))
                        .as("uses of %s by %s", allowed, module)
                        .anyMatch(use -> Code.isIn(use.getTargetClass(), allowed)));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleHoldsThePackageOfItsName(String module) {
        Path home = Code.root().resolve(module).resolve("src/main/java/vigie").resolve(module);
        assertThat(Code.sources(module)).isNotEmpty().allMatch(file -> file.startsWith(home));
    }

    @Test
    void crawlerAndIndexerMeetOnlyInTheArchive() {
        assertThat(usesOutside("crawler")).noneMatch(use -> Code.isIn(use.getTargetClass(), "vigie.indexer"));
        assertThat(usesOutside("indexer")).noneMatch(use -> Code.isIn(use.getTargetClass(), "vigie.crawler"));
        assertThat(List.of("crawler", "indexer"))
                .allSatisfy(module -> assertThat(usesOutside(module))
                        .as("uses of the archive by %s", module)
                        .anyMatch(use -> Code.isIn(use.getTargetClass(), "vigie.model.archive")));
    }

    private static List<Dependency> usesOutside(String module) {
        String own = "vigie." + module;
        return Code.in(own).stream()
                .flatMap(Code::uses)
                .filter(use -> !Code.isIn(use.getTargetClass().getBaseComponentType(), own))
                .toList();
    }
}
