package vigie.crawler.parse;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.model.Json;

/**
 * What was recognised, by the digest of the document's bytes and the page: the same bytes are never recognised twice. A
 * file that cannot be read or written is only time lost. Files are replaced whole, so that threads and processes may share
 * the folder; the last one wins.
 */
final class OcrCache {

    /** Results of another recipe are not used. */
    private static final String RECIPE = "tesseract fra 200 dpi straightened";

    /** A file of the cache. */
    private record Entry(String recipe, SortedMap<Integer, PageText> pages) {}

    private final @Nullable Path folder;
    private final JsonMapper json = Json.mapper();

    /** @param folder made when it is first needed; null remembers nothing */
    OcrCache(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Pages, from 1, of the document with that digest; a map of one's own. */
    SortedMap<Integer, PageText> pages(String sha256) {
        Path file = folder == null ? null : file(folder, sha256);
        if (file == null || !Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            Entry entry = json.readValue(file.toFile(), Entry.class);
            return entry.recipe().equals(RECIPE) ? new TreeMap<>(entry.pages()) : new TreeMap<>();
        } catch (IOException e) {
            // torn or foreign: recognised anew and replaced
            return new TreeMap<>();
        }
    }

    /** Keeps {@code pages}, all that are known of the document. */
    void put(String sha256, Map<Integer, PageText> pages) {
        if (folder == null) {
            return;
        }
        Path file = file(folder, sha256);
        Path unfinished =
                file.resolveSibling(sha256 + "." + Thread.currentThread().getId() + ".tmp");
        try {
            Files.createDirectories(folder.resolve(group(sha256)));
            json.writeValue(unfinished.toFile(), new Entry(RECIPE, new TreeMap<>(pages)));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // a full disk stops the archive too, which says so
            unfinished.toFile().delete();
        }
    }

    private static Path file(Path folder, String sha256) {
        return folder.resolve(group(sha256)).resolve(sha256 + ".json");
    }

    private static String group(String sha256) {
        return sha256.substring(0, 2);
    }
}
