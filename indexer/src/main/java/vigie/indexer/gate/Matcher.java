package vigie.indexer.gate;

import java.util.LinkedHashSet;
import java.util.Set;

/** Finds out exactly which forms begin at a place of a text, and where they end. */
final class Matcher {

    private final Nfa nfa;
    private final String text;
    private final int to;
    private final Set<FormHit> hits = new LinkedHashSet<>();

    /** A matcher for {@code text} up to {@code to}. */
    Matcher(Nfa nfa, String text, int to) {
        this.nfa = nfa;
        this.text = text;
        this.to = to;
    }

    /** All forms that begin at {@code start}, where a word begins. */
    Set<FormHit> at(int start) {
        hits.clear();
        run(nfa.starts(), start, start, start);
        int symbol = Symbols.of(text.charAt(start));
        if (Symbols.isLetter(symbol) && "ld".indexOf(Symbols.character(symbol)) >= 0) {
            run(nfa.elidedStarts(), start + 1, start + 1, start + 1);
        }
        return hits;
    }

    private void run(int[] from, int start, int at, int endSoFar) {
        int[] nodes = from;
        int end = endSoFar;
        for (int i = at; nodes.length > 0; i++) {
            int symbol = symbolAt(i);
            if (!Symbols.isInvisible(symbol) && !Symbols.inWord(symbol)) {
                accept(nodes, start, end);
            }
            if (i >= to) {
                return;
            }
            followLineBreak(nodes, start, i, end);
            if (Symbols.isInvisible(symbol)) {
                end = end == i && Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK ? i + 1 : end;
            } else {
                nodes = nfa.step(nodes, symbol);
                end = isJoint(symbol) ? end : i + 1;
            }
        }
    }

    private void followLineBreak(int[] nodes, int start, int i, int end) {
        int symbol = Symbols.of(text.charAt(i));
        if (i > start && (symbol == Symbols.HYPHEN || symbol == Symbols.SOFT_HYPHEN)) {
            int resume = LineBreaks.resume(text, i, to);
            if (resume >= 0) {
                run(nodes, start, resume, end);
            }
        }
    }

    /** The symbol at {@code i}, behind the end of the text a boundary. */
    private int symbolAt(int i) {
        return i < text.length() ? Symbols.of(text.charAt(i)) : Symbols.OTHER;
    }

    private void accept(int[] nodes, int start, int end) {
        for (int node : nodes) {
            int form = nfa.form(node);
            if (form >= 0 && end > start) {
                hits.add(new FormHit(form, start, end));
            }
        }
    }

    private static boolean isJoint(int symbol) {
        return symbol == Symbols.BLANK
                || symbol == Symbols.HYPHEN
                || symbol == Symbols.APOSTROPHE
                || symbol == Symbols.ACCENT;
    }
}
