package vigie.model.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigie.model.Json;
import vigie.model.SavedSearch;
import vigie.model.config.Communes;

/** {@code searches.json}: the saved searches of a collection. Each change replaces the file, atomically. */
public final class SearchFile {

    /** Is no search's id: the feed of all that is new is called so. */
    public static final String ALL = "all";

    private final Path path;
    private final JsonMapper json = Json.mapper();

    public SearchFile(Path path) {
        this.path = path;
    }

    /** The id of a search that is called so; empty if that makes none. */
    public static Optional<String> idOf(String name) {
        String id = Communes.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.isEmpty() || id.equals(ALL) ? Optional.empty() : Optional.of(id);
    }

    /** All of them, in the order in which they were saved; a file that is not there holds none. */
    public synchronized List<SavedSearch> read() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            return json.readValue(path.toFile(), new TypeReference<List<SavedSearch>>() {});
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IOException(
                    path + ":" + e.getLocation().getLineNr() + ": " + e.getOriginalMessage()
                            + "; correct or delete the file",
                    e);
        }
    }

    /** Saves a search in place of one with the same id. */
    public synchronized void save(SavedSearch search) throws IOException {
        List<SavedSearch> all = without(search.id());
        all.add(search);
        write(all);
    }

    /** Forgets the search of that id; false if there is none. */
    public synchronized boolean forget(String id) throws IOException {
        List<SavedSearch> others = without(id);
        boolean known = others.size() < read().size();
        if (known) {
            write(others);
        }
        return known;
    }

    private List<SavedSearch> without(String id) throws IOException {
        return new ArrayList<>(
                read().stream().filter(search -> !search.id().equals(id)).toList());
    }

    private void write(List<SavedSearch> searches) throws IOException {
        WholeFile.write(path, json.writerWithDefaultPrettyPrinter().writeValueAsString(searches) + "\n");
    }
}
