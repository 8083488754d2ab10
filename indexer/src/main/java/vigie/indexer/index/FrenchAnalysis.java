package vigie.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.StringJoiner;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * How French text becomes terms. Analyzers are thread-safe and cheap to keep.
 *
 * <p>Both folds case, accents and ligatures, drop elided articles (l', d', qu'…), write acronyms without dots and join
 * "vidéo-surveillance" and "vidéo surveillance" to one word. Both count the same positions.
 */
public final class FrenchAnalysis {

    private static final CharArraySet ARTICLES = CharArraySet.unmodifiableSet(new CharArraySet(
            List.of("l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"), true));

    /** Folded; without sans, non, pas, ne, ni, jamais and aucun, which change what a sentence says. */
    private static final CharArraySet STOP_WORDS = CharArraySet.unmodifiableSet(new CharArraySet(
            List.of(
                    "a", "au", "aux", "avec", "ce", "ces", "cet", "cette", "dans", "de", "des", "du", "elle", "elles",
                    "en", "est", "et", "eux", "il", "ils", "je", "la", "le", "les", "leur", "leurs", "lui", "ma", "me",
                    "mes", "mon", "nos", "notre", "nous", "on", "ont", "ou", "par", "pour", "qu", "que", "qui", "sa",
                    "se", "ses", "son", "sont", "sur", "ta", "te", "tes", "ton", "un", "une", "vos", "votre", "vous",
                    "y", "d", "l"),
            false));

    private FrenchAnalysis() {}

    /** Every word as it is written, folded. */
    public static Analyzer exact() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, folded(words));
            }
        };
    }

    /** Minimal stems, without stop words; holes are kept where they were. */
    public static Analyzer stemmed() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, stems(folded(words)));
            }
        };
    }

    /** What is indexed: every word as it is written, and beside it its stem where that is another. */
    public static Analyzer both() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, withStems(folded(words)));
            }
        };
    }

    /** The {@linkplain #exact exact} terms of {@code text}, joined by spaces: how names are compared. */
    public static String fold(Analyzer exact, String text) {
        StringJoiner folded = new StringJoiner(" ");
        try (TokenStream tokens = exact.tokenStream("", text)) {
            CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                folded.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return folded.toString();
    }

    static TokenStream withStems(TokenStream folded) {
        return new StemBesideFilter(folded, STOP_WORDS);
    }

    private static TokenStream stems(TokenStream folded) {
        return new MinimalStemFilter(new StopFilter(folded, STOP_WORDS));
    }

    private static TokenStream folded(TokenStream words) {
        TokenStream lower = new ElisionFilter(new LowerCaseFilter(words), ARTICLES);
        return new CompoundFilter(new WordPartsFilter(new FoldingFilter(lower)));
    }
}
