package vigie.indexer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.config.Communes;

class CommuneGateTest {

    private static final Communes COMMUNES = Communes.load();
    private static final CommuneGate GATE = CommuneGate.compile(COMMUNES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "La ville de Moirans délibère.|Moirans|moirans",
                "VILLE DE BÉZIERS|BÉZIERS|beziers",
                "VILLE DE BEZIERS|BEZIERS|beziers",
                "les caméras de Saint-Denis.|Saint-Denis|saint denis",
                "à St-Denis,|St-Denis|saint denis",
                "à Ste-Maxime,|Ste-Maxime|sainte maxime",
                "AIX EN PROVENCE|AIX EN PROVENCE|aix en provence",
                "la ville du Havre|Havre|le havre",
                "au Havre|Havre|le havre",
                "le Havre|le Havre|le havre",
                "Le Havre et d'autres|Le Havre|le havre",
                "commune des Lilas|Lilas|les lilas",
                "ville des Lilas (93)|Lilas|les lilas",
                "à L’Haÿ-les-Roses|L’Haÿ-les-Roses|l hay les roses",
                "mairie de l'Haÿ les Roses|l'Haÿ les Roses|l hay les roses",
                "la Ciotat|la Ciotat|la ciotat",
                "à Sens,|Sens|sens",
                "commune d'Orange|Orange|orange",
                "38430 Moirans|Moirans|moirans",
                "Sens (89)|Sens|sens",
                "Mairie : Contes|Contes|contes",
                "commune d'Y|Y|y",
                "Schœlcher vote|Schœlcher|schoelcher",
                "SCHOELCHER vote|SCHOELCHER|schoelcher",
                "MAIRIE D'EVRY COURCOURONNES|EVRY COURCOURONNES|evry courcouronnes",
                "le port de La Rochelle|La Rochelle|la rochelle",
                "Villeneuve-d'Ascq vote|Villeneuve-d'Ascq|villeneuve d ascq",
                "la commune\u00A0de Châlons‑en‑Champagne vote|Châlons‑en‑Champagne|chalons en champagne",
            })
    void findsNamesAsPeopleWriteThem(String text, String surface, String ref) {
        assertThat(GATE.scan(text))
                .extracting(Mention::kind, Mention::surface, Mention::ref)
                .containsExactly(org.assertj.core.api.Assertions.tuple(MentionKind.COMMUNE, surface, ref));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Aix-\nles-Bains", "Aix-les-\n   Bains", "Aix\nles Bains", "Aix-les-Bains", "Aix–les–Bains"})
    void findsNamesBrokenAtLineEnds(String name) {
        assertThat(GATE.scan("la ville d'" + name + " vote"))
                .extracting(Mention::surface, Mention::ref)
                .containsExactly(org.assertj.core.api.Assertions.tuple(name, "aix les bains"));
    }

    @Test
    void findsANamePartedAtTheEndOfAColumnsLine() {
        String text = "à la mairie de Villeneuve-      Le stade est\nd'Ascq en 2024                  fermé en juin";
        assertThat(GATE.scan(text)).extracting(Mention::ref).contains("villeneuve d ascq");
        String right = "Le stade est         la ville de Saint-\nfermé en juin        Denis vote";
        assertThat(GATE.scan(right)).extracting(Mention::ref).containsExactly("saint denis");
    }

    @Test
    void aWordMayBeBrokenInsideAName() {
        assertThat(GATE.scan("la ville de Mont-\npellier vote"))
                .extracting(Mention::ref)
                .containsExactly("montpellier");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contre toute attente, Sens unique et Plaisir partagé.",
                "L'opérateur Orange déploie la fibre.",
                "CONTRE : 3 voix. SENS DE CIRCULATION",
                "A SENS UNIQUE",
                "la ville a Orange pour opérateur",
                "rue de Verdun, avenue de Paris, place de Nice, quai de Bordeaux",
                "M. Laval, Mme Lens et Gérard Bordeaux",
                "Toulouse Métropole, Nice Matin",
                "Nice-Matin et Clermont-Auvergne",
                "le Plan local, La garde et le port",
                "la moirans",
                "Moiransais",
                "Le conseil municipal, Les élus, Mer calme",
                "Le Plan communal de sauvegarde",
                "Y a-t-il",
                "Contre : 10. Orange fournit le réseau. Le Plan est adopté en Mars.",
                "il a de la nice et du moirans",
            })
    void wordsStreetsAndPersonsAreNoCommunes(String text) {
        assertThat(GATE.scan(text)).isEmpty();
    }

    @Test
    void theLongestNameWins() {
        assertThat(GATE.scan("à Saint-Denis-en-Val et à Saint-Denis"))
                .extracting(Mention::ref)
                .containsExactly("saint denis en val", "saint denis");
    }

    @Test
    void columnsAndParagraphsPartNames() {
        assertThat(GATE.scan("Saint     Denis")).isEmpty();
        assertThat(GATE.scan("Aix\n\nles-Bains")).isEmpty();
    }

    @Test
    void aStretchIsScannedAlone() {
        String text = "Nîmes et Nîmes";

        assertThat(GATE.scan(text, 6, text.length())).extracting(Mention::start).containsExactly(9);
    }

    @Test
    void everyCurrentCommuneIsFoundAsSuch() {
        List<Commune> communes = COMMUNES.all().stream()
                .filter(commune -> commune.type() == CommuneType.ACTUELLE
                        && !commune.name().contains("("))
                .toList();
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            Commune commune = communes.get(random.nextInt(communes.size()));
            String text = "la commune : " + commune.name() + ", dit-on";
            assertThat(GATE.scan(text))
                    .as(text)
                    .extracting(Mention::ref)
                    .containsExactly(Communes.fold(commune.name()));
        }
    }

    @Test
    void namesTakeLittleMemory() {
        assertThat(GATE.bytes()).isLessThan(2_000_000);
    }

    @Test
    void aLongLineOfNonsenseTakesNoTime() {
        for (String piece : List.of("Saint-", "A", "L'", "Le ", "Saint\n", "Aix-\n")) {
            assertThat(GATE.scan(piece.repeat(250_000 / piece.length()))).isNotNull();
        }
    }
}
