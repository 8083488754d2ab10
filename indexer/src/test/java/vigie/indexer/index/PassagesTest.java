package vigie.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vigie.model.Passage;
import vigie.model.SourceDocument;

class PassagesTest {

    @Test
    void shortPagesAreOnePassageEach() {
        SourceDocument document =
                Sample.document("http://a.example/", "page un\npage deux", Sample.NOON, List.of(0, 8));
        assertThat(Passages.of(document))
                .containsExactly(new Passage(document.id(), 0, 8, 1), new Passage(document.id(), 8, 17, 2));
    }

    @Test
    void longTextIsCutAtParagraphs() {
        String paragraph = "x".repeat(1200) + "\n\n";
        List<Passage> passages = Passages.of(Sample.document("http://a.example/", paragraph.repeat(3)));
        assertThat(passages).extracting(Passage::start).containsExactly(0, 1202, 2404);
        assertThat(passages).extracting(Passage::page).containsOnlyNulls();
    }

    @Test
    void documentWithoutTextHasNone() {
        assertThat(Passages.of(Sample.document("http://a.example/", ""))).isEmpty();
    }

    @Test
    void passagesPutTogetherAreTheText() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            String text = random.ints(random.nextInt(9000), 0, 40)
                    .mapToObj(i -> i == 0 ? "\n" : i < 6 ? " " : i == 6 ? "\ud83d\ude00" : "a")
                    .collect(Collectors.joining());
            List<Passage> passages = Passages.of(Sample.document("http://a.example/", text));
            String together = passages.stream()
                    .map(passage -> text.substring(passage.start(), passage.end()))
                    .collect(Collectors.joining());
            assertThat(together).isEqualTo(text);
            assertThat(passages).allSatisfy(passage -> {
                assertThat(passage.end() - passage.start()).isBetween(1, Passages.LONGEST);
                assertThat(Character.isLowSurrogate(text.charAt(passage.start())))
                        .isFalse();
            });
        }
    }

    @Test
    void blockTellsWhichPassageHoldsAWord() throws IOException {
        Block block = Block.read(Block.of(2, new int[] {0, 300, 300, 700}, 900).bytes());
        assertThat(block.passageAt(0)).isZero();
        assertThat(block.passageAt(299)).isZero();
        assertThat(block.passageAt(300)).isEqualTo(2);
        assertThat(block.passageAt(899)).isEqualTo(3);
        assertThat(block.passageAt(900)).isEqualTo(-1);
        assertThat(block.passage(50, 0)).isEqualTo(44);
        assertThat(block.passage(50, 3)).isEqualTo(47);
    }
}
