package vigie.indexer.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vigie.model.CommuneRef;

/** Lists and tables town by town, "– X : …", "Commune de X — …", "X | …": each entry is told of the town that labels it. */
final class TownLabels {

    private static final Pattern LEFT = Pattern.compile(
            "^(?:[-–•*·▪►>|\\u00a6] ?|\\(?[a-z0-9]{1,2}[.)°] ?)*(?:(?:pour |a )?(?:la )?(?:communes?|villes?|mairies?) (?:de |d'|du |des |:|-|–)? ?)?(?:a |au |aux |pour )?(?:la |le |les |l')?$");

    private static final Pattern RIGHT =
            Pattern.compile("^ ?(?:\\([^()]{0,60}\\) ?)?(?:\\. ?–|:|–|- (?=\\D)|[|\\u00a6])");

    /** Nothing but a label: what comes next is told of it. */
    private static final Pattern ALONE = Pattern.compile("^ ?(?:\\([^()]{0,60}\\) ?)?[:.–]*$");

    private static final int TWO = 2;

    /** So many sentences of an entry are looked back on for its label. */
    private static final int BACK = 6;

    private TownLabels() {}

    /** The town whose entry {@code sentence} is part of. */
    static Optional<CommuneRef> of(SectionText section, Sentence sentence) {
        Optional<CommuneRef> own = label(section, sentence);
        if (own.isPresent() || !sentence.finds().places().isEmpty()) {
            return own;
        }
        List<Sentence> before = section.preceding(sentence, BACK);
        for (int i = before.size() - 1; i >= 0; i--) {
            Sentence one = before.get(i);
            boolean first = i == 0 || before.get(i - 1).block() != one.block();
            boolean heads = first && one.block() < sentence.block() && isAlone(one);
            if (one.block() != sentence.block() && !heads) {
                return Optional.empty();
            }
            Optional<CommuneRef> labelled = label(section, one);
            if (labelled.isPresent() || !one.finds().places().isEmpty()) {
                return labelled;
            }
        }
        return Optional.empty();
    }

    /** Whether a list town by town follows {@code sentence}: what it tells is told of none of them yet. */
    static boolean follow(SectionText section, Sentence sentence) {
        return sentence.words().endsWith(":")
                && section.following(sentence, 1).stream()
                        .anyMatch(next -> label(section, next).isPresent());
    }

    private static Optional<CommuneRef> label(SectionText section, Sentence sentence) {
        Optional<CommuneRef> label = label(sentence);
        return label.isPresent()
                        && sentence.inCells()
                        && section.sentences().stream()
                                        .filter(Sentence::inCells)
                                        .flatMap(row -> label(row).stream())
                                        .distinct()
                                        .limit(TWO)
                                        .count()
                                < TWO
                ? Optional.empty()
                : label;
    }

    private static Optional<CommuneRef> label(Sentence sentence) {
        return sentence.finds().places().stream()
                .findFirst()
                .filter(place -> LEFT.matcher(left(sentence, place)).matches())
                .filter(place -> RIGHT.matcher(right(sentence, place)).find()
                        || (!sentence.isTitle()
                                && ALONE.matcher(right(sentence, place)).matches()))
                .map(Place::commune);
    }

    private static boolean isAlone(Sentence sentence) {
        return sentence.finds().places().stream()
                .findFirst()
                .filter(place -> LEFT.matcher(left(sentence, place)).matches())
                .filter(place -> ALONE.matcher(right(sentence, place)).matches())
                .isPresent();
    }

    private static String left(Sentence sentence, Place place) {
        return sentence.words().substring(0, sentence.view().at(place.span().start()));
    }

    private static String right(Sentence sentence, Place place) {
        return sentence.words().substring(sentence.view().at(place.span().end() - 1) + 1);
    }
}
