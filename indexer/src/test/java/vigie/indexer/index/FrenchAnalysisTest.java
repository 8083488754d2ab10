package vigie.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchAnalysisTest {

    private record Token(String term, int position, int start, int end) {}

    private final Analyzer exact = FrenchAnalysis.exact();
    private final Analyzer stemmed = FrenchAnalysis.stemmed();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vidéosurveillance",
                "VIDEOSURVEILLANCE",
                "vidéo-surveillance",
                "Vidéo surveillance",
                "vidéo‑surveillance",
                "l’vidéosurveillance"
            })
    void spellingsOfVideosurveillanceAreOneWord(String spelling) throws IOException {
        assertThat(terms(exact, spelling)).containsExactly("videosurveillance");
    }

    @ParameterizedTest
    @CsvSource({
        "caméra, caméras",
        "drone, drones",
        "image, images",
        "ville, villes",
        "algorithme, algorithmes",
        "municipal, municipaux",
        "réseau, réseaux",
        "installé, installées",
        "installer, installe",
        "validée, validé",
        "œuvre, oeuvres",
        "policier, policiers"
    })
    void formsOfAWordShareTheirStem(String one, String other) throws IOException {
        assertThat(terms(stemmed, one)).isEqualTo(terms(stemmed, other));
    }

    @ParameterizedTest
    @CsvSource({
        "algorithme, algorithmique",
        "analyse, analyste",
        "caméra, camion",
        "commune, communication",
        "police, politique",
        "sans, san"
    })
    void differentWordsStayApart(String one, String other) throws IOException {
        assertThat(terms(stemmed, one)).isNotEqualTo(terms(stemmed, other));
    }

    @Test
    void wordsThatTurnASentenceAreKept() throws IOException {
        assertThat(terms(stemmed, "une ville sans caméra, non, pas de drone")).contains("sans", "non", "pas");
    }

    @Test
    void elidedArticlesAndAcronymsAreFolded() throws IOException {
        assertThat(terms(exact, "l’analyse d'images de la V.S.A. qu’ont S.N.E.F et M.Dupont"))
                .containsExactly("analyse", "images", "de", "la", "vsa", "ont", "snef", "et", "m", "dupont");
    }

    @Test
    void numbersKeepTheirPoints() throws IOException {
        assertThat(terms(exact, "63.200 euros, article 12.3")).contains("63.200", "12.3");
    }

    @Test
    void cellsOfATableAreWordsOfTheirOwn() throws IOException {
        assertThat(terms(exact, "Année 2012;0000056246; 1;2;caméras"))
                .containsExactly("annee", "2012", "0000056246", "1", "2", "cameras");
    }

    @Test
    void stemsKeepThePositionsOfTheExactWords() throws IOException {
        String text = "Les caméras de la ville d’Aix-les-Bains, vidéo-surveillance et drones";
        List<Token> words = tokens(exact, text);
        for (Token stem : tokens(stemmed, text)) {
            assertThat(words).anyMatch(word -> word.position() == stem.position() && word.start() == stem.start());
        }
    }

    @Test
    void wordBrokenAtALineEndIsFoundWholeAndInParts() throws IOException {
        String text = "la vidéosurveil-\nlance à Aix-\nles-Bains";
        assertThat(LineBreaks.mend(text)).hasSameSizeAs(text);
        List<Token> tokens = tokens(exact, LineBreaks.mend(text));
        assertThat(tokens).extracting(Token::term).contains("videosurveillance", "videosurveil", "lance", "bains");
        assertThat(tokens)
                .filteredOn(token -> token.term().equals("videosurveillance"))
                .singleElement()
                .satisfies(token ->
                        assertThat(text.substring(token.start(), token.end())).isEqualTo("vidéosurveil-\nlance"));
    }

    @Test
    void bulletListIsNoBrokenWord() {
        assertThat(LineBreaks.mend("ordre du jour :\n- caméras\n- drones"))
                .isEqualTo("ordre du jour :\n- caméras\n- drones");
        assertThat(LineBreaks.mend("-\n-")).isEqualTo("-\n-");
    }

    @Test
    void anyTextGivesOrderedTokensInsideIt() throws IOException {
        Random random = new Random(7);
        String alphabet = "aeé s.-\n'’vVidéo surveillance\u00ad1,œ\ud83d\ude00x ";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String mended = LineBreaks.mend(text.toString());
            assertThat(mended).hasSameSizeAs(text.toString());
            int start = 0;
            for (Token token : tokens(exact, mended)) {
                assertThat(token.start()).isBetween(start, token.end());
                assertThat(token.end()).isLessThanOrEqualTo(text.length());
                assertThat(token.term()).isNotEmpty();
                start = token.start();
            }
        }
    }

    private static List<String> terms(Analyzer analyzer, String text) throws IOException {
        return tokens(analyzer, text).stream().map(Token::term).toList();
    }

    private static List<Token> tokens(Analyzer analyzer, String text) throws IOException {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = stream.getAttribute(PositionIncrementAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                tokens.add(new Token(term.toString(), position, offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        }
        return tokens;
    }
}
