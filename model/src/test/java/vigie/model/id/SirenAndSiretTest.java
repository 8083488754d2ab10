package vigie.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SirenAndSiretTest {

    private static final String LA_POSTE = "356000000";

    @ParameterizedTest
    @ValueSource(strings = {"213802390", "929939411", "123456782", LA_POSTE, "732829320"})
    void sirenWithItsCheckDigitIsTaken(String siren) {
        assertThat(new Siren(siren)).hasToString(siren);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "21380239", "2138023900", "213802391", "123802390", "21380239O", "٢١٣٨٠٢٣٩٠", "213 802 390"})
    void sirenThatIsMistypedIsRefused(String wrong) {
        assertThat(Siren.isValid(wrong)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Siren(wrong)).withMessageContaining(wrong);
    }

    @Test
    void everySingleMistypedDigitIsNoticed() {
        String right = "213802390";
        for (int at = 0; at < right.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String typed = right.substring(0, at) + digit + right.substring(at + 1);
                assertThat(Siren.isValid(typed)).as(typed).isEqualTo(typed.equals(right));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678200010", "73282932000074"})
    void siretHasTheSirenOfItsFirm(String siret) {
        assertThat(new Siret(siret).siren()).isEqualTo(new Siren(siret.substring(0, 9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "213802390", "12345678200011", "73282932000075", "7328293200007A", "12345678300010"})
    void siretThatIsMistypedIsRefused(String wrong) {
        assertThat(Siret.isValid(wrong)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Siret(wrong)).withMessageContaining(wrong);
    }

    @Test
    void establishmentsOfLaPosteAreCheckedByTheirPlainSum() {
        assertThat(Siret.isValid(LA_POSTE + "00001")).isTrue();
        assertThat(Siret.isValid(LA_POSTE + "00048"))
                .as("by Luhn, as its head office")
                .isTrue();
        assertThat(Siret.isValid(LA_POSTE + "00002")).isFalse();
        assertThat(Siret.isValid(LA_POSTE.replace('6', '7') + "00001"))
                .as("another firm")
                .isFalse();
    }

    @Test
    void digestIsLowerCaseHex() {
        assertThat(Digest.sha256(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
