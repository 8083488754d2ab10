package vigie.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vigie.model.Attempt;
import vigie.model.SourceDocument;
import vigie.model.archive.Archive;
import vigie.model.archive.DataDirectory;

/**
 * A data directory with the seeds that fill it, and commands over the two; the configuration is the project's own.
 *
 * @param folder of the collection
 * @param seeds folder
 */
record Collection(Path folder, Path seeds) {

    /** The project that is being built. */
    static Path root() {
        String told = System.getProperty("vigie.root");
        Path root = told == null ? Path.of("").toAbsolutePath() : Path.of(told);
        return Files.isDirectory(root.resolve("config"))
                ? root
                : root.resolve("..").normalize();
    }

    /** Runs a command over the collection. */
    Ran vigie(String... arguments) {
        return Ran.vigie(commandLine(arguments));
    }

    /** Runs a command over the collection with another configuration. */
    Ran vigie(Path config, String... arguments) {
        return Ran.vigie(commandLine(config, arguments));
    }

    /** Copies the project's configuration into a folder, to be changed there. */
    static void copyConfiguration(Path folder) throws IOException {
        Path from = root().resolve("config");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }

    /** The arguments and the options that name the collection. */
    List<String> commandLine(String... arguments) {
        return commandLine(root().resolve("config"), arguments);
    }

    /** The same with another configuration. */
    List<String> commandLine(Path config, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.toString(), "--seeds", seeds.toString()));
        all.addAll(List.of("--config", config.toString(), "--lang", "fr"));
        return all;
    }

    DataDirectory data() {
        return new DataDirectory(folder);
    }

    Archive archive() throws IOException {
        return Archive.open(data().archive(), issue -> {
            throw new AssertionError("the archive is not whole: " + issue);
        });
    }

    /** The newest version of every document in the archive, by URL (and locator, for notices). */
    Map<String, SourceDocument> documents() throws IOException {
        Archive archive = archive();
        Map<String, SourceDocument> documents = new LinkedHashMap<>();
        for (String segment : archive.segments()) {
            archive.documents(
                    segment,
                    document -> documents.put(
                            document.locator().isEmpty() ? document.capture().url() : document.locator(), document));
        }
        return documents;
    }

    /** Every attempt to fetch, in order. */
    List<Attempt> attempts() throws IOException {
        Archive archive = archive();
        List<Attempt> attempts = new ArrayList<>();
        for (String segment : archive.segments()) {
            archive.attempts(segment, attempts::add);
        }
        return attempts;
    }

    /** The last line of {@code runs.jsonl}. */
    JsonNode lastRun() throws IOException {
        try (Stream<String> lines = Files.lines(data().runs())) {
            return new JsonMapper().readTree(lines.reduce("", (earlier, last) -> last));
        }
    }
}
