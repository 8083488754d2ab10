package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;

/** What is not so, not yet so or not of the subject, and what is left where something else goes. */
class NotTheTownsTest {

    private static boolean is(Claim claim, String vendor, Stage stage) {
        return vendor.equals(claim.vendor()) && claim.stage() == stage && claim.modality() == Modality.ASSERTED;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dans le procès-verbal de mars, au lieu de « le logiciel de Wintics est en service depuis mai 2022 », lire « le logiciel de Foxstream est en service depuis mai 2022 ».",
                "ERRATUM\nPage 3, il convient de lire :\n« Le comptage par caméra est confié au logiciel de Foxstream, mis en service en mai 2022 »\net non :\n« Le comptage par caméra est confié au logiciel de Wintics, mis en service en mai 2022 ».",
            })
    void whatAnErratumPutsRightIsNotTold(String text) {
        assertThat(Roquebelle.claims(text))
                .anyMatch(claim -> "foxstream".equals(claim.vendor()))
                .noneMatch(claim -> "wintics".equals(claim.vendor()));
    }

    @Test
    void whoIsFavouredIsOnlyProposed() {
        assertThat(
                        Roquebelle.claims(
                                "Pour l'analyse des images de la gare, Videtics est le mieux placé, mais le conseil n'a pas délibéré."))
                .anyMatch(claim -> is(claim, "videtics", Stage.PROPOSED));
    }

    @Test
    void namesThatSomebodyTellsAreMentioned() {
        assertThat(
                        Roquebelle.claims(
                                "M. Roux cite trois éditeurs : Foxstream, Videtics, Wintics. Le maire n'a pas l'intention de les recevoir."))
                .hasSize(3)
                .allMatch(claim -> claim.stage() == Stage.MENTIONED);
    }

    @Test
    void whatBrokeAndIsNotReplacedIsOver() {
        assertThat(
                        Roquebelle.claims(
                                "L'analyseur Foxstream de la halle, acheté en 2015, est tombé en panne en mars ; il a été choisi de ne pas le remplacer."))
                .anyMatch(claim -> is(claim, "foxstream", Stage.ENDED));
    }

    @Test
    void theIntrusionsStopAndNotTheProgram() {
        assertThat(
                        Roquebelle.claims(
                                "Depuis que le logiciel Foxstream a été mis en service sur le quai, six intrusions ont été interrompues."))
                .noneMatch(claim -> is(claim, "foxstream", Stage.SUSPENDED));
    }

    @Test
    void whatALawPermitsNobodyTries() {
        assertThat(
                        Roquebelle.claims(
                                "– Loi du 19 mai 2023 : le texte permet, à titre expérimental, l'analyse algorithmique des images de vidéoprotection."))
                .noneMatch(claim -> claim.technology() == Technology.VSA);
    }

    @Test
    void theCamerasAreLeft() {
        assertThat(Roquebelle.claims("Le logiciel BriefCam a été désinstallé. Les douze caméras demeurent."))
                .anyMatch(claim -> claim.technology() == Technology.VIDEOPROTECTION
                        && claim.vendor() == null
                        && claim.stage() == Stage.IN_USE);
    }

    @Test
    void aTrialStandsBesideThePurchase() {
        assertThat(
                        Roquebelle.claims(
                                "L'expérimentation conduite avec Wintics s'est déroulée du 1er mars au 30 juin 2022. Le bilan est joint. Le conseil municipal décide d'attribuer à Wintics le marché d'analyse des images."))
                .anyMatch(claim -> is(claim, "wintics", Stage.TRIAL))
                .anyMatch(claim -> is(claim, "wintics", Stage.AWARDED));
    }

    @Test
    void ofAListOfNothingDronesAreNone() {
        assertThat(Roquebelle.claims("Néant : reconnaissance faciale, drones."))
                .anyMatch(claim -> claim.technology() == Technology.DRONE && claim.modality() == Modality.NEGATED);
    }
}
