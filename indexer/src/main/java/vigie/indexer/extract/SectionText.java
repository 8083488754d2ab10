package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.model.Mention;

/**
 * A section as it is read for claims.
 *
 * @param heading in plain form, empty where there is none
 * @param sentences the heading, if there is one, then those of the body, each with what was found in it
 * @param finds in heading and body
 * @param outcome of the vote that the section reports
 * @param outcomes of the votes on each sentence, whose parts may be voted on one by one
 */
record SectionText(
        Section section,
        String heading,
        List<Sentence> sentences,
        Finds finds,
        Outcome outcome,
        List<Outcome> outcomes) {

    /** Reads {@code section}, in which {@code finds} lie. */
    static SectionText of(String text, Section section, Linguist linguist, Finds finds) {
        String heading = section.heading().stream()
                .map(span -> View.of(text, span.start(), span.end()).text())
                .collect(Collectors.joining(" "));
        List<Sentence> said = new ArrayList<>();
        if (!heading.isBlank()) {
            said.add(titleOf(text, section));
        }
        said.addAll(Speakers.attribute(new Reading(text, linguist).sentences(section), heading, section.setting()));
        List<Sentence> whole = shared(said, finds);
        List<Sentence> parts = whole.stream()
                .flatMap(sentence -> TownParts.of(sentence).stream())
                .toList();
        List<Sentence> sentences = parts.size() == whole.size() ? whole : shared(parts, finds);
        Outcome outcome = Outcome.of(sentences);
        return new SectionText(section, heading, sentences, finds, outcome, Outcome.ofEach(sentences, outcome));
    }

    private static List<Sentence> shared(List<Sentence> said, Finds finds) {
        List<Finds> shares = finds.share(Stretches.of(said, Sentence::spans), said.size());
        List<Sentence> sentences = new ArrayList<>(said.size());
        for (int i = 0; i < said.size(); i++) {
            sentences.add(said.get(i).with(i, shares.get(i)));
        }
        return sentences;
    }

    /** The same section where {@code more} was found, too. */
    SectionText finding(List<Mention> more) {
        if (more.isEmpty()) {
            return this;
        }
        Finds all = finds.and(more);
        return new SectionText(section, heading, shared(sentences, all), all, outcome, outcomes);
    }

    /** How the vote on {@code sentence} went. */
    Outcome outcomeOf(Sentence sentence) {
        return outcomes.get(sentence.index());
    }

    /** The sentences that name {@code subject} where it was found. */
    Stream<Sentence> naming(Subject subject) {
        return sentences.stream()
                .filter(sentence -> sentence.contains(subject.anchor().start()));
    }

    /** The heading as a sentence: what it names, the section is about. */
    private static Sentence titleOf(String text, Section section) {
        StringBuilder raw = new StringBuilder();
        List<Integer> offsets = new ArrayList<>();
        for (Span line : section.heading()) {
            for (int i = line.start(); i <= line.end(); i++) {
                raw.append(i < line.end() ? text.charAt(i) : '\n');
                offsets.add(i);
            }
        }
        View view = View.of(raw.toString(), offsets::get);
        return Sentence.title(view, section.heading(), section.setting());
    }

    /** The sentences from {@code before} before to {@code after} after {@code sentence}, itself included. */
    List<Sentence> around(Sentence sentence, int before, int after) {
        int from = Math.max(0, sentence.index() - before);
        int to = Math.min(sentences.size(), sentence.index() + after + 1);
        return sentences.subList(from, to);
    }

    /** The sentences that follow {@code sentence}, at most so many. */
    List<Sentence> following(Sentence sentence, int most) {
        int from = Math.min(sentences.size(), sentence.index() + 1);
        return sentences.subList(from, Math.min(sentences.size(), from + most));
    }

    /** The sentences before {@code sentence}, at most so many, the nearest last. */
    List<Sentence> preceding(Sentence sentence, int most) {
        return sentences.subList(Math.max(0, sentence.index() - most), sentence.index());
    }
}
