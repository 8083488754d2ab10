package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Amount;
import vigie.model.Claim;
import vigie.model.Stage;

/** Of the firms that the notice of an award names only the holder has the contract. */
class BidsTest {

    private static final String NOTICE = """
            AVIS D'ATTRIBUTION
            Objet : logiciel d'analyse automatique des images de vidéoprotection
            %s
            Montant : 52 400 € HT
            Date de signature : 4 mai 2023
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Offres reçues : 3 (Wintics, Foxstream, Videtics)\nTitulaire : Foxstream, 69120 Vaulx-en-Velin",
                "Soumissionnaires : Wintics ; Videtics ; Foxstream\nCandidat retenu : Foxstream",
                "Attributaire : Foxstream\nAutres candidats : Videtics, Wintics",
                "Attributaire : Foxstream\nOffres non retenues : Videtics ; Wintics",
                "Entreprises ayant remis une offre :\n- Videtics\n- Foxstream\n- Wintics\nTitulaire : Foxstream",
                "Classement des offres :\n1er : Foxstream - 87,5 points\n2e : Wintics - 79 points\n3e : Videtics - 61 points",
                "Titulaire\nFoxstream\nAutres soumissionnaires\nWintics, Videtics",
                "Rang;Candidat;Note\n2;Wintics;71\n1;Foxstream;88\n3;Videtics;60",
                "Candidat | Note | Rang\nVidetics | 60 | 3\nFoxstream | 88 | 1\nWintics | 71 | 2",
                "Société\tDécision\tObservations\nWintics\trejetée\t-\nFoxstream\tretenue\t-\nVidetics\tnon retenue\t-",
                "1er ; Foxstream ; 88 points\n2e ; Wintics ; 71 points\n3e ; Videtics ; 60 points",
                "\ncandidat : Wintics\nstatut : non retenu\n\ncandidat : Foxstream\nstatut : retenu\n\ncandidat : Videtics\nstatut : non retenu\n",
                "\nnom : Videtics\nrang : 3\n\nnom : Foxstream\nrang : 1\n\nnom : Wintics\nrang : 2\n",
                "Retenu .......... Foxstream\nNon retenus ..... Wintics, Videtics",
                "Ont candidaté : Wintics, Videtics, Foxstream.\nLe marché est attribué à Foxstream."
            })
    void theOthersAreTurnedDown(String who) {
        assertThat(Roquebelle.claims(NOTICE.formatted(who)))
                .extracting(Claim::vendor, Claim::stage)
                .containsExactlyInAnyOrder(
                        tuple("foxstream", Stage.AWARDED),
                        tuple("wintics", Stage.REJECTED),
                        tuple("videtics", Stage.REJECTED));
    }

    @Test
    void whatTheHolderInstallsTheListOfOffersTells() {
        String who = "Candidats :\n- SNEF (logiciel Wintics) : 61 000 € HT\n- Axians (logiciel Two-i) : 52 400 € HT\n"
                + "Titulaire : Axians";
        List<Claim> claims = Roquebelle.claims(NOTICE.formatted(who));
        assertThat(claims)
                .extracting(Claim::vendor, Claim::integrator, Claim::stage, Claim::amount)
                .containsExactlyInAnyOrder(
                        tuple("two-i", "axians", Stage.AWARDED, before(52_400)),
                        tuple("wintics", "snef", Stage.REJECTED, before(61_000)));
    }

    @Test
    void eachOfferHasThePriceOfItsRow() {
        String table = "Avis d'attribution : analyse d'images de vidéoprotection\nCandidat;Logiciel;Prix HT;Rang\n"
                + "SNEF;Wintics;61 000,00;2\nAxians;Two-i;52 400,00;1\nSigné le 4 mai 2023";
        assertThat(Roquebelle.claims(table))
                .extracting(Claim::vendor, Claim::integrator, Claim::stage, Claim::amount)
                .containsExactlyInAnyOrder(
                        tuple("two-i", "axians", Stage.AWARDED, before(52_400)),
                        tuple("wintics", "snef", Stage.REJECTED, before(61_000)));
    }

    /** Labels whose values lie on other lines than theirs, in columns, once stopped the run. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Candidats :          Montant :\nWintics              61 000\nFoxstream            52 400\nTitulaire : Foxstream",
                "Offres reçues : Wintics, Foxstream, Videtics Titulaire : Foxstream",
                "Soumissionnaires :\n\nTitulaire : Foxstream\n- Wintics\n- Videtics",
                "Candidats : Candidats : Wintics\nTitulaire : Titulaire : Foxstream",
                "1) Candidats : 2) Wintics ; 3) Foxstream\nAutres candidats :"
            })
    void noNoticeStopsTheRun(String who) {
        assertThat(Roquebelle.claims(NOTICE.formatted(who)))
                .allSatisfy(claim -> assertThat(claim.evidence().quote()).isNotBlank());
    }

    private static Amount before(int tax) {
        return Amount.euros(new BigDecimal(tax), Amount.Vat.HT);
    }

    @Test
    void whereNobodyIsToldToHaveWonNoneOfThemHas() {
        assertThat(Roquebelle.claims(NOTICE.formatted("Offres reçues : Wintics, Videtics")))
                .noneMatch(claim -> claim.vendor() != null);
    }

    @Test
    void whoWasAskedAndMadeNoOfferLosesNothing() {
        String who = "Entreprises consultées : Foxstream, Wintics\nEntreprise retenue : Foxstream";
        assertThat(Roquebelle.claims(NOTICE.formatted(who)))
                .extracting(Claim::vendor)
                .containsExactly("foxstream");
    }

    @Test
    void theSubcontractorOfTheHolderIsNoRival() {
        String who = "Titulaire : Axians\nOrganisations :\n- Axians, mandataire\n- Wintics, sous-traitant";
        assertThat(Roquebelle.claims(NOTICE.formatted(who))).noneMatch(claim -> claim.stage() == Stage.REJECTED);
    }
}
