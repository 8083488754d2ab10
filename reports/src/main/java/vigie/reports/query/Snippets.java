package vigie.reports.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.Block;
import vigie.indexer.index.IndexSchema;

/**
 * Shows where a document has what was looked for: asks Lucene for the positions of the matches, the block for the
 * passages that hold them, and analyses those passages alone.
 */
final class Snippets {

    private static final int MOST_MATCHES = 500;
    private static final Set<String> STORED =
            Set.of(IndexSchema.PASSAGE, IndexSchema.START, IndexSchema.CUT, IndexSchema.PAGE);

    private final IndexSearcher searcher;
    private final Weight weight;
    private final StoredFields fields;
    private final SnippetText text;

    /** The matches in one passage, as spans of positions. */
    private static final class Found {
        private final int passage;
        private final Set<Query> terms = new HashSet<>();
        private final List<int[]> spans = new ArrayList<>();

        Found(int passage) {
            this.passage = passage;
        }
    }

    Snippets(IndexSearcher searcher, Query query, Analyzer exact) throws IOException {
        this.searcher = searcher;
        this.fields = searcher.storedFields();
        this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        this.text = new SnippetText(exact);
    }

    /** The {@code most} best passages of that document, the best first; its beginning where no word matches. */
    List<Snippet> of(int document, Block block, int most) throws IOException {
        if (block.passages() == 0 || most == 0) {
            return List.of();
        }
        List<Found> best = new ArrayList<>(find(document, block).values());
        best.sort(Comparator.comparingInt((Found found) -> -found.terms.size())
                .thenComparingInt(found -> -found.spans.size())
                .thenComparingInt(found -> found.passage));
        if (best.isEmpty()) {
            best.add(new Found(0));
        }
        List<Snippet> snippets = new ArrayList<>();
        for (Found found : best.subList(0, Math.min(most, best.size()))) {
            snippets.add(snippet(document, block, found));
        }
        return snippets;
    }

    private Map<Integer, Found> find(int document, Block block) throws IOException {
        LeafReaderContext leaf =
                searcher.getLeafContexts().get(ReaderUtil.subIndex(document, searcher.getLeafContexts()));
        Matches matches = weight.matches(leaf, document - leaf.docBase);
        Map<Integer, Found> found = new TreeMap<>();
        if (matches != null) {
            find(matches.getMatches(IndexSchema.WORDS), block, found);
        }
        return found;
    }

    private static void find(@Nullable MatchesIterator matches, Block block, Map<Integer, Found> found)
            throws IOException {
        if (matches == null) {
            return;
        }
        for (int i = 0; i < MOST_MATCHES && matches.next(); i++) {
            int passage = block.passageAt(matches.startPosition());
            if (passage >= 0) {
                Found here = found.computeIfAbsent(passage, Found::new);
                here.terms.add(matches.getQuery());
                int base = block.start(passage);
                here.spans.add(new int[] {matches.startPosition() - base, matches.endPosition() - base});
            }
        }
    }

    private Snippet snippet(int document, Block block, Found found) throws IOException {
        Document stored = fields.document(block.passage(document, found.passage), STORED);
        IndexableField page = stored.getField(IndexSchema.PAGE);
        IndexableField cut = stored.getField(IndexSchema.CUT);
        IndexableField start = stored.getField(IndexSchema.START);
        String passage = stored.get(IndexSchema.PASSAGE);
        if (passage == null || start == null) {
            throw new IllegalStateException("the block of document " + document + " is out of order");
        }
        return text.around(
                passage,
                cut == null ? 0 : cut.numericValue().intValue(),
                found.spans,
                start.numericValue().intValue(),
                page == null ? null : page.numericValue().intValue());
    }
}
