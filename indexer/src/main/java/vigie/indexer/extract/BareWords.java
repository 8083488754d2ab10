package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vigie.model.Technology;

/**
 * Everyday words that name a technology only where the text has said before what it speaks of: the cameras, a drone,
 * faces, plates. Alone they mean nothing, so the gate does not look for them.
 */
final class BareWords {

    private static final Map<Technology, Words> WORDS = words();

    /**
     * How a technology is named.
     *
     * @param always what stands in each such name: a look for it is quick
     */
    private record Words(String always, Sought pattern) {

        static Words of(String always, String regex) {
            return new Words(always, Sought.of(regex));
        }

        @Nullable
        Matcher first(String words) {
            return words.contains(always) ? pattern.first(words) : null;
        }
    }

    private BareWords() {}

    private static Map<Technology, Words> words() {
        Map<Technology, Words> words = new LinkedHashMap<>();
        words.put(
                Technology.FACIAL_RECOGNITION,
                Words.of(
                        "visages",
                        "\\bvisages\\b(?! (?:couverts|decouverts|masques|non masques|sans masque|nus)\\b)(?![^.;?]{0,40}\\bflout)"));
        words.put(
                Technology.LAPI,
                Words.of(
                        "plaques",
                        "\\b(?:li(?:re|t|sent|sai\\w+|sant)|lect\\w+|camera\\w*|postes?|(?:capteurs?|bornes?|boitiers?) (?:de|a|pour)(?: les)?(?= plaques))\\b[^.;:?]{0,30}\\bplaques\\b(?! (?:de rue|commemorativ|solaire|photovolt|de cuisson|eutectique|de platre|vibrante|de verglas))"));
        words.put(Technology.DRONE, Words.of("drone", "\\bdrones?\\b(?! (?:agricole|d'epandage|lumineux|de loisir))"));
        words.put(
                Technology.AUDIO_DETECTION,
                Words.of(
                        "",
                        "\\b(?:micros|microphones?|capteurs? de (?:bruits?|sons?)|detecteurs? de (?:bruits?|tirs?|cris)"
                                + "|ecoute des bruits)\\b"));
        words.put(
                Technology.VIDEOPROTECTION,
                Words.of(
                        "cameras",
                        "(?<!\\b(?:sur|dans|par|flux) )(?<!\\bflux )(?:\\b(?:les|nos|ces|[a-z]+(?:ante|ze|gt)(?:-[a-z]+)?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\\d+)|\\b(?:nombre|etat) (?:de|des)) cameras\\b"
                                + "(?! (?:de (?:lecture|controle|verbalisation)|pietons|individuelles|embarquees|thermiques|photo|web|reliees|raccordees))"));
        words.put(
                Technology.VSA,
                Words.of(
                        "logiciel",
                        "\\b(?:partie|volet|brique|couche|option|lot|composante|surcouche) logiciel(?:le)?\\b|\\blogiciels? (?:de (?:cette|ce|la meme) (?:sorte|type|genre|nature|espece)|de la sorte|semblables?|analogues?|pareils?)\\b"));
        return Collections.unmodifiableMap(words);
    }

    /** A technology and where its word begins and ends in plain text. */
    record Found(Technology technology, int start, int end) {}

    /** The technologies that {@code words}, which are plain, name so, each once. */
    static List<Found> in(String words) {
        List<Found> found = new ArrayList<>();
        WORDS.forEach((technology, pattern) -> {
            Matcher matcher = pattern.first(words);
            if (matcher != null) {
                found.add(new Found(technology, matcher.start(), matcher.end()));
            }
        });
        return found;
    }
}
