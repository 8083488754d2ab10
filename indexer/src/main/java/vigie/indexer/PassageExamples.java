package vigie.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vigie.indexer.eval.Gold;
import vigie.indexer.eval.VendorNames;
import vigie.indexer.extract.Candidate;
import vigie.indexer.extract.Choices;
import vigie.indexer.extract.Chosen;
import vigie.indexer.extract.ExampleFeatures;
import vigie.indexer.extract.Labelled;
import vigie.indexer.extract.Lessons;
import vigie.indexer.extract.Span;
import vigie.indexer.extract.StageModel;
import vigie.model.Modality;
import vigie.model.SourceDocument;
import vigie.model.Technology;
import vigie.model.config.Lexicon;

/**
 * Annotated passages as training examples: what the extraction asks the classifier of stages about a passage, labelled by
 * the claims that people found in it. A passage is a family. Thread-safe.
 */
public final class PassageExamples {

    /** So many characters in common, or all of the shorter one, make a sentence that of a claim's evidence. */
    private static final int COMMON = 12;

    private final Extraction extraction;
    private final Extraction unlearnt;
    private final VendorNames names;
    private final ExampleFeatures features;

    /**
     * Examples as extractions meet them.
     *
     * @param extraction which sentences it asks about
     * @param unlearnt what it makes of passages, by a model that learnt nothing of them
     */
    public PassageExamples(Extraction extraction, Extraction unlearnt, Lexicon lexicon) {
        this.features = new ExampleFeatures(lexicon);
        this.extraction = extraction;
        this.unlearnt = unlearnt;
        this.names = new VendorNames(lexicon);
    }

    /** A claim with the stretch of the document that tells it. */
    private record Told(Gold.GoldClaim claim, Span evidence) {}

    /**
     * What is learnt from one passage, in the order of its text. A sentence that names a subject of which something is told
     * elsewhere is no example: nobody said what it tells by itself.
     */
    public Lessons of(Gold.Passage passage, SourceDocument document) {
        List<Told> told = passage.claims().stream()
                .flatMap(claim ->
                        evidence(document.text(), claim.evidence()).map(span -> new Told(claim, span)).stream())
                .toList();
        List<Labelled> examples = new ArrayList<>();
        for (Candidate candidate : extraction.candidates(document)) {
            List<Gold.GoldClaim> about = about(candidate, passage.claims());
            Optional<Gold.GoldClaim> claim = told.stream()
                    .filter(one -> about.contains(one.claim()))
                    .filter(one -> candidate.spans().stream().anyMatch(span -> isCommon(span, one.evidence())))
                    .map(Told::claim)
                    .findFirst();
            if (claim.isPresent()) {
                String stage = claim.get().stage().id();
                String modality = claim.get().modality().id();
                examples.add(features.of(candidate, passage.id(), stage, modality));
            } else if (about.isEmpty() || !candidate.isNamed()) {
                examples.add(features.of(candidate, passage.id(), StageModel.NONE, Modality.ASSERTED.id()));
            }
        }
        List<Span> analysis = told.stream()
                .filter(one -> one.claim().technology() == Technology.VSA)
                .map(Told::evidence)
                .toList();
        return new Lessons(
                examples,
                features.spoken(
                        document, extraction.mentions(document.text()), extraction.linguist(), passage.id(), analysis),
                unlearnt.choices(document).stream()
                        .map(choices -> chosen(passage, choices))
                        .filter(chosen -> chosen.right().contains(true))
                        .toList());
    }

    /** What is right of {@code choices}: what a claim about the same tells, or nothing where there is none. */
    private Chosen chosen(Gold.Passage passage, Choices choices) {
        Set<String> communes = choices.communes().stream()
                .map(commune -> commune.insee().value())
                .collect(Collectors.toSet());
        List<Gold.GoldClaim> about = passage.claims().stream()
                .filter(claim -> claim.technology() == choices.technology()
                        && Objects.equals(names.id(claim.vendor()), names.id(choices.vendor())))
                .filter(claim -> communes.isEmpty() || communes.contains(claim.insee()))
                .toList();
        return Chosen.of(
                passage.id(),
                choices,
                choice -> choice.stage().equals(StageModel.NONE)
                        ? about.isEmpty()
                        : about.stream()
                                .anyMatch(claim -> claim.stage().id().equals(choice.stage())
                                        && claim.modality() == choice.modality()));
    }

    /** The claims about the candidate's technology and vendor, or else those that leave one of the vendors open. */
    private List<Gold.GoldClaim> about(Candidate candidate, List<Gold.GoldClaim> claims) {
        List<Gold.GoldClaim> same = claims.stream()
                .filter(claim -> claim.technology() == candidate.situation().technology())
                .toList();
        List<Gold.GoldClaim> exactly = same.stream()
                .filter(claim -> Objects.equals(names.id(claim.vendor()), candidate.vendor()))
                .toList();
        return !exactly.isEmpty()
                ? exactly
                : same.stream()
                        .filter(claim -> claim.vendor() == null || candidate.vendor() == null)
                        .toList();
    }

    private static boolean isCommon(Span one, Span other) {
        int common = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        return common >= Math.min(COMMON, Math.min(one.length(), other.length()));
    }

    /** Where {@code quote} stands in {@code text}, whatever its spaces and signs. */
    private static Optional<Span> evidence(String text, String quote) {
        int[] offsets = text.chars().filter(Character::isLetterOrDigit).toArray();
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                offsets[next++] = i;
            }
        }
        String letters = letters(quote);
        int at = letters.isEmpty() ? -1 : letters(text).indexOf(letters);
        return at < 0 ? Optional.empty() : Optional.of(new Span(offsets[at], offsets[at + letters.length() - 1] + 1));
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.chars()
                .filter(Character::isLetterOrDigit)
                .forEach(letter -> letters.append((char) Character.toLowerCase(letter)));
        return letters.toString();
    }
}
