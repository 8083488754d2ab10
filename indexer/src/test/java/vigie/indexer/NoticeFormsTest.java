package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;
import vigie.model.Stage;
import vigie.model.Technology;

/** Notices that correct others, whose labels have no colon, that exclude something, and contracts in rows. */
class NoticeFormsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AVIS RECTIFICATIF\nLogiciel de vidéosurveillance algorithmique\nValeur estimée : au lieu de 30 000 € HT lire 45 000 € HT",
                "Rectification de l'avis du 2 mars 2023\nVidéosurveillance algorithmique : le montant estimé est de 45 000 € HT et non de 30 000 € HT",
                "Corrigendum\nObjet : vidéosurveillance algorithmique\nAu lieu de : 30 000 € HT\nLire : 45 000 € HT"
            })
    void aCorrectionIsOfACallAndTellsWhatIsRight(String notice) {
        assertThat(Roquebelle.claims(notice))
                .extracting(Claim::technology, Claim::stage, NoticeFormsTest::euros)
                .containsExactly(tuple(Technology.VSA, Stage.TENDERED, 45_000));
    }

    @Test
    void whoIsReadInsteadOfAnotherHoldsTheContract() {
        String notice = "Avis rectificatif à un avis d'attribution\nObjet : analyse automatique d'images\n"
                + "Titulaire : au lieu de Videtics lire Evitech\nConclu le 3 mars 2023";
        assertThat(Roquebelle.claims(notice)).extracting(Claim::vendor).containsExactly("evitech");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Objet ........ analyse automatique d'images\nTitulaire .... Foxstream\nMontant HT ... 12 600,00 €",
                "Objet.........: analyse automatique d'images\nRetenu........: Foxstream\nMontant.......: 12 600 € HT",
                "Objet du marché        Analyse automatique d'images\nTitulaire              Foxstream\nMontant                12 600 € HT",
                "Objet\tAnalyse automatique d'images\nFournisseur\tFoxstream\nMontant HT\t12 600",
                "Objet    Analyse automatique d'images    Durée    3 ans\nTitulaire    Foxstream    Montant    12 600 € HT",
                "Objet\nAnalyse automatique d'images\nTitulaire\nFoxstream\nMontant\n12 600 € HT"
            })
    void labelsNeedNoColon(String sheet) {
        assertThat(Roquebelle.claims("Fiche de marché\n" + sheet))
                .extracting(Claim::vendor, Claim::stage, NoticeFormsTest::euros)
                .containsExactly(tuple("foxstream", Stage.AWARDED, 12_600));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hors périmètre : analyse algorithmique des images",
                "Sont exclus du marché : la reconnaissance faciale et l'analyse algorithmique des images",
                "Ne sont pas compris dans le marché les logiciels d'analyse algorithmique des images.",
                "Exclusions :\n- analyse algorithmique des images\n- reconnaissance faciale"
            })
    void whatIsExcludedIsNotBought(String words) {
        String notice =
                "Avis d'attribution\nObjet : caméras de vidéoprotection\nTitulaire : Citeos\nMontant : 40 000 € HT\n"
                        + words;
        assertThat(Roquebelle.claims(notice)).extracting(Claim::technology).containsExactly(Technology.VIDEOPROTECTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V.1) Lot 1 – analyse automatique d'images\nTitulaire : Foxstream\nMontant : 12 600 € HT\nV.2) Lot 2 – capteurs sonores\nAucune candidature n'est parvenue.",
                "6.1 Résultat – LOT-0001 Analyse automatique d'images\nTitulaire : Foxstream\nMontant : 12 600 € HT\n6.1 Résultat – LOT-0002 Capteurs sonores\nLe lot n'est pas attribué."
            })
    void lotBehindTheNumberOfItsSectionStandsForItself(String lots) {
        assertThat(Roquebelle.claims("Avis d'attribution\n" + lots))
                .filteredOn(claim -> claim.technology() == Technology.VSA)
                .extracting(Claim::vendor, Claim::stage, NoticeFormsTest::euros)
                .containsExactly(tuple("foxstream", Stage.AWARDED, 12_600));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Remise des propositions : 11 avril 2023, 12 h\nTransmis pour publication le 9 mars 2023",
                "Limite de dépôt : 11 avril 2023\nAvis mis en ligne le 9 mars 2023",
                "Réponses attendues le 11 avril 2023\nAdressé au journal le 9 mars 2023"
            })
    void callIsDatedByTheDayOnWhichItWasSent(String dates) {
        assertThat(Roquebelle.claims("Acheteur : Roquebelle\nObjet : analyse automatique d'images\n" + dates))
                .extracting(Claim::stage, claim -> String.valueOf(claim.date()))
                .containsExactly(tuple(Stage.TENDERED, "2023-03-09"));
    }

    @Test
    void paperOnWhetherAnalysisWouldBeOfUseIsNoCallForIt() {
        String notice =
                "Appel public à la concurrence\nObjet : maîtrise d'œuvre pour douze caméras de vidéoprotection\n"
                        + "Mission : étude sur l'opportunité d'un logiciel d'analyse automatique d'images\nRemise des offres : 11 avril 2023";
        assertThat(Roquebelle.claims(notice)).extracting(Claim::technology).containsExactly(Technology.VIDEOPROTECTION);
    }

    @Test
    void consultationWithoutResultNeedsNoOtherLabel() {
        assertThat(Roquebelle.claims("DÉCLARATION SANS SUITE\nObjet : analyse automatique d'images\nMotif : crédits"))
                .extracting(Claim::stage)
                .containsExactly(Stage.REJECTED);
    }

    @Test
    void anOptionWithoutResultLeavesTheContract() {
        String notice =
                "Avis d'attribution\nObjet : vidéoprotection, 18 caméras\nTitulaire : Citeos\nMontant : 40 000 € HT\n"
                        + "PSE 1 (analyse algorithmique des images) : déclarée sans suite";
        assertThat(Roquebelle.claims(notice))
                .extracting(Claim::technology, Claim::stage)
                .containsExactlyInAnyOrder(
                        tuple(Technology.VIDEOPROTECTION, Stage.AWARDED), tuple(Technology.VSA, Stage.REJECTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Une seule offre reçue (groupement Snef, Foxstream), trop chère.",
                "Nombre de plis : 1 (Foxstream, présenté par Snef)",
                "L'offre unique, déposée par Snef avec le logiciel Foxstream, dépasse les crédits."
            })
    void whoseOfferComesToNothingIsNamed(String words) {
        String notice = "Avis de résultat\nAcheteur : Ville de Roquebelle\nObjet : analyse automatique d'images\n"
                + words + "\nLa procédure est déclarée sans suite le 3 mars 2023";
        assertThat(Roquebelle.claims(notice))
                .extracting(Claim::technology, Claim::vendor, Claim::stage)
                .containsExactly(
                        tuple(Technology.VSA, "foxstream", Stage.REJECTED),
                        tuple(Technology.VSA, null, Stage.REJECTED));
    }

    @Test
    void whatIsThereAlreadyIsNoOfferThatComesToNothing() {
        String notice = "Avis de résultat\nAcheteur : Ville de Roquebelle\nObjet : analyse automatique d'images\n"
                + "Les offres devaient être compatibles avec la solution Foxstream\nProcédure infructueuse";
        assertThat(Roquebelle.claims(notice)).extracting(Claim::vendor).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N° ; Objet ; Titulaire ; Montant HT ; Notifié le\n22-1 ; Toiture ; Couvretoit ; 9 000 ; 02/02/2022\n22-2 ; Analyse algorithmique des images ; Foxstream ; 12 600,00 ; 03/03/2022",
                "id;titulaire;objet;montant;datenotification\n1;Couvretoit;Toiture;9000;2022-02-02\n2;Foxstream;\"Analyse algorithmique des images\";12600;2022-03-03",
                "22-1;Réfection de la toiture;Couvretoit;9 000 €;02/02/2022\n22-2;Analyse algorithmique des images;Foxstream;12 600 €;03/03/2022\n22-3;Balayeuse de voirie;Propreva;99 000 €;04/03/2022"
            })
    void eachRowOfAListIsAContract(String list) {
        List<Claim> claims = Roquebelle.claims("Marchés de 2022\n" + list);
        assertThat(claims)
                .extracting(Claim::vendor, Claim::stage, NoticeFormsTest::euros, claim -> String.valueOf(claim.date()))
                .containsExactly(tuple("foxstream", Stage.AWARDED, 12_600, "2022-03-03"));
    }

    @Test
    void cellsStandOneALineBelowTheirHeads() {
        String list = """
                Achats de 2022
                Nature
                Fournisseur
                Montant TTC
                Date
                Toiture du lavoir
                Couvretoit
                9 000,00
                02/02/2022
                Analyse algorithmique des images
                Foxstream
                12 600,00
                03/03/2022""";
        assertThat(Roquebelle.claims(list))
                .extracting(Claim::vendor, NoticeFormsTest::euros, claim -> String.valueOf(claim.date()))
                .containsExactly(tuple("foxstream", 12_600, "2022-03-03"));
    }

    @Test
    void dotsPartTheColumnsOfARegisterAndADayStandsBesideTheNumber() {
        String register = """
                B-1 du 02/02/2022 ... Couvretoit ... toiture du lavoir ... 9 000,00 TTC
                B-2 du 03/03/2022 ... Regavue ... analyse algorithmique des images ... 12 600,00 TTC
                B-3 du 04/03/2022 ... Propreva ... balayage des quais ... 700,00 TTC""";
        assertThat(Roquebelle.claims(register))
                .extracting(Claim::vendor, NoticeFormsTest::euros, claim -> String.valueOf(claim.date()))
                .containsExactly(tuple("Regavue", 12_600, "2022-03-03"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" >> ", " → ", " ..... "})
    void whatALabelMeansItsWordsAndItsValueTell(String gap) {
        String notice = String.join(
                "\n",
                "Résultat d'une consultation",
                "Nous cherchions" + gap + "une analyse algorithmique des images",
                "Le gagnant" + gap + "Regavue",
                "Cela nous coûte" + gap + "12 600 € HT",
                "Contrat signé" + gap + "3 mars 2022");
        assertThat(Roquebelle.claims(notice))
                .extracting(Claim::vendor, NoticeFormsTest::euros, claim -> String.valueOf(claim.date()))
                .containsExactly(tuple("Regavue", 12_600, "2022-03-03"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Estimation initiale : 15 000 € HT\nValeur : 12 600 € HT",
                "Part de la sous-traitance : 15 000 € HT\nValeur : 12 600 € HT",
                "Valeur : 12 600 € HT\nOffre la plus haute : 15 000 € HT"
            })
    void whatWasEstimatedOrAskedByOthersIsNotThePrice(String sums) {
        String notice = "Avis d'attribution\nObjet : analyse algorithmique des images\nTitulaire : Foxstream\n" + sums;
        assertThat(Roquebelle.claims(notice)).extracting(NoticeFormsTest::euros).containsExactly(12_600);
    }

    private static int euros(Claim claim) {
        return Objects.requireNonNull(claim.amount()).value().intValue();
    }

    @Test
    void aFeePaidToTheTownIsNoPrice() {
        assertThat(Roquebelle.claims("""
                        Avis d'attribution d'une concession
                        1. Objet : stationnement payant et contrôle par véhicule à lecture automatique de plaques
                        2. Titulaire : Tattile
                        3. Redevance versée à la Ville : 180 000 € par an
                        4. Signature : 5 juillet 2021
                        """)).isNotEmpty().allMatch(claim -> claim.amount() == null);
    }

    @Test
    void aCorrectionIsToldByItsTitleAndStrikesOutWhatItSays() {
        assertThat(Roquebelle.claims("""
                        *** RECTIFICATIF ***
                        Objet : système de détection automatique d'événements sur les caméras du port
                        Montant maximal : supprimer « 90 000 € HT », écrire « 75 000 € HT »
                        Envoi : 03.06.2024
                        """))
                .isNotEmpty()
                .allMatch(claim ->
                        claim.amount() != null && claim.amount().value().intValue() == 75_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Offres étudiées :\n  Videtics     66,5    18 300,00 € HT\n  Evitech      79      21 900,00 € HT\nRetenue : l'offre la mieux classée.",
                "Candidats : Videtics (66,5 points), Evitech (79 points)\nLe marché revient à l'offre qui a obtenu la meilleure note.",
                "Propositions reçues :\n- Videtics : 31 200 € HT\n- Evitech : 21 900 € HT\nOffre choisie : la moins chère",
            })
    void theBestMarkOrPriceWinsWhereWordsSaySo(String offers) {
        assertThat(Roquebelle.claims("Avis d'attribution\nObjet : analyse automatique d'images\n" + offers))
                .filteredOn(claim -> claim.stage() == Stage.AWARDED)
                .extracting(Claim::vendor)
                .containsExactly("evitech");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Installations actuelles : 60 caméras Axis",
                "Les 60 caméras Axis déjà installées ne font pas partie de la consultation.",
                "Réseau existant, conservé : caméras Axis, fibre optique",
            })
    void whatACallTellsToBeThereIsInUse(String line) {
        assertThat(Roquebelle.claims("Avis de marché\nObjet : logiciel de vidéosurveillance algorithmique\n" + line
                        + "\nDate limite de remise des offres : 3 mai 2024"))
                .extracting(Claim::technology, Claim::vendor, Claim::stage)
                .containsExactlyInAnyOrder(
                        tuple(Technology.VSA, null, Stage.TENDERED),
                        tuple(Technology.VIDEOPROTECTION, "axis", Stage.IN_USE));
    }

    @Test
    void camerasToBeReplacedOrOfferedAreNotToldToBeThere() {
        assertThat(
                        Roquebelle.claims(
                                "Avis de marché\nObjet : vidéoprotection\nRemplacement des caméras Axis existantes\nMatériel : Hikvision ou équivalent\nDate limite de remise des offres : 3 mai 2024"))
                .noneMatch(claim -> claim.stage() == Stage.IN_USE);
    }

    @Test
    void aPartOfCamerasIsNoAnalysis() {
        assertThat(
                        Roquebelle.claims(
                                "Avis d'attribution\nTitulaire : SNEF\nFournitures : logiciel d'analyse vidéo BriefCam ; caméras Axis\nConclu le : 4 mai 2023"))
                .extracting(Claim::technology, Claim::vendor)
                .containsExactlyInAnyOrder(
                        tuple(Technology.VSA, "briefcam"), tuple(Technology.VIDEOPROTECTION, "axis"));
    }

    @Test
    void whoLosesWhatIsCalledOffIsNoHolder() {
        assertThat(
                        Roquebelle.claims(
                                "Marché subséquent n° 4\nObjet : analyse automatique d'images\nTitulaires de l'accord-cadre : Videtics, Evitech\nAttributaire : Evitech\nCandidats évincés : Videtics"))
                .extracting(Claim::vendor, Claim::stage)
                .containsExactlyInAnyOrder(tuple("evitech", Stage.AWARDED), tuple("videtics", Stage.REJECTED));
    }
}
