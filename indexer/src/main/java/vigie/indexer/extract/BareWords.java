package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.Technology;

/**
 * Everyday words that name a technology only where the text has said before what it speaks of: the cameras, a drone,
 * faces, plates. Alone they mean nothing, so the gate does not look for them.
 */
final class BareWords {

    private static final Map<Technology, Pattern> WORDS = words();

    private BareWords() {}

    private static Map<Technology, Pattern> words() {
        Map<Technology, Pattern> words = new LinkedHashMap<>();
        words.put(Technology.FACIAL_RECOGNITION, Pattern.compile("\\bvisages\\b(?![^.;?]{0,40}\\bflout)"));
        words.put(
                Technology.LAPI,
                Pattern.compile(
                        "\\b(?:li(?:re|t|sent|sai\\w+|sant)|lect\\w+|camera\\w*|postes?)\\b[^.;:?]{0,30}\\bplaques\\b(?! (?:de rue|commemorativ))"));
        words.put(Technology.DRONE, Pattern.compile("\\bdrones?\\b(?! (?:agricole|d'epandage|lumineux|de loisir))"));
        words.put(
                Technology.AUDIO_DETECTION,
                Pattern.compile(
                        "\\b(?:micros|microphones?|capteurs? de (?:bruits?|sons?)|detecteurs? de (?:bruits?|tirs?|cris)"
                                + "|ecoute des bruits)\\b"));
        words.put(
                Technology.VIDEOPROTECTION,
                Pattern.compile(
                        "(?<!\\b(?:sur|dans|par|flux) )(?<!\\bflux )(?:\\b(?:les|nos|ces|[a-z]+(?:ante|ze|gt)(?:-[a-z]+)?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\\d+)|\\b(?:nombre|etat) (?:de|des)) cameras\\b"
                                + "(?! (?:pietons|individuelles|embarquees|thermiques|photo|web|reliees|raccordees))"));
        return Collections.unmodifiableMap(words);
    }

    /** A technology and where its word begins and ends in plain text. */
    record Found(Technology technology, int start, int end) {}

    /** The technologies that {@code words}, which are plain, name so, each once. */
    static List<Found> in(String words) {
        List<Found> found = new ArrayList<>();
        WORDS.forEach((technology, pattern) -> {
            Matcher matcher = pattern.matcher(words);
            if (matcher.find()) {
                found.add(new Found(technology, matcher.start(), matcher.end()));
            }
        });
        return found;
    }
}
