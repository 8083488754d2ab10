package vigie.reports.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.LineBreaks;

/** Finds the words at given positions of a passage and cuts a stretch around them. */
final class SnippetText {

    private static final int LENGTH = 260;
    private static final int LEAD = 90;

    private final Analyzer exact;

    SnippetText(Analyzer exact) {
        this.exact = exact;
    }

    /**
     * The stretch around the words at {@code spans}, which count from the first word after {@code cut}.
     *
     * @param start offset of the passage in the document
     */
    Snippet around(String passage, int cut, List<int[]> spans, int start, @Nullable Integer page) throws IOException {
        List<Snippet.Mark> marks = marks(passage, cut, spans);
        int from = from(passage, marks);
        int to = to(passage, marks, from);
        List<Snippet.Mark> inside = marks.stream()
                .filter(mark -> mark.start() >= from && mark.end() <= to)
                .map(mark -> new Snippet.Mark(mark.start() - from, mark.end() - from))
                .toList();
        String text = passage.substring(from, to).replace('\n', ' ').replace('\r', ' ');
        boolean before = start + from > 0 && !passage.substring(0, from).isBlank();
        boolean after = !passage.substring(to).isBlank();
        return new Snippet(page, start + from, text, inside, before, after);
    }

    private List<Snippet.Mark> marks(String passage, int cut, List<int[]> spans) throws IOException {
        List<Snippet.Mark> marks = new ArrayList<>();
        try (TokenStream stream = exact.tokenStream("", LineBreaks.mend(passage))) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = stream.getAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = -1;
            int last = -2;
            int end = spans.stream().mapToInt(span -> span[1]).max().orElse(-1);
            while (position < end && stream.incrementToken()) {
                if (offset.startOffset() < cut) {
                    continue;
                }
                position = position < 0 ? 0 : position + increment.getPositionIncrement();
                int span = spanAt(spans, position);
                if (span >= 0) {
                    int start = offset.startOffset() + article(passage, offset, term);
                    add(marks, start, offset.endOffset(), span == last);
                }
                last = span;
            }
            stream.end();
        }
        return marks;
    }

    /** How many characters of an elided article the word begins with, which analysis dropped. */
    private static int article(String passage, OffsetAttribute word, CharSequence term) {
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) == '\'') {
                return 0;
            }
        }
        for (int i = word.startOffset(); i < word.endOffset(); i++) {
            if (passage.charAt(i) == '\'' || passage.charAt(i) == '’') {
                return i + 1 - word.startOffset();
            }
        }
        return 0;
    }

    /** Adds a mark, or makes the last one longer where both belong together. */
    private static void add(List<Snippet.Mark> marks, int start, int end, boolean together) {
        Snippet.Mark last = marks.isEmpty() ? null : marks.get(marks.size() - 1);
        if (last != null && (together || start < last.end())) {
            marks.set(marks.size() - 1, new Snippet.Mark(last.start(), Math.max(last.end(), end)));
        } else {
            marks.add(new Snippet.Mark(start, end));
        }
    }

    private static int spanAt(List<int[]> spans, int position) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i)[0] <= position && position <= spans.get(i)[1]) {
                return i;
            }
        }
        return -1;
    }

    private static int from(String passage, List<Snippet.Mark> marks) {
        int from = Math.max(0, densest(marks) - LEAD);
        if (passage.length() - from < LENGTH) {
            from = Math.max(0, Math.min(from, passage.length() - LENGTH));
        }
        while (from > 0 && !Character.isWhitespace(passage.charAt(from - 1))) {
            from--;
        }
        while (from < passage.length() - 1 && Character.isWhitespace(passage.charAt(from))) {
            from++;
        }
        return from;
    }

    /** Where the window begins that holds most marks. */
    private static int densest(List<Snippet.Mark> marks) {
        int best = 0;
        int most = 0;
        for (Snippet.Mark first : marks) {
            int count = (int) marks.stream()
                    .filter(mark -> mark.start() >= first.start() && mark.end() <= first.start() + LENGTH - LEAD)
                    .count();
            if (count > most) {
                most = count;
                best = first.start();
            }
        }
        return best;
    }

    private static int to(String passage, List<Snippet.Mark> marks, int from) {
        int to = Math.min(passage.length(), from + LENGTH);
        for (Snippet.Mark mark : marks) {
            if (mark.start() < to && mark.end() > to && mark.start() >= from) {
                to = mark.end();
            }
        }
        while (to < passage.length() && !Character.isWhitespace(passage.charAt(to))) {
            to++;
        }
        return to;
    }
}
