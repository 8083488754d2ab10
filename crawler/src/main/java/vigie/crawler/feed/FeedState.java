package vigie.crawler.feed;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which records of a feed are archived already, by their id and the digest of their content. Scheduling only: when the
 * file is lost, everything is collected once more and gives the same documents.
 */
final class FeedState {

    private final Path file;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> known;

    FeedState(Path file) throws IOException {
        this.file = file;
        this.known = Files.exists(file)
                ? json.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {})
                : new TreeMap<>();
    }

    boolean knows(String id, String digest) {
        return digest.equals(known.get(id));
    }

    void learn(String id, String digest) {
        known.put(id, digest);
    }

    /** Makes what was learnt durable; to be called after the archive has committed. */
    void save() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        json.writeValue(temporary.toFile(), known);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
