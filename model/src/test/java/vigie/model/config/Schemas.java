package vigie.model.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The JSON Schemas that ship with Vigie, applied as an editor would. */
final class Schemas {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build());

    private Schemas() {}

    static Path root() {
        return Path.of(System.getProperty("vigie.root", "..")).toAbsolutePath().normalize();
    }

    /** What the schema of that file objects to. */
    static List<String> objections(Path schema, String yaml) throws IOException {
        JsonNode read = YAML.readTree(yaml);
        JsonNode tree = read == null || read.isMissingNode() ? YAML.nullNode() : read;
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of(schema.toUri().toString()), strict)
                .validate(tree)
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    static List<String> objections(String schema, String yaml) throws IOException {
        return objections(root().resolve("config/schema/" + schema + ".schema.json"), yaml);
    }
}
