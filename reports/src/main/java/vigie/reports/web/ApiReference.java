package vigie.reports.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The description of the API as people read it. What a value may be is written as in TypeScript: {@code Claim[]}, {@code
 * string | null}.
 *
 * @param operations in the order of the description
 * @param shapes what answers are made of, likewise
 */
public record ApiReference(List<Operation> operations, List<Shape> shapes) {

    private static final String SCHEMAS = "#/components/schemas/";

    public ApiReference {
        operations = List.copyOf(operations);
        shapes = List.copyOf(shapes);
    }

    /** Some signs of what a value may be; {@code shape} is the name that they link to, or null. */
    public record Piece(String text, @Nullable String shape) {}

    /** Something with a name: a parameter, or a field of a shape. */
    public record Field(String name, List<Piece> form, String meaning) {

        public Field {
            form = List.copyOf(form);
        }
    }

    /**
     * Something that the API does.
     *
     * @param path under {@link Api#ROOT}
     * @param body what must be sent; empty if nothing
     * @param answer what is answered if all is well
     */
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            List<Field> parameters,
            List<Piece> body,
            List<Piece> answer) {

        public Operation {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
            answer = List.copyOf(answer);
        }
    }

    /** Something that answers are made of; {@code form} where it has no fields. */
    public record Shape(String name, String description, List<Piece> form, List<Field> fields) {

        public Shape {
            form = List.copyOf(form);
            fields = List.copyOf(fields);
        }
    }

    /** Reads a description (OpenAPI 3.1). */
    static ApiReference of(JsonNode root) {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(one -> operations.add(operation(root, path.getKey(), one.getKey(), one.getValue()))));
        return new ApiReference(
                operations,
                root.at("/components/schemas").properties().stream()
                        .map(one -> shape(one.getKey(), one.getValue()))
                        .toList());
    }

    private static Operation operation(JsonNode root, String path, String method, JsonNode told) {
        JsonNode well = StreamSupport.stream(told.path("responses").spliterator(), false)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no answer: " + path));
        return new Operation(
                told.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                told.path("summary").asText(),
                told.path("description").asText(),
                StreamSupport.stream(told.path("parameters").spliterator(), false)
                        .map(one -> one.has("$ref")
                                ? root.at(one.path("$ref").asText().substring(1))
                                : one)
                        .map(one -> new Field(
                                one.path("name").asText(),
                                form(one.path("schema")),
                                one.path("description").asText()))
                        .toList(),
                form(content(told.path("requestBody"))),
                form(content(well)));
    }

    private static JsonNode content(JsonNode message) {
        return message.at("/content/application~1json/schema");
    }

    private static Shape shape(String name, JsonNode schema) {
        List<Field> fields = schema.path("properties").properties().stream()
                .map(one -> new Field(
                        one.getKey(),
                        form(one.getValue()),
                        one.getValue().path("description").asText()))
                .toList();
        return new Shape(
                name, schema.path("description").asText(), fields.isEmpty() ? form(schema) : List.of(), fields);
    }

    private static List<Piece> form(JsonNode schema) {
        List<Piece> pieces = new ArrayList<>();
        write(schema, pieces);
        return pieces;
    }

    private static void write(JsonNode schema, List<Piece> to) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            String name = reference.replace(SCHEMAS, "");
            to.add(new Piece(name, name));
        } else if (schema.has("allOf")) {
            schema.path("allOf").forEach(part -> write(part, to));
            to.add(new Piece(" & ", null));
            object(schema, to);
        } else if (schema.has("anyOf")) {
            for (int i = 0; i < schema.path("anyOf").size(); i++) {
                if (i > 0) {
                    to.add(new Piece(" | ", null));
                }
                write(schema.path("anyOf").path(i), to);
            }
        } else if (schema.has("items")) {
            write(schema.path("items"), to);
            to.add(new Piece("[]", null));
        } else if (schema.has("properties")) {
            object(schema, to);
        } else {
            to.add(new Piece(values(schema), null));
        }
    }

    private static void object(JsonNode schema, List<Piece> to) {
        String before = "{ ";
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            to.add(new Piece(before + field.getKey() + ": ", null));
            write(field.getValue(), to);
            before = ", ";
        }
        to.add(new Piece(" }", null));
    }

    private static String values(JsonNode schema) {
        JsonNode values = schema.has("enum") ? schema.path("enum") : schema.path("type");
        return values.isArray()
                ? StreamSupport.stream(values.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" | "))
                : values.asText("");
    }
}
