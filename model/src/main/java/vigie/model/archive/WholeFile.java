package vigie.model.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are replaced as a whole: whatever ends the process or fills the disk, there is the former content or the new
 * one, never a part.
 */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes text in UTF-8; durable on return.
     *
     * @throws IOException naming the file; what it held before is still there
     */
    public static Path write(Path file, CharSequence text) throws IOException {
        return write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes, likewise. */
    public static Path write(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                Archive.writeFully(channel, content);
                channel.force(true);
            }
            return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            unfinished.toFile().delete();
            throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
