package vigie.crawler.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.model.archive.WholeFile;

/**
 * What of a feed is archived already: its records by id and digest of their content, up to which day all was read, the
 * validators of its pages, and names of firms that were looked up. Scheduling only: when the file is lost, everything is collected once more and gives the
 * same documents.
 */
final class FeedState {

    /** Of the last answer of an address. */
    record Validators(@Nullable String etag, @Nullable String lastModified, String sha256) {}

    /**
     * @param names of firms by SIREN, empty where the register knows none; null as an earlier version wrote it
     * @param segment the newest of the archive whose records are known
     */
    private record Content(
            @Nullable String until,
            @Nullable String segment,
            @Nullable Map<String, String> known,
            @Nullable Map<String, Validators> validators,
            @Nullable Map<String, String> names) {}

    private final Path file;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> known = new TreeMap<>();
    private final Map<String, Validators> validators = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();
    private @Nullable LocalDate until;
    private String segment = "";

    FeedState(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            read(Files.readAllBytes(file));
        }
    }

    /** A file of another shape, as an earlier version wrote it, is as good as lost. */
    private void read(byte[] bytes) {
        try {
            Content content = json.readValue(bytes, Content.class);
            LocalDate day = content.until() == null ? null : LocalDate.parse(content.until());
            if (content.known() != null && content.validators() != null && content.names() != null) {
                known.putAll(content.known());
                validators.putAll(content.validators());
                names.putAll(content.names());
                until = day;
                segment = content.segment() == null ? "" : content.segment();
            }
        } catch (IOException | DateTimeParseException e) {
            until = null;
        }
    }

    boolean knows(String id, String digest) {
        return digest.equals(known.get(id));
    }

    void learn(String id, String digest) {
        known.put(id, digest);
    }

    /** The records that were known before and are none of these. */
    List<String> without(Set<String> ids) {
        return known.keySet().stream().filter(id -> !ids.contains(id)).toList();
    }

    void forget(String id) {
        known.remove(id);
    }

    Optional<Validators> validators(String url) {
        return Optional.ofNullable(validators.get(url));
    }

    void learn(String url, Validators of) {
        validators.put(url, of);
    }

    /** What the register of firms said, by SIREN: empty text where it knows none. What is put there is remembered. */
    Map<String, String> names() {
        return names;
    }

    /** The last day up to which everything was read. */
    Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }

    void readUntil(LocalDate day) {
        until = day;
    }

    /** Name of the newest segment whose records are known; empty where none is. */
    String segment() {
        return segment;
    }

    void knowSegment(String name) {
        segment = name;
    }

    /** Makes what was learnt durable; to be called after the archive has committed. */
    void save() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile.write(file, content());
    }

    private String content() throws JsonProcessingException {
        return json.writeValueAsString(
                new Content(until == null ? null : until.toString(), segment, known, validators, names));
    }
}
