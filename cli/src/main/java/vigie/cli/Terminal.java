package vigie.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where results and progress go, and what it can show.
 *
 * @param out results
 * @param err progress and messages
 * @param colours whether {@code out} is a terminal that shows colours
 * @param live whether {@code err} is a terminal on which a line can be rewritten
 * @param width columns of running text
 * @param tableWidth columns of a table: those of the terminal; what goes into a file or another program is not cut
 */
record Terminal(PrintStream out, PrintStream err, boolean colours, boolean live, int width, int tableWidth) {

    /** A table for nobody's screen. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int USUAL = 100;

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    /** The process's own; the launcher says what is a terminal, since Java 17 to 25 answer that differently. */
    static Terminal system() {
        String columns = System.getenv("COLUMNS");
        boolean terminal = Boolean.getBoolean("vigie.terminal.out");
        boolean plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
        return new Terminal(
                System.out,
                System.err,
                terminal && !plain,
                Boolean.getBoolean("vigie.terminal.err") && !plain,
                columns(columns, true, USUAL),
                columns(columns, terminal, UNLIMITED));
    }

    /** The columns that the environment names; without, those usual for a terminal, and {@code elsewhere} for all else. */
    static int columns(@Nullable String columns, boolean terminal, int elsewhere) {
        if (columns != null && columns.matches("[1-9]\\d{1,3}")) {
            return Math.max(40, Integer.parseInt(columns));
        }
        return terminal ? USUAL : elsewhere;
    }

    String bold(String text) {
        return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    String dim(String text) {
        return colours ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    /** Text of one or more lines, broken between words where a line would be too long; each line begins with {@code indent}. */
    List<String> wrapped(String text, String indent) {
        return text.lines()
                .flatMap(line -> wrapped(List.of(line.strip().split("\\s+")), " ", indent).stream())
                .toList();
    }

    /** Parts one behind the other, with {@code between} them, in lines that fit; a part is never broken. */
    List<String> wrapped(List<String> parts, String between, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : parts) {
            if (!line.isEmpty() && length(indent + line + between + part) > width) {
                lines.add(indent + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : between).append(part);
        }
        lines.add(line.isEmpty() ? "" : indent + line);
        return lines;
    }

    /** Columns that a text takes; colours take none. */
    static int length(String text) {
        String plain = text.indexOf('\u001b') < 0 ? text : COLOUR.matcher(text).replaceAll("");
        return plain.codePointCount(0, plain.length());
    }
}
