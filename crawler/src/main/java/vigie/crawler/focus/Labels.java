package vigie.crawler.focus;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What links call that to which they lead. */
final class Labels {

    /** Longer ones are whole paragraphs or cards. */
    private static final int LONGEST = 200;

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*]");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** "Download the document (PDF, 2 MB)", "read more", "click here". */
    private static final Set<String> SAYING_NOTHING = Set.of(
            ("telecharger telechargement telechargez lire lecture ouvrir voir consulter afficher acceder cliquer cliquez ici le la les l un au a en"
                            + " sur pour de du ce cette format document documents fichier fichiers pdf doc docx odt rtf zip suite savoir plus lien"
                            + " liens detail details nouvel nouvelle onglet fenetre piece pieces jointe jointes version taille o ko mo kb mb octets"
                            + " download read more link")
                    .split(" "));

    private Labels() {}

    /** The anchor as one line; null where it says nothing of what is behind it. */
    static @Nullable String of(String anchor) {
        String line = anchor.strip().replaceAll("\\s+", " ");
        if (line.length() > LONGEST) {
            return null;
        }
        String words = FoldedWords.of(BRACKETS.matcher(line).replaceAll(" "));
        boolean tells = Arrays.stream(words.split(" "))
                .anyMatch(word -> !word.isEmpty()
                        && !SAYING_NOTHING.contains(word)
                        && !NUMBER.matcher(word).matches());
        return tells ? line : null;
    }
}
