package vigie.indexer.extract;

import java.util.List;
import java.util.stream.Collectors;
import vigie.model.Mention;

/**
 * A section as it is read for claims.
 *
 * @param heading in plain form, empty where there is none
 * @param mentions of vendors, products and technologies in heading and body
 */
record SectionText(
        Section section,
        String heading,
        List<Sentence> sentences,
        List<Mention> mentions,
        List<Sum> sums,
        List<When> dates,
        Outcome outcome) {

    static SectionText of(
            String text, Section section, Linguist linguist, List<Mention> hits, List<Sum> sums, List<When> dates) {
        String heading = section.heading().stream()
                .map(span -> View.of(text, span.start(), span.end()).text())
                .collect(Collectors.joining(" "));
        List<Sentence> sentences =
                Speakers.attribute(new Reading(text, linguist).sentences(section), heading, section.setting());
        List<Mention> mentions =
                hits.stream().filter(hit -> section.contains(hit.start())).toList();
        return new SectionText(section, heading, sentences, mentions, sums, dates, Outcome.of(sentences));
    }

    List<Mention> in(Sentence sentence) {
        return mentions.stream()
                .filter(mention -> sentence.contains(mention.start()))
                .toList();
    }
}
