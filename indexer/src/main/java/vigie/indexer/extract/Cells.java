package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cells of a line of a table, by the sign that parts them.
 *
 * @param spans of the cells in the document, without white space and quotes around them; empty ones too
 */
record Cells(String separator, List<Span> spans) {

    /** Stands for dots that lead from one cell to the next. */
    private static final String DOTS = "...";

    private static final List<String> SEPARATORS = List.of("\t", "|", ";", "  ", DOTS);

    private static final Pattern WIDE = Pattern.compile("[ \\u00a0]{2,}");
    private static final Pattern LEADERS = Pattern.compile("[ \\u00a0]*(?:\\.{3,}|…|(?:\\. ){3,})[ \\u00a0.…]*");

    Cells {
        spans = List.copyOf(spans);
    }

    /** The cells of {@code line} by the first sign that makes {@code fewest} of it; none where none does. */
    static Cells of(String text, Span line, int fewest) {
        return SEPARATORS.stream()
                .map(separator -> by(separator, text, line))
                .filter(cells -> cells.size() >= fewest)
                .findFirst()
                .orElse(new Cells("", List.of()));
    }

    /** The cells of {@code line} by {@code separator}. */
    static Cells by(String separator, String text, Span line) {
        Span bare = trimmed(text, line.start(), line.end());
        Matcher parts = sign(separator).matcher(text).region(bare.start(), bare.end());
        List<Span> spans = new ArrayList<>();
        int start = bare.start();
        while (parts.find()) {
            spans.add(trimmed(text, start, parts.start()));
            start = parts.end();
        }
        spans.add(trimmed(text, start, bare.end()));
        if ("|".equals(separator)) {
            spans = bordered(spans);
        }
        return new Cells(separator, spans);
    }

    private static Pattern sign(String separator) {
        return switch (separator) {
            case "  " -> WIDE;
            case DOTS -> LEADERS;
            default -> Pattern.compile(Pattern.quote(separator));
        };
    }

    /** Without the empty cells that signs at both ends of the line make. */
    private static List<Span> bordered(List<Span> spans) {
        int from = spans.get(0).length() == 0 ? 1 : 0;
        int to = spans.size() - (spans.size() > 1 && spans.get(spans.size() - 1).length() == 0 ? 1 : 0);
        return spans.subList(from, Math.max(from, to));
    }

    private static Span trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (to > from && isAround(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }

    private static boolean isAround(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '"' || c == '\r';
    }

    int size() {
        return spans.size();
    }

    /** The cells in plain form. */
    List<String> words(String text) {
        return spans.stream()
                .map(span -> View.fold(text.substring(span.start(), span.end())))
                .toList();
    }

    /** Whether another line is of the same table. */
    boolean isLike(Cells other) {
        return separator.equals(other.separator) && size() == other.size();
    }
}
