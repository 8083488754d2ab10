package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {

    @Test
    void helpReachesCommandsOfCommands() {
        assertThat(Ran.vigie(List.of("help", "report", "city")).out())
                .isEqualTo(Ran.vigie(List.of("report", "city", "--help")).out())
                .contains("NAME|INSEE");
    }

    @Test
    void helpOfOneCommandIsItsOwn() {
        assertThat(Ran.vigie(List.of("help", "search")).out()).contains("--facets");
    }
}
