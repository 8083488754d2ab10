package vigie.indexer.extract;

import java.util.List;
import vigie.model.Claim;
import vigie.model.Mention;
import vigie.model.SourceDocument;
import vigie.model.config.Lexicon;

/**
 * Makes claims out of a document whose mentions are known. Only sections that hold a hit are read, and only quotes of
 * claims are given to the name classifier. Immutable, thread-safe.
 *
 * <p>The way: {@link Layout} cuts the document into sections, {@link Reading} those into sentences, {@link Speakers} says
 * whose words they are, {@link Parties} and {@link BareWords} what a sentence is about,
 * the {@link StageClassifier} what it says of that, {@link Merging} and {@link SectionJudge} what the section says in the end, {@link Attribution} about which commune.
 */
public final class ClaimExtractor {

    private final Linguist linguist;
    private final Parties parties;
    private final StageClassifier classifier;
    private final AnalysisWords analysis;
    private final SectionJudge judge;
    private final NoticeClaims notices;

    /** An extractor with the trained classifier that ships with the indexer. */
    public ClaimExtractor(Lexicon lexicon, Linguist linguist) {
        this(lexicon, linguist, StageModel.load());
    }

    /** An extractor with another model of stages. */
    public ClaimExtractor(Lexicon lexicon, Linguist linguist, StageModel model) {
        this.linguist = linguist;
        this.parties = new Parties(lexicon);
        this.classifier = new TrainedClassifier(model);
        this.analysis = new AnalysisWords(model, parties);
        this.judge = new SectionJudge(model);
        this.notices = new NoticeClaims(parties);
    }

    /**
     * What was made of a document.
     *
     * @param claims in the order of the text
     * @param sections read for claims
     * @param abstained drafts that were believed too little, or about no certain commune
     */
    public record Outcome(List<Claim> claims, int sections, int abstained) {}

    /** Whether a mention makes a document worth reading. */
    public boolean isHit(Mention mention) {
        return parties.isHit(mention);
    }

    /**
     * The claims of {@code document}.
     *
     * @param mentions in the order of the text
     * @param doubtful names of vendors, in the order of the text, that count where what is around them is about
     *     surveillance
     */
    public Outcome extract(
            SourceDocument document, List<Mention> mentions, List<Mention> doubtful, Whereabouts whereabouts) {
        return extract(document, mentions, doubtful, whereabouts, Deadline.never());
    }

    /** The same; throws an {@link OutOfTimeException} where it takes longer. */
    public Outcome extract(
            SourceDocument document,
            List<Mention> mentions,
            List<Mention> doubtful,
            Whereabouts whereabouts,
            Deadline deadline) {
        List<Mention> hits = hits(mentions);
        return hits.isEmpty()
                ? new Outcome(List.of(), 0, 0)
                : reader(document, mentions, whereabouts, deadline).read(hits, doubtful);
    }

    /** What the classifier may be asked about {@code document}, in the order of the text; its mentions as for claims. */
    public List<Candidate> candidates(
            SourceDocument document, List<Mention> mentions, List<Mention> doubtful, Whereabouts whereabouts) {
        return reader(document, mentions, whereabouts, Deadline.never()).candidates(hits(mentions), doubtful);
    }

    /** What the sections of running text of {@code document} may tell, in their order; its mentions as for claims. */
    public List<Choices> choices(
            SourceDocument document, List<Mention> mentions, List<Mention> doubtful, Whereabouts whereabouts) {
        return reader(document, mentions, whereabouts, Deadline.never()).choices(hits(mentions), doubtful);
    }

    private List<Mention> hits(List<Mention> mentions) {
        return mentions.stream().filter(parties::isHit).toList();
    }

    private DocumentReader reader(
            SourceDocument document, List<Mention> mentions, Whereabouts whereabouts, Deadline deadline) {
        Attribution attribution = new Attribution(whereabouts);
        StageClassifier inTime = deadline.over(classifier.forOneDocument());
        ProseClaims prose = new ProseClaims(new Remembering(inTime), parties, attribution, judge);
        Functions functions = new Functions(document.text(), mentions, parties);
        return new DocumentReader(
                document,
                whereabouts,
                deadline.over(linguist),
                analysis,
                new Doubtful(parties),
                attribution,
                functions,
                prose,
                notices);
    }
}
