package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a sentence where another town's turn comes: "in A, …; in B, …", "A takes it, whereas B …". Each part tells of the town that
 * it begins with and is read like a sentence of its own.
 */
final class TownParts {

    /** Where a part may end; a comma only before a word that sets what follows against what came before. */
    private static final Sought CUT = Sought.of(";|, (?=(?:mais|tandis|alors|quand|quant|pendant)\\b)|\\bet(?=, )");

    /** What may stand between there and the town's name. */
    private static final Pattern LEAD = Pattern.compile(
            "[;, ]*(?:(?:et|mais|puis|enfin|tandis qu[e']|alors qu[e']|pendant qu[e']|quand|quant|a l'inverse|en revanche|de meme)[, ]*)*"
                    + "(?:(?:a|au|aux|chez|pour|dans|du cote de) ?)?(?:(?:la|celle de la) (?:ville|commune) )?(?:de |du |des |d')?(?:la |le |les |l')?");

    /** Some word behind a name, before the next part. */
    private static final Pattern TOLD = Pattern.compile("^(?:[^;(]|\\([^()]*\\))*?[a-z]{2}");

    private TownParts() {}

    /** The parts of {@code sentence}, in which its places were found; itself alone where it is not cut. */
    static List<Sentence> of(Sentence sentence) {
        List<Place> places = sentence.finds().places();
        if (places.size() < 2 || sentence.inCells() || sentence.isTitle() || sentence.setting() == Setting.NOTICE) {
            return List.of(sentence);
        }
        List<Sentence> parts = new ArrayList<>();
        int from = 0;
        for (int cut : CUT.starts(sentence.words())) {
            if (cut > from && changesTown(sentence, places, cut)) {
                parts.add(part(sentence, from, cut));
                from = cut;
            }
        }
        parts.add(part(sentence, from, sentence.words().length()));
        return parts;
    }

    /** Whether the next place is what the part after {@code cut} begins with, and is another than those before. */
    private static boolean changesTown(Sentence sentence, List<Place> places, int cut) {
        View view = sentence.view();
        List<Place> before = places.stream()
                .filter(place -> view.at(place.span().start()) < cut)
                .toList();
        return before.size() < places.size()
                && !before.isEmpty()
                && leads(sentence, places.get(before.size()), cut)
                && tells(sentence, places.get(before.size()))
                && before.stream()
                        .noneMatch(place ->
                                place.commune().equals(places.get(before.size()).commune()));
    }

    /** Whether more than the town's name stands there: "A (who leads it); B; C" is one list. */
    private static boolean tells(Sentence sentence, Place place) {
        return TOLD.matcher(sentence.words()
                        .substring(sentence.view().at(place.span().end() - 1) + 1))
                .find();
    }

    private static boolean leads(Sentence sentence, Place place, int cut) {
        String between =
                sentence.words().substring(cut, sentence.view().at(place.span().start()));
        return LEAD.matcher(between).matches();
    }

    private static Sentence part(Sentence sentence, int from, int to) {
        String words = sentence.words();
        int start = from;
        int end = to;
        while (start < end && ";, ".indexOf(words.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && words.charAt(end - 1) == ' ') {
            end--;
        }
        return sentence.part(start, end);
    }
}
