package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Modality;
import vigie.model.Technology;
import vigie.model.id.InseeCode;

/** Who is whose partner, what a list of nothing denies, and where "over there" is. */
class RivalsAndElsewhereTest {

    private static final CommuneRef PONTARDE = new CommuneRef(new InseeCode("01998"), "Pontarde");

    @Test
    void whoeverMakesAnOfferOfHisOwnDoesNotInstallThatOfAnother() {
        String text = "Le conseil décide de rejeter la proposition de Foxstream et de retenir celle d'Axians "
                + "pour le logiciel d'analyse d'images.";
        assertThat(Roquebelle.claims(text)).extracting(Claim::integrator).containsOnlyNulls();
    }

    @Test
    void amongSeveralProgramsTheInstallerSellsTheOneHeOffered() {
        String text = "L'offre d'Equans, avec l'outil de Wintics, obtient 81 points sur 100. "
                + "L'offre de Spie CityNetworks, avec l'outil de Videtics, en obtient 74. "
                + "Le conseil décide d'attribuer le marché d'analyse d'images à Equans, pour 52 300 euros HT.";
        assertThat(Roquebelle.claims(text))
                .filteredOn(claim -> "equans".equals(claim.integrator()))
                .extracting(Claim::vendor)
                .containsOnly("wintics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Néant : reconnaissance faciale, lecture automatisée de plaques.",
                "– Aucun recours : reconnaissance faciale, vidéosurveillance algorithmique."
            })
    void aListOfWhatThereIsNotDeniesEachOfThem(String text) {
        assertThat(Roquebelle.claims(text))
                .hasSize(2)
                .allMatch(claim -> claim.modality() == Modality.NEGATED)
                .extracting(Claim::technology)
                .contains(Technology.FACIAL_RECOGNITION);
    }

    @Test
    void overThereIsThePlaceNamedBefore() {
        String text = "M. le maire revient de Pontarde. Là-bas, le conseil a attribué le marché à la société Vizzia.";
        assertThat(Roquebelle.claims(text, PONTARDE)).extracting(Claim::commune).containsOnly(PONTARDE);
    }

    @Test
    void thereOneUsesIsThePlaceOfTheSentenceBefore() {
        String text = "M. Ravel : « Allez donc à Pontarde ! On y exploite Foxstream depuis deux ans. »";
        assertThat(Roquebelle.claims(text, PONTARDE)).extracting(Claim::commune).containsOnly(PONTARDE);
    }
}
