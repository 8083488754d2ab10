package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TesseractWordsTest {

    private static final String HEAD =
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

    @Test
    void wordsBecomeLinesAndParagraphs() {
        PageText page = TesseractWords.read(HEAD + "1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n" + word(1, 1, 1, 90, "Le")
                + word(1, 1, 1, 90, "conseil") + word(1, 1, 2, 90, "municipal") + word(1, 2, 1, 90, "Vu")
                + word(2, 1, 1, 90, "Article"));

        assertThat(page.text()).isEqualTo("Le conseil\nmunicipal\n\nVu\n\nArticle\n");
        assertThat(page.confidence()).isEqualTo(90);
    }

    @Test
    void longWordsWeighMore() {
        PageText page = TesseractWords.read(HEAD + word(1, 1, 1, 100, "vidéo") + word(1, 1, 1, 40, "a"));

        assertThat(page.confidence()).isEqualTo(90);
        assertThat(page.plausible()).isTrue();
    }

    @Test
    void guessesAndEmptyPagesAreNoText() {
        assertThat(TesseractWords.read(HEAD + word(1, 1, 1, 30, "|}~ij")).plausible())
                .isFalse();
        assertThat(TesseractWords.read(HEAD)).isEqualTo(PageText.NOTHING);
        assertThat(TesseractWords.read("").plausible()).isFalse();
    }

    private static String word(int block, int paragraph, int line, double confidence, String text) {
        return "5\t1\t" + block + "\t" + paragraph + "\t" + line + "\t1\t0\t0\t9\t9\t" + confidence + "\t" + text
                + "\n";
    }
}
