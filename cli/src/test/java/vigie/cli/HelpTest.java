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
    void everyCommandIsToldInTheReadersLanguage() {
        assertThat(Ran.vigie(List.of("help")).out())
                .contains("Écrit le script de complétion")
                .doesNotContain("Generate");
    }

    @Test
    void wrongUsageIsToldInTheReadersLanguage() {
        Ran option = Ran.vigie(List.of("deployments", "--vendr", "x"));
        assertThat(option.exit()).isEqualTo(Main.USAGE);
        assertThat(option.err()).contains("option inconnue : --vendr", "Vouliez-vous dire : --vendor");
        assertThat(Ran.vigie(List.of("deploments")).err())
                .contains("commande inconnue : deploments", "Vouliez-vous dire : deployments");
        assertThat(Ran.vigie(List.of("help", "serch")).err())
                .contains("commande inconnue : serch", "Vouliez-vous dire : search");
        assertThat(Ran.vigie(List.of("status", "today")).err()).contains("mot en trop : today");
        assertThat(Ran.vigie(List.of("export", "--format", "cvs")).err())
                .contains("valeur inconnue « cvs ». Possibles : csv, jsonl, geojson, sqlite, parquet, ocds, ftm");
        assertThat(Ran.vigie(List.of("search", "x", "--limit", "ten")).err())
                .contains("--limit : « ten » n’est pas un nombre");
        assertThat(Ran.vigie(List.of("report", "city")).err()).contains("il manque : NAME|INSEE");
        assertThat(Ran.vigie(List.of("deployments", "--stage")).err()).contains("il manque : --stage ID");
    }
}
