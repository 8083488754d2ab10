package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;

/** Who sold it, where no vendor file knows the firm. */
class UnlistedFirmsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Le conseil attribue le marché d'analyse d'images des caméras à la société Ocellis pour 18 000 € HT. | Ocellis
            Depuis juin, l'analyse automatique des images du front de mer tourne sur un programme conçu par Vuelinéa, de Brest. | Vuelinéa
            Le contrat de vidéosurveillance algorithmique signé avec Kermeur & Fils SARL a pris effet le 3 mai 2022. | Kermeur & Fils
            L'éditeur lillois Tramoptic fournit le logiciel d'analyse vidéo en service depuis mars 2022 à la gare routière. | Tramoptic
            La proposition de la SARL Ocellis (Dinan) est retenue : un logiciel d'analyse d'images des caméras, 9 800 € HT. | Ocellis
            Le conseil attribue à Vuelinéa, petite maison de logiciels, le marché d'analyse d'images des caméras pour 18 000 € HT. | Vuelinéa
            La jeune pousse « Argus Lab » a installé le 4 avril 2022 son logiciel de détection d'intrusion par analyse d'images. | Argus Lab
            """)
    void aFirmThatTheTextIntroducesIsTheVendor(String text, String firm) {
        assertThat(Roquebelle.claims(text)).extracting(Claim::vendor).containsExactly(firm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le conseil attribue le marché du logiciel d'analyse d'images des caméras à l'issue de la consultation. Trois plis étaient arrivés.",
                "La Ville de Valtorre a confié à M. Duchêne le suivi du logiciel d'analyse d'images des caméras, en service depuis mai.",
                "Le contrat d'analyse d'images des caméras, signé avec l'Union des groupements, est approuvé.",
                "Une caméra augmentée, qui analyse les images, est installée à la Médiathèque depuis mai 2022.",
                "La commune équipe le Parc Mistral de caméras à analyse d'images automatique, en service depuis mai 2022.",
                "LE MARCHE EST ATTRIBUE. SOCIETE RETENUE POUR LE LOGICIEL D'ANALYSE D'IMAGES DES CAMERAS : LA MOINS DISANTE",
            })
    void peopleAuthoritiesAndFirstWordsAreNoFirms(String text) {
        assertThat(Roquebelle.claims(text)).extracting(Claim::vendor).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pourra-t-on installer le logiciel BriefCam à la piscine ? Oui, le contrat est signé.",
                "Fera-t-on installer le logiciel BriefCam ? Oui, il est en service depuis mai 2022.",
            })
    void theVerbOfAQuestionIsNoFirm(String text) {
        assertThat(Roquebelle.claims(text)).extracting(Claim::integrator).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Le logiciel d'analyse d'images de Vuelinéa, qui prévient le gardien, fonctionne depuis le 3 mai 2022 au stade. | Vuelinéa
            La société Ocellis IA a installé le 4 avril 2022 son logiciel de détection d'intrusion par analyse d'images. | Ocellis IA
            Tramoptic a remporté le marché du logiciel d'analyse d'images des caméras, signé le 2 mai 2022 pour 9 800 € HT. | Tramoptic
            """)
    void aFirmIsKnownByItsProgramAndByWhatFirmsDo(String text, String firm) {
        assertThat(Roquebelle.claims(text)).extracting(Claim::vendor).containsExactly(firm);
    }

    @Test
    void whoseOfferIsSpokenOfSellsWhatIsBought() {
        String item = "Le devis de la société Vuelinéa s'élève à 9 800 € HT. "
                + "Un logiciel d'analyse d'images signalera les intrusions au port. Le conseil approuve l'achat.";

        assertThat(Roquebelle.claims(item)).extracting(Claim::vendor).contains("Vuelinéa");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le logiciel d'analyse d'images des caméras est en service depuis mai 2022, rappelle M. Kerdavid, fabricant de nasses.",
                "Le logiciel d'analyse d'images de M. Kerdavid est en service depuis mai 2022 sur les caméras du port.",
                "Le devis de la société Propreval pour le ménage est adopté. Le logiciel d'analyse d'images des caméras est en service depuis mai 2022.",
            })
    void whoOnlyAsksOrSellsSomethingElseIsNoVendor(String text) {
        assertThat(Roquebelle.claims(text)).extracting(Claim::vendor).containsOnlyNulls();
    }

    @Test
    void aFirmIsNotSaidToSellWhatAnotherSentenceIsAbout() {
        List<Claim> claims =
                Roquebelle.claims("Le logiciel d'analyse d'images des caméras est en service depuis mai 2022. "
                        + "La société Propreval assure l'entretien des locaux de la police.");

        assertThat(claims).extracting(Claim::vendor).containsOnlyNulls();
    }

    @Test
    void theVerbThatBeginsTheDecisionIsNoFirm() {
        String motion = "Le conseil, informé des offres de BriefCam et d'autres entreprises,\n"
                + "Proscrit l'achat de tout logiciel d'analyse d'images des caméras.\nAdopté par 12 voix contre 3.";

        assertThat(Roquebelle.claims(motion))
                .isNotEmpty()
                .extracting(Claim::integrator)
                .containsOnlyNulls();
    }

    @Test
    void whoInstallsAKnownProgramIsItsIntegrator() {
        assertThat(Roquebelle.claims(
                        "Le marché du logiciel BriefCam est attribué à la société Télébaie Réseaux pour 40 000 € HT."))
                .extracting(Claim::vendor, Claim::integrator)
                .containsExactly(tuple("briefcam", "Télébaie Réseaux"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Non communiqué", "Néant", "Voir ci-dessous", "Pas de titulaire"})
    void whatANoticeSaysInsteadOfAHolderIsNoFirm(String words) {
        String notice = """
                AVIS D'ATTRIBUTION
                Acheteur : Ville de Roquebelle
                Objet du marché : logiciel d'analyse d'images pour les caméras du centre
                Titulaire : %s
                Date de notification : 12/05/2022
                """;

        assertThat(Roquebelle.claims(notice.formatted(words)))
                .extracting(Claim::vendor)
                .containsOnlyNulls();
    }

    @Test
    void theHolderOfANoticeIsTheVendorWhereNobodyElseIs() {
        String notice = """
                AVIS D'ATTRIBUTION
                Acheteur : Ville de Roquebelle
                Objet du marché : logiciel d'analyse d'images pour les caméras du centre
                Titulaire : OCELLIS SAS, 29200 Brest
                Montant : 22 400 € HT
                Date de notification : 12/05/2022
                """;

        assertThat(Roquebelle.claims(notice)).extracting(Claim::vendor).containsExactly("OCELLIS");
    }
}
