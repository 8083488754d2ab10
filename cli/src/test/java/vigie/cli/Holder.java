package vigie.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vigie.model.archive.DataDirectory;

/** A Java virtual machine of its own that holds a data directory until its standard input ends. */
record Holder(Process process) implements AutoCloseable {

    private static final String READY = "holding";

    /** Starts one; returns when it holds the folder. */
    static Holder of(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        if (!READY.equals(said.readLine())) {
            throw new IOException("the second process did not take " + folder);
        }
        return new Holder(process);
    }

    /** Runs in that machine. */
    public static void main(String[] arguments) throws Exception {
        try (DataDirectory.Lock lock = new DataDirectory(Path.of(arguments[0])).lock()) {
            System.out.println(
                    READY + lock.stale().map(holder -> " after " + holder).orElse(""));
            System.in.read();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
