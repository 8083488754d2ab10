package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {

    @Test
    void trainingListsDeploymentsOfTheSameCollection() {
        assertThat(Main.alike("search", "a", "--data", "d d", "--seeds=s", "--format", "json", "--config"))
                .containsExactly("deployments", "--data", "d d", "--seeds=s");
    }

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
    void headingsAreInTheReadersLanguageInEveryHelp() {
        for (List<String> line : List.of(
                List.of("--help"),
                List.of("run", "--help"),
                List.of("source", "--help"),
                List.of("bench", "harvest", "-h"))) {
            assertThat(Ran.vigie(line).out())
                    .as("%s", line)
                    .contains("Usage : vigie")
                    .doesNotContain("Usage:", "Commands:");
        }
        assertThat(Ran.vigie(List.of("source", "--help", "--lang", "en")).out()).contains("Usage: vigie", "Commands:");
    }

    @Test
    void optionThatIsNearIsNamed() {
        assertThat(Ran.vigie(List.of("crawl", "--surce", "x")).err()).contains("Vouliez-vous dire : --source ?");
        assertThat(Ran.vigie(List.of("crawl", "--surce=x")).err()).contains("Vouliez-vous dire : --source ?");
        assertThat(Ran.vigie(List.of("--lnag", "fr", "status")).err()).contains("Vouliez-vous dire : --lang ?");
        assertThat(Ran.vigie(List.of("deployments", "--min")).err()).contains("--min-confidence");
        assertThat(Ran.vigie(List.of("deployments", "--xyzzyplugh")).err()).doesNotContain("Vouliez-vous");
    }

    @Test
    void unknownLanguageIsNotTakenForFrench() {
        Ran ran = Ran.vigie(List.of("status", "--lang", "de"));
        assertThat(ran.exit()).isEqualTo(Main.USAGE);
        assertThat(ran.err()).contains("valeur inconnue « de ». Possibles : fr, en");
    }

    @Test
    void askingForHelpDoesNotHideAWrongWord() {
        for (List<String> line : List.of(
                List.of("serch", "--help"), List.of("help", "serch", "--lang", "fr"), List.of("report", "cty", "-h"))) {
            Ran ran = Ran.vigie(line);
            assertThat(ran.exit()).as("%s", line).isEqualTo(Main.USAGE);
            assertThat(ran.err()).contains("Vouliez-vous dire : ");
        }
        assertThat(Ran.vigie(List.of("help", "search", "--lang", "en")).out()).contains("--facets");
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
