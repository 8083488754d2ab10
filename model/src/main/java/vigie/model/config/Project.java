package vigie.model.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vigie.model.Source;

/**
 * Everything that {@code seeds/} and {@code config/} say, read once and immutable.
 *
 * @param law dated rules that reports ask about, in the order of their files; they do not count for the digest, since no
 *     document need be read anew for them
 * @param digest SHA-256 over the files read, for {@code runs.jsonl} and to know when documents must be extracted anew
 */
public record Project(
        Communes communes,
        Lexicon lexicon,
        List<Source> sources,
        CrawlSettings crawl,
        List<LegalRule> law,
        String digest)
        implements Register {

    public Project {
        sources = List.copyOf(sources);
        law = List.copyOf(law);
    }

    /** A project that knows no law. */
    public Project(Communes communes, Lexicon lexicon, List<Source> sources, CrawlSettings crawl, String digest) {
        this(communes, lexicon, sources, crawl, List.of(), digest);
    }

    /**
     * Reads and checks the folders; problems are told in French.
     *
     * @throws ProjectException with <em>all</em> that is wrong, if anything is
     */
    public static Project load(Path seeds, Path config) throws ProjectException {
        return load(seeds, config, Locale.FRENCH);
    }

    /**
     * Reads and checks the folders.
     *
     * @param locale of the problems' messages: French, or English where it is that
     * @throws ProjectException with <em>all</em> that is wrong, if anything is
     */
    public static Project load(Path seeds, Path config, Locale locale) throws ProjectException {
        return new ProjectReader(seeds, config, new Messages(locale)).read();
    }

    /** The register of communes alone, with the invented ones of {@code seeds}; much cheaper than a whole project. */
    public static Communes communes(Path seeds) {
        return new InventedCommunes(new ProjectFiles(new Messages(Locale.FRENCH))).read(seeds);
    }

    @Override
    public Optional<Source> source(String id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Vendor> vendor(String id) {
        return lexicon.vendors().stream()
                .filter(vendor -> vendor.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Product> product(String id) {
        return lexicon.vendors().stream()
                .flatMap(vendor -> vendor.products().stream())
                .filter(product -> product.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<LexiconEntry> entry(String id) {
        return lexicon.entries().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}
