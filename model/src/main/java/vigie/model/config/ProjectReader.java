package vigie.model.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.model.Source;
import vigie.model.config.ProjectFiles.YamlFile;

/** Reads all files of the two folders, whatever is wrong with some, and makes a project of them. */
final class ProjectReader {

    private final Path seeds;
    private final Path config;
    private final Messages messages;
    private final ProjectFiles files;
    private final ProjectPaths paths;
    private final Communes communes;
    private final Ids ids = new Ids();

    ProjectReader(Path seeds, Path config, Messages messages) {
        this.seeds = seeds;
        this.config = config;
        this.messages = messages;
        this.files = new ProjectFiles(messages);
        this.paths = new ProjectPaths(seeds, config, files);
        this.communes = new InventedCommunes(files).read(seeds);
    }

    Project read() throws ProjectException {
        Lexicon lexicon = lexicon();
        CrawlSettings crawl = crawl();
        List<Source> sources = paths.seeds().stream()
                .flatMap(path -> files.read("seeds", seeds, path).stream())
                .flatMap(file -> new SeedReader(file.problems(), communes, ids).read(file.root()).stream())
                .toList();
        ProjectFiles lawFiles = new ProjectFiles(messages);
        List<LegalRule> law = law(lawFiles);
        List<Problem> problems = Stream.concat(files.problems().stream(), lawFiles.problems().stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new ProjectException(problems);
        }
        return new Project(communes, lexicon, sources, crawl, law, files.digest());
    }

    private Lexicon lexicon() {
        List<Path> vendorFiles = paths.vendors();
        List<Path> lexiconFiles = paths.lexicon();
        Optional<List<ContextGroup>> contexts = contexts(lexiconFiles);
        References references = new References(contexts.map(ProjectReader::idsOf), ProjectPaths.ids(vendorFiles));
        List<Vendor> vendors = vendorFiles.stream()
                .flatMap(path -> yaml(path).stream())
                .flatMap(file ->
                        new VendorReader(file.problems(), references, ids).read(file.root(), file.id()).stream())
                .toList();
        List<LexiconEntry> entries = lexiconFiles.stream()
                .filter(path -> !ProjectPaths.isContexts(path))
                .flatMap(path -> yaml(path).stream())
                .flatMap(file -> new TermsReader(file.problems(), references, ids).read(file.root()).stream())
                .toList();
        return new Lexicon(vendors, entries, contexts.orElse(List.of()));
    }

    /** The groups; empty if the file is broken, so that nobody is told that a group in it is unknown. */
    private Optional<List<ContextGroup>> contexts(List<Path> lexiconFiles) {
        Optional<Path> path =
                lexiconFiles.stream().filter(ProjectPaths::isContexts).findFirst();
        if (path.isEmpty()) {
            return Optional.of(List.of());
        }
        return path.flatMap(this::yaml).flatMap(file -> {
            List<ContextGroup> groups = new ContextsReader(file.problems(), ids).read(file.root());
            return file.problems().isEmpty() ? Optional.of(groups) : Optional.empty();
        });
    }

    private CrawlSettings crawl() {
        Path path = config.resolve("crawl.yml");
        if (!Files.exists(path)) {
            return CrawlSettings.defaults();
        }
        return yaml(path)
                .map(file -> new CrawlReader(file.root(), file.problems()).read())
                .orElseGet(CrawlSettings::defaults);
    }

    /** Read apart from the other files, so that it is no part of their digest. */
    private List<LegalRule> law(ProjectFiles lawFiles) {
        return new ProjectPaths(seeds, config, lawFiles)
                .law().stream()
                        .flatMap(path -> lawFiles.read("config", config, path).stream())
                        .flatMap(file -> new LawReader(file.problems(), ids).read(file.root()).stream())
                        .toList();
    }

    private Optional<YamlFile> yaml(Path path) {
        return files.read("config", config, path);
    }

    private static Set<String> idsOf(List<ContextGroup> groups) {
        return groups.stream().map(ContextGroup::id).collect(Collectors.toUnmodifiableSet());
    }
}
