package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.model.Technology.FACIAL_RECOGNITION;
import static vigie.model.Technology.VIDEOPROTECTION;
import static vigie.model.Technology.VSA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;
import vigie.model.Technology;

/** Vendors whose name alone does not say what they bring: the title, the sentences before and the rest of a table do. */
class VendorsByWhatIsAroundTest {

    private static List<Claim> of(String text, Technology technology) {
        return Roquebelle.claims(text).stream()
                .filter(claim -> claim.technology() == technology)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                IV. Vidéoprotection - maintenance

                Le contrat en cours s'achève à l'automne. Les services techniques ont reçu trois plis, que la commission
                a ouverts le 3 mars. Le conseil attribue le marché à la société Fayat, pour 21 000 € HT par an.
                """,
                """
                9. VIDÉOSURVEILLANCE DE LA HALLE

                Mme Orsel rappelle le vote du budget. Après un appel à candidatures auquel deux artisans et une grande
                maison ont répondu, l'assemblée retient la proposition de Fayat, d'un montant de 9 400 € TTC.
                """,
            })
    void aFirmOfManyTradesIsMeantWhereItsItemIsAboutCameras(String item) {
        assertThat(of(item, VIDEOPROTECTION)).extracting(Claim::vendor).containsExactly("fayat-energie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                IV. Éclairage du stade

                Le contrat en cours s'achève à l'automne. Le conseil attribue le marché à la société Fayat, pour
                21 000 € HT par an. Ce point étant clos, Mme Orsel annonce que les caméras de la halle fonctionnent.
                """,
                """
                DÉCISIONS DU MAIRE
                N° 31    Caméra du gymnase, remplacement        Vidéal          2 100,00
                N° 32    Mâts de l'aire de jeux                 Fayat           9 400,00
                N° 33    Location de gobelets                   Festi            300,00
                """,
                """
                Le maire rend compte des achats de l'été.
                - Caméra de vidéoprotection du gymnase : 2 100 €
                - Fayat, reprise du parvis et des bordures, 9 400 €
                """,
            })
    void butNotByWhatIsSaidAfterwardsOrInAnotherRow(String item) {
        assertThat(Roquebelle.claims(item)).extracting(Claim::vendor).doesNotContain("fayat-energie");
    }

    @Test
    void whatIsThereWasBroughtByTheOnlyVendorNamed() {
        List<Claim> claims = of(
                "La commune exploite vingt caméras Avigilon. Le module de reconnaissance faciale qu'elles contiennent a été"
                        + " désactivé.",
                FACIAL_RECOGNITION);

        assertThat(claims).isNotEmpty().extracting(Claim::vendor).containsOnly("avigilon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                Relevé des marchés signés au deuxième trimestre
                N°      Titulaire      Prestation                      HT
                M-07    Ardoise        Papier                          312,00
                M-08    Genetec        Support annuel, six postes    5 870,00
                """,
                """
                Liste des contrats conclus en 2022
                Objet                             Titulaire       Montant
                Licences, renouvellement          Milestone XProtect    2 240,00
                Fleurs                            Verdal            190,00
                """,
            })
    void aRowNamesVideoByAProgramThatDoesNothingElse(String list) {
        assertThat(Roquebelle.claims(list)).extracting(Claim::technology).containsExactly(VIDEOPROTECTION);
    }

    @Test
    void anOptionThatIsNotTakenSaysNothingOfTheFirmsBeforeIt() {
        String item = """
                La commission a choisi Sogetrel pour la pose de onze caméras.
                Le conseil autorise le maire à signer le marché avec Sogetrel.
                L'option d'analyse automatique des images n'est pas levée.
                """;

        assertThat(of(item, VSA)).extracting(Claim::vendor).doesNotContain("sogetrel");
    }
}
