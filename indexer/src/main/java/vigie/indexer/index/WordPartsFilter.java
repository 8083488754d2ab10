package vigie.indexer.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Takes words apart that the tokenizer leaves whole: "v.s.a" becomes "vsa", "fin.debut" and "2012;118" two words; a word broken at the
 * end of a line ({@link LineBreaks}) is found whole and by its parts.
 */
final class WordPartsFilter extends TokenFilter {

    /** Between two numbers the tokenizer takes it for part of one; it stands between cells of a table. */
    private static final char CELLS = ';';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Deque<Part> pending = new ArrayDeque<>();
    private @Nullable State token;

    private record Part(String term, int increment) {}

    WordPartsFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!pending.isEmpty()) {
            restoreState(token);
            return emit(pending.remove());
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (!hasSeam()) {
            return true;
        }
        String word = term.toString();
        if (word.indexOf(LineBreaks.SEAM) >= 0) {
            takeApart(word.split(LineBreaks.SEAM + "+"), true);
        } else if (word.indexOf(CELLS) >= 0) {
            add(word.split(CELLS + "+"), false);
        } else if (word.chars().noneMatch(Character::isDigit)) {
            takeApart(word.split("\\.+"), false);
        }
        return pending.isEmpty() || emit(pending.remove());
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending.clear();
    }

    private boolean hasSeam() {
        char[] word = term.buffer();
        for (int i = 0; i < term.length(); i++) {
            if (word[i] == '.' || word[i] == CELLS || word[i] == LineBreaks.SEAM) {
                return true;
            }
        }
        return false;
    }

    private void takeApart(String[] parts, boolean broken) {
        if (!broken && acronym(parts)) {
            add(new String[] {String.join("", parts)}, false);
        } else {
            add(parts, broken);
        }
    }

    private void add(String[] parts, boolean broken) {
        token = captureState();
        int first = increment.getPositionIncrement();
        for (String part : parts) {
            if (!part.isEmpty()) {
                pending.add(new Part(part, pending.isEmpty() ? first : 1));
                if (broken && pending.size() == 1) {
                    pending.add(new Part(String.join("", parts), 0));
                }
            }
        }
    }

    private static boolean acronym(String[] parts) {
        for (String part : parts) {
            if (part.length() > 1) {
                return false;
            }
        }
        return true;
    }

    private boolean emit(Part part) {
        term.setEmpty().append(part.term());
        increment.setPositionIncrement(part.increment());
        return true;
    }
}
