package vigie.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A machine for the launcher: a copy of the script, only the tools that it names on the path, and Java homes that tell
 * what they were asked instead of running. No Java of the real machine is seen.
 */
final class LauncherFixture {

    private static final List<String> TOOLS = List.of(
            "sed",
            "head",
            "dirname",
            "readlink",
            "find",
            "mkdir",
            "mv",
            "rm",
            "rmdir",
            "cat",
            "printf",
            "touch",
            "sleep",
            "stty");

    /** Prints its home and its arguments, one a line; leaves the class cache that it is asked for. */
    private static final String FAKE_JAVA = """
            #!/bin/sh
            echo "home=${0%/bin/java}"
            [ -z "$COLUMNS" ] || echo "columns $COLUMNS" >>"$FAKE_LOG"
            for argument in "$@"; do
                echo "$argument"
                case $argument in
                    -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*)
                        echo "train $*" >>"$FAKE_LOG"
                        : >"${argument#*=}"
                        ;;
                esac
            done
            """;

    /** Python: runs a command in a terminal of so many columns. */
    private static final String IN_TERMINAL = """
            import fcntl, os, pty, struct, sys, termios
            child, terminal = pty.fork()
            if child == 0:
                fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack('HHHH', 24, int(sys.argv[1]), 0, 0))
                os.execv(sys.argv[2], sys.argv[2:])
            try:
                while os.read(terminal, 1024): pass
            except OSError: pass
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
            """;

    private static final String FAKE_MAVEN = """
            #!/bin/sh
            echo "mvn $*" >>"$FAKE_LOG"
            mkdir -p cli/target/vigie-0.1.0/vigie-0.1.0/lib
            : >cli/target/vigie-0.1.0/vigie-0.1.0/lib/vigie.jar
            """;

    private final Path machine;
    private final Path tools;

    LauncherFixture(Path machine) throws IOException {
        this.machine = machine.toRealPath();
        this.tools = Files.createDirectories(this.machine.resolve("tools"));
        for (String tool : TOOLS) {
            executable(tools.resolve(tool), "#!/bin/sh\nexec " + real(tool) + " \"$@\"\n");
        }
    }

    /** What a start gave. */
    record Start(int exitCode, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        /** The Java home that was taken. */
        String home() {
            return lines().get(0).replaceFirst("home=", "");
        }
    }

    Path machine() {
        return machine;
    }

    /** A distribution: {@code bin/vigie} and {@code lib/}. */
    Path distribution() throws IOException {
        Path home = machine.resolve("a folder/vigie-0.1.0");
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/b.jar"));
        Files.createFile(home.resolve("lib/a.jar"));
        return script(home.resolve("bin/vigie"));
    }

    /** The distribution of {@code bin/vigie}. */
    static Path homeOf(Path script) {
        return script.resolve("../..").normalize();
    }

    /** A source tree that was never built. */
    Path sources() throws IOException {
        Path root = machine.resolve("source tree");
        Files.createDirectories(root.resolve("model/src/main/java"));
        Files.createFile(root.resolve("pom.xml"));
        Files.createFile(root.resolve("model/pom.xml"));
        Files.createFile(root.resolve("model/src/main/java/A.java"));
        return script(root.resolve("vigie"));
    }

    /** A folder that looks like a Java of that version. */
    Path java(String name, String version) throws IOException {
        Path home = machine.resolve(name);
        executable(home.resolve("bin/java"), FAKE_JAVA);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** The same with a compiler. */
    Path jdk(String name, String version) throws IOException {
        Path home = java(name, version);
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    void installMaven() throws IOException {
        executable(tools.resolve("mvn"), FAKE_MAVEN);
    }

    void installBrokenMaven() throws IOException {
        executable(tools.resolve("mvn"), "#!/bin/sh\nexit 1\n");
    }

    /** What Maven was asked, one start a line. */
    List<String> builds() throws IOException {
        return logged("mvn ");
    }

    /** What Java was asked while it made class caches, one start a line. */
    List<String> trainings() throws IOException {
        return logged("train ");
    }

    /** How wide Java was told that the terminal is, one start a line. */
    List<String> widths() throws IOException {
        return logged("columns ");
    }

    private List<String> logged(String tool) throws IOException {
        Path log = machine.resolve("log");
        return Files.exists(log)
                ? Files.readAllLines(log).stream()
                        .filter(line -> line.startsWith(tool))
                        .toList()
                : List.of();
    }

    /** Waits until the launcher has left that file in the background. */
    Path awaitFile(String name) throws InterruptedException {
        Path file = machine.resolve(name);
        for (int tries = 0; tries < 200 && !Files.exists(file); tries++) {
            Thread.sleep(50);
        }
        return file;
    }

    Start start(Path script, Map<String, String> environment, String... arguments) throws Exception {
        return start(List.of(real("sh").toString(), script.toString()), environment, arguments);
    }

    /** The same in a terminal of so many columns. */
    Start startInTerminal(int columns, Path script, Map<String, String> environment, String... arguments)
            throws Exception {
        List<String> command = List.of(
                "/usr/bin/python3",
                "-c",
                IN_TERMINAL,
                String.valueOf(columns),
                real("sh").toString(),
                script.toString());
        return start(command, environment, arguments);
    }

    private Start start(List<String> program, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        Path out = machine.resolve("out");
        Path err = machine.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(machine.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", machine.resolve("user").toString());
        builder.environment().put("FAKE_LOG", machine.resolve("log").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher does not end");
        }
        awaitQuiet();
        return new Start(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Waits until no class cache is being made in the background: the folder is deleted after the test. */
    private void awaitQuiet() throws IOException, InterruptedException {
        for (int tries = 0; tries < 200 && isTraining(); tries++) {
            Thread.sleep(50);
        }
    }

    private boolean isTraining() throws IOException {
        try (Stream<Path> files =
                Files.find(machine, 9, (file, is) -> file.toString().endsWith(".lock"))) {
            return files.findAny().isPresent();
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    /** The project's launcher, which looks for Java on this machine only. */
    private Path script(Path place) throws IOException {
        Path root = Path.of(System.getProperty("vigie.root", ".."));
        String text = Files.readString(root.resolve("vigie"));
        for (String folder : List.of("/usr/lib/jvm/", "/opt/java/", "/opt/jdk", "/Library/Java/")) {
            if (!text.contains(" " + folder)) {
                throw new AssertionError("the launcher does not look into " + folder);
            }
            text = text.replace(" " + folder, " " + machine.resolve("nowhere") + folder);
        }
        return executable(place, text);
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.createDirectories(file.resolve("..").normalize());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
        return file;
    }

    private static Path real(String tool) {
        return Stream.of("/bin", "/usr/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + tool + " on this machine"));
    }
}
