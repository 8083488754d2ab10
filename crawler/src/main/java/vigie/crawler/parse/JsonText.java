package vigie.crawler.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes open data in JSON as a reader would: each object is a paragraph of lines {@code name : value}, as a sheet's rows are
 * written, lists of values on one line, and what else it holds comes below it.
 */
final class JsonText {

    private final BlockText out = new BlockText(ReadLimits.MAX_TEXT);

    private JsonText() {}

    /** The text of a JSON document; as it is where it is none or nested without bound. */
    static String of(String json) {
        try {
            JsonText text = new JsonText();
            text.write(new JsonMapper().readTree(json));
            return text.out.toString();
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    private void write(JsonNode node) {
        if (node.isValueNode()) {
            out.line();
            out.text(node.asText());
            return;
        }
        out.paragraph();
        node.properties().stream().filter(field -> isLine(field.getValue())).forEach(field -> {
            out.line();
            out.text(field.getKey() + " : " + line(field.getValue()));
        });
        node.properties().stream()
                .map(Map.Entry::getValue)
                .filter(value -> value.isContainerNode() && !isLine(value))
                .forEach(this::write);
        if (node.isArray()) {
            node.forEach(this::write);
        }
        out.paragraph();
    }

    /** Whether a value is one, or a list of such. */
    private static boolean isLine(JsonNode value) {
        return value.isArray()
                ? !value.isEmpty() && value.valueStream().allMatch(JsonNode::isValueNode)
                : value.isValueNode() && !value.isNull();
    }

    private static String line(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))
                : value.asText();
    }
}
