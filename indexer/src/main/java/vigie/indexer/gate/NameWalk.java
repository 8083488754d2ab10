package vigie.indexer.gate;

import org.jspecify.annotations.Nullable;

/** Reads the longest name of a {@link NameTrie} that begins at a place of a text. */
final class NameWalk {

    /** More blanks than this between two words part columns of a table. */
    private static final int COLUMN_GAP = 2;
    /** Longer than any stretch of blanks inside a name, the indentation of the next line included. */
    private static final int LONGEST_GAP = 40;

    /**
     * A name as it stands in the text.
     *
     * @param name folded
     * @param mark of the trie
     */
    record Found(int end, String name, int mark) {}

    private final NameTrie trie;
    private final String text;
    private final int to;
    private @Nullable Found best;

    NameWalk(NameTrie trie, String text, int to) {
        this.trie = trie;
        this.text = text;
        this.to = to;
    }

    /** The longest name at {@code start}, or null. */
    @Nullable
    Found at(int start) {
        best = null;
        walk(NameTrie.ROOT, start, new StringBuilder());
        return best;
    }

    private void walk(int from, int at, StringBuilder name) {
        int state = from;
        int i = at;
        while (i < to && state != NameTrie.DEAD) {
            int symbol = Symbols.of(meant(i));
            if (Symbols.inWord(symbol)) {
                state = letters(state, symbol, name);
                i++;
                note(state, i, name);
            } else if (Symbols.isInvisible(symbol) && symbol != Symbols.SOFT_HYPHEN) {
                i++;
            } else {
                followLineBreak(state, i, name);
                i = gap(i);
                state = i < 0 ? NameTrie.DEAD : trie.step(state, ' ');
                name.append(' ');
            }
        }
    }

    /** The character at {@code i}, without what recognition confuses: l and 1 among capitals, I and 0 among small letters. */
    private char meant(int i) {
        char c = text.charAt(i);
        if (i == 0 || "lI10".indexOf(c) < 0) {
            return c;
        }
        char before = text.charAt(i - 1);
        char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        if (c == 'I') {
            return Character.isLowerCase(before) ? 'l' : c;
        }
        if (c == '0') {
            return Character.isLetter(before) && Character.isLetter(after) ? 'o' : c;
        }
        return Character.isUpperCase(before) && !Character.isLowerCase(after) && !Character.isDigit(after) ? 'I' : c;
    }

    private int letters(int from, int symbol, StringBuilder name) {
        int state = from;
        for (int part : Symbols.parts(symbol)) {
            boolean plain = Symbols.isLetter(part) || Symbols.isDigit(part);
            char c = plain ? Symbols.character(part) : '?';
            name.append(c);
            state = state == NameTrie.DEAD ? state : trie.step(state, c);
        }
        return state;
    }

    private void note(int state, int end, StringBuilder name) {
        if (state != NameTrie.DEAD && trie.mark(state) != 0 && endsWord(end) && (best == null || best.end < end)) {
            best = new Found(end, name.toString(), trie.mark(state));
        }
    }

    /** Whether a name may end here: not inside a word, nor in the middle of one that goes on behind a hyphen. */
    private boolean endsWord(int end) {
        if (end >= text.length()) {
            return true;
        }
        int next = Symbols.of(text.charAt(end));
        if (Symbols.inWord(next) || Symbols.isInvisible(next)) {
            return false;
        }
        return next != Symbols.HYPHEN || end + 1 >= text.length() || !Symbols.inWord(Symbols.of(text.charAt(end + 1)));
    }

    private void followLineBreak(int state, int i, StringBuilder name) {
        int symbol = Symbols.of(text.charAt(i));
        if (symbol == Symbols.HYPHEN || symbol == Symbols.SOFT_HYPHEN) {
            int resume = LineBreaks.resume(text, i, to);
            if (resume >= 0) {
                walk(state, resume, new StringBuilder(name));
            }
            int below = LineBreaks.resumeBelow(text, i, to);
            if (below >= 0 && below != resume) {
                walk(state, below, new StringBuilder(name));
                walk(trie.step(state, ' '), below, new StringBuilder(name).append(' '));
            }
        }
    }

    /** Where the next word begins if {@code i} is at a gap as names have it, else -1. */
    private int gap(int from) {
        int blanks = 0;
        int lines = 0;
        int i = from;
        while (i < to && i - from < LONGEST_GAP && Symbols.isJoint(Symbols.of(text.charAt(i)))) {
            boolean newLine = text.charAt(i) == '\n';
            lines += newLine ? 1 : 0;
            blanks += Symbols.of(text.charAt(i)) == Symbols.BLANK && !newLine && lines == 0 ? 1 : 0;
            i++;
        }
        boolean word = i > from && i < to && Symbols.inWord(Symbols.of(text.charAt(i)));
        return word && lines <= 1 && blanks <= COLUMN_GAP ? i : -1;
    }
}
