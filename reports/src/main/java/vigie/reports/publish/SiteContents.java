package vigie.reports.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vigie.model.Json;

/**
 * What a site consists of, and ever did: {@value #FILE} in its folder. A folder with that file is a site of ours.
 *
 * @param version of this format
 * @param pages that were ever published, by their paths
 * @param files all other files that it consists of now
 */
record SiteContents(int version, SortedMap<String, PageRecord> pages, SortedSet<String> files) {

    static final String FILE = "vigie-site.json";

    private static final int VERSION = 1;

    SiteContents {
        pages = Collections.unmodifiableSortedMap(new TreeMap<>(pages));
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
    }

    /**
     * A page.
     *
     * @param title by which a reader who comes back knows it: the name of a place, firm or page
     * @param anchors that it ever had
     */
    record PageRecord(String title, SortedSet<String> anchors) {

        PageRecord {
            anchors = Collections.unmodifiableSortedSet(new TreeSet<>(anchors));
        }
    }

    /** A site that was never published. */
    static SiteContents none() {
        return of(Map.of(), Set.of());
    }

    static SiteContents of(Map<String, PageRecord> pages, Set<String> files) {
        return new SiteContents(VERSION, new TreeMap<>(pages), new TreeSet<>(files));
    }

    /**
     * What the site in that folder consists of; nothing where there is none.
     *
     * @throws IOException if what is there cannot be understood
     */
    static SiteContents read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return none();
        }
        SiteContents read = Json.mapper().readValue(Files.readString(file), SiteContents.class);
        if (read.version != VERSION) {
            throw new IOException(file + " is of version " + read.version + ", this Vigie knows " + VERSION);
        }
        return read;
    }

    String json() {
        try {
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("contents of ours can always be written", e);
        }
    }
}
