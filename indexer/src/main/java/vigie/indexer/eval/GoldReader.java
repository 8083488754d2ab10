package vigie.indexer.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Json;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Term;

/**
 * Reads annotations, one JSON object a line: passages ({@code id}, {@code kind}, {@code claims}, {@code forbidden},
 * {@code tags}) or facts of real documents ({@code file}, {@code status}, {@code kind}, {@code evidence}). Further
 * fields are notes of the annotator and left aside. Thread-safe.
 */
public final class GoldReader {

    private final JsonMapper json = Json.mapper();

    /**
     * Reads a file whole.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if lines are no annotations; the message names all of them as file:line
     */
    public Gold read(Path file) throws IOException {
        List<Gold.Passage> passages = new ArrayList<>();
        List<Gold.Fact> facts = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            try {
                read(lines.get(i), passages, facts);
            } catch (JsonProcessingException e) {
                faults.add(file + ":" + (i + 1) + ": not JSON: " + e.getOriginalMessage());
            } catch (IllegalArgumentException e) {
                faults.add(file + ":" + (i + 1) + ": " + e.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return new Gold(passages, facts);
    }

    private void read(String line, List<Gold.Passage> passages, List<Gold.Fact> facts) throws JsonProcessingException {
        if (line.isBlank()) {
            return;
        }
        JsonNode node = json.readTree(line);
        if (node.has("file")) {
            facts.add(fact(node));
        } else {
            passages.add(passage(node));
        }
    }

    private static Gold.Passage passage(JsonNode node) {
        List<Gold.GoldClaim> claims = new ArrayList<>();
        node.path("claims").forEach(claim -> claims.add(claim(claim)));
        List<Gold.Forbidden> forbidden = new ArrayList<>();
        node.path("forbidden").forEach(entry -> forbidden.add(forbidden(entry)));
        return new Gold.Passage(
                required(node, "id"), required(node, "kind"), claims, forbidden, strings(node.path("tags")));
    }

    private static Gold.GoldClaim claim(JsonNode node) {
        String date = text(node, "date");
        return new Gold.GoldClaim(
                node.path("commune").asText(""),
                text(node, "insee"),
                Term.of(Technology.class, required(node, "technology")),
                text(node, "vendor"),
                text(node, "integrator"),
                Term.of(Stage.class, required(node, "stage")),
                Term.of(Modality.class, required(node, "modality")),
                node.path("amount_eur").isNumber() ? node.path("amount_eur").decimalValue() : null,
                text(node, "vat"),
                date == null ? null : PartialDate.parse(date),
                required(node, "evidence"),
                node.path("optional").asBoolean(false));
    }

    private static Gold.Forbidden forbidden(JsonNode node) {
        String stage = text(node, "stage");
        return new Gold.Forbidden(
                node.path("why").asText(""),
                text(node, "vendor"),
                text(node, "insee"),
                stage == null ? null : Term.of(Stage.class, stage),
                strings(node.path("technology")),
                node.path("amount_eur").isNumber() ? node.path("amount_eur").decimalValue() : null);
    }

    private static Gold.Fact fact(JsonNode node) {
        return new Gold.Fact(
                required(node, "file"),
                text(node, "insee"),
                text(node, "vendor"),
                required(node, "status"),
                required(node, "kind"),
                required(node, "evidence"));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(item.asText()));
        return strings;
    }

    private static String required(JsonNode node, String field) {
        String text = text(node, field);
        if (text == null) {
            throw new IllegalArgumentException("an annotation needs the field '" + field + "'");
        }
        return text;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() && !value.asText().isEmpty() ? value.asText() : null;
    }
}
