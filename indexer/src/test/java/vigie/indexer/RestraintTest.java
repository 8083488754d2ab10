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
                                "Marché de vidéoprotection. La commission a retenu Equans pour les caméras. Le logiciel BriefCam figurait en option et n'est pas retenu."))
                .noneMatch(claim -> "equans".equals(claim.integrator()) && claim.stage() == Stage.AWARDED);
    }

    @Test
    void theMakerMayBeNamedInASentenceThatTellsNothingElse() {
        assertThat(
                        Roquebelle.claims(
                                "Article 1er : la commune est autorisée à employer un traitement algorithmique des images de dix caméras. Article 2 : le logiciel est fourni par Wintics."))
                .anyMatch(claim -> "wintics".equals(claim.vendor()) && claim.stage() == Stage.APPROVED)
                .allMatch(claim -> claim.vendor() != null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Les quinze caméras Axis portées par les agents ont été remplacées.",
                "Relevé topographique des digues par drone : 4 500 € HT.",
            })
    void camerasThatPeopleWearAndDronesThatSurveyAreNoneOfOurs(String text) {
        assertThat(Roquebelle.claims(text)).isEmpty();
    }

    @Test
    void whatIsPutOffIsOnlyPlanned() {
        assertThat(
                        Roquebelle.claims(
                                "Acquisition de BriefCam : le dossier est reporté à une prochaine séance. Le conseil approuve à l'unanimité."))
                .noneMatch(claim -> claim.stage() == Stage.APPROVED || claim.stage() == Stage.AWARDED);
    }

    @Test
    void whatIsNoLongerUsedIsOver() {
        assertThat(Roquebelle.claims("Le logiciel BriefCam, mis en service en 2019, n'est plus utilisé depuis mars."))
                .noneMatch(claim -> claim.stage() == Stage.IN_USE && claim.modality() == Modality.ASSERTED);
    }
}
