package vigie.crawler.nutch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.jspecify.annotations.Nullable;

/**
 * A Nutch segment: the folder of one round. Nutch writes into it in place, so that what is whole is told by marks of our
 * own.
 */
final class NutchSegment {

    private static final String FETCHED = "vigie-fetched";
    private static final String PARSED = "vigie-parsed";

    private final Path folder;

    NutchSegment(Path folder) {
        this.folder = folder;
    }

    String name() {
        return folder.getFileName().toString();
    }

    org.apache.hadoop.fs.Path path() {
        return new org.apache.hadoop.fs.Path(folder.toUri());
    }

    org.apache.hadoop.fs.Path path(String part) {
        return new org.apache.hadoop.fs.Path(path(), part);
    }

    boolean isFetched() {
        return Files.exists(folder.resolve(FETCHED));
    }

    void markFetched() throws IOException {
        Files.createFile(folder.resolve(FETCHED));
    }

    boolean isParsed() {
        return Files.exists(folder.resolve(PARSED));
    }

    void markParsed() throws IOException {
        Files.createFile(folder.resolve(PARSED));
    }

    /** Removes what a cut parsing left. */
    void clearParse() throws IOException {
        for (String part : List.of("crawl_parse", "parse_data", "parse_text")) {
            delete(folder.resolve(part));
        }
    }

    /** How many addresses were to be fetched. */
    long due(Configuration conf) throws IOException {
        return count(CrawlDatum.GENERATE_DIR_NAME, conf);
    }

    /** How many addresses something became of. */
    long attempted(Configuration conf) throws IOException {
        return count(CrawlDatum.FETCH_DIR_NAME, conf);
    }

    /** Whether there are records of that kind. */
    boolean hasAny(String kind, Configuration conf) throws IOException {
        return count(kind, 1, conf) > 0;
    }

    private long count(String kind, Configuration conf) throws IOException {
        return count(kind, Long.MAX_VALUE, conf);
    }

    private long count(String kind, long most, Configuration conf) throws IOException {
        long count = 0;
        for (Path part : parts(kind)) {
            Path file = Files.isDirectory(part) ? part.resolve("data") : part;
            org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
            try (SequenceFile.Reader reader = new SequenceFile.Reader(conf, SequenceFile.Reader.file(path))) {
                Text url = new Text();
                while (count < most && reader.next(url)) {
                    count++;
                }
            }
        }
        return count;
    }

    /** The files of one kind of record; a map file is a folder. */
    List<Path> parts(String kind) throws IOException {
        return parts(folder.resolve(kind));
    }

    static List<Path> parts(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> parts = Files.list(folder)) {
            return parts.filter(part -> part.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
        }
    }

    /** Deletes the folder so that a cut deletion cannot leave half a segment behind. */
    void delete() throws IOException {
        Path doomed = folder.resolveSibling("deleted-" + name());
        Files.move(folder, doomed);
        delete(doomed);
    }

    /** The segments in {@code segments}, oldest first; what was being deleted is deleted. */
    static List<NutchSegment> leftIn(Path segments) throws IOException {
        if (!Files.isDirectory(segments)) {
            return List.of();
        }
        List<Path> folders;
        try (Stream<Path> found = Files.list(segments)) {
            folders = found.filter(Files::isDirectory).sorted().toList();
        }
        for (Path folder : folders) {
            if (folder.getFileName().toString().startsWith("deleted-")) {
                delete(folder);
            }
        }
        return folders.stream().filter(Files::exists).map(NutchSegment::new).toList();
    }

    /** Deletes a folder or file, if it is there; what vanishes meanwhile is as good as deleted. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
