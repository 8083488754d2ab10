package vigie.crawler.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A node of a record, whether the feed speaks XML, JSON or CSV: BOAMP publishes TED's XML turned into JSON, and one
 * reader shall understand both.
 *
 * <p>Names keep the customary prefix of their vocabulary ({@code cbc:ID}). Pieces of text between elements are elements
 * called {@value #TEXT}; an element that holds text alone has it as {@code text}.
 *
 * @param attributes by name, without prefix
 * @param text of an element without children, stripped, else empty
 */
record Element(String name, Map<String, String> attributes, String text, List<Element> children) {

    static final String TEXT = "#text";

    Element {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    static Element leaf(String name, String text) {
        return new Element(name, Map.of(), text.strip(), List.of());
    }

    /** The children called {@code name}, in order. */
    List<Element> all(String name) {
        return children.stream().filter(child -> child.name.equals(name)).toList();
    }

    /** All descendants at the end of {@code path}, steps separated by slashes, in order. */
    List<Element> at(String path) {
        List<Element> found = List.of(this);
        for (String step : path.split("/", -1)) {
            found = found.stream()
                    .flatMap(element -> element.all(step).stream())
                    .toList();
        }
        return found;
    }

    /** All text in it, in order, white space collapsed. */
    String allText() {
        return children.isEmpty()
                ? text.replaceAll("\\s+", " ")
                : children.stream()
                        .map(Element::allText)
                        .collect(Collectors.joining(" "))
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    /**
     * JSON as BOAMP and others turn XML into it: a list is the same element again, {@code @name} an attribute, {@code
     * #text} the text.
     */
    static Element of(String name, JsonNode node) {
        if (node.isArray()) {
            List<Element> children = new ArrayList<>();
            node.forEach(item -> children.add(of("item", item)));
            return new Element(name, Map.of(), "", children);
        }
        if (!node.isObject()) {
            return leaf(name, node.isNull() ? "" : node.asText());
        }
        Map<String, String> attributes = new TreeMap<>();
        List<Element> children = new ArrayList<>();
        String text = "";
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = field.getKey();
            if (key.startsWith("@")) {
                attributes.put(key.substring(1), field.getValue().asText());
            } else if (key.equals(TEXT)) {
                text = field.getValue().asText().strip();
            } else if (field.getValue().isArray()) {
                field.getValue().forEach(item -> children.add(of(key, item)));
            } else {
                children.add(of(key, field.getValue()));
            }
        }
        if (!children.isEmpty() && !text.isEmpty()) {
            children.add(0, leaf(TEXT, text));
            text = "";
        }
        return new Element(name, attributes, text, children);
    }
}
