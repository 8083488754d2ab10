package vigie.reports.render;

import java.util.regex.Pattern;
import vigie.model.Evidence;
import vigie.model.SourceDocument;

/**
 * What stands around a quote, from where a word begins to where one ends.
 *
 * @param before with "…" where there is more before it
 * @param after with "…" where there is more behind it
 */
public record Surroundings(String before, String after) {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** A line's end within a sentence: a long line that ends in a word, or goes on with a small letter. */
    private static final Pattern WITHIN =
            Pattern.compile("(?<=[^\\n]{44}[^\\n-])\\n(?=\\p{Ll})|(?<=[^\\n]{69}[\\p{Ll},])\\n(?=[\\p{L}\\d«(])");

    /** At most so many characters on each side; or nothing where the quote does not stand there. */
    public static Surroundings of(SourceDocument document, Evidence evidence, int most) {
        String text = document.text();
        int start = evidence.start();
        int end = evidence.end();
        if (!text.startsWith(evidence.quote(), start)) {
            return new Surroundings("", "");
        }
        int from = Math.max(0, start - most);
        if (from > 0) {
            var space = SPACE.matcher(text).region(from, start);
            from = space.find() ? space.end() : from;
        }
        int to = Math.min(text.length(), end + most);
        if (to < text.length()) {
            int cut = to;
            while (cut > end && !Character.isWhitespace(text.charAt(cut))) {
                cut--;
            }
            to = cut > end ? cut : to;
        }
        return new Surroundings(
                (from > 0 ? "… " : "") + paged(document, from, start),
                paged(document, end, to) + (to < text.length() ? " …" : ""));
    }

    /** Some of the text, in which a page begins on a line of its own. */
    private static String paged(SourceDocument document, int from, int to) {
        StringBuilder paged = new StringBuilder();
        int at = from;
        for (int page : document.pageStarts()) {
            if (page >= at && page > 0 && page < to && document.text().charAt(page - 1) != '\n') {
                paged.append(document.text(), at, page).append('\n');
                at = page;
            }
        }
        return paged.append(document.text(), at, to).toString();
    }

    /** Text for reading, in which sentences run on over the line ends of a printed page; as long as it was. */
    public static String flowing(String text) {
        return WITHIN.matcher(text).replaceAll(" ");
    }
}
