package vigie.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a test needs that not every machine has. */
final class Needed {

    private Needed() {}

    /**
     * Skips the test where a program is missing, naming the packages that bring it; where nothing may be skipped
     * ({@code VIGIE_NOTHING_SKIPPED} is set), the test fails instead.
     */
    static void program(Path program, String packages) {
        boolean present = Files.isExecutable(program);
        String message = program + " is missing: install the packages " + packages;
        if (!present && System.getenv("VIGIE_NOTHING_SKIPPED") != null) {
            throw new AssertionError(message);
        }
        assumeTrue(present, message);
    }

    /** The same for a program that lies on the path, or where programs of administrators do. */
    static Path program(String name, String packages) {
        Path found = Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)),
                        Stream.of("/usr/sbin", "/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("/usr/sbin", name));
        program(found, packages);
        return found;
    }

    /** The folder of real documents beside the project; skips the test where it is absent. */
    static Path corpus() {
        Path corpus = Collection.root().resolve("../shared/corpus").normalize();
        assumeTrue(Files.isDirectory(corpus), "no real documents at " + corpus + ": skipped");
        return corpus;
    }
}
