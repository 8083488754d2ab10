package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {

    private final Terminal terminal = new Terminal(System.out, System.err, true, false, 20, 20);

    @Test
    void linesAreBrokenBetweenWordsAndColoursTakeNoRoom() {
        assertThat(terminal.wrapped("le \u001b[1;33mlogiciel\u001b[0m est en  service\n\nvu", "  "))
                .containsExactly("  le \u001b[1;33mlogiciel\u001b[0m est en", "  service", "", "  vu");
    }

    @Test
    void aTableFitsTheTerminalOrWhatIsAskedForAndIsCutNowhereElse() {
        assertThat(Terminal.columns("80", true, Terminal.UNLIMITED)).isEqualTo(80);
        assertThat(Terminal.columns("80", false, Terminal.UNLIMITED)).isEqualTo(80);
        assertThat(Terminal.columns(null, true, Terminal.UNLIMITED)).isEqualTo(100);
        assertThat(Terminal.columns(null, false, Terminal.UNLIMITED)).isEqualTo(Terminal.UNLIMITED);
        assertThat(Terminal.columns("wide", false, 100)).isEqualTo(100);
    }

    @Test
    void aWordThatIsTooLongStaysWhole() {
        assertThat(terminal.wrapped("http://ville.example/un/acte.pdf vu", ""))
                .containsExactly("http://ville.example/un/acte.pdf", "vu");
    }
}
