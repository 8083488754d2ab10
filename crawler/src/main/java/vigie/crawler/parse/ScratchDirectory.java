package vigie.crawler.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a child process keeps temporary files; what it leaves there when it is killed goes with the directory. */
record ScratchDirectory(Path path) implements AutoCloseable {

    /** What the directories of this process are called, so that one sees whose they are. */
    static String prefix() {
        return "vigie-parse-" + ProcessHandle.current().pid() + "-";
    }

    static ScratchDirectory create() throws IOException {
        return new ScratchDirectory(Files.createTempDirectory(prefix()));
    }

    /** Deletes what can be deleted: something may still be writing. */
    @Override
    public void close() {
        try {
            for (Path file : deepestFirst()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            path.toFile().deleteOnExit();
        }
    }

    private List<Path> deepestFirst() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
