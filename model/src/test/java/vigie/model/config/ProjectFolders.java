package vigie.model.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A folder with {@code seeds/} and {@code config/} in it, empty at first. */
record ProjectFolders(Path root) {

    ProjectFolders {
        try {
            Files.createDirectories(root.resolve("seeds"));
            Files.createDirectories(root.resolve("config/vendors"));
            Files.createDirectories(root.resolve("config/lexicon/fr"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProjectFolders with(String file, String... lines) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, String.join("\n", lines) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path seeds() {
        return root.resolve("seeds");
    }

    Path config() {
        return root.resolve("config");
    }

    Project load() throws ProjectException {
        return Project.load(seeds(), config(), Locale.ENGLISH);
    }

    /** What is wrong, with the root left out of the files' names. */
    List<String> problems() {
        try {
            load();
            return List.of();
        } catch (ProjectException e) {
            return e.problems().stream()
                    .map(problem -> problem.toString().replace(root + "/", ""))
                    .toList();
        }
    }
}
