package vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads the line files of a collection; a line that a full disk has torn is passed over. */
final class HealthLines {

    private final JsonMapper json = new JsonMapper();

    /** The lines of {@code file} that {@code wanted} takes; none where there is no such file. */
    List<JsonNode> read(Path file, Predicate<String> wanted) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        if (Files.exists(file)) {
            try (var text = Files.lines(file)) {
                text.filter(wanted).forEach(line -> add(line, lines));
            }
        }
        return lines;
    }

    private void add(String line, List<JsonNode> lines) {
        try {
            lines.add(json.readTree(line));
        } catch (JsonProcessingException e) {
            // The last line of a run that was cut off; the next run writes a line of its own.
        }
    }
}
