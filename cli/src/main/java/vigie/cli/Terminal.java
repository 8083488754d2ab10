package vigie.cli;

import java.io.PrintStream;

/**
 * Where results and progress go, and what it can show.
 *
 * @param out results
 * @param err progress and messages
 * @param colours whether {@code out} is a terminal that shows colours
 * @param live whether {@code err} is a terminal on which a line can be rewritten
 * @param width columns
 */
record Terminal(PrintStream out, PrintStream err, boolean colours, boolean live, int width) {

    /** The process's own; the launcher says what is a terminal, since Java 17 to 25 answer that differently. */
    static Terminal system() {
        boolean plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
        return new Terminal(
                System.out,
                System.err,
                Boolean.getBoolean("vigie.terminal.out") && !plain,
                Boolean.getBoolean("vigie.terminal.err") && !plain,
                columns(System.getenv("COLUMNS")));
    }

    private static int columns(@org.jspecify.annotations.Nullable String columns) {
        return columns != null && columns.matches("[1-9]\\d{1,3}") ? Math.max(40, Integer.parseInt(columns)) : 100;
    }

    String bold(String text) {
        return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    String dim(String text) {
        return colours ? "\u001b[2m" + text + "\u001b[0m" : text;
    }
}
