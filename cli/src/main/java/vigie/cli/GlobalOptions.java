package vigie.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import vigie.model.archive.DataDirectory;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.model.config.ProjectPart;

/** The options that every command knows. */
final class GlobalOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = "data",
            descriptionKey = "data")
    Path data = Path.of("data");

    @Option(names = "--config", paramLabel = "DIR", scope = ScopeType.INHERIT, descriptionKey = "config")
    @Nullable
    Path config;

    @Option(names = "--seeds", paramLabel = "DIR", scope = ScopeType.INHERIT, descriptionKey = "seeds")
    @Nullable
    Path seeds;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, descriptionKey = "quiet")
    boolean quiet;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, descriptionKey = "verbose")
    boolean verbose;

    @Option(names = "--no-progress", scope = ScopeType.INHERIT, descriptionKey = "no-progress")
    boolean noProgress;

    @Option(names = "--lang", paramLabel = "fr|en", scope = ScopeType.INHERIT, descriptionKey = "lang")
    @Nullable
    Language lang;

    private final Locale locale;

    /** @param locale of what is told of broken configuration */
    GlobalOptions(Locale locale) {
        this.locale = locale;
    }

    /** Languages of messages, for the check of the option: which one is meant must be known before it is read. */
    enum Language {
        FR,
        EN
    }

    DataDirectory dataDirectory() {
        return new DataDirectory(data);
    }

    Path configFolder() {
        return config == null ? shipped("config") : config;
    }

    Path seedsFolder() {
        return seeds == null ? shipped("seeds") : seeds;
    }

    /** Reads and checks seeds and config. */
    Project project() throws ProjectException {
        return Project.load(seedsFolder(), configFolder(), locale);
    }

    /** The same as far as somebody asks for it. */
    ProjectPart projectPart() {
        return new ProjectPart(seedsFolder(), configFolder(), locale);
    }

    /** A folder that came with Vigie; the launcher says where that is. */
    private static Path shipped(String name) {
        String given = System.getProperty("vigie." + name);
        if (given != null) {
            return Path.of(given);
        }
        String home = System.getProperty("vigie.home");
        return home == null ? Path.of(name) : Path.of(home, name);
    }
}
