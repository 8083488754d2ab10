package vigie.model.archive;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import vigie.model.Json;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;

/** Finds again what was read of a capture when it was archived. */
public final class ArchivedReading {

    private static final String WARC = ".warc.gz";

    private ArchivedReading() {}

    /**
     * What was read of the capture at {@code position} as that document; empty where the archive does not hold it.
     * {@code directory} is only read: others may write it meanwhile. Goes through one segment.
     */
    public static Optional<SourceDocument> of(Path directory, WarcPosition position, String document)
            throws IOException {
        if (!position.file().endsWith(WARC)) {
            return Optional.empty();
        }
        String segment = position.file().substring(0, position.file().length() - WARC.length());
        Path file = directory.resolve("documents-" + segment + ".jsonl.gz");
        if (!directory.equals(file.getParent()) || !Files.exists(file)) {
            return Optional.empty();
        }
        byte[] beginning = ("{\"id\":\"" + document + "\"").getBytes(StandardCharsets.UTF_8);
        JsonMapper json = Json.mapper();
        AtomicReference<SourceDocument> found = new AtomicReference<>();
        GzipMembers.read(file, (offset, line) -> {
            if (Arrays.mismatch(line, beginning) == beginning.length) {
                SourceDocument read = json.readValue(line, SourceDocument.class);
                if (position.equals(read.capture().warc())) {
                    found.set(read);
                }
            }
        });
        return Optional.ofNullable(found.get());
    }
}
