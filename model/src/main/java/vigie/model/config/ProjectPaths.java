package vigie.model.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which files of the two folders say what. */
record ProjectPaths(Path seedFolder, Path configFolder, ProjectFiles files) {

    private static final int DEEP = 16;

    /** A file for each vendor. */
    List<Path> vendors() {
        return files.list(configFolder.resolve("vendors"), 1);
    }

    /** The lexicon: files of terms, and one of {@linkplain #isContexts groups of words}. */
    List<Path> lexicon() {
        Path lexicon = configFolder.resolve("lexicon");
        Path french = lexicon.resolve("fr");
        return Files.isDirectory(french) ? files.list(french, 1) : files.list(lexicon, 0);
    }

    /** Whether a file of the lexicon holds groups of words instead of terms. */
    static boolean isContexts(Path path) {
        return path.endsWith("contexts.yml");
    }

    /** The ids of what these files are about. */
    static Set<String> ids(List<Path> paths) {
        return paths.stream().map(ProjectFiles::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Dated rules; none where nobody has written any. */
    List<Path> law() {
        Path folder = configFolder.resolve("law");
        return Files.isDirectory(folder) ? files.list(folder, 1) : List.of();
    }

    /** Sources. */
    List<Path> seeds() {
        return files.list(seedFolder, DEEP);
    }
}
