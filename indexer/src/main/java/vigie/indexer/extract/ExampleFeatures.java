package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigie.model.Mention;
import vigie.model.SourceDocument;
import vigie.model.Technology;
import vigie.model.config.Lexicon;

/** Training examples as the models will see such sentences. Thread-safe. */
public final class ExampleFeatures {

    private final SentenceCues cues = new SentenceCues(new CueClassifier(CueBook.load()));
    private final StageFeatures features = new StageFeatures();
    private final Parties parties;

    /** Of examples in which {@code lexicon} knows the words. */
    public ExampleFeatures(Lexicon lexicon) {
        this.parties = new Parties(lexicon);
    }

    /**
     * What the trainer learns from {@code example} about stages.
     *
     * @param vendors in its {@linkplain TrainingExample#plainText plain text}
     * @param vendor whether the marked words name one
     */
    public Labelled of(TrainingExample example, List<Mention> vendors, boolean vendor) {
        TrainingExample.Marked marked = example.marked();
        List<Integer> others = vendors.stream()
                .filter(other -> other.end() <= marked.start() || other.start() >= marked.end())
                .map(Mention::start)
                .toList();
        Situation situation = example.situation(others, vendor);
        return new Labelled(
                example.family(), features.of(situation, cues.in(situation)), example.stage(), example.modality());
    }

    /**
     * What the trainer learns about stages from a sentence of an annotated text.
     *
     * @param family the text
     * @param stage label, or {@link StageModel#NONE}
     */
    public Labelled of(Candidate candidate, String family, String stage, String modality) {
        Situation situation = candidate.situation();
        return new Labelled(family, features.of(situation, cues.in(situation)), stage, modality);
    }

    /**
     * What the trainer learns from {@code example} about words of analysis: where they are what is marked in the sentence
     * itself, or a term of the lexicon, it speaks of analysis; where another technology is marked, it does not; else nothing.
     *
     * @param mentions in its {@linkplain TrainingExample#plainText plain text}
     * @param vendor whether the marked words name one
     */
    public Optional<Spoken> spoken(TrainingExample example, List<Mention> mentions, boolean vendor) {
        String text = example.plainText();
        Sentence sentence = Sentence.of(
                        View.of(text, i -> i), List.of(new Span(0, text.length())), Setting.ITEM, false, 0)
                .with(0, new Finds(mentions, List.of(), List.of(), List.of()));
        boolean analysis = Technology.VSA.id().equals(example.technology());
        boolean named = analysis && !vendor && example.marked().start() >= 0;
        return spoken(example.family(), sentence, named, analysis || vendor);
    }

    /**
     * What the trainer learns from the sentences of {@code document} about words of analysis.
     *
     * @param family the document
     * @param open evidence of claims about analysis: whether these words speak of it themselves nobody said
     */
    public List<Spoken> spoken(
            SourceDocument document, List<Mention> mentions, Linguist linguist, String family, List<Span> open) {
        String text = document.text();
        List<Section> sections = Layout.of(text);
        List<List<Mention>> shared =
                Stretches.of(sections, Section::all).share(mentions, Mention::start, sections.size());
        List<Spoken> spoken = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Finds finds = new Finds(shared.get(i), List.of(), List.of(), List.of());
            for (Sentence sentence :
                    SectionText.of(text, sections.get(i), linguist, finds).sentences()) {
                boolean unsaid = sentence.spans().stream()
                        .anyMatch(span -> open.stream()
                                .anyMatch(other -> span.start() < other.end() && other.start() < span.end()));
                spoken(family, sentence, false, unsaid).ifPresent(spoken::add);
            }
        }
        return spoken;
    }

    private Optional<Spoken> spoken(String family, Sentence sentence, boolean named, boolean unsaid) {
        boolean said =
                named || sentence.hits().stream().anyMatch(hit -> AnalysisWords.isAnalysis(parties.technology(hit)));
        boolean meant = unsaid || sentence.hits().stream().anyMatch(hit -> AnalysisWords.isAnalysis(parties.own(hit)));
        return said || !meant
                ? Optional.of(new Spoken(family, AnalysisWords.features(sentence.unnamed()), said))
                : Optional.empty();
    }
}
