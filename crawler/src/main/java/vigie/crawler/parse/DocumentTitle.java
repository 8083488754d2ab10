package vigie.crawler.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The title that a file bears in its properties, where it is one. */
final class DocumentTitle {

    private static final Pattern PROGRAM = Pattern.compile("(?i)^(?:microsoft (?:word|excel|powerpoint)\\s*-\\s*)");
    private static final Pattern FILE_END = Pattern.compile("(?i)\\.(?:docx?|odt|rtf|pdf|xlsx?|ods|qxd|indd|tmp)$");
    private static final Pattern NO_TITLE =
            Pattern.compile("(?i)(?:sans titre|untitled|document|modele|normal|scan|image|doc|copie)?[\\s\\d_.()-]*");

    private DocumentTitle() {}

    static @Nullable String of(@Nullable String property) {
        if (property == null) {
            return null;
        }
        String title = CleanText.of(property).strip();
        title = PROGRAM.matcher(title).replaceFirst("");
        title = FILE_END.matcher(title).replaceFirst("").strip();
        return NO_TITLE.matcher(title).matches() || ReadLimits.letters(title) < 3 ? null : title;
    }
}
