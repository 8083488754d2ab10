package vigie.indexer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import vigie.indexer.extract.Candidate;
import vigie.indexer.extract.Choices;
import vigie.indexer.extract.ClaimExtractor;
import vigie.indexer.extract.Deadline;
import vigie.indexer.extract.Linguist;
import vigie.indexer.extract.OutOfTimeException;
import vigie.indexer.extract.Place;
import vigie.indexer.extract.Span;
import vigie.indexer.extract.StageModel;
import vigie.indexer.extract.Whereabouts;
import vigie.indexer.extract.corenlp.CoreNlp;
import vigie.indexer.gate.CommuneGate;
import vigie.indexer.gate.Gate;
import vigie.indexer.resolve.Buyers;
import vigie.indexer.resolve.CommuneResolver;
import vigie.indexer.resolve.ResolvedCommunes;
import vigie.model.Claim;
import vigie.model.Mention;
import vigie.model.SourceDocument;
import vigie.model.config.Project;

/**
 * Documents to claims: gate, communes, extraction. Costs a scan where a document has no hit. Thread-safe; make one and
 * keep it.
 */
public final class Extraction {

    private final Gate gate;
    private final CommuneGate communeGate;
    private final CommuneResolver resolver;
    private final Buyers buyers;
    private final CoreNlp language;
    private final ClaimExtractor extractor;
    private final Duration time;
    private final AtomicLong documents = new AtomicLong();
    private final AtomicLong relevant = new AtomicLong();
    private final AtomicLong windows = new AtomicLong();
    private final AtomicLong scanned = new AtomicLong();
    private final AtomicLong claims = new AtomicLong();
    private final AtomicLong abstained = new AtomicLong();

    private Extraction(Project project, CoreNlp language, StageModel model) {
        gate = Gate.compile(project.lexicon());
        communeGate = CommuneGate.compile(project.communes());
        resolver = new CommuneResolver(project.communes());
        buyers = new Buyers(project.communes());
        this.language = language;
        extractor = new ClaimExtractor(project.lexicon(), language, model);
        time = project.crawl().extractTime();
    }

    /** An extraction with the vendors, terms and communes of {@code project}. */
    public static Extraction of(Project project) {
        return of(project, new CoreNlp());
    }

    /** The same with a {@code language} whose model may be loaded already. */
    public static Extraction of(Project project, CoreNlp language) {
        return of(project, language, StageModel.load());
    }

    /** The same with another {@code model} of stages than the one that ships with the indexer. */
    public static Extraction of(Project project, CoreNlp language, StageModel model) {
        return new Extraction(project, language, model);
    }

    /**
     * The claims of a document, in the order of its text; none where it has no text. Throws an {@link OutOfTimeException}
     * where they take longer than the configuration permits.
     */
    public List<Claim> claims(SourceDocument document) {
        String text = document.text();
        documents.incrementAndGet();
        scanned.addAndGet(text.length());
        return claims(document, mentions(text));
    }

    /** What the gate finds. */
    List<Mention> mentions(String text) {
        return gate.scan(text);
    }

    /** Whether the gate lets a document pass. */
    boolean isRelevant(SourceDocument document) {
        return mentions(document.text()).stream().anyMatch(extractor::isHit);
    }

    /** Who tells sentences and names. */
    Linguist linguist() {
        return language;
    }

    /** The claims of a document of which the mentions are known, in the order of its text. */
    List<Claim> claims(SourceDocument document, List<Mention> mentions) {
        if (mentions.stream().noneMatch(extractor::isHit)) {
            return List.of();
        }
        relevant.incrementAndGet();
        Deadline deadline = new Deadline(time, System::nanoTime);
        ClaimExtractor.Outcome outcome =
                extractor.extract(document, mentions, gate.doubtful(document.text()), whereabouts(document), deadline);
        windows.addAndGet(outcome.sections());
        claims.addAndGet(outcome.claims().size());
        abstained.addAndGet(outcome.abstained());
        return outcome.claims();
    }

    /** What the classifier of stages may be asked about a document. */
    List<Candidate> candidates(SourceDocument document) {
        return extractor.candidates(
                document, mentions(document.text()), gate.doubtful(document.text()), whereabouts(document));
    }

    /** What the sections of a document may tell. */
    List<Choices> choices(SourceDocument document) {
        return extractor.choices(
                document, mentions(document.text()), gate.doubtful(document.text()), whereabouts(document));
    }

    private Whereabouts whereabouts(SourceDocument document) {
        List<Mention> named = communeGate.scan(document.text());
        ResolvedCommunes resolved = resolver.resolve(document, named);
        List<Place> places = new ArrayList<>();
        resolved.named().forEach(place -> places.add(new Place(new Span(place.start(), place.end()), place.commune())));
        return new Whereabouts(
                resolved.publisher(),
                resolved.certainty(),
                resolved.joint(),
                places,
                named.stream().map(name -> new Span(name.start(), name.end())).toList(),
                buyers.of(document.publisher()).orElse(null),
                resolved.because());
    }

    /** What was done so far. */
    public ExtractionStats stats() {
        return new ExtractionStats(
                documents.get(),
                relevant.get(),
                windows.get(),
                scanned.get(),
                language.characters(),
                claims.get(),
                abstained.get(),
                language.loadMillis());
    }
}
