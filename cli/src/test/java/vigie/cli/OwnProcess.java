package vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Vigie in a virtual machine of its own, as the launcher starts it: what is to be interrupted or killed. */
final class OwnProcess {

    private static final int SECONDS = 180;

    private OwnProcess() {}

    /**
     * Starts a command.
     *
     * @param said folder for what it prints: files {@code out} and {@code err}
     * @param before words before the launcher's, such as a program that sets limits
     * @param options further ones of the virtual machine
     * @param arguments of Vigie
     */
    static Process start(Path said, List<String> before, List<String> options, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx1200m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(said.resolve("out").toFile())
                .redirectError(said.resolve("err").toFile())
                .start();
    }

    /** The exit code of a process that is done, with its children. */
    static int exit(Process process) throws Exception {
        Set<ProcessHandle> children = new HashSet<>();
        while (!process.waitFor(250, TimeUnit.MILLISECONDS)) { // each look reads what all processes of the machine are
            process.descendants().forEach(children::add);
        }
        for (ProcessHandle child : children) {
            child.onExit().get(SECONDS, TimeUnit.SECONDS);
        }
        return process.exitValue();
    }
}
