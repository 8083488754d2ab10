package vigie.indexer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherBearersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M. Oculia demande",
                "Mme Irène Oculia, présidente",
                "le docteur J. Oculia reçoit",
                "rue de l'Oculia",
                "les rues Oculia et Carnot",
                "ZAC Oculia",
                "l’usine d’Oculia",
                "le quartier « Oculia »",
                "Oculia Handball",
                "chez Oculia Mobilité, loueur"
            })
    void personsPlacesAndLongerNames(String text) {
        assertThat(isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Oculia",
                "la société Oculia",
                "Monsieur le maire : Oculia a répondu",
                "sur la place, Oculia pose deux caméras",
                "Oculia France",
                "Oculia Station",
                "OCULIA VIDÉO",
                "Oculia   Montant",
                "Oculia\nLot 2",
                "Oculia, Wintics",
                "Oculia M3085"
            })
    void theFirmItself(String text) {
        assertThat(isOne(text)).isFalse();
    }

    private static boolean isOne(String text) {
        int start = text.toLowerCase(Locale.ROOT).indexOf("oculia");
        return OtherBearers.isOne(
                text,
                start,
                start + "oculia".length(),
                word -> Set.of("station", "france").contains(word));
    }
}
