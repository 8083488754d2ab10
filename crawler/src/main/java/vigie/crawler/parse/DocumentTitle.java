package vigie.crawler.parse;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The title that a file bears in its properties, where it is one. */
final class DocumentTitle {

    private static final Pattern PROGRAM = Pattern.compile("(?i)^(?:microsoft (?:word|excel|powerpoint)\\s*-\\s*)");
    private static final Pattern FILE_END = Pattern.compile("(?i)\\.(?:docx?|odt|rtf|pdf|xlsx?|ods|qxd|indd|tmp)$");
    private static final Pattern NO_TITLE =
            Pattern.compile("(?i)(?:sans titre|untitled|document|modele|normal|scan|image|doc|copie)?[\\s\\d_.()-]*");

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
    private static final int BEGINNING = 5_000;

    private DocumentTitle() {}

    /** @param text what the file says, in which words of a title stand that was not left by the file it was copied from */
    static @Nullable String of(@Nullable String property, String text) {
        if (property == null) {
            return null;
        }
        String title = CleanText.of(property).strip();
        title = PROGRAM.matcher(title).replaceFirst("");
        title = FILE_END.matcher(title).replaceFirst("").strip();
        boolean none = NO_TITLE.matcher(title).matches() || ReadLimits.letters(title) < 3;
        return none || !isOf(text, title) ? null : title;
    }

    /** Whether half of the longer words of {@code title} stand where {@code text} begins; of a scan nothing is known. */
    private static boolean isOf(String text, String title) {
        String beginning = plain(text.substring(0, Math.min(text.length(), BEGINNING)));
        List<String> words =
                WORD.matcher(plain(title)).results().map(MatchResult::group).toList();
        return ReadLimits.letters(beginning) == 0
                || 2 * words.stream().filter(beginning::contains).count() >= words.size();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
