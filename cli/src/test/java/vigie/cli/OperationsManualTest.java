package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manual gives to be copied: units of systemd, lines for cron, the rotation of logs. */
class OperationsManualTest {

    private static final Path MANUAL = Path.of(System.getProperty("vigie.root"), "docs", "operations.md");
    private static final Pattern UNIT =
            Pattern.compile("`/etc/systemd/system/([\\w.-]+)`(?:(?!`/etc/systemd)[\\s\\S])*?```ini\n([\\s\\S]*?)```");
    private static final Pattern CRON = Pattern.compile("```cron\n([\\s\\S]*?)```");
    private static final Pattern ROTATION = Pattern.compile("`/etc/logrotate.d/vigie`:\n+```\n([\\s\\S]*?)```");
    private static final Pattern CALL = Pattern.compile("/opt/vigie/bin/vigie ([\\w./ =-]*\\w)");

    @TempDir
    Path folder;

    @Test
    void everyCommandThatIsGivenIsOneOfOurs() throws IOException {
        List<String> calls = CALL.matcher(Files.readString(MANUAL))
                .results()
                .map(call -> call.group(1).replaceFirst(" 2$", ""))
                .toList();
        assertThat(calls).hasSizeGreaterThanOrEqualTo(4);
        for (String call : calls) {
            List<String> words = new ArrayList<>(List.of(call.split(" ", -1)));
            words.add("--help");
            assertThat(Ran.vigie(words).exit()).as(call).isZero();
        }
    }

    @Test
    void unitsAreAsSystemdWantsThem() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/systemd-analyze")),
                "systemd-analyze is missing (package systemd): the manual's units are not verified");
        List<String> command = new ArrayList<>(List.of("/usr/bin/systemd-analyze", "verify"));
        for (MatchResult unit : UNIT.matcher(Files.readString(MANUAL)).results().toList()) {
            Path file = folder.resolve(unit.group(1));
            Files.writeString(file, unit.group(2).replace("/opt/vigie/bin/vigie", "/bin/true"));
            command.add(file.toString());
        }
        assertThat(command).hasSize(2 + 5);
        Process verify = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.contains("vigie"))).isEmpty();
    }

    /** By logrotate itself; only the folder is another, and the user is who runs the test. */
    @Test
    void logsAreRotatedThenCompressed() throws Exception {
        Path program = Needed.program("logrotate", "logrotate");
        Matcher stanza = ROTATION.matcher(Files.readString(MANUAL));
        assertThat(stanza.find()).isTrue();
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Path rules = Files.writeString(
                folder.resolve("rules"),
                stanza.group(1)
                        .replace("/var/log/vigie", logs.toString())
                        .replaceFirst("(?m)^ *su vigie vigie\n", "")
                        .replace("0640 vigie vigie", "0640"));
        Path log = logs.resolve("run.log");

        for (int week = 1; week <= 3; week++) {
            Files.writeString(log, "semaine " + week + "\n");
            rotate(program, rules);
        }

        assertThat(logs.resolve("run.log.1")).hasContent("semaine 3\n");
        assertThat(read(logs.resolve("run.log.2.gz"))).isEqualTo("semaine 2\n");
        assertThat(read(logs.resolve("run.log.3.gz"))).isEqualTo("semaine 1\n");
        assertThat(log).isEmptyFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
                .isEqualTo("rw-r-----");
        rotate(program, rules);
        assertThat(logs.resolve("run.log.4.gz")).as("an empty log is no log").doesNotExist();
    }

    private void rotate(Path program, Path rules) throws IOException, InterruptedException {
        List<String> command = List.of(
                program.toString(),
                "--force",
                "--state",
                folder.resolve("state").toString(),
                rules.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
    }

    private static String read(Path gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void cronRunsItsLinesAndMailsOnlyWhatIsWrong() throws Exception {
        Matcher lines = CRON.matcher(Files.readString(MANUAL));
        assertThat(lines.find()).isTrue();
        List<String> jobs =
                lines.group(1).lines().filter(line -> line.matches("[\\d*].*")).toList();
        assertThat(jobs).hasSize(2);

        assertThat(cron(jobs.get(0), 0)).isEmpty();
        assertThat(folder.resolve("run.log"))
                .content()
                .contains("called run --data")
                .contains("--max-time 6h");
        assertThat(cron(jobs.get(1), 0)).isEmpty();
        assertThat(cron(jobs.get(1), 3)).contains("called status --health --data");
    }

    /** What a line prints, as cron runs it: by the shell, in a poor environment; with a program that says how it was called. */
    private String cron(String line, int exit) throws IOException, InterruptedException {
        Path program = folder.resolve("vigie");
        Files.writeString(program, "#!/bin/sh\necho \"called $*\"\nexit " + exit + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(line).as("cron takes a percent sign for the end of the line").doesNotContain("%");
        String command = line.replaceFirst("^(?:\\S+\\s+){5}", "")
                .replace("/opt/vigie/bin/vigie", program.toString())
                .replace("/var/log/vigie", folder.toString());
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", command).redirectErrorStream(true);
        shell.environment().clear();
        shell.environment().put("PATH", "/usr/bin:/bin");
        Process job = shell.start();
        String printed = new String(job.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        job.waitFor();
        return printed;
    }
}
