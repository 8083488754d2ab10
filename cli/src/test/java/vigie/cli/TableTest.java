package vigie.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final List<String> HEADER = List.of("commune", "technologie", "état", "id");
    private static final List<String> ROW = List.of(
            "Val-Moreau-l’Imaginaire (99001)", "vidéosurveillance algorithmique", "en service", "p-5875677c7de90465");

    @Test
    void columnsFitTheTerminalAndTheWidestAreCut() {
        assertThat(printed(80, false))
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(80));
        assertThat(printed(80, false).get(1)).contains("…", "en service", "p-5875677c7de90465");
    }

    @Test
    void whereNotEvenShortColumnsFitARowBecomesLines() {
        assertThat(printed(30, false))
                .containsExactly(
                        "Val-Moreau-l’Imaginaire (99001)",
                        "  technologie vidéosurveillance algorithmique",
                        "  état en service",
                        "  id p-5875677c7de90465");
    }

    @Test
    void whatMustNotBeCutStaysWhole() {
        assertThat(printed(60, false, 3).get(1)).endsWith("p-5875677c7de90465").contains("…");
        assertThat(printed(45, false, 3))
                .containsExactly(
                        "Val-Moreau-l’Imaginaire (99001)",
                        "  technologie vidéosurveillance algorithmique",
                        "  état en service · id p-5875677c7de90465");
    }

    @Test
    void whatGoesIntoAFileOrAPipeIsNotCut() {
        assertThat(printed(Terminal.UNLIMITED, false).get(1))
                .isEqualTo(
                        "Val-Moreau-l’Imaginaire (99001)  vidéosurveillance algorithmique  en service  p-5875677c7de90465");
    }

    @Test
    void nameOfARowIsNotCutToAFewLetters() {
        assertThat(printed(60, false, 3).get(1)).startsWith("Val-Moreau-");
        assertThat(printed(56, false, 3).get(1)).startsWith("Val-Moreau-");
    }

    @Test
    void coloursAreForTerminalsOnly() {
        assertThat(String.join("", printed(80, true))).contains("\u001b[1m");
        assertThat(String.join("", printed(80, false))).doesNotContain("\u001b");
    }

    private static List<String> printed(int width, boolean colours, Integer... whole) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, UTF_8)) {
            Table table =
                    new Table(new Terminal(out, out, colours, false, Math.min(100, width), width), HEADER).whole(whole);
            table.row(ROW);
            table.print();
        }
        return bytes.toString(UTF_8).lines().toList();
    }
}
