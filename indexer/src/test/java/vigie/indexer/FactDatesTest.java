package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.model.Claim;

/** The day of what is told, where a paper of 14 March 2023 names others besides its own. */
class FactDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Par délibération du 3 mai 2019, le conseil a approuvé l'acquisition du logiciel d'analyse d'images BriefCam. | 2019-05-03
                    Par délibération n° 2020-31 en date du 5 juin 2020, l'assemblée avait autorisé la signature du contrat avec Wintics pour l'analyse des images. | 2020-06-05
                    L'achat du logiciel BriefCam a été autorisé par une délibération du 12 avril 2018. | 2018-04-12
                    Par arrêté préfectoral du 21 mai 2021, l'emploi de la vidéosurveillance algorithmique est autorisé sur le parvis. | 2021-05-21
                    La délibération du 9 décembre 2019 approuvant l'achat du logiciel BriefCam est affichée en mairie. | 2019-12-09
                    """)
    void whatAnEarlierActDecidedIsOfItsDay(String text, String date) {
        assertThat(dates(text)).containsOnly(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Vu la délibération du 3 juillet 2020 relative aux délégations du maire, le conseil approuve l'achat du logiciel BriefCam. | 2023-03-14
                    Par délibération du 3 juillet 2020, le conseil a délégué au maire la passation des marchés. Le conseil approuve aujourd'hui l'achat du logiciel BriefCam. | 2023-03-14
                    En vertu des pouvoirs qui lui ont été confiés par délibération du 3 juillet 2020, le maire décide de signer avec Wintics le contrat d'analyse des images. | 2023-03-14
                    """)
    void powersGivenByAnEarlierActDateNothing(String text, String date) {
        assertThat(dates(text)).containsOnly(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Vu le contrat du 3 juin 2020 passé avec la société Evitech pour la détection d'intrusion par caméras, objet de la résiliation. Il est mis un terme au contrat le 31 janvier 2023. | 2023-01-31
                    Le logiciel BriefCam avait été acheté en 2019. Il a été débranché le 6 février 2023. | 2023-02-06
                    """)
    void whatIsOverEndedOnTheDayOfItsEnd(String text, String date) {
        assertThat(dates(text)).contains(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Le logiciel d'analyse d'images de Foxstream a été mis en service à la déchetterie à la Toussaint. | 2022-11-01
                    Le logiciel d'analyse d'images de Foxstream est en service à la déchetterie depuis Noël 2021. | 2021-12-25
                    Le 8 février, la société Idemia a proposé à la commune des portiques à reconnaissance faciale. Le maire a décliné cette offre par retour de courrier. | 2023-02-08
                    """)
    void feastsAndAnswersByReturnAreDays(String text, String date) {
        assertThat(dates(text)).containsOnly(date);
    }

    /** The day saved in a file says when it was written, which for an agenda is before the session. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CONSEIL MUNICIPAL DU 21 MARS 2023 ORDRE DU JOUR 1. Approbation du procès-verbal de la séance du conseil municipal du 7 février 2023 | 2023-03-21
                    Réunion du conseil municipal du 21 mars 2023. Adoption du compte rendu de la séance du 7 février 2023. | 2023-03-21
                    Séance publique du 7 février 2023 - PROCÈS-VERBAL | 2023-02-07
                    """)
    void theSessionIsTheOneHeldAndNotTheOneWhoseMinutesAreApproved(String head, String date) {
        String text = head + "\n\nLe conseil approuve à l'unanimité l'achat du logiciel BriefCam.";

        assertThat(dates(Roquebelle.claims(Documents.saved(text, "2023-03-14"), null)))
                .containsOnly(date);
    }

    /** A site that was moved has its old papers saved anew. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Procès-verbal du conseil municipal du 12 mars 2021. Le conseil approuve l'achat du logiciel BriefCam. | 2021-03-12
                    Séance du 12 mars 2021. Le conseil approuve l'achat du logiciel BriefCam. | 2021-03-12
                    Séance du 30 janvier 2024. Le conseil approuve l'achat du logiciel BriefCam. | 2023-03-14
                    Le conseil approuve l'achat du logiciel BriefCam. | 2023-03-14
                    """)
    void dayOnWhichTheFileWasSavedIsNoSession(String text, String date) {
        assertThat(dates(Roquebelle.claims(Documents.saved(text, "2023-03-14"), null)))
                .containsOnly(date);
    }

    /** Decisions that a list tells of were made before its session, on a day that it does not give. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2023-014  Maintenance du logiciel d'analyse d'images BriefCam, 5 200 € TTC | 2023
                    2022-187  Maintenance du logiciel d'analyse d'images BriefCam, 5 200 € TTC | 2022
                    """)
    void anEntryOfAListIsOfTheYearOfItsNumber(String entry, String year) {
        String text = "Compte rendu des décisions prises par le maire\n2023-013  Location de bennes, 310 € TTC\n"
                + entry + "\n2023-015  Spectacle de Noël, 900 € TTC\n";

        assertThat(dates(text)).containsOnly(year);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Le contrat d'analyse d'images conclu le 4 mai 2019 avec BriefCam est étendu. Le conseil approuve l'avenant avec BriefCam. | 2023-03-14
                    Vu l'avis de la commission du 2 mars 2023, le conseil approuve l'achat du logiciel d'analyse d'images BriefCam. | 2023-03-14
                    """)
    void anEarlierContractOrAnAdviceIsNotTheDayOfTheAct(String text, String date) {
        assertThat(dates(text)).containsOnly(date);
    }

    /** Papers whose day the source does not give. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Le vingt-trois janvier deux mille vingt-trois, le conseil s'est réuni. | 2023-01-23
                    L'an deux mille vingt-trois, le vingt-six janvier, l'assemblée est réunie. | 2023-01-26
                    Délibération du 1er fé-@vrier 2021. | 2021-02-01
                    ARRÊTÉ@VU la loi n° 2023-380 du 19 mai 2023 ;@Séance du 3 juin 2024 | 2024-06-03
                    """)
    void theDayOfAPaperIsReadInEveryForm(String head, String date) {
        String text =
                head.replace('@', '\n') + "\n\nLe conseil approuve l'achat du logiciel d'analyse d'images BriefCam.";

        assertThat(dates(Roquebelle.claims(Documents.of(text, null), null))).containsOnly(date);
    }

    /** The stamp of transmission bears the day of the act; minutes that name their own sitting are of that day. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ID : 099-732829320-20230512-D2023_41-DE@Reçu en préfecture le 16/05/2023 | 2023-05-12
                    Convocation du conseil le 2 mai 2023@099 - 732829320 – 20230512 - D41 - DE | 2023-05-12
                    Séance du 12 mars 2021@ID : 099-732829320-20210411-PV3-AU | 2021-03-12
                    Séance du 12 mars 2021@ID : 099-732829320-20210312-D7-DE@ID : 099-732829320-20210411-D8-DE | 2021-03-12
                    """)
    void theStampOfTheActTellsItsDay(String head, String date) {
        String text =
                head.replace('@', '\n') + "\n\nLe conseil approuve l'achat du logiciel d'analyse d'images BriefCam.";

        assertThat(dates(Roquebelle.claims(Documents.of(text, null), null))).containsOnly(date);
    }

    @Test
    void theStampCountsBeforeTheDayOfPublication() {
        String text =
                "ID : 099-732829320-20230302-D41-DE\n\nLe conseil approuve l'achat du logiciel d'analyse d'images BriefCam.";

        assertThat(dates(text)).containsOnly("2023-03-02");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Conseil municipal du 14 mars 2O23@@ | 2023-03-14
                    Comité syndical du 6 octobre 2022@@ | 2022-10-06
                    Délibération n° 7 de la commune de Roquebelle (9 mai 2022)@@ | 2022-05-09
                    Délibération n° 2021-18, séance du 4 février@@ | 2021-02-04
                    """)
    void theDayOfASessionIsReadWithLettersForFiguresAndWithoutItsYear(String head, String date) {
        String text = head.replace('@', '\n') + "Le conseil approuve l'achat du logiciel d'analyse d'images BriefCam.";

        assertThat(dates(Roquebelle.claims(Documents.of(text, null), null))).containsOnly(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ARTICLE 1 – L'exploitation du logiciel d'analyse d'images BriefCam est suspendue sans délai. | 2023-03-14
                    Le conseil met un terme au contrat d'analyse d'images conclu avec BriefCam. | 2023-03-14
                    Le logiciel d'analyse d'images BriefCam, acheté en 2017, n'est plus utilisé depuis mai 2022. | 2022-05
                    """)
    void whatIsStoppedNowIsOfTheDayAndNotOfItsBeginning(String text, String date) {
        assertThat(dates(text)).containsOnly(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Le logiciel d'analyse d'images BriefCam a été mis en service l'an passé. | 2022
                    Le logiciel d'analyse d'images BriefCam a été mis en service à l'automne dernier. | 2022
                    La commune décide de résilier au 30 avril le contrat d'analyse d'images conclu avec BriefCam. | 2023-04-30
                    """)
    void whatIsToldFromTheDayOfThePaperIsCountedFromIt(String text, String date) {
        assertThat(dates(text)).containsOnly(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    N° 2023-014 (6 février). Maintenance du logiciel d'analyse d'images BriefCam, 5 200 € TTC. | 2023-02-06
                    N° 2023-014 du 6 février. Maintenance du logiciel d'analyse d'images BriefCam, 5 200 € TTC. | 2023-02-06
                    """)
    void anEntryOfAListIsOfTheDayThatItBeginsWith(String entry, String date) {
        String text =
                "Compte rendu des décisions prises par le maire\nN° 2023-013 (3 février). Location de bennes, 310 € TTC.\n"
                        + entry + "\nN° 2023-015 (9 février). Spectacle de Noël, 900 € TTC.\n";

        assertThat(dates(text)).containsOnly(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Marchés conclus le 8 juin 2022 | 2022-06-08
                    Le contrat a pris effet le 1er juillet 2022 | 2022-07-01
                    Date de l'acte : 11/06/2022 | 2022-06-11
                    """)
    void aNoticeDatesItsContract(String line, String date) {
        String text = """
                AVIS D'ATTRIBUTION
                Acheteur : Ville de Roquebelle
                Objet : logiciel d'analyse d'images du centre de supervision
                Titulaire : BriefCam. Montant : 63 700 € HT
                """ + line;

        assertThat(dates(Roquebelle.claims(Documents.of(text, null), null))).containsOnly(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Marchés 1 et 2 signés le 8 juin 2022. | 2022-06-08
                    Attribution prononcée par la commission du 2 juin 2022. | 2022-06-02
                    """)
    void aShortPaperDatesAllItsContractsAtOnce(String end, String date) {
        String text = """
                RÉSULTATS DE LA CONSULTATION – VILLE DE ROQUEBELLE
                1. Logiciel d'analyse d'images BriefCam : Axians, 41 000 € HT
                2. Mobilier du poste : Ateliers du Lavoir, 12 000 € HT
                """ + end;

        assertThat(dates(Roquebelle.claims(Documents.of(text, null), null))).containsOnly(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Le logiciel d'analyse d'images BriefCam sert tous les jours. Il a été mis en route le 6 février. | 2023-02-06
                    Le maire a fait couper la fonction le 9 janvier. Le logiciel d'analyse d'images BriefCam est suspendu. | 2023-01-09
                    """)
    void aSentenceNearByTellsTheDay(String text, String date) {
        assertThat(dates(text)).containsOnly(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Entre le 3 octobre et le 2 décembre 2022, la ville a testé le logiciel d'analyse d'images BriefCam. | 2022-10-03
                    De mars à mai 2022, la ville a testé le logiciel d'analyse d'images BriefCam. | 2022-03
                    """)
    void aTrialIsOfTheDayOnWhichItBegan(String text, String date) {
        assertThat(dates(text)).containsOnly(date);
    }

    private static List<String> dates(String text) {
        return dates(Roquebelle.claims(text));
    }

    private static List<String> dates(List<Claim> claims) {
        return claims.stream().map(claim -> Objects.toString(claim.date())).toList();
    }

    @Test
    void theDayOfAnEarlierCouncilStartsNoUse() {
        assertThat(
                        dates(
                                "Le conseil municipal du 1er février 2015 avait décidé de porter le nombre de lampes à 120. Aujourd'hui, la Ville dispose de 114 caméras de vidéoprotection."))
                .doesNotContain("2015-02-01");
    }

    @Test
    void theLineThatTellsTheSittingIsNoPartOfTheNextSentence() {
        assertThat(
                        Roquebelle.claims(
                                "Conseil municipal, compte rendu intégral du 9 décembre 2022\nLe logiciel BriefCam est en service."))
                .allMatch(claim -> claim.evidence().quote().startsWith("Le logiciel"));
    }
}
