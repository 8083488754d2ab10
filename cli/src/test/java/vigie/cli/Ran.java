package vigie.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vigie.indexer.extract.corenlp.CoreNlp;

/**
 * What a command line answered that was run in this process.
 *
 * @param exit code
 * @param out standard output
 * @param err standard error
 */
record Ran(int exit, String out, String err) {

    private static final JsonMapper JSON = new JsonMapper();

    /** One for all commands that tests run in this process: its model takes seconds to load. */
    private static final CoreNlp LANGUAGE = new CoreNlp();

    /** Runs {@code vigie} with these arguments. */
    static Ran vigie(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(stream(out), stream(err), false, false, 200, 200);
        int exit = Main.run(terminal, LANGUAGE, arguments.toArray(new String[0]));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** The output as JSON. */
    JsonNode json() {
        return parsed(out);
    }

    /** The output as JSON lines. */
    List<JsonNode> jsonLines() {
        return out.lines().map(Ran::parsed).toList();
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}
