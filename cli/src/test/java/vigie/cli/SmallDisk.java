package vigie.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory, of a size that may change; needs the right to mount, else its test is skipped. */
record SmallDisk(Path folder) implements AutoCloseable {

    private static final int PAGE = 4096;

    /** Mounts one at a folder that is made for it, with room enough. */
    static SmallDisk at(Path folder) throws IOException {
        Files.createDirectories(folder);
        boolean isMounted = run("mount", "-t", "tmpfs", "-o", "size=512m", "tmpfs", folder.toString());
        assumeTrue(isMounted, "no right to mount a file system in memory: a full or read-only disk is not tested");
        return new SmallDisk(folder);
    }

    /** Leaves so many bytes free, rounded to pages. */
    void leave(long free) throws IOException {
        long used = Files.getFileStore(folder).getTotalSpace()
                - Files.getFileStore(folder).getUnallocatedSpace();
        remount("size=" + (used / PAGE + Math.max(1, free / PAGE)) * PAGE);
    }

    void makeRoom() throws IOException {
        remount("size=512m");
    }

    void readOnly() throws IOException {
        remount("ro");
    }

    private void remount(String option) throws IOException {
        if (!run("mount", "-o", "remount," + option, folder.toString())) {
            throw new IOException("cannot remount " + folder + " with " + option);
        }
    }

    private static boolean run(String... command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean isDone = process.waitFor() == 0;
            if (!isDone) {
                System.err.println(String.join(" ", command) + ": " + said);
            }
            return isDone;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", folder.toString());
    }
}
