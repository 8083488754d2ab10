package vigie.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vigie.model.Term;
import vigie.model.archive.DataDirectory;

/**
 * How much a collection takes on disk against a limit, and what could be dropped; nothing ever is. What can be made anew
 * comes first, then the captured bytes of the oldest segments that hold no evidence. Lines of documents and attempts,
 * verdicts, and segments with a capture that a claim cites or that is no longer online are never among it.
 *
 * @param parts name in the data directory → bytes
 * @param limit in bytes
 * @param drops enough to come below the limit where there is enough; empty where it is kept
 */
record DiskBudget(Map<String, Long> parts, long limit, List<Drop> drops) {

    private static final String WARC = ".warc.gz";

    DiskBudget {
        parts = new LinkedHashMap<>(parts);
        drops = List.copyOf(drops);
    }

    /** Why something could go. */
    enum Why implements Term {
        /** A command makes it anew. */
        REBUILDABLE,
        /** No claim cites a capture in it, and all of them are still online; its texts stay. */
        NOT_CITED
    }

    /** Something that could go: a file or folder of the data directory. */
    record Drop(String path, long bytes, Why why) {}

    /** Weighs a collection; {@code evidence} names the WARC files to keep and is asked only where the limit is passed. */
    static DiskBudget of(DataDirectory data, long limit, Supplier<Set<String>> evidence) throws IOException {
        Map<String, Long> parts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(data.root())) {
            for (Path file : files.sorted().toList()) {
                parts.put(file.getFileName().toString(), size(file));
            }
        }
        long over = total(parts) - limit;
        List<Drop> drops = over > 0 ? drops(data, over, evidence.get()) : List.of();
        return new DiskBudget(parts, limit, drops);
    }

    private static List<Drop> drops(DataDirectory data, long over, Set<String> evidence) throws IOException {
        List<Drop> possible = new ArrayList<>();
        for (Path folder : List.of(
                data.index().resolveSibling(data.index().getFileName() + ".broken"), data.reports(), data.crawl())) {
            if (Files.exists(folder)) {
                possible.add(new Drop(name(data, folder), size(folder), Why.REBUILDABLE));
            }
        }
        if (Files.isDirectory(data.archive())) {
            try (Stream<Path> files = Files.list(data.archive())) {
                for (Path file : files.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(WARC) && !evidence.contains(name)) {
                        possible.add(new Drop(name(data, file), size(file), Why.NOT_CITED));
                    }
                }
            }
        }
        List<Drop> drops = new ArrayList<>();
        long left = over;
        for (Drop drop : possible) {
            if (left > 0) {
                drops.add(drop);
                left -= drop.bytes();
            }
        }
        return drops;
    }

    private static String name(DataDirectory data, Path path) {
        return data.root().relativize(path).toString();
    }

    private static long size(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(DiskBudget::bytes)
                    .sum();
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long total(Map<String, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Bytes of everything. */
    long total() {
        return total(parts);
    }

    /** Bytes above the limit, 0 where it is kept. */
    long over() {
        return Math.max(0, total() - limit);
    }

    /** Bytes above the limit if everything that may go went. */
    long overAfterwards() {
        return Math.max(0, over() - drops.stream().mapToLong(Drop::bytes).sum());
    }
}
