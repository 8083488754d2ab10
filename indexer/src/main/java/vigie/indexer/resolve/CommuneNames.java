package vigie.indexer.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.config.Communes;

/** Finds names of communes in a text by the register alone: words that begin with a capital, looked up as they stand. */
public final class CommuneNames {

    private static final int LONGEST = 45;
    private static final int SHORTEST = 3;

    /** Names of communes that are far more often other words at the head of a sentence. */
    private static final Set<String> WORDS = Set.of(
            "les", "elle", "celle", "saint", "sainte", "ville", "bois", "fort", "avant", "port", "rue", "mairie",
            "objet", "aucun", "aux", "son", "maire", "titre", "cette", "bon", "prix", "art", "bien", "ban", "loi",
            "lot", "nous", "dans", "vert", "demain", "achat", "orange", "ans", "avec", "pour", "entre", "outre", "sans",
            "sous", "vous");

    private final Communes communes;

    public CommuneNames(Communes communes) {
        this.communes = communes;
    }

    /** The names in {@code text}, in order; {@link Mention#ref} is the folded name. */
    public List<Mention> scan(String text) {
        List<Mention> found = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int end = startsName(text, i) ? endOfName(text, i) : -1;
            if (end > 0) {
                String surface = text.substring(i, end);
                found.add(new Mention(MentionKind.COMMUNE, i, end, surface, Communes.fold(surface)));
            }
            i = end > 0 ? end : i + 1;
        }
        return found;
    }

    private static boolean startsName(String text, int i) {
        return Character.isUpperCase(text.charAt(i)) && (i == 0 || !Character.isLetter(text.charAt(i - 1)));
    }

    /** Where the longest name that starts at {@code start} ends, or -1. */
    private int endOfName(String text, int start) {
        int best = -1;
        for (int i = start; i <= Math.min(text.length(), start + LONGEST); i++) {
            boolean stop = i == text.length() || !Character.isLetter(text.charAt(i));
            if (stop && i - start >= SHORTEST && isName(text.substring(start, i))) {
                best = i;
            }
            if (i < text.length() && stop && " -'’\n\u00a0".indexOf(text.charAt(i)) < 0) {
                break;
            }
        }
        return best;
    }

    private boolean isName(String words) {
        String name = Communes.fold(words.replace('\n', ' '));
        return !WORDS.contains(name) && (!communes.byName(name).isEmpty() || withArticle(name));
    }

    /** "commune des Lilas" leaves the article of "Les Lilas" to the preposition. */
    private boolean withArticle(String name) {
        return !communes.byName("les " + name).isEmpty()
                || !communes.byName("le " + name).isEmpty();
    }
}
