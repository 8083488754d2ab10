package vigie.indexer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import vigie.model.Mention;
import vigie.model.config.Communes;

@TestInstance(Lifecycle.PER_CLASS)
class CommuneGateTest {

    private CommuneGate gate;

    @BeforeAll
    void compile() {
        gate = CommuneGate.compile(Communes.load());
    }

    @Test
    void namesAreFoundInAnyDress() {
        assertThat(names("La ville de Moirans et celle d'AIX EN PROVENCE."))
                .containsExactly("Moirans", "AIX EN PROVENCE");
        assertThat(names("séance à Saint-Étienne-\ndu-Rouvray le 3 mai")).containsExactly("Saint-Étienne-\ndu-Rouvray");
        assertThat(names("commune de L’Haÿ-les-Roses")).containsExactly("L’Haÿ-les-Roses");
        assertThat(names("MAIRIE D'EVRY COURCOURONNES")).containsExactly("EVRY COURCOURONNES");
    }

    @Test
    void articlesThatMeltIntoPrepositionsAreUnderstood() {
        assertThat(mentions("la ville du Havre")).extracting(Mention::ref).containsExactly("le havre");
        assertThat(mentions("la commune des Lilas")).extracting(Mention::ref).containsExactly("les lilas");
        assertThat(mentions("le port de La Rochelle")).extracting(Mention::ref).containsExactly("la rochelle");
    }

    @Test
    void longestNameWins() {
        assertThat(names("Villeneuve-d'Ascq, puis Villeneuve-sur-Lot"))
                .containsExactly("Villeneuve-d'Ascq", "Villeneuve-sur-Lot");
    }

    @Test
    void everydayWordsNeedACue() {
        assertThat(names("Contre : 10. Orange fournit le réseau. Le Plan est adopté en Mars."))
                .isEmpty();
        assertThat(names("la ville d'Orange")).containsExactly("Orange");
        assertThat(names("la Ville de Sens")).containsExactly("Sens");
    }

    @Test
    void smallLettersAreNoNames() {
        assertThat(names("il a de la nice et du moirans")).isEmpty();
    }

    @Test
    void offsetsAreThoseOfTheSurfaceForm() {
        String text = "…la commune\u00a0de Châlons‑en‑Champagne vote";
        Mention mention = mentions(text).get(0);
        assertThat(text.substring(mention.start(), mention.end()))
                .isEqualTo(mention.surface())
                .isEqualTo("Châlons‑en‑Champagne");
    }

    private List<Mention> mentions(String text) {
        return gate.scan(text);
    }

    private List<String> names(String text) {
        return mentions(text).stream().map(Mention::surface).toList();
    }
}
