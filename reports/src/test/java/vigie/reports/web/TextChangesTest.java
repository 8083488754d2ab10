package vigie.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextChangesTest {

    @Test
    void sentencesThatCameAndWentAreTold() {
        TextChanges changes = TextChanges.between(
                "Le conseil approuve. Le logiciel coûte 10 000 €. Le conseil approuve.",
                "Le logiciel coûte 12 000 €.\nLe conseil  approuve. La séance est levée.");
        assertThat(changes)
                .isEqualTo(new TextChanges(
                        List.of("Le logiciel coûte 12 000 €.", "La séance est levée."),
                        List.of("Le logiciel coûte 10 000 €.", "Le conseil approuve.")));
    }

    @Test
    void placeAndBlanksAreNoChange() {
        assertThat(TextChanges.between("Un. Deux ; trois\u00a0?\n", "Deux ;\n\n trois\u00a0?\tUn."))
                .isEqualTo(new TextChanges(List.of(), List.of()));
    }
}
