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

    @Test
    void wrongUsageIsToldInTheReadersLanguage() {
        Ran option = Ran.vigie(List.of("deployments", "--vendr", "x"));
        assertThat(option.exit()).isEqualTo(Main.USAGE);
        assertThat(option.err()).contains("option inconnue : --vendr", "Vouliez-vous dire : --vendor");
        assertThat(Ran.vigie(List.of("frobnicate")).err()).contains("mot en trop : frobnicate");
        assertThat(Ran.vigie(List.of("report", "city")).err()).contains("il manque : NAME|INSEE");
        assertThat(Ran.vigie(List.of("deployments", "--stage")).err()).contains("il manque : --stage ID");
    }
}
