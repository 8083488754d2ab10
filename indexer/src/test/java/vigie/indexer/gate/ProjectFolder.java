package vigie.indexer.gate;

import java.nio.file.Files;
import java.nio.file.Path;
import vigie.model.config.Lexicon;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;

/** The folder of the project that is being built. */
final class ProjectFolder {

    private ProjectFolder() {}

    static Path root() {
        String told = System.getProperty("vigie.root");
        Path root = told == null ? Path.of("").toAbsolutePath() : Path.of(told);
        return Files.isDirectory(root.resolve("config"))
                ? root
                : root.resolve("..").normalize();
    }

    /** Real documents, where this machine has them. */
    static Path corpus() {
        return root().resolve("../shared/corpus").normalize();
    }

    static Lexicon lexicon() {
        try {
            return Project.load(root().resolve("seeds"), root().resolve("config"))
                    .lexicon();
        } catch (ProjectException e) {
            throw new IllegalStateException(e);
        }
    }
}
