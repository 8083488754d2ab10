package vigie.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shipped YAML file names its schema for editors, and keeps to it. */
class ShippedFilesTest {

    private static final Path ROOT = Schemas.root();
    private static final Pattern FIRST_LINE = Pattern.compile("# yaml-language-server: \\$schema=(\\S+)");

    static List<Path> shipped() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("config/crawl.yml")));
        for (String folder : List.of("config/vendors", "config/lexicon", "config/law", "seeds")) {
            try (Stream<Path> walk = Files.walk(ROOT.resolve(folder))) {
                walk.filter(path -> path.toString().endsWith(".yml"))
                        .map(ROOT::relativize)
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    @Test
    void filesAreFound() throws IOException {
        assertThat(shipped()).hasSizeGreaterThan(30).contains(Path.of("seeds/feeds.yml"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void fileNamesItsSchemaAndKeepsToIt(Path file) throws IOException {
        Path path = ROOT.resolve(file);
        String yaml = Files.readString(path);
        Matcher named = FIRST_LINE.matcher(yaml.lines().findFirst().orElse(""));

        assertThat(named.matches()).as("first line names the schema").isTrue();
        Path schema = path.resolveSibling(named.group(1)).normalize();
        assertThat(schema).isEqualTo(ROOT.resolve("config/schema/" + schemaOf(file) + ".schema.json"));
        assertThat(Schemas.objections(schema, yaml)).isEmpty();
    }

    private static String schemaOf(Path file) {
        String name = file.getFileName().toString().replace(".yml", "");
        if (file.startsWith("seeds")) {
            return "seeds";
        }
        if (file.startsWith("config/vendors")) {
            return "vendor";
        }
        if (file.startsWith("config/law")) {
            return "law";
        }
        return List.of("crawl", "contexts").contains(name) ? name : "lexicon";
    }

    @ParameterizedTest
    @ValueSource(strings = {"vendor", "lexicon", "contexts", "crawl", "seeds"})
    void schemaIsAValidSchemaOfDraft2020(String name) throws IOException {
        String schema = Files.readString(ROOT.resolve("config/schema/" + name + ".schema.json"));

        assertThat(schema).contains("https://json-schema.org/draft/2020-12/schema");
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(schema, InputFormat.JSON))
                .isEmpty();
    }
}
