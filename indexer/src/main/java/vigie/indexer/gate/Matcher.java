package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.List;

/** Finds out exactly which forms begin at a place of a text, and where they end. */
final class Matcher {

    private final FormTrie trie;
    private final String text;
    private final int to;
    private final List<FormHit> hits = new ArrayList<>();

    /** A matcher for {@code text} up to {@code to}. */
    Matcher(FormTrie trie, String text, int to) {
        this.trie = trie;
        this.text = text;
        this.to = to;
    }

    /** All forms that begin at {@code start}, where a word begins. */
    List<FormHit> at(int start) {
        hits.clear();
        run(FormTrie.START, start, start, start);
        if (Symbols.isElidedArticle(Symbols.of(text.charAt(start))) && Symbols.inWord(symbolAt(start + 1))) {
            run(FormTrie.AFTER_ARTICLE, start + 1, start + 1, start + 1);
        }
        return hits;
    }

    private void run(int from, int start, int at, int endSoFar) {
        int state = from;
        int end = endSoFar;
        for (int i = at; state != FormTrie.DEAD; i++) {
            int symbol = symbolAt(i);
            if (!Symbols.isInvisible(symbol) && !Symbols.inWord(symbol)) {
                accept(state, start, end);
            }
            if (i >= to) {
                return;
            }
            followLineBreak(state, start, i, end);
            if (Symbols.isInvisible(symbol)) {
                end = end == i && Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK ? i + 1 : end;
            } else {
                state = trie.step(state, symbol);
                end = Symbols.isJoint(symbol) ? end : i + 1;
            }
        }
    }

    private void followLineBreak(int state, int start, int i, int end) {
        int symbol = Symbols.of(text.charAt(i));
        if (symbol == Symbols.HYPHEN || symbol == Symbols.SOFT_HYPHEN) {
            int resume = LineBreaks.resume(text, i, to);
            if (resume >= 0) {
                run(state, start, resume, end);
            }
            int below = LineBreaks.resumeBelow(text, i, to);
            if (below >= 0 && below != resume) {
                run(state, start, below, end);
            }
        } else if (symbol == Symbols.BLANK && i > start && trie.step(state, symbol) != FormTrie.DEAD) {
            int below = LineBreaks.wordBelow(text, i, to);
            if (below >= 0) {
                run(trie.step(state, symbol), start, below, end);
            }
        }
    }

    /** The symbol at {@code i}, behind the end of the text a boundary. */
    private int symbolAt(int i) {
        return i < text.length() ? Symbols.of(text.charAt(i)) : Symbols.OTHER;
    }

    private void accept(int state, int start, int end) {
        for (int form : trie.forms(state)) {
            if (!isKnown(form, end)) {
                hits.add(new FormHit(form, start, end));
            }
        }
    }

    private boolean isKnown(int form, int end) {
        for (FormHit hit : hits) {
            if (hit.form() == form && hit.end() == end) {
                return true;
            }
        }
        return false;
    }
}
