package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that {@code mvn package} leaves, on a machine with a Java runtime alone: no compiler, no sources. */
@Tag("long")
class DistributionIT {

    /** What Debian's package of a runtime without windows holds, as far as it matters. */
    private static final String RUNTIME =
            "java.se,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs";

    @Test
    void archiveRunsWithARuntimeAlone(@TempDir Path folder) throws Exception {
        Path runtime = folder.resolve("runtime");
        int linked = ToolProvider.findFirst("jlink")
                .orElseThrow()
                .run(System.out, System.err, "--add-modules", RUNTIME, "--output", runtime.toString());
        assertThat(linked).isZero();
        assertThat(runtime.resolve("bin/javac")).doesNotExist();
        Path archive = Path.of("target/vigie-0.1.0.tar").toAbsolutePath();
        assertThat(run(folder, runtime, "tar", "xf", archive.toString())).isZero();
        Path minutes = Files.writeString(
                folder.resolve("minutes.txt"),
                "Séance du 3 mars 2023. Le conseil approuve l’achat du logiciel d’analyse d’images BriefCam.");

        int exit = run(folder, runtime, "vigie-0.1.0/bin/vigie", "extract", minutes.toString(), "--lang", "en");

        assertThat(exit).isZero();
        // The town is not known, so nothing is claimed; that one claim was left out shows that the text was understood.
        assertThat(folder.resolve("said")).content().contains("One claim");
    }

    private static int run(Path folder, Path runtime, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("VIGIE_JAVA_HOME", runtime.toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
