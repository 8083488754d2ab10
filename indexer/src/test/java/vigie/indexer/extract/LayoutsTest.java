package vigie.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vigie.indexer.extract.corenlp.CoreNlp;

/**
 * Minutes in many layouts: in which section a sentence stands and who says it. Each case of the file tells of each sentence that
 * holds a number in brackets what is in its section's title, which kind of section it is, and whose words it is.
 */
class LayoutsTest {

    record Case(String name, List<String> expected, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> layouts() throws IOException {
        try (InputStream in = LayoutsTest.class.getResourceAsStream("layouts.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.split("(?m)^=== ")).skip(1).map(LayoutsTest::read);
        }
    }

    private static Case read(String block) {
        List<String> lines = block.lines().toList();
        List<String> expected = lines.stream()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
        String text = String.join(
                "\n",
                lines.stream().skip(1).filter(line -> !line.startsWith("> ")).toList());
        return new Case(lines.get(0), expected, text.replace("<FF>", "\f"));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void sectionAndSpeakerAreRight(Case one) {
        List<SectionText> sections = Layout.of(one.text()).stream()
                .map(section -> SectionText.of(
                        one.text(), section, new CoreNlp(), new Finds(List.of(), List.of(), List.of(), List.of())))
                .toList();
        List<String> read = one.expected().stream()
                .map(expected -> told(sections, expected))
                .toList();
        assertThat(read).isEqualTo(one.expected());
    }

    /** What is told of the sentence with the number of {@code expected}, in its form; the title as far as it was expected. */
    private static String told(List<SectionText> sections, String expected) {
        String[] parts = expected.split(" \\| ", -1);
        for (SectionText section : sections) {
            for (Sentence sentence : section.sentences()) {
                if (!sentence.isTitle() && sentence.words().contains(parts[0])) {
                    boolean titled = parts[1].equals("-")
                            ? section.heading().isBlank()
                            : section.heading().contains(parts[1]);
                    return parts[0] + " | " + (titled ? parts[1] : "title: " + section.heading()) + " | "
                            + section.section().setting() + " | " + sentence.speaker();
                }
            }
        }
        return "nowhere";
    }
}
