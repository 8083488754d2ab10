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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Le conseil autorise la signature du contrat d'analyse d'images avec BriefCam. Durée : trois ans. Redevance : 7 150 € HT par an. | 7150
                    Le conseil approuve l'achat du logiciel d'analyse d'images BriefCam. Six agents seront formés. La commune verse 4 300 € TTC. | 4300
                    Le conseil approuve l'essai du logiciel d'analyse d'images BriefCam. La ville ne débourse rien. | 0
                    Le conseil approuve l'essai du logiciel d'analyse d'images BriefCam, à l'œil pendant trois mois. | 0
                    Le conseil renouvelle le contrat d'analyse d'images BriefCam à raison de 6 200 € HT l'an, soit 18 600 € HT en tout. | 18600
                    """)
    void thePriceStandsSomeSentencesBehindTheName(String text, String sum) {
        assertThat(prices(Roquebelle.claims(text))).containsOnly(sum);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Le logiciel d'analyse d'images BriefCam fonctionne depuis mars 2021. Deux agents s'en servent. Il nous coûte 7 300 € TTC par an. | 7300
                    Le logiciel d'analyse d'images BriefCam fonctionne depuis mars 2021. M. Audoux : Et combien ? Mme Lorgeril : 9 150 euros. | 9150
                    Le logiciel d'analyse d'images BriefCam fonctionne depuis mars 2021. M. AUDOUX. Combien ? Mme LORGERIL. 9 150 euros. | 9150
                    Le logiciel d'analyse d'images BriefCam fonctionne depuis mars 2021. Roquebelle en paye 8 200 € TTC par an. | 8200
                    Le logiciel d'analyse d'images BriefCam a été débranché le 4 mai 2021. La commune avait dépensé 15 400 €. | 15400
                    """)
    void whatRunsOrIsOverHasThePriceThatIsPaidForIt(String text, String sum) {
        assertThat(prices(Roquebelle.claims(text))).containsOnly(sum);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Le logiciel d'analyse d'images BriefCam fonctionne depuis mars 2021. La réfection du préau a coûté 9 000 €.
                    Le logiciel d'analyse d'images BriefCam fonctionne depuis mars 2021. Les travaux du gymnase coûteront 210 000 €.
                    Le logiciel d'analyse d'images BriefCam a été débranché le 4 mai 2021. Le ravalement de l'école a coûté 40 000 €.
                    """)
    void whatElseIsPaidForIsNotThePriceOfWhatRunsOrIsOver(String text) {
        assertThat(Roquebelle.claims(text)).isNotEmpty().allMatch(claim -> claim.amount() == null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    L'adjoint présente le logiciel d'analyse d'images BriefCam. Il faut compter 6 450 € TTC. M. Audoux s'interroge sur la durée. L'adjoint l'ignore. Le conseil approuve cette acquisition. | 6450
                    Le logiciel d'analyse d'images BriefCam serait posé par Nomadys pour 6 450 € TTC. L'adjoint répond aux questions. Le conseil accepte ce devis. | 6450
                    """)
    void aDecisionIsOfThePriceToldBeforeIt(String text, String sum) {
        assertThat(prices(Roquebelle.claims(text))).contains(sum);
    }

    @Test
    void thePriceOfAProjectIsTheTotalOfItsPlanOfFinancing() {
        String text = """
                Le conseil sollicite le fonds de prévention pour un logiciel d'analyse d'images.
                Plan de financement :
                Licences         21 000,00      État             12 400,00
                Serveur          10 000,00      Autofinancement  18 600,00
                TOTAL            31 000,00      TOTAL            31 000,00
                """;

        assertThat(prices(Roquebelle.claims(text))).containsOnly("31000");
    }

    @Test
    void theVoteMayStandFarBehindThePrice() {
        String text = """
                M. Lorgeril présente l'achat du logiciel d'analyse d'images BriefCam, proposé à 14 300 € HT. Mme Audoux craint les abus. \
                Elle lit une lettre. M. Lorgeril lui répond longuement. Un élu sort. Un autre entre. La séance reprend. \
                L'acquisition est approuvée par 18 voix.
                """;

        assertThat(prices(Roquebelle.claims(text))).containsOnly("14300");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Le conseil autorise la signature du contrat d'analyse d'images avec BriefCam pour 12 4OO,OO € HT. | 12400
                    Le conseil autorise la signature avec BriefCam du contrat d'analyse d'images, 41 300 hors taxes. | 41300
                    Le conseil approuve l'achat du logiciel d'analyse d'images BriefCam, estimé à 60 000 € HT, et demande l'aide de l'État au taux de 40 %, soit 24 000 €. | 60000
                    Le conseil résilie le contrat d'analyse d'images BriefCam ; l'indemnité est fixée à 3 100 €. | none
                    DÉCIDE la location du logiciel d'analyse d'images BriefCam ;@INSCRIT à cet effet 9 900 € TTC au budget. | 9900
                    """)
    void sumsInOtherLettersCountAndPartsAndIndemnitiesDoNot(String text, String sum) {
        assertThat(prices(Roquebelle.claims(text.replace('@', '\n')))).containsOnly(sum);
    }

    @Test
    void underAColumnOfTotalsTheTotalIsThePrice() {
        String text = """
                Budget 2024, dépenses d'équipement
                Ligne   Objet                               2024      2025      Total
                311     Mobilier du poste                   4 000     4 000     8 000
                312     Logiciel BriefCam, analyse d'images 21 000    9 500    30 500
                """;

        assertThat(prices(Roquebelle.claims(text))).containsOnly("30500");
    }

    @Test
    void theHeadOfATableMayNameAnOperationByItsNumber() {
        String text = """
                Décisions du maire, marchés notifiés en 2022
                Opération 7130 « centre de supervision »     Vote (€ TTC)
                    Logiciel d'analyse d'images BriefCam         52 300
                    Mobilier                                     11 000
                """;

        assertThat(prices(Roquebelle.claims(text))).containsOnly("52300");
    }

    @Test
    void anEntryInSeveralLinesEndsWithItsPrice() {
        String text = """
                DÉCISIONS PRISES PAR LE MAIRE

                2022-71  23/06  Location d'un garage, 12 rue des Halles. Loyer : 80 € par mois.
                2022-73  08/07  Commande auprès de BriefCam : licences d'analyse d'images pour les caméras
                                du dépôt et des ateliers municipaux.
                                Dépense : 6 870,00 € HT.
                2022-74  19/07  Spectacle d'été. 1 165 € TTC.
                """;

        assertThat(prices(Roquebelle.claims(text))).containsOnly("6870");
    }

    private static List<String> prices(List<Claim> claims) {
        return claims.stream()
                .map(claim -> claim.amount() == null
                        ? "none"
                        : claim.amount().value().stripTrailingZeros().toPlainString())
                .toList();
    }
}
