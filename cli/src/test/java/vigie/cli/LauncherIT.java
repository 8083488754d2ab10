package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.cli.LauncherFixture.Start;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherIT {

    private static final Map<String, String> BARE = Map.of();

    @TempDir
    Path folder;

    private LauncherFixture machine;

    @BeforeEach
    void setUp() throws Exception {
        machine = new LauncherFixture(folder);
    }

    @Test
    void newestJavaIsTaken() throws Exception {
        machine.java("user/.sdkman/candidates/java/17", "17.0.1");
        Path newest = machine.java("user/.sdkman/candidates/java/25", "25");
        Path told = machine.java("told", "21.0.3");

        Start start = machine.start(machine.distribution(), Map.of("JAVA_HOME", told.toString()), "status");

        assertThat(start.home()).isEqualTo(newest.toString());
    }

    @Test
    void javaOnThePathIsFoundThroughItsLinks() throws Exception {
        Path home = machine.java("somewhere", "17.0.9");
        Files.createSymbolicLink(machine.machine().resolve("tools/java"), home.resolve("bin/java"));

        assertThat(machine.start(machine.distribution(), BARE, "status").home()).isEqualTo(home.toString());
    }

    @Test
    void javaThatTheUserNamesIsTakenThoughOlder() throws Exception {
        machine.java("user/.sdkman/candidates/java/25", "25");
        Path named = machine.java("named", "17");

        Start start = machine.start(machine.distribution(), Map.of("VIGIE_JAVA_HOME", named.toString()), "status");

        assertThat(start.home()).isEqualTo(named.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_302", "11.0.2", "16", ""})
    void oldJavaIsRefused(String version) throws Exception {
        Path old = machine.java("old", version);

        Start start = machine.start(machine.distribution(), Map.of("VIGIE_JAVA_HOME", old.toString()), "status");

        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.err()).contains("VIGIE_JAVA_HOME=" + old).contains("17");
        assertThat(start.out()).isEmpty();
    }

    @Test
    void machineWithoutJavaIsToldWhatToInstall() throws Exception {
        machine.java("user/.sdkman/candidates/java/11", "11.0.2");

        Start start = machine.start(machine.distribution(), BARE, "status");

        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.err())
                .contains("no Java of version 17")
                .contains("openjdk-17")
                .contains("JAVA_HOME");
    }

    @Test
    void distributionRunsItsJarsWithItsOwnConfiguration() throws Exception {
        machine.java("user/.sdkman/candidates/java/17", "17.0.1");
        Path script = machine.distribution();
        Path home = LauncherFixture.homeOf(script);

        Start start = machine.start(script, BARE, "search", "deux mots", "--limit", "3", "");

        assertThat(start.lines())
                .contains("-Dvigie.home=" + home, home + "/lib/a.jar:" + home + "/lib/b.jar")
                .noneMatch(line -> line.startsWith("-Dvigie.config"))
                .containsSubsequence("vigie.cli.Main", "search", "deux mots", "--limit", "3", "");
        assertThat(machine.builds()).isEmpty();
    }

    @Test
    void incompleteDistributionIsNamed() throws Exception {
        machine.java("user/.sdkman/candidates/java/17", "17.0.1");
        Path script = machine.distribution();
        Path lib = LauncherFixture.homeOf(script).resolve("lib");
        Files.move(lib, lib.resolveSibling("gone"));

        Start start = machine.start(script, BARE, "status");

        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.err()).contains(lib.toString()).contains("not complete");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void linkToTheLauncherWorks(boolean absolute) throws Exception {
        machine.java("user/.sdkman/candidates/java/17", "17.0.1");
        Path script = machine.distribution();
        Path second = machine.machine().resolve("second");
        Path first = machine.machine().resolve("first");
        Files.createSymbolicLink(second, absolute ? script : machine.machine().relativize(script));
        Files.createSymbolicLink(first, absolute ? second : Path.of("second"));

        Start start = machine.start(first, BARE, "status");

        assertThat(start.lines()).contains("-Dvigie.home=" + LauncherFixture.homeOf(script));
    }

    @Test
    void sourceTreeIsBuiltOnFirstUseOnly() throws Exception {
        machine.jdk("user/.sdkman/candidates/java/17", "17.0.1");
        machine.installMaven();
        Path script = machine.sources();

        Start first = machine.start(script, BARE, "status");
        Start second = machine.start(script, BARE, "status");

        assertThat(machine.builds()).singleElement().asString().contains("-Dbuild.quick package");
        assertThat(first.err()).contains("building");
        assertThat(second.err()).isEmpty();
        assertThat(second.lines()).contains("-Dvigie.config=" + script.resolveSibling("config"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "model/pom.xml", "model/src/main/java/A.java", "vigie"})
    void sourceTreeIsBuiltAgainWhenSourcesAreNewer(String changed) throws Exception {
        machine.jdk("user/.sdkman/candidates/java/17", "17.0.1");
        machine.installMaven();
        Path script = machine.sources();
        machine.start(script, BARE, "status");

        Files.setLastModifiedTime(
                script.resolveSibling(changed), FileTime.from(Instant.now().plusSeconds(60)));
        machine.start(script, BARE, "status");

        assertThat(machine.builds()).hasSize(2);
    }

    @Test
    void buildWithoutMavenSaysWhatToInstall() throws Exception {
        machine.jdk("user/.sdkman/candidates/java/17", "17.0.1");

        Start start = machine.start(machine.sources(), BARE, "status");

        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.err()).contains("Maven is needed");
    }

    @Test
    void buildNeedsACompiler() throws Exception {
        machine.java("user/.sdkman/candidates/java/25", "25");
        machine.installMaven();

        Start start = machine.start(machine.sources(), BARE, "status");

        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.err()).contains("no JDK of version 17").contains("openjdk-17-jdk");
        assertThat(machine.builds()).isEmpty();
    }

    @Test
    void failedBuildEndsThere() throws Exception {
        machine.jdk("user/.sdkman/candidates/java/17", "17.0.1");
        machine.installBrokenMaven();

        Start start = machine.start(machine.sources(), BARE, "status");

        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.err()).contains("the build failed");
        assertThat(start.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "crawl, -Xmx448m",
        "run, -Xmx1200m",
        "demo, -Xmx1200m",
        "extract, -Xmx1g",
        "search, -Xmx256m",
    })
    void eachCommandHasItsCeiling(String command, String ceiling) throws Exception {
        machine.java("user/.sdkman/candidates/java/17", "17.0.1");

        Start start = machine.start(machine.distribution(), BARE, "--data", "somewhere", "--quiet", command);

        assertThat(start.lines()).contains(ceiling);
    }

    @ParameterizedTest
    @CsvSource({"run, --data, data a", "crawl, --quiet, data", "run, --data=data a, data a"})
    void onlyTheFirstRunOfACollectionIsOptimised(String command, String option, String folder) throws Exception {
        machine.java("user/.sdkman/candidates/java/17", "17.0.1");
        Path script = machine.distribution();
        List<String> words = option.equals("--data") ? List.of(option, folder, command) : List.of(option, command);
        String quick = "-XX:TieredStopAtLevel=1";
        Path data = Files.createDirectories(machine.machine().resolve(folder));

        Start first = machine.start(script, BARE, words.toArray(String[]::new));
        Files.writeString(data.resolve("runs.jsonl"), "{\"command\":\"run\",\"index\":null}\n");
        Start afterAStop = machine.start(script, BARE, words.toArray(String[]::new));
        Files.writeString(data.resolve("runs.jsonl"), "{\"command\":\"run\",\"index\":{\"indexed\":3}}\n");

        assertThat(first.lines()).doesNotContain(quick);
        assertThat(afterAStop.lines()).doesNotContain(quick);
        assertThat(machine.start(script, BARE, words.toArray(String[]::new)).lines())
                .contains(quick);
        assertThat(machine.start(script, BARE, "index").lines()).doesNotContain(quick);
    }

    @Test
    void optionsOfTheUserComeLast() throws Exception {
        machine.java("user/.sdkman/candidates/java/17", "17.0.1");

        Start start = machine.start(machine.distribution(), Map.of("VIGIE_JAVA_OPTS", "-Xmx2g -Da=b"), "run");

        assertThat(start.lines()).containsSubsequence("-Xmx1200m", "-Xmx2g", "-Da=b", "vigie.cli.Main");
    }

    @ParameterizedTest
    @CsvSource({
        "17.0.1, java-17, -XX:SharedArchiveFile=",
        "25, java-25, -XX:AOTCache=",
    })
    void firstSearchLeavesAClassCacheForTheQuickCommands(String version, String name, String use) throws Exception {
        machine.java("user/.sdkman/candidates/java/x", version);
        Path script = machine.distribution();

        Start search = machine.start(script, BARE, "search", "a");
        Path cache = machine.awaitFile("user/.cache/vigie-0.1.0/" + name);

        assertThat(search.lines()).noneMatch(line -> line.startsWith("-XX:A") || line.startsWith(use));
        assertThat(machine.start(script, BARE, "status").lines())
                .contains(use + cache, "-Xlog:cds*=off")
                .doesNotContain("-Xlog:aot=off", "-Xlog:cds=off");
        assertThat(machine.start(script, BARE, "run").lines()).noneMatch(line -> line.startsWith(use));
    }

    @Test
    void firstReportLeavesAClassCacheForTheNextAndMakesItselfOnlyOnce() throws Exception {
        machine.java("user/.sdkman/candidates/java/x", "25");
        Path script = machine.distribution();

        Start first = machine.start(script, BARE, "report", "city", "a b", "--out", "some where", "--format", "md");
        Path cache = machine.awaitFile("user/.cache/vigie-0.1.0/report-25");

        assertThat(first.lines())
                .containsSubsequence("report", "city", "a b", "--out", "some where", "--format", "md")
                .noneMatch(line -> line.startsWith("-XX:A"));
        assertThat(machine.trainings())
                .singleElement()
                .asString()
                .contains("report city a b --format md --out " + cache + ".new.out")
                .doesNotContain("some where");
        assertThat(machine.start(script, BARE, "report", "city", "a").lines()).contains("-XX:AOTCache=" + cache);
    }

    /** The virtual machine looks at size and time of a jar, and ours all bear the same time. */
    @Test
    void classCacheOfOtherJarsIsNotUsed() throws Exception {
        machine.java("user/.sdkman/candidates/java/x", "25");
        Path script = machine.distribution();
        Path jar = LauncherFixture.homeOf(script).resolve("lib/a.jar");
        machine.start(script, BARE, "search", "a");
        machine.awaitFile("user/.cache/vigie-0.1.0/java-25");
        Thread.sleep(20);
        Files.delete(jar);
        Files.createFile(jar);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(machine.start(script, BARE, "status").lines()).noneMatch(line -> line.startsWith("-XX:AOTCache="));
        machine.start(script, BARE, "search", "a");
        assertThat(machine.start(script, BARE, "status").lines()).anyMatch(line -> line.startsWith("-XX:AOTCache="));
    }

    @Test
    void firstSiteLeavesAClassCacheForTheNext() throws Exception {
        machine.java("user/.sdkman/candidates/java/x", "25");
        Path script = machine.distribution();

        Start first = machine.start(script, BARE, "serve", "--port", "8080");
        Path cache = machine.awaitFile("user/.cache/vigie-0.1.0/serve-25");

        assertThat(first.lines()).contains("8080").noneMatch(line -> line.startsWith("-XX:A"));
        assertThat(machine.start(script, BARE, "serve").lines()).contains("-XX:AOTCache=" + cache);
    }

    @Test
    void widthOfTheTerminalIsToldToJava() throws Exception {
        Needed.program(Path.of("/usr/bin/python3"), "python3");
        machine.java("user/.sdkman/candidates/java/25", "25");
        Path script = machine.distribution();

        assertThat(machine.startInTerminal(72, script, BARE, "status").exitCode())
                .isZero();
        machine.startInTerminal(72, script, Map.of("COLUMNS", "90"), "status");
        machine.start(script, BARE, "status");

        assertThat(machine.widths()).containsExactly("columns 72", "columns 90");
    }
}
