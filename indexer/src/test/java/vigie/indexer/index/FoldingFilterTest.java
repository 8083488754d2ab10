package vigie.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;

class FoldingFilterTest {

    @Test
    void everyCharacterBecomesWhatLuceneMakesOfIt() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int letter = 1; letter <= Character.MAX_VALUE; letter++) {
            if (!Character.isWhitespace(letter) && !Character.isSurrogate((char) letter)) {
                all.append('x').append((char) letter).append(letter % 7 == 0 ? " " : "é");
            }
        }
        assertThat(terms(all.toString(), FoldingFilter::new)).isEqualTo(terms(all.toString(), ASCIIFoldingFilter::new));
    }

    @Test
    void wordsOfMixedLettersTooAndLongOnes() throws IOException {
        Random random = new Random(3);
        StringBuilder words = new StringBuilder("Œuvre ".repeat(3)).append("ﬃ".repeat(200));
        for (int i = 0; i < 20_000; i++) {
            words.append((char) (0x20 + random.nextInt(random.nextBoolean() ? 0x60 : 0x2000)));
        }
        assertThat(terms(words.toString(), FoldingFilter::new))
                .isEqualTo(terms(words.toString(), ASCIIFoldingFilter::new));
    }

    private static List<String> terms(String text, UnaryOperator<TokenStream> folding) throws IOException {
        WhitespaceTokenizer words = new WhitespaceTokenizer();
        words.setReader(new StringReader(text));
        List<String> terms = new ArrayList<>();
        try (TokenStream folded = folding.apply(words)) {
            CharTermAttribute term = folded.getAttribute(CharTermAttribute.class);
            folded.reset();
            while (folded.incrementToken()) {
                terms.add(term.toString());
            }
            folded.end();
        }
        return terms;
    }
}
