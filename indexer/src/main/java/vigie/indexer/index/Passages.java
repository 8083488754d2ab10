package vigie.indexer.index;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Passage;
import vigie.model.SourceDocument;

/**
 * Cuts a document into passages of at most {@value #LONGEST} characters: at pages, then at the ends of paragraphs,
 * lines, sentences, words. Put together again they are the text.
 */
final class Passages {

    static final int LONGEST = 2000;
    private static final int SHORTEST = 1000;
    private static final List<String> SEAMS = List.of("\n\n", "\n", ". ", " ");

    private Passages() {}

    static List<Passage> of(SourceDocument document) {
        List<Passage> passages = new ArrayList<>();
        for (SourceDocument.Sheet sheet : document.sheets()) {
            cut(document, sheet.start(), sheet.end(), sheet.page(), passages);
        }
        return passages;
    }

    private static void cut(
            SourceDocument document, int start, int end, @Nullable Integer page, List<Passage> passages) {
        int from = start;
        while (end - from > LONGEST) {
            int to = seam(document.text(), from);
            passages.add(new Passage(document.id(), from, to, page));
            from = to;
        }
        if (from < end) {
            passages.add(new Passage(document.id(), from, end, page));
        }
    }

    private static int seam(String text, int from) {
        for (String seam : SEAMS) {
            int at = text.lastIndexOf(seam, from + LONGEST - seam.length());
            if (at >= from + SHORTEST) {
                return at + seam.length();
            }
        }
        int hard = from + LONGEST;
        return Character.isLowSurrogate(text.charAt(hard)) ? hard - 1 : hard;
    }
}
