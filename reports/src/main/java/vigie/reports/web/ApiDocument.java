package vigie.reports.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vigie.model.Json;
import vigie.model.id.Digest;

/** The description of the API (OpenAPI 3.1) that stands beside this class. Immutable, thread-safe. */
final class ApiDocument {

    private static final String RESOURCE = "openapi.json";

    private final byte[] content;
    private final JsonNode root;

    ApiDocument() {
        try (InputStream in = ApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            content = in.readAllBytes();
            root = Json.mapper().readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Something that the API does.
     *
     * @param path under {@link Api#ROOT}, with its parameters in braces
     */
    record Operation(String method, String path, String summary) {}

    /** The document itself. */
    byte[] content() {
        return content.clone();
    }

    /** Changes when the document does. */
    String digest() {
        return Digest.sha256(content).substring(0, 12);
    }

    /** All that the API does, in the order of the document. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue().path("summary").asText()))));
        return operations;
    }

    /** The document as people read it. */
    ApiReference reference() {
        return ApiReference.of(root);
    }

    /** Names of the parameters that a request for that path may have behind the question mark. */
    Set<String> parameters(String path) {
        JsonNode operation = root.path("paths").path(path).path("get");
        if (operation.isMissingNode()) {
            throw new IllegalArgumentException("not in " + RESOURCE + ": " + path);
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String reference = parameter.path("$ref").asText();
            JsonNode whole = reference.isEmpty() ? parameter : root.at(reference.substring(1));
            if (whole.path("in").asText().equals("query")) {
                names.add(whole.path("name").asText());
            }
        }
        return names;
    }
}
