package vigie.reports.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import vigie.model.Json;

/** A file of JSON that is written piece by piece: one object per line, or the elements of one list. */
final class JsonFile implements Closeable {

    private final JsonMapper json;
    private final JsonGenerator out;

    private JsonFile(JsonMapper json, JsonGenerator out) {
        this.json = json;
        this.out = out;
    }

    /** One object per line. */
    static JsonFile lines(Path file) throws IOException {
        JsonMapper json = Json.mapper();
        JsonFile lines = new JsonFile(json, json.createGenerator(Files.newBufferedWriter(file)));
        lines.out.setRootValueSeparator(null);
        return lines;
    }

    /** {@code head} with one field more, the list {@code field}, which is filled from here on. */
    static JsonFile list(Path file, ObjectNode head, String field) throws IOException {
        JsonMapper json = Json.mapper();
        JsonFile list = new JsonFile(json, json.createGenerator(Files.newBufferedWriter(file)));
        list.out.writeStartObject();
        for (Map.Entry<String, JsonNode> one : head.properties()) {
            list.out.writeFieldName(one.getKey());
            json.writeTree(list.out, one.getValue());
        }
        list.out.writeArrayFieldStart(field);
        return list;
    }

    /** Adds one, on a line of its own. */
    void add(JsonNode object) throws IOException {
        if (!out.getOutputContext().inRoot()) {
            out.writeRaw('\n');
        }
        json.writeTree(out, object);
        if (out.getOutputContext().inRoot()) {
            out.writeRaw('\n');
        }
    }

    /** Ends the list and the file. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
