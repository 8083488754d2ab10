package vigie.model.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import vigie.model.Source;
import vigie.model.config.ProjectFiles.YamlFile;

/**
 * The project as far as somebody asks for it: a file is read, and checked by itself, when something is asked for whose id stands in it.
 * A report needs a few files of some hundred and fifty, and to read all of them takes longer than the report.
 *
 * <p>Where a file that is needed is wrong, methods throw {@link UncheckedProjectException}. Not for several threads.
 */
public final class ProjectPart implements Register {

    private final ProjectFiles files;
    private final Communes communes;
    private final Ids ids = new Ids();
    private final Lazy<List<LegalRule>> law;
    private final Things<Vendor> vendors;
    private final Things<LexiconEntry> entries;
    private final Things<Source> sources;

    /** Of what the folders hold; {@code locale} is that of the problems' messages. */
    public ProjectPart(Path seeds, Path config, Locale locale) {
        this.files = new ProjectFiles(new Messages(locale));
        this.communes = new InventedCommunes(files).read(seeds);
        ProjectPaths paths = new ProjectPaths(seeds, config, files);
        List<Path> vendorFiles = paths.vendors();
        References references = new References(Optional.empty(), ProjectPaths.ids(vendorFiles));
        this.vendors = new Things<>(
                config,
                () -> vendorFiles,
                file -> new VendorReader(file.problems(), references, ids)
                        .read(file.root(), file.id()).stream().toList());
        this.entries = new Things<>(
                config,
                () -> paths.lexicon().stream()
                        .filter(path -> !ProjectPaths.isContexts(path))
                        .toList(),
                file -> new TermsReader(file.problems(), references, ids).read(file.root()));
        this.sources = new Things<>(
                seeds, paths::seeds, file -> new SeedReader(file.problems(), communes, ids).read(file.root()));
        Things<LegalRule> rules =
                new Things<>(config, paths::law, file -> new LawReader(file.problems(), ids).read(file.root()));
        this.law = new Lazy<>(() -> rules.near(""));
        check();
    }

    @Override
    public Communes communes() {
        return communes;
    }

    @Override
    public List<LegalRule> law() {
        return law.get();
    }

    @Override
    public Optional<Source> source(String id) {
        return sources.near(id).stream()
                .filter(source -> source.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Vendor> vendor(String id) {
        return vendors.near(id).stream()
                .filter(vendor -> vendor.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Product> product(String id) {
        return vendors.near(id).stream()
                .flatMap(vendor -> vendor.products().stream())
                .filter(product -> product.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<LexiconEntry> entry(String id) {
        return entries.near(id).stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private void check() {
        List<Problem> problems = files.problems();
        if (!problems.isEmpty()) {
            throw new UncheckedProjectException(new ProjectException(problems));
        }
    }

    /** The things of one sort, each file read at most once. */
    private final class Things<T> {

        private final Path base;
        private final Lazy<Map<Path, String>> unread;
        private final Function<YamlFile, List<T>> reader;
        private final List<T> known = new ArrayList<>();

        Things(Path base, Supplier<List<Path>> paths, Function<YamlFile, List<T>> reader) {
            this.base = base;
            this.unread = new Lazy<>(() -> texts(paths.get()));
            this.reader = reader;
        }

        /** Those of all files in which {@code id} stands, and of others that have been read before. */
        List<T> near(String id) {
            List<Path> wanted = unread.get().entrySet().stream()
                    .filter(file -> file.getValue().contains(id))
                    .map(Map.Entry::getKey)
                    .toList();
            for (Path path : wanted) {
                unread.get().remove(path);
                files.read("part", base, path).map(reader).ifPresent(known::addAll);
            }
            check();
            return known;
        }

        /** Ids have none but ASCII letters, so that any encoding that holds these will do to look for them. */
        private Map<Path, String> texts(List<Path> paths) {
            Map<Path, String> texts = new LinkedHashMap<>();
            for (Path path : paths) {
                try {
                    texts.put(path, Files.readString(path, StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    files.problemsOf(path).add(0, Fault.FILE_UNREADABLE, e.toString());
                }
            }
            return texts;
        }
    }
}
