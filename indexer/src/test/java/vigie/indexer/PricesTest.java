package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.model.Claim;
import vigie.model.Stage;

/** Which of the sums of a paper is the price of what is told, and where there is none. */
class PricesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Le conseil approuve l'achat du logiciel d'analyse d'images BriefCam. Elle est évaluée à 31 250 € HT. | 31250
                    Le conseil approuve l'achat, à partir de juin, du logiciel d'analyse d'images BriefCam pour 8 150 € HT. | 8150
                    Le conseil approuve l'achat du logiciel d'analyse d'images BriefCam. Le reste à payer tient dans la limite de 77 000 € HT. | 77000
                    Le conseil approuve l'essai du logiciel d'analyse d'images BriefCam. Il n'en coûtera rien à la commune. | 0
                    Le conseil autorise le maire à signer avec BriefCam le contrat d'analyse d'images, au prix de 20 000 € HT, soit 24 000 € TTC. | 20000
                    """)
    void thePriceStandsInTheSentenceOrTheNext(String text, String sum) {
        assertThat(prices(Roquebelle.claims(text))).containsOnly(sum);
    }

    @Test
    void aRefusedOfferThatSomebodyCallsFreeHasNoPrice() {
        String text = """
                M. Lorgeril : « Cet essai ne coûtait rien. »

                Le conseil rejette la convention d'essai du logiciel d'analyse d'images BriefCam.
                """;

        assertThat(Roquebelle.claims(text))
                .filteredOn(claim -> claim.stage() == Stage.REJECTED)
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(claim.amount()).isNull());
    }

    @Test
    void aLotCostsWhatItsOwnLinesSay() {
        String text = """
                AVIS D'ATTRIBUTION
                Acheteur : Ville de Roquebelle
                Objet : équipements du centre de supervision
                Montant maximum de l'ensemble : 910 000 € HT
                Lot 1 – Mobilier
                Titulaire : Ateliers du Lavoir. Forfait : 44 100 € HT
                Lot 2 – Logiciel d'analyse d'images
                Titulaire : BriefCam. Forfait : 63 700 € HT
                """;

        assertThat(Roquebelle.claims(text))
                .filteredOn(claim -> "briefcam".equals(claim.vendor()))
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(prices(List.of(claim))).containsOnly("63700"));
    }

    private static List<String> prices(List<Claim> claims) {
        return claims.stream()
                .map(claim -> claim.amount() == null
                        ? "none"
                        : claim.amount().value().stripTrailingZeros().toPlainString())
                .toList();
    }
}
