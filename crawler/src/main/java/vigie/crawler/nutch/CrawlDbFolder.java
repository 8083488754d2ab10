package vigie.crawler.nutch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.MapFile;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;

/**
 * The folder of Nutch's CrawlDb. Nutch puts a new version in place by two renames and guards it by a file that a killed
 * process leaves behind; this mends what can be mended and knows what cannot.
 */
final class CrawlDbFolder {

    private static final String CURRENT = "current";
    private static final String OLD = "old";

    private final Path folder;

    CrawlDbFolder(Path folder) {
        this.folder = folder;
    }

    org.apache.hadoop.fs.Path path() {
        return new org.apache.hadoop.fs.Path(folder.toUri());
    }

    /** Undoes what a killed process left: locks, half an installation, versions never put in place. */
    void mend() throws IOException {
        Files.createDirectories(folder);
        for (String lock : List.of(".locked", "..locked.crc")) {
            Files.deleteIfExists(folder.resolve(lock));
        }
        Path current = folder.resolve(CURRENT);
        for (String former : List.of(OLD, OLD + ".old", CURRENT + ".old")) {
            Path candidate = folder.resolve(former);
            if (!Files.exists(current) && Files.exists(candidate)) {
                Files.move(candidate, current, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        List<Path> others;
        try (Stream<Path> found = Files.list(folder)) {
            others = found.filter(path ->
                            !List.of(CURRENT, OLD).contains(path.getFileName().toString()))
                    .toList();
        }
        for (Path other : others) {
            NutchSegment.delete(other);
        }
    }

    /** Whether there is a version that can be read to its end and holds something. */
    boolean isUsable(Configuration conf) {
        try {
            boolean any = false;
            for (Path part : NutchSegment.parts(folder.resolve(CURRENT))) {
                any |= readsToItsEnd(part, conf);
            }
            return any;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean readsToItsEnd(Path part, Configuration conf) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(part.toUri());
        try (MapFile.Reader reader = new MapFile.Reader(path, conf)) {
            Text last = new Text();
            reader.finalKey(last);
            return last.getLength() > 0;
        }
    }

    /** What is to be learnt in the course of a round of what it knows now. */
    Told told(Configuration conf) throws IOException {
        return new Told(NutchSegment.parts(folder.resolve(CURRENT)), conf);
    }

    /** Shows every record; the objects are used again for the next one. */
    void read(Configuration conf, BiConsumer<Text, CrawlDatum> to) throws IOException {
        for (Path part : NutchSegment.parts(folder.resolve(CURRENT))) {
            try (MapFile.Reader reader = new MapFile.Reader(new org.apache.hadoop.fs.Path(part.toUri()), conf)) {
                Text url = new Text();
                CrawlDatum datum = new CrawlDatum();
                while (reader.next(url, datum)) {
                    to.accept(url, datum);
                }
            }
        }
    }

    /** Makes a first version of these records. */
    void create(Configuration conf, SortedMap<Text, CrawlDatum> records) throws IOException {
        Path unfinished = folder.resolve("first");
        NutchSegment.delete(unfinished);
        org.apache.hadoop.fs.Path part =
                new org.apache.hadoop.fs.Path(unfinished.resolve("part-r-00000").toUri());
        try (MapFile.Writer out = new MapFile.Writer(
                conf, part, MapFile.Writer.keyClass(Text.class), SequenceFile.Writer.valueClass(CrawlDatum.class))) {
            for (Map.Entry<Text, CrawlDatum> record : records.entrySet()) {
                out.append(record.getKey(), record.getValue());
            }
        }
        Files.move(unfinished, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    }

    void clear() throws IOException {
        NutchSegment.delete(folder);
        Files.createDirectories(folder);
    }
}
