package vigie.indexer.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/** Joins "video surveillance" and its kin, however they were hyphenated, to the one word that most people write. */
final class CompoundFilter extends TokenFilter {

    private static final CharArraySet HEADS =
            CharArraySet.unmodifiableSet(new CharArraySet(List.of("video", "videos", "audio", "tele"), false));
    private static final CharArraySet TAILS = CharArraySet.unmodifiableSet(new CharArraySet(
            List.of(
                    "surveillance",
                    "surveillances",
                    "protection",
                    "protections",
                    "verbalisation",
                    "verbalisations",
                    "patrouille",
                    "patrouilles"),
            false));

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private @Nullable State after;

    CompoundFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (after != null) {
            restoreState(after);
            after = null;
        } else if (!input.incrementToken()) {
            return false;
        }
        if (HEADS.contains(term.buffer(), 0, term.length())) {
            lookAhead();
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        after = null;
    }

    private void lookAhead() throws IOException {
        State head = captureState();
        int headLength = term.length();
        int start = offset.startOffset();
        int position = increment.getPositionIncrement();
        String word = term.toString();
        if (!input.incrementToken()) {
            restoreState(head);
            return;
        }
        if (increment.getPositionIncrement() != 1 || !TAILS.contains(term.buffer(), 0, term.length())) {
            after = captureState();
            restoreState(head);
            return;
        }
        String singular = word.charAt(headLength - 1) == 's' ? word.substring(0, headLength - 1) : word;
        String whole = singular + term;
        term.setEmpty().append(whole);
        offset.setOffset(start, offset.endOffset());
        increment.setPositionIncrement(position);
    }
}
