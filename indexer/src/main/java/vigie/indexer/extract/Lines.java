package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a text in reading order: pages set in two columns of prose are read column by column. */
final class Lines {

    /** Two columns must go on for so many lines to be believed. */
    private static final int COLUMN_LINES = 4;

    /** Longer lines are cut at the next white space. */
    private static final int LONGEST = 4_000;

    private static final Pattern GAP =
            Pattern.compile("(?<=\\S)[ \\u00a0]{3,}(?=\\S)|(?<=\\S)[ \\u00a0]*\\t\\s*(?=\\S)");

    private Lines() {}

    /** The words of a line, with plain spaces only and none around. */
    static String words(String text, Span line) {
        return text.substring(line.start(), line.end())
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .strip();
    }

    /** All lines but the last line break of each, empty ones too. */
    static List<Span> of(String text) {
        List<Span> lines = raw(text);
        List<Span> ordered = new ArrayList<>(lines.size());
        int i = 0;
        while (i < lines.size()) {
            int end = columnsEnd(text, lines, i);
            if (end - i >= COLUMN_LINES) {
                addColumns(text, lines.subList(i, end), ordered);
                i = end;
            } else {
                ordered.add(lines.get(i));
                i++;
            }
        }
        return ordered;
    }

    private static List<Span> raw(String text) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\f') {
                lines.add(new Span(start, i));
                start = i + 1;
            } else if (i - start >= LONGEST && Character.isWhitespace(text.charAt(i))) {
                lines.add(new Span(start, i));
                start = i;
            }
        }
        return lines;
    }

    /** The first line after {@code from} that is no longer set in the same two columns of prose. */
    private static int columnsEnd(String text, List<Span> lines, int from) {
        int column = rightColumn(text, lines.get(from));
        int i = from;
        int misses = 0;
        while (column > 0 && i < lines.size() && misses < 2) {
            int here = rightColumn(text, lines.get(i));
            misses = here > 0 && Math.abs(here - column) <= 1 ? 0 : misses + 1;
            i++;
        }
        return i - misses;
    }

    /** Where in the line the right of two columns of words starts, or -1. */
    private static int rightColumn(String text, Span line) {
        if (line.length() < 30 || line.length() > 250) {
            return -1;
        }
        Matcher gap = GAP.matcher(text.substring(line.start(), line.end()));
        if (!gap.find()) {
            return -1;
        }
        int left = line.start() + gap.start();
        int right = line.start() + gap.end();
        boolean twoOnly = !gap.find();
        return twoOnly && wordy(text, line.start(), left) && wordy(text, right, line.end()) ? right - line.start() : -1;
    }

    private static boolean wordy(String text, int start, int end) {
        int letters = 0;
        int digits = 0;
        for (int i = start; i < end; i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return letters >= 6 && letters > 3 * digits;
    }

    /** Adds the left column, then the right one; a line of such a run need hold no words to be cut where the others are. */
    private static void addColumns(String text, List<Span> lines, List<Span> into) {
        int column = rightColumn(text, lines.get(0));
        List<Span> right = new ArrayList<>();
        for (Span line : lines) {
            int here = columnNear(text, line, column);
            if (here < 0) {
                into.add(line);
                continue;
            }
            into.add(trimmed(text, line.start(), line.start() + here));
            right.add(new Span(line.start() + here, line.end()));
        }
        into.add(new Span(lines.get(0).start(), lines.get(0).start()));
        into.addAll(right);
    }

    /** Where words start behind a gap or at the beginning of a line, as far in as {@code column}, or -1. */
    private static int columnNear(String text, Span line, int column) {
        String words = text.substring(line.start(), line.end());
        int indent = words.length() - words.stripLeading().length();
        if (!words.isBlank() && Math.abs(indent - column) <= 1) {
            return indent;
        }
        Matcher gap = GAP.matcher(words);
        while (gap.find()) {
            if (Math.abs(gap.end() - column) <= 1) {
                return gap.end();
            }
        }
        return -1;
    }

    private static Span trimmed(String text, int start, int end) {
        int to = end;
        while (to > start && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(start, to);
    }
}
