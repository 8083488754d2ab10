package vigie.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the rules look at: every class of Vigie outside the tests, and the sources that they were made of. */
final class Code {

    /** The modules, in the order the data flows. */
    static final List<String> MODULES = List.of("model", "crawler", "indexer", "reports", "cli");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vigie");

    private Code() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    /** The classes of {@code packageName} and of all below it. */
    static List<JavaClass> in(String packageName) {
        return CLASSES.stream().filter(type -> isIn(type, packageName)).toList();
    }

    static boolean isIn(JavaClass type, String packageName) {
        return (type.getPackageName() + ".").startsWith(packageName + ".");
    }

    /** What a class uses of Vigie's other packages. */
    static Stream<Dependency> uses(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(use -> isIn(use.getTargetClass().getBaseComponentType(), "vigie"));
    }

    /** The {@code .java} files of all modules, tests left out. */
    static List<Path> sources() {
        return MODULES.stream().flatMap(module -> sources(module).stream()).toList();
    }

    /** The {@code .java} files of one module, tests left out. */
    static List<Path> sources(String module) {
        try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("cannot read the sources of " + module, e);
        }
    }

    /** The project's root; Maven names it. */
    static Path root() {
        return Path.of(System.getProperty("vigie.root", "..")).toAbsolutePath().normalize();
    }
}
