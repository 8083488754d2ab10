package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;
import vigie.model.Stage;
import vigie.model.Technology;

/** Entries of lists and parts of enumerations stand for themselves. */
class EntriesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D-24-31 %s\nD-24-32 %s\nD-24-33 %s",
                "Réf. 24M07, %s\nRéf. 24M08, %s\nRéf. 24M09, %s",
                "24/118 – %s\n24/119 – %s\n24/120 – %s",
                "Lot A – %s\nLot B – %s\nLot C – %s"
            })
    void whatOneEntryTellsIsNothingToTheOthers(String list) {
        String text = "DÉCISIONS DU MAIRE\n\n"
                + list.formatted(
                        "Location de chaises pour la kermesse : 310 euros",
                        "Licence annuelle du logiciel Foxstream : 8 400 euros HT",
                        "Résiliation amiable du contrat de dératisation");
        assertThat(Roquebelle.claims(text))
                .extracting(Claim::vendor, Claim::stage)
                .containsExactly(tuple("foxstream", Stage.AWARDED));
    }

    @Test
    void anEnumerationsPartKeepsItsTechnology() {
        String text =
                "La Ville utilise le logiciel Foxstream au stade ; la lecture de plaques a été abandonnée en mairie.";
        assertThat(Roquebelle.claims(text))
                .filteredOn(claim -> "foxstream".equals(claim.vendor()))
                .extracting(Claim::technology)
                .containsOnly(Technology.VSA);
    }

    @Test
    void whoInstallsOneThingIsNoPartnerForAnother() {
        String text = "La Ville a acheté le logiciel BriefCam pour relire les images de ses caméras. "
                + "Le lecteur automatique de plaques d'immatriculation, loué à Eiffage Énergie, est en service depuis juin.";
        assertThat(Roquebelle.claims(text))
                .extracting(Claim::technology, Claim::vendor)
                .contains(tuple(Technology.LAPI, "eiffage-energie"));
    }

    @Test
    void aFirmOfAnotherTradeIsNoVendor() {
        String text =
                "Les caméras sont déposées. Le ravalement est confié à la société Videtics Peinture pour 3 000 euros.";
        assertThat(Roquebelle.claims(text)).extracting(Claim::vendor).doesNotContain("videtics");
    }
}
