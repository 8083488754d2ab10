package vigie.crawler;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Cases written by others that lie beside the project; what needs them is skipped where they are absent. */
public final class SharedCases {

    private SharedCases() {}

    public static Path file(String name) {
        Path root =
                Path.of(System.getProperty("vigie.root", "..")).toAbsolutePath().normalize();
        Path file = root.resolveSibling("shared").resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: no " + file);
        return file;
    }

    public static JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(file(name).toFile());
    }

    public static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(file(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
