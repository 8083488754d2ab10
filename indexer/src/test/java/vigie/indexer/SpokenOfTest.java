package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.id.InseeCode;

/** What is told of a tool that was named before: by whom it is had, denied, moved, and on which condition. */
class SpokenOfTest {

    private static final CommuneRef NEIGHBOUR = new CommuneRef(new InseeCode("01998"), "Beauvoisin");

    private static boolean is(Claim claim, String town, String vendor, Stage stage, Modality modality) {
        return String.valueOf(claim.commune()).contains(town)
                && vendor.equals(claim.vendor())
                && claim.stage() == stage
                && claim.modality() == modality;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le maire a appelé son homologue de Beauvoisin, qui lui a décrit le logiciel Foxstream que sa commune utilise depuis 2021 au dépôt.",
                "Mme Faure, élue d'opposition : Pourquoi ne pas prendre BriefCam ou Foxstream ? M. le Maire : La commune voisine de Beauvoisin utilise Foxstream depuis 2021.",
            })
    void whatAColleagueOrNeighbourHasIsOfHisTown(String text) {
        assertThat(Roquebelle.claims(text, NEIGHBOUR))
                .noneMatch(claim -> is(claim, "Roquebelle", "foxstream", Stage.IN_USE, Modality.ASSERTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M. Roux (minorité) : Vous nous cachez BriefCam !\nM. le Maire : La commune ne détient aucune licence de ce programme. La commune voisine de Beauvoisin en possède une.",
                "M. Roux (minorité) : Vous nous cachez BriefCam !\nM. le Maire : Nos agents n'utilisent pas cet outil. Beauvoisin, elle, s'en sert.",
            })
    void whatIsDeniedHereAnotherTownMayHave(String text) {
        assertThat(Roquebelle.claims(text, NEIGHBOUR))
                .anyMatch(claim -> is(claim, "Roquebelle", "briefcam", Stage.IN_USE, Modality.NEGATED))
                .anyMatch(claim -> is(claim, "Beauvoisin", "briefcam", Stage.IN_USE, Modality.ASSERTED));
    }

    @Test
    void whatIsNotForeseenIsNotPlanned() {
        assertThat(
                        Roquebelle.claims(
                                "Le parc de caméras de la commune est renouvelé. Il n'est envisagé ni reconnaissance faciale ni suivi des passants."))
                .anyMatch(claim -> claim.technology() == Technology.FACIAL_RECOGNITION
                        && claim.stage() == Stage.PROPOSED
                        && claim.modality() == Modality.NEGATED);
    }

    @Test
    void operatorsWithoutAToolOfAnalysisDenyAnalysis() {
        assertThat(
                        Roquebelle.claims(
                                "Au salon, j'ai vu le stand de Videtics. Nos opérateurs ne disposent d'aucun module d'analyse, et c'est fort bien ainsi."))
                .anyMatch(claim -> claim.stage() == Stage.IN_USE && claim.modality() == Modality.NEGATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Si l'État verse sa part, nous commanderons le logiciel de Two-i avant l'été.",
                "Si la subvention arrive, la commune conclura avec Two-i pour l'analyse des images.",
            })
    void whatWillBeSignedUnderAConditionIsSupposed(String text) {
        assertThat(Roquebelle.claims(text))
                .anyMatch(claim -> is(claim, "Roquebelle", "two-i", Stage.AWARDED, Modality.HYPOTHETICAL))
                .noneMatch(claim -> claim.modality() == Modality.ASSERTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M. Roux : Je propose que la halle reçoive le logiciel d'analyse d'images de Wintics. C'est le sens de mon amendement.\nM. le Maire met aux voix. Pour : 5. Contre : 18. L'amendement est repoussé.",
                "Mme Faure : Nous demandons que Wintics équipe le carrefour de son analyse d'images.\nAprès un court débat, la motion tombe.",
            })
    void whatAMotionWasForFallsWithIt(String text) {
        assertThat(Roquebelle.claims(text))
                .anyMatch(claim -> is(claim, "Roquebelle", "wintics", Stage.REJECTED, Modality.ASSERTED));
    }

    @Test
    void whoLaidTheCamerasHasNothingToDoWithTheProgram() {
        List<Claim> claims = Roquebelle.claims(
                "Le maire propose d'ajouter aux caméras de la halle, installées par Citeos en 2021, le logiciel d'analyse d'images de Wintics.\nMise aux voix : pour : 21 ; contre : 2. La dépense est autorisée.");
        assertThat(claims)
                .anyMatch(claim -> is(claim, "Roquebelle", "wintics", Stage.APPROVED, Modality.ASSERTED))
                .noneMatch(claim -> "citeos".equals(claim.integrator()));
    }

    @Test
    void aContractThatIsHandedOverGoesOn() {
        assertThat(
                        Roquebelle.claims(
                                "En service depuis le 3 avril 2023, le logiciel Videtics sert chaque jour aux opérateurs. Un avenant de transfert au nouveau titulaire est nécessaire."))
                .extracting(Claim::stage)
                .containsExactly(Stage.IN_USE);
    }

    @Test
    void aCommitteeThatAdoptsAPurchaseApprovesIt() {
        assertThat(
                        Roquebelle.claims(
                                "Il a été demandé aux communes si elles voulaient du logiciel d'analyse d'images de Wintics. À l'unanimité, le comité syndical adopte l'acquisition de l'outil au prix de 4 200 € HT par an."))
                .anyMatch(claim -> is(claim, "Roquebelle", "wintics", Stage.APPROVED, Modality.ASSERTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "À Beauvoisin, la police se sert de BriefCam depuis 2020. Notre conseil achètera le même logiciel l'an prochain.",
                "À Beauvoisin, BriefCam surveille la gare. Pour le marché couvert, la municipalité envisage la même solution.",
            })
    void theSameToolThatIsPlannedHereIsOfThatMake(String text) {
        assertThat(Roquebelle.claims(text, NEIGHBOUR))
                .anyMatch(claim -> is(claim, "Roquebelle", "briefcam", Stage.PROPOSED, Modality.ASSERTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "« Si nous avions écouté le groupe de droite, Roquebelle aurait aujourd'hui Videtics sur ses écrans. »",
                "Si le conseil avait suivi Mme Faure en 2021, la ville aurait déjà Videtics aux abords du port, dit M. Roux.",
            })
    void whatATownWouldHaveByNowRunsNowhere(String text) {
        assertThat(Roquebelle.claims(text))
                .isNotEmpty()
                .allMatch(claim -> is(claim, "Roquebelle", "videtics", Stage.IN_USE, Modality.HYPOTHETICAL));
    }

    @Test
    void whatIsHiredForASummerIsBoughtNotTried() {
        assertThat(
                        Roquebelle.claims(
                                "Décision n° 12 du 9 mai 2023\nLocation, du 1er juin au 15 septembre, de trois caméras nomades Vizzia, à poser devant le gymnase puis au bord du lac.\nLoyer : 3 150 € TTC pour la durée."))
                .anyMatch(claim -> claim.stage() == Stage.AWARDED)
                .noneMatch(claim -> claim.stage() == Stage.TRIAL);
    }

    @Test
    void theProgramThatAContractIsForIsBoughtNotInUse() {
        assertThat(
                        Roquebelle.claims(
                                "Le marché de détection automatique d'intrusions sur les images de la piscine, auquel deux entreprises avaient répondu, a été conclu le 9 mai 2022 avec Spie. Le logiciel mis en place est BriefCam. L'exécution commencera en septembre."))
                .anyMatch(claim -> is(claim, "Roquebelle", "briefcam", Stage.AWARDED, Modality.ASSERTED))
                .noneMatch(claim -> claim.stage() == Stage.IN_USE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mme Faure veut savoir s'il est envisagé d'acheter BriefCam. Il lui est répondu par la négative. | PROPOSED",
                "M. Roux demande si la pose du logiciel BriefCam est prévue. Le maire répond que non. | PROPOSED",
                "M. Roux demande si la police se sert de BriefCam ; il lui est indiqué que ce n'est pas le cas. | IN_USE",
                "Mme Faure demande s'il est exact qu'un contrat a été signé avec BriefCam. Réponse négative du maire. | AWARDED",
                "Les caméras sont-elles reliées à BriefCam ? L'adjoint répond que non. | IN_USE",
            })
    void whatIsAskedAndAnsweredWithNoIsDenied(String text, Stage stage) {
        List<Claim> claims = Roquebelle.claims(text);
        assertThat(claims).hasSize(1).allMatch(claim -> is(claim, "Roquebelle", "briefcam", stage, Modality.NEGATED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M. Roux demande si BriefCam, qui sert depuis 2020, a donné satisfaction. Le maire répond que non.",
                "Mme Faure demande si BriefCam sera bientôt retiré. Le maire répond que non.",
                "M. Roux demande combien coûte BriefCam. Le maire répond que le prix n'est pas connu.",
            })
    void aNoToAnotherQuestionDeniesNoUse(String text) {
        assertThat(Roquebelle.claims(text))
                .noneMatch(claim -> claim.modality() == Modality.NEGATED || claim.stage() == Stage.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Evitech propose de prêter son logiciel d'analyse vidéo pendant un trimestre. Roquebelle a décliné.",
                "La commission conseille de ne pas acheter le logiciel d'analyse vidéo Evitech. Le conseil partage cet avis.",
                "La délibération du 4 mai autorisait l'achat du logiciel d'analyse vidéo Evitech. La préfecture la juge illégale. Il est procédé à son retrait.",
                "Article 1er : dix mâts sont remplacés. Adopté à l'unanimité.\nArticle 2 : acquisition du logiciel d'analyse vidéo Evitech. 9 pour, 14 contre.",
                "Le conseil débat de l'acquisition du logiciel d'analyse vidéo Evitech. Vote : 10 pour, 12 contre.",
                "La commission ne retient pas l'offre d'Evitech pour l'analyse vidéo et choisit BriefCam.",
            })
    void whatIsRefusedWithoutItsNameIsTurnedDown(String text) {
        assertThat(Roquebelle.claims(text))
                .anyMatch(claim -> claim.stage() == Stage.REJECTED
                        && String.valueOf(claim.vendor()).contains("evitech"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Roquebelle demande l'aide de l'État pour acquérir le logiciel d'analyse vidéo Evitech. À défaut, l'affaire sera close.",
                "Le maire propose d'acheter le logiciel d'analyse vidéo Evitech. Personne ne s'y oppose.",
                "Le logiciel d'analyse vidéo Evitech est en service depuis 2021. Un habitant a demandé un double des images. La Ville a refusé.",
            })
    void whatNobodyRefusesIsNotTurnedDown(String text) {
        assertThat(Roquebelle.claims(text)).noneMatch(claim -> claim.stage() == Stage.REJECTED);
    }
}
