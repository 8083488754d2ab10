package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vigie.model.Mention;

/**
 * Names of vendors who sell many things, without a word beside them of what they sell: they count where what was said
 * just before them is about surveillance. A row, or an entry of a list, must say so itself.
 */
final class Doubtful {

    /** So many sentences before something must be named by which a technology is meant. */
    private static final int NEAR = 4;

    /** So many sentences after a firm was named with what it sells, its name may stand alone. */
    private static final int SAME_MATTER = 12;

    private static final Pattern ITEM = Pattern.compile("^[-–—•*·▪] ?");

    private final Parties parties;

    Doubtful(Parties parties) {
        this.parties = parties;
    }

    /** Those of {@code names}, in the order of the text, that count in {@code section} and are not known there yet. */
    List<Mention> in(SectionText section, List<Mention> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<Sentence> sentences = section.sentences();
        List<List<Mention>> shared =
                Stretches.of(sentences, Sentence::spans).share(names, Mention::start, sentences.size());
        Predicate<Sentence> about = aboutSurveillance(section);
        List<Mention> meant = new ArrayList<>();
        for (Sentence sentence : sentences) {
            shared.get(sentence.index()).stream()
                    .filter(name ->
                            isNew(name, sentence) && (about.test(sentence) || isNamedBefore(section, sentence, name)))
                    .forEach(meant::add);
        }
        return meant;
    }

    /** Whether a sentence of {@code section}, or one just before it, speaks of surveillance; a notice does as a whole. */
    Predicate<Sentence> aboutSurveillance(SectionText section) {
        if (section.section().setting() == Setting.NOTICE) {
            boolean about = section.sentences().stream().anyMatch(this::isAboutSurveillance);
            return sentence -> about;
        }
        return sentence -> isAboutSurveillance(section, sentence);
    }

    /** Whether the firm has been named with what it sells, and the sentence goes on about that. */
    private static boolean isNamedBefore(SectionText section, Sentence sentence, Mention name) {
        return !isAlone(sentence)
                && section.preceding(sentence, SAME_MATTER).stream()
                        .flatMap(before -> before.hits().stream())
                        .anyMatch(hit -> hit.kind() == name.kind() && hit.ref().equals(name.ref()));
    }

    private static boolean isAlone(Sentence sentence) {
        return sentence.row()
                || sentence.setting() == Setting.DECISION
                || ITEM.matcher(sentence.words()).find();
    }

    private boolean isAboutSurveillance(SectionText section, Sentence sentence) {
        return section.around(sentence, isAlone(sentence) ? 0 : NEAR, 0).stream()
                .filter(near -> !Parties.isOfAnotherUse(near.words()))
                .anyMatch(this::isAboutSurveillance);
    }

    private boolean isAboutSurveillance(Sentence sentence) {
        return sentence.hits().stream().anyMatch(hit -> parties.own(hit).isPresent())
                || !BareWords.in(sentence.words()).isEmpty();
    }

    private static boolean isNew(Mention name, Sentence sentence) {
        return !sentence.hasHitIn(name.start(), name.end());
    }
}
