package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Claim;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Purchase;
import vigie.model.SourceDocument;
import vigie.model.id.InseeCode;

/** What passages tell of the contracts behind their claims. */
class PurchasesTest {

    private static final Buyer TOWN = new Buyer(null, "Roquebelle", BuyerKind.COMMUNE, List.of(new InseeCode("01999")));

    // ---- numbers of contracts -----------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le conseil attribue à la société SNEF le marché n° 2023-014 relatif au logiciel de vidéosurveillance algorithmique BriefCam, pour 48 700 € HT.",
                "Le conseil municipal attribue le marché numéro 2023-014 (logiciel d'analyse d'images BriefCam) à l'entreprise SNEF pour un montant de 48 700 € HT.",
                "Par délibération n° 2023-118, le conseil attribue à SNEF le marché public n° 2023-014 de fourniture du logiciel BriefCam.",
                "Le marché nº2023-014, par lequel SNEF fournit le logiciel BriefCam, a été notifié le 3 mai 2023.",
                "Marché initial : n° 2023-014. Le conseil attribue à SNEF la fourniture du logiciel de vidéosurveillance BriefCam pour 48 700 € HT.",
                "Le conseil attribue à SNEF la fourniture du logiciel d'analyse vidéo BriefCam, n° de marché 2023-014, pour 48 700 € HT.",
            })
    void numberOfTheContractIsRead(String text) {
        assertThat(purchase(text, "briefcam").number()).isEqualTo("2023-014");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Numbers of acts are none of contracts.
                "Délibération n° 2023-014 : le conseil attribue à SNEF la fourniture du logiciel de vidéosurveillance BriefCam pour 48 700 € HT.",
                "Par décision n° 2023-014 du 12 mai 2023, le maire a attribué à SNEF le marché du logiciel de vidéosurveillance BriefCam.",
                "Vu l'arrêté n° 2023-014, le conseil attribue à SNEF le contrat du logiciel de vidéosurveillance algorithmique BriefCam.",
                // A number that only counts, a sum, a year.
                "Le conseil attribue à SNEF le marché n° 3, logiciel de vidéosurveillance algorithmique BriefCam, pour 48 700 € HT.",
                "Le conseil attribue à SNEF le logiciel de vidéosurveillance BriefCam. Marché : 48 700 € HT.",
                "Le conseil attribue à SNEF le marché n° 2023 du logiciel de vidéosurveillance algorithmique BriefCam.",
                // The contract that this one takes the place of, and one of two.
                "Pour succéder au marché n° 2019-012, le conseil attribue à SNEF la fourniture du logiciel de vidéosurveillance BriefCam.",
                "En remplacement du marché n° 2019-012, le conseil attribue à SNEF la fourniture du logiciel de vidéosurveillance BriefCam.",
                "Le conseil attribue à SNEF les contrats n° 2023-014 et contrat n° 2023-015 autour du logiciel de vidéosurveillance BriefCam.",
            })
    void whatIsNoNumberOfThisContractIsNone(String text) {
        assertThat(number(text, "briefcam")).isNull();
    }

    @Test
    void anotherFirmsContractInTheSameSentenceIsNotOurs() {
        String text = "Le conseil attribue à Two-i le marché n° 2023-021 d'analyse vidéo intelligente,"
                + " et acquiert auprès de Wintics le logiciel d'analyse d'images Cityvision.";
        assertThat(number(text, "two-i")).isEqualTo("2023-021");
        assertThat(number(text, "wintics")).isNull();
    }

    @Test
    void eachClauseHasItsContract() {
        String text = "Sont attribués le marché n° 2024-31, logiciel de vidéosurveillance BriefCam, à SNEF ;"
                + " le marché n° 2024-32, comptage par l'image Cityvision, à Wintics.";
        assertThat(number(text, "briefcam")).isEqualTo("2024-31");
        assertThat(number(text, "wintics")).isEqualTo("2024-32");
    }

    @Test
    void theNumberMayStandInTheTitle() {
        String text = """
                Point n° 7. Marché n° 24-V-03, aide à l'exploitation de la vidéoprotection

                Le rapporteur présente les trois offres reçues.

                Le conseil municipal attribue à la société Wintics la fourniture du logiciel d'analyse d'images Cityvision.
                """;
        assertThat(number(text, "wintics")).isEqualTo("24-V-03");
    }

    @Test
    void theNumberMayStandInAnEarlierSentenceAboutTheSameFirm() {
        String text = """
                Vu le marché n° 2022-117 notifié à la société Foxstream ;
                Considérant le bilan favorable ;
                Le conseil approuve la reconduction pour un an du logiciel de détection d'intrusion par l'image de Foxstream.
                """;
        assertThat(number(text, "foxstream")).isEqualTo("2022-117");
    }

    @Test
    void aNeighbouringDecisionIsAnotherPurchase() {
        String text = """
                DÉCISIONS DU MAIRE PRISES PAR DÉLÉGATION
                2024-017 : marché n° 2024-09, entretien des espaces verts.
                2024-018 : contrat avec Wintics pour le logiciel d'analyse d'images Cityvision, 18 000 € HT.
                """;
        assertThat(number(text, "wintics")).isNull();
    }

    @Test
    void aContractThatEndedHasItsNumber() {
        String text =
                "Le marché n° 2021-47 passé avec BriefCam pour la vidéosurveillance algorithmique a pris fin le 31 décembre 2023 et le logiciel a été désinstallé.";
        assertThat(number(text, "briefcam")).isEqualTo("2021-47");
    }

    @Test
    void lotAndSubsequentContractAreParts() {
        Purchase lot = purchase(
                "Le conseil attribue à SNEF le lot n° 2 du marché n° 2023-014, logiciel de vidéosurveillance BriefCam.",
                "briefcam");
        assertThat(lot.number()).isEqualTo("2023-014");
        assertThat(lot.part()).isEqualTo("lot 2");
        Purchase subsequent = purchase(
                "Le conseil attribue à SNEF le marché subséquent n° 3 de l'accord-cadre n° 21S0042, logiciel de vidéosurveillance BriefCam.",
                "briefcam");
        assertThat(subsequent.number()).isEqualTo("21S0042");
        assertThat(subsequent.part()).isEqualTo("marché subséquent 3");
    }

    // ---- holder, term, amendment, buyer -------------------------------------------------------------------------

    @Test
    void holderIsWhoIsSaidToHoldIt() {
        assertThat(purchase(
                                "Le marché n° 2023-014 est attribué à la société Wintics pour son logiciel d'analyse d'images.",
                                "wintics")
                        .holder())
                .isEqualTo("wintics");
        Purchase unsaid = purchase(
                "Le marché n° 2023-014 porte sur la reconduction du logiciel de vidéosurveillance BriefCam, en service depuis 2021.",
                "briefcam");
        assertThat(unsaid.holder()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le conseil attribue à SNEF le marché n° 2023-014, logiciel de vidéosurveillance BriefCam, pour une durée de quatre ans.",
                "Le conseil attribue à SNEF le marché n° 2023-014, logiciel de vidéosurveillance BriefCam, d'une durée de 48 mois.",
                "Le conseil attribue à SNEF le marché n° 2023-014, logiciel de vidéosurveillance BriefCam, pour une durée de quatre (4) ans.",
            })
    void durationIsInMonths(String text) {
        assertThat(purchase(text, "briefcam").months()).isEqualTo(48);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pendant 4 ans.|48|",
                "pour une durée de trois ans.|36|",
                "pour 36 mois à compter de sa notification.|36|",
                "pour un an renouvelable une fois.|12|",
                "sur la période du 1er mars 2023 au 28 février 2027.|48|2027-02-28",
                "48 mois fermes.|48|",
                "pour 36 mois à compter du 1er mars 2023.|36|2026-02-28",
                "conclu pour une période ferme de 24 mois, reconductible une fois.|24|",
                "du 15 avril 2024 au 3 juin 2025.||2025-06-03",
                "dont la durée est fixée à 60 mois.|60|",
                "contrat d'un an, tacitement reconductible.|12|",
                "qui court jusqu'au 31 décembre 2026.||2026-12-31",
            })
    void termsAreReadInAllForms(String words, @Nullable Integer months, @Nullable String end) {
        Purchase told = purchase(
                "Le conseil attribue à SNEF le marché n° 2023-014, logiciel de vidéosurveillance BriefCam, " + words,
                "briefcam");
        assertThat(told.months()).isEqualTo(months);
        assertThat(told.end()).isEqualTo(end == null ? null : PartialDate.parse(end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garanti pendant 3 ans.",
                "après un essai de 6 mois.",
                "attendu depuis 2 ans.",
                "avec un délai de livraison de 3 mois à compter de la commande.",
                "dont les images sont effacées au bout d'un mois.",
            })
    void otherTimesAreNoTerm(String words) {
        assertThat(purchase(
                                "Le conseil attribue à SNEF le marché n° 2023-014, logiciel de vidéosurveillance BriefCam, "
                                        + words,
                                "briefcam")
                        .months())
                .isNull();
    }

    @Test
    void howLongImagesAreKeptIsNoDuration() {
        String text =
                "Le conseil attribue à SNEF le marché n° 2023-014, logiciel de vidéosurveillance BriefCam ; les images sont conservées pendant une durée de 1 mois.";
        assertThat(purchase(text, "briefcam").months()).isNull();
    }

    @Test
    void lastDayIsReadWhereItIsTold() {
        String text =
                "Le conseil attribue à SNEF le marché n° 2023-014, logiciel de vidéosurveillance BriefCam, jusqu'au 31 décembre 2026.";
        assertThat(purchase(text, "briefcam").end()).isEqualTo(PartialDate.parse("2026-12-31"));
    }

    @Test
    void amendmentIsTold() {
        String text =
                "Le conseil approuve l'avenant n° 1 au marché n° 2023-014 conclu avec SNEF pour le logiciel de vidéosurveillance BriefCam, d'un montant de 4 800 € HT.";
        Purchase amended = purchase(text, "briefcam");
        assertThat(amended.amendment()).isTrue();
        assertThat(amended.number()).isEqualTo("2023-014");
        String first =
                "Le conseil attribue à SNEF le marché n° 2023-014, logiciel de vidéosurveillance BriefCam, et autorise le maire à signer tout avenant.";
        assertThat(purchase(first, "briefcam").amendment()).isFalse();
    }

    @Test
    void whatABodyOfSeveralCommunesBuysIsNotBoughtByTheTown() {
        Buyer community = new Buyer(null, "CC des Songes", BuyerKind.EPCI, List.of());
        String text =
                "Le conseil communautaire attribue à SNEF le marché n° 2023-014, logiciel de vidéosurveillance BriefCam.";
        assertThat(one(document(text, DocumentKind.DELIBERATION, "", Map.of()), community, "briefcam")
                        .buyer())
                .isEqualTo(community);
        assertThat(purchase(text, "briefcam").buyer()).isNull();
    }

    @Test
    void nothingIsToldOfWhatIsDeniedOrSupposed() {
        assertThat(Roquebelle.claims(
                        document(
                                "La ville n'a pas attribué le marché n° 2023-014 relatif au logiciel de vidéosurveillance BriefCam.",
                                DocumentKind.DELIBERATION,
                                "",
                                Map.of()),
                        TOWN))
                .allSatisfy(claim -> assertThat(claim.purchase()).isNull());
    }

    // ---- notices ------------------------------------------------------------------------------------------------

    @Test
    void noticeHasItsNumbers() {
        String text = """
                Avis BOAMP n° : 23-904711
                Nature : Résultat de marché
                Acheteur : Commune de Roquebelle
                Objet : Logiciel de vidéosurveillance algorithmique BriefCam
                Titulaire : SNEF
                Num marche : 2023F014
                Date decision : 2023-06-30
                Nb annee : 4
                Valeur totale (EUR) : 48700 €
                """;
        Purchase award = one(
                document(text, DocumentKind.AVIS_ATTRIBUTION, "23-904711", Map.of("earlier-notice", "23-800123")),
                TOWN,
                "briefcam");
        assertThat(award.notice()).isTrue();
        assertThat(award.notices()).containsExactly("23-904711", "23-800123");
        assertThat(award.number()).isEqualTo("2023F014");
        assertThat(award.holder()).isEqualTo("snef");
        assertThat(award.months()).isEqualTo(48);
        assertThat(award.amendment()).isFalse();
    }

    @Test
    void noticeOfAChangeIsAnAmendment() {
        String text = """
                Avis de modification
                Acheteur : Commune de Roquebelle
                Objet : Logiciel de vidéosurveillance algorithmique BriefCam, modification du marché n° 2023-014
                Titulaire : SNEF
                Montant : 4 800 € HT
                Annonce n° 23-904711
                """;
        Purchase changed = one(document(text, DocumentKind.AUTRE, "", Map.of()), TOWN, "briefcam");
        assertThat(changed.amendment()).isTrue();
        assertThat(changed.number()).isEqualTo("2023-014");
        assertThat(changed.notices()).containsExactly("23-904711");
    }

    @Test
    void eachLotOfANoticeIsAPart() {
        String text = """
                Avis d'attribution
                Acheteur : Commune de Roquebelle
                Objet : vidéoprotection, consultation n° 2024-22
                Date d'attribution : 4 mars 2024
                Lot n° 1 : caméras de vidéoprotection
                Titulaire : SPIE CityNetworks
                Montant : 212 000 € HT
                Lot n° 2 : logiciel d'analyse d'images BriefCam
                Titulaire : SNEF
                Montant : 48 700 € HT
                """;
        SourceDocument notice = document(text, DocumentKind.AVIS_ATTRIBUTION, "", Map.of());
        assertThat(one(notice, TOWN, "briefcam").part()).isEqualTo("lot 2");
        assertThat(one(notice, TOWN, "briefcam").number()).isEqualTo("2024-22");
        assertThat(one(notice, TOWN, "spie-citynetworks").part()).isEqualTo("lot 1");
    }

    // ---- making them --------------------------------------------------------------------------------------------

    private static SourceDocument document(
            String text, DocumentKind kind, String locator, Map<String, String> metadata) {
        SourceDocument plain = Documents.of(text, "2023-06-30");
        return new SourceDocument(
                plain.id(),
                plain.source(),
                plain.capture(),
                locator,
                kind,
                null,
                plain.date(),
                plain.publisher(),
                plain.outcome(),
                null,
                text,
                List.of(),
                List.of(),
                metadata);
    }

    private static Purchase purchase(String text, String vendor) {
        return one(document(text, DocumentKind.DELIBERATION, "", Map.of()), TOWN, vendor);
    }

    private static @Nullable String number(String text, String vendor) {
        return Roquebelle.claims(document(text, DocumentKind.DELIBERATION, "", Map.of()), TOWN).stream()
                .filter(claim -> vendor.equals(claim.vendor()))
                .reduce((one, other) -> {
                    throw new AssertionError("several claims: " + one + other);
                })
                .map(Claim::purchase)
                .map(Purchase::number)
                .orElse(null);
    }

    private static Purchase one(SourceDocument document, Buyer buyer, String vendor) {
        List<Claim> found = Roquebelle.claims(document, buyer).stream()
                .filter(claim -> vendor.equals(claim.vendor()))
                .toList();
        assertThat(found).as("claims about %s in %s", vendor, document.text()).hasSize(1);
        return Objects.requireNonNull(found.get(0).purchase(), document.text());
    }
}
