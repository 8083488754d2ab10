package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.id.InseeCode;

/** What must not be claimed although the words are there, and whose a tool is. */
class RestraintTest {

    private static final CommuneRef NEIGHBOUR = new CommuneRef(new InseeCode("01998"), "Beauvoisin");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Avis de marché\nObjet : fourniture de caméras\nAucun traitement automatisé des images n'est demandé.\nDate limite : 3 mai 2023, midi",
                "Le marché de caméras est attribué. Aucune analyse automatique des images n'a été demandée. Le conseil autorise le maire à signer le contrat.",
            })
    void whatIsRuledOutIsNotBought(String text) {
        assertThat(Roquebelle.claims(text))
                .noneMatch(claim -> claim.technology() == Technology.VSA && claim.modality() == Modality.ASSERTED);
    }

    @Test
    void aWishAgainstAToolThatIsVotedDownTellsNothingOfTheTool() {
        assertThat(
                        Roquebelle.claims(
                                "Vœu du groupe d'opposition : « Le conseil municipal demande au maire de suspendre tout recours à l'analyse automatique des images. »\nPour : 6. Contre : 27. Le vœu est rejeté."))
                .noneMatch(claim -> claim.stage() == Stage.REJECTED);
    }

    @Test
    void whatAVisitSawIsOfTheTownThatWasVisited() {
        assertThat(Roquebelle.claims(
                        "Trois élus se sont rendus à Beauvoisin. Leur centre de supervision utilise BriefCam depuis 2021.",
                        NEIGHBOUR))
                .noneMatch(claim -> String.valueOf(claim.commune()).contains("Roquebelle"));
    }

    @Test
    void anOfferBehindAnotherIsTurnedDown() {
        List<Claim> claims = Roquebelle.claims(
                "Rapport d'analyse des offres : Wintics obtient 88 points, Foxstream 74 points. Le marché d'analyse d'images est attribué à Wintics.");
        assertThat(claims)
                .noneMatch(claim -> "foxstream".equals(claim.vendor()) && claim.stage() != Stage.REJECTED)
                .anyMatch(claim -> "wintics".equals(claim.vendor()) && claim.stage() == Stage.AWARDED);
    }

    @Test
    void aFirmDoesNotBringTheProgramOfAnOptionThatIsToldElsewhere() {
        assertThat(
                        Roquebelle.claims(
                                "La commission a retenu Equans pour trois ans. En option figure la brique d'analyse de Videtics."))
                .noneMatch(claim -> "equans".equals(claim.integrator()) || "videtics".equals(claim.vendor()));
    }

    @Test
    void theMakerMayBeNamedInASentenceThatTellsNothingElse() {
        assertThat(
                        Roquebelle.claims(
                                "Article 1er : la commune est autorisée à employer un traitement algorithmique des images de dix caméras. Article 2 : le logiciel est fourni par Wintics."))
                .anyMatch(claim -> "wintics".equals(claim.vendor()) && claim.stage() == Stage.APPROVED)
                .allMatch(claim -> claim.vendor() != null);
    }

    @Test
    void camerasThatPeopleWearAreNoneOfOurs() {
        assertThat(
                        Roquebelle.claims(
                                "Les quatre appareils Axis portés par les agents sont en service depuis 2021 : trois extractions de caméras."))
                .isEmpty();
    }

    @Test
    void aContractThatIsCitedToBeEndedIsNoPurchase() {
        assertThat(
                        Roquebelle.claims(
                                "Vu le contrat n° 21-4 conclu avec la société Nepsis pour la détection d'intrusions sur les images du parking ;\nDÉCIDE\nArticle 1 : La résiliation est prononcée au 31 mars."))
                .extracting(Claim::stage)
                .containsExactly(Stage.ENDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Question 3. Les caméras de la gare sont-elles reliées à BriefCam ? Réponse : délai non échu.",
                "La salle de commandement emploie-t-elle déjà BriefCam ?",
                "Des logiciels tels que BriefCam se vendent partout en Europe.",
                "Le Conseil constitutionnel a validé la vidéosurveillance algorithmique, dont BriefCam fait commerce.",
                "Vœu n° 2 : que la Ville prenne l'engagement de n'introduire aucune vidéosurveillance algorithmique.\nLe vœu n'est pas adopté : 9 pour, 22 contre.",
                "Considérant que les agents porteront des caméras individuelles ;\nConsidérant les devis d'Axon et de Hikvision ;\nle conseil décide l'achat de deux appareils.",
            })
    void whatIsAskedWishedAgainstOrTrueElsewhereIsNoClaim(String text) {
        assertThat(Roquebelle.claims(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le poste central n'a aucun module d'analyse, de Wintics pas davantage que d'une autre maison.",
                "La mairie ne possède pas de logiciel de lecture des images, celui de Wintics pas plus qu'un autre.",
            })
    void whatIsDeniedWithAllThatIsLikeItIsDenied(String text) {
        assertThat(Roquebelle.claims(text))
                .anyMatch(claim -> "wintics".equals(claim.vendor())
                        && claim.stage() == Stage.IN_USE
                        && claim.modality() == Modality.NEGATED)
                .noneMatch(claim -> claim.modality() == Modality.ASSERTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Du 2 octobre au 30 novembre 2022, la commune a fait marcher Jaguar, d'Evitech, sur la caméra du port.",
                "La Ville a laissé tourner pendant six semaines le logiciel d'analyse d'images d'Evitech.",
            })
    void whatRanForAWhileWasATrial(String text) {
        assertThat(Roquebelle.claims(text)).extracting(Claim::stage).containsExactly(Stage.TRIAL);
    }

    @Test
    void aDecisionEndsWhatItsRecitalsTellOf() {
        assertThat(
                        Roquebelle.claims(
                                "Considérant que les alertes que la société Two-i tire des images du stade n'intéressent personne et que la commune n'en a plus l'usage ;\nle maire décide :\nLe contrat n° 2021-14 prend fin le 30 juin 2023."))
                .extracting(Claim::stage)
                .containsExactly(Stage.ENDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EAUX USÉES. Une caméra tractée est passée dans les canalisations de la rue Haute. Un logiciel mesure automatiquement les défauts. Le maire propose d'inscrire la dépense, 8 000 euros, à la demande de subvention.",
                "Le club de football, caméra au poing, filme ses rencontres : la vidéo sert à l'analyse automatique du jeu de chaque équipe.",
                "Arrêté : la société Snef est autorisée à creuser une tranchée rue Haute du 2 au 9 mai. Deux caméras de chantier la surveillent.",
            })
    void camerasOfDrainsSportsAndBuildingSitesAreNoneOfOurs(String text) {
        assertThat(Roquebelle.claims(text)).isEmpty();
    }

    @Test
    void whoGetsRidOfRubbishIsNotATownThatGivesUpATool() {
        assertThat(
                        Roquebelle.claims(
                                "La caméra de la benne est équipée, depuis le 8 mai, du programme de la société Vizzia, qui met de côté les images où quelqu'un se débarrasse d'un sac. L'abonnement coûte 410 € TTC par mois."))
                .extracting(Claim::stage)
                .containsExactly(Stage.IN_USE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Un chiffrage du logiciel d'analyse d'images a été établi par la société Wintics.",
                "Pour le logiciel d'analyse d'images, Wintics a transmis une plaquette.",
                "Par ordonnance, le juge du référé a annulé, à la requête de la société Wintics, le marché d'analyse automatique d'images.",
            })
    void whoOnlyEstimatesOrGoesToCourtIsNoHolder(String text) {
        assertThat(Roquebelle.claims(text))
                .noneMatch(claim -> "wintics".equals(claim.vendor()) && claim.stage() == Stage.AWARDED);
    }
}
