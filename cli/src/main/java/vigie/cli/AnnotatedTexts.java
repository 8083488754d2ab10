package vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.indexer.eval.Gold;
import vigie.indexer.eval.GoldReader;
import vigie.model.SourceDocument;
import vigie.model.config.Project;

/**
 * Annotations and the texts that they are of.
 *
 * @param documents by passage id or file, in the order of the annotations; texts that cannot be read have no entry
 */
record AnnotatedTexts(Gold gold, Map<String, SourceDocument> documents) {

    /**
     * Reads {@code gold} and its texts in {@code docs}.
     *
     * @param meta what is known of the texts, or null
     * @throws UserException if annotations are broken or texts missing
     */
    static AnnotatedTexts read(Main main, Project project, Path gold, Path docs, @Nullable Path meta)
            throws IOException {
        Gold annotated = gold(main, gold);
        Map<String, SourceDocument> read = new LinkedHashMap<>();
        try (LocalDocuments documents = new LocalDocuments(main, project.crawl(), meta)) {
            for (Map.Entry<String, Path> file : files(main, annotated, docs).entrySet()) {
                documents.read(file.getValue()).ifPresent(document -> read.put(file.getKey(), document));
            }
        }
        return new AnnotatedTexts(annotated, read);
    }

    private static Gold gold(Main main, Path gold) throws IOException {
        try {
            return new GoldReader().read(gold);
        } catch (NoSuchFileException e) {
            throw new UserException(Main.USAGE, main.messages().get("extract.missing", gold));
        } catch (IllegalArgumentException e) {
            throw new UserException(Main.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Path> files(Main main, Gold annotated, Path docs) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        Set<String> missing = new LinkedHashSet<>();
        if (!annotated.passages().isEmpty()) {
            Map<String, Path> byName = byName(main, docs);
            for (Gold.Passage passage : annotated.passages()) {
                put(passage.id(), byName.get(passage.id()), files, missing);
            }
        }
        for (Gold.Fact fact : annotated.facts()) {
            Path file = docs.resolve(fact.file());
            put(fact.file(), Files.isRegularFile(file) ? file : null, files, missing);
        }
        if (!missing.isEmpty()) {
            throw new UserException(Main.USAGE, main.messages().get("eval.missing", docs, String.join(", ", missing)));
        }
        return files;
    }

    private static void put(String id, @Nullable Path file, Map<String, Path> files, Set<String> missing) {
        if (file == null) {
            missing.add(id);
        } else {
            files.put(id, file);
        }
    }

    /** The files of the folder by their names without extension. */
    private static Map<String, Path> byName(Main main, Path docs) throws IOException {
        if (!Files.isDirectory(docs)) {
            throw new UserException(Main.USAGE, main.messages().get("extract.missing", docs));
        }
        try (Stream<Path> listed = Files.list(docs)) {
            return listed.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replaceFirst("\\.[^.]*$", ""),
                            file -> file,
                            (first, second) -> first,
                            HashMap::new));
        }
    }
}
