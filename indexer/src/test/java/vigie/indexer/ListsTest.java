package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Amount;
import vigie.model.Claim;
import vigie.model.Stage;
import vigie.model.Technology;

/** Lists of contracts and of deliberations: each entry stands for itself. */
class ListsTest {

    private static final String CONTRACTS = """
            LISTE DES MARCHES NOTIFIES EN 2021

            nom de l'attributaire : Jardins du Soubeyran 01900 ROQUEBELLE
            Objet du marché : entretien des massifs de la place Haute
            montant du marché : 12 400,00 € HT
            Date de notification : 02/02/2021

            nom de l'attributaire : ORPHEON CONSEIL 01100 VALTORRE
            Objet du marché : maîtrise d'œuvre pour l'extension de la vidéosurveillance urbaine
            montant du marché : 31 800,00 € HT
            Date de notification : 09/03/2021

            nom de l'attributaire : SPIE CityNetworks 01100 VALTORRE
            Objet du marché : entretien de l'éclairage du tunnel des Halles
            montant du marché : 58 000,00 € HT
            Date de notification : 17/05/2021

            nom de l'attributaire : Imprimerie du Lavoir
            Objet du marché : carnets à souches
            montant du marché : 7 900,00 € HT
            Date de notification : 21/06/2021
            """;

    @Test
    void aFirmIsNotSaidToSellWhatTheEntryBesideItIsAbout() {
        List<Claim> claims = Roquebelle.claims(Documents.of(CONTRACTS, "2022-01-31"), null);

        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.vendor()).isNull();
            assertThat(claim.technology()).isEqualTo(Technology.VIDEOPROTECTION);
            assertThat(claim.stage()).isEqualTo(Stage.AWARDED);
            assertThat(claim.amount()).isEqualTo(Amount.euros(new BigDecimal(31_800), Amount.Vat.HT));
            assertThat(claim.date()).hasToString("2021-03-09");
        });
    }

    @Test
    void aFirmsLineIsQuotedWithWhatItSells() {
        String sold = CONTRACTS.replace("l'éclairage du tunnel des Halles", "la vidéoprotection des Halles");

        assertThat(Roquebelle.claims(Documents.of(sold, "2022-01-31"), null))
                .filteredOn(claim -> claim.vendor() != null)
                .singleElement()
                .satisfies(claim -> assertThat(claim.evidence().quote())
                        .isEqualTo("nom de l'attributaire : SPIE CityNetworks 01100 VALTORRE\n"
                                + "Objet du marché : entretien de la vidéoprotection des Halles"));
    }

    @Test
    void labelsOfAccountingSoftwareAreUnderstood() {
        String row = """
                N° Marché : 9A0%d
                Type : BC
                Objet du marché : %s
                Montant total du marché : %d 000
                Date de notif. : %d/5/19
                Lot : 1
                Nom Tiers : %s

                """;
        String list = row.formatted(11, "MOBILIER DES ECOLES", 12, 3, "ATELIERS DU CAUSSE")
                + row.formatted(12, "VIDEOPROTECTION DE LA VILLE MAINTENANCE", 85, 9, "ARTELIA RESEAUX")
                + row.formatted(13, "SEL DE DENEIGEMENT", 7, 21, "SALINES DU SUD");

        assertThat(Roquebelle.claims(Documents.of(list, "2020-01-31"), null))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.stage()).isEqualTo(Stage.AWARDED);
                    assertThat(claim.amount()).isEqualTo(Amount.euros(new BigDecimal(85_000), null));
                    assertThat(claim.date()).hasToString("2019-05-09");
                });
    }

    @Test
    void eachContractOfAListIsOne() {
        String two = CONTRACTS.replace("carnets à souches", "caméras de vidéoprotection, lot 2");

        assertThat(Roquebelle.claims(Documents.of(two, "2022-01-31"), null))
                .extracting(claim -> String.valueOf(claim.date()))
                .containsExactly("2021-03-09", "2021-06-21");
    }

    /** Frameworks of several lots: the rows below tell who has which, the row above what is bought and when. */
    @Test
    void lotsBelowAContractAreOfWhatItBuys() {
        String lots = """
                Objet du marché : renouvellement de la vidéoprotection des berges
                type de marchés : travaux
                montant du marché : 90 000 € HT mini - 400 000 € HT maxi
                Date de notification : 14/04/2021

                nom de l'attributaire : Cablages du Soubeyran 01900 ROQUEBELLE - lot 1 : tranchées et fourreaux
                montant du marché : 60 000 € HT mini - 250 000 € HT maxi

                nom de l'attributaire : SPIE CityNetworks 01100 VALTORRE - lot 2 : postes d'exploitation
                montant du marché : 30 000 € HT mini - 150 000 € HT maxi

                nom de l'attributaire : Imprimerie du Lavoir""";
        String list = CONTRACTS.replace("nom de l'attributaire : Imprimerie du Lavoir", lots);

        assertThat(Roquebelle.claims(Documents.of(list, "2022-01-31"), null))
                .filteredOn(claim -> "2021-04-14".equals(String.valueOf(claim.date())))
                .extracting(
                        claim -> claim.amount() == null
                                ? null
                                : claim.amount().value().intValue(),
                        Claim::vendor)
                .containsExactlyInAnyOrder(
                        tuple(250_000, "Cablages du Soubeyran"), tuple(150_000, "spie-citynetworks"));
    }

    private static final String NOTICES = """
            idweb : 31-1182
            objet : fourniture de repas en liaison froide
            dateparution : 2021-02-03
            datelimitereponse : 2021-03-01T12:00:00+00:00
            nomacheteur : Ville de Valtorre

            idweb : 31-1190
            objet : accord-cadre d'entretien des caméras de vidéoprotection
            dateparution : 2021-02-04
            datelimitereponse : 2021-03-02T12:00:00+00:00
            nomacheteur : %s

            idweb : 31-1204
            objet : curage des fossés
            dateparution : 2021-02-09
            datelimitereponse : 2021-03-08T12:00:00+00:00
            nomacheteur : Commune de Valtorre
            """;

    @Test
    void eachNoticeOfAListIsItsBuyers() {
        assertThat(Roquebelle.claimsOfAnyone(NOTICES.formatted("Ville de Roquebelle")))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.commune()).hasFieldOrPropertyWithValue("name", "Roquebelle");
                    assertThat(claim.stage()).isEqualTo(Stage.TENDERED);
                    assertThat(claim.date()).hasToString("2021-02-04");
                });
    }

    @Test
    void aNoticeWhoseBuyerIsNoTownIsNotItsNeighboursInTheList() {
        assertThat(Roquebelle.claimsOfAnyone(NOTICES.formatted("Office des transports")))
                .isEmpty();
    }

    @Test
    void aBodyOfSeveralTownsIsNotTheTownThatItIsCalledAfter() {
        assertThat(Roquebelle.claimsOfAnyone(NOTICES.formatted("Roquebelle Métropole")))
                .isEmpty();
    }

    @Test
    void noticesBetweenRulesAreOneEach() {
        String dump = """
                CENTRE HOSPITALIER
                Location de linge.
                Date limite: 2021-01-20 12:00:00
                idWeb: 31-104
                -------------------------------------------------
                None
                Refonte et extension du dispositif de vidéoprotection de la Ville de Roquebelle, espaces publics.
                Date limite: 2021-01-21 12:00:00
                idWeb: 31-105
                -------------------------------------------------
                VALTORRE HABITAT
                Ravalement de deux immeubles.
                Date limite: 2021-01-28 12:00:00
                idWeb: 31-106
                -------------------------------------------------
                """;

        assertThat(Roquebelle.claimsOfAnyone(dump)).singleElement().satisfies(claim -> {
            assertThat(claim.commune()).hasFieldOrPropertyWithValue("name", "Roquebelle");
            assertThat(claim.stage()).isEqualTo(Stage.TENDERED);
        });
    }

    @Test
    void programmesOfABudgetInOpenDataArePlanned() {
        String row = """
                id : 2021P%d
                libelle : %s
                montant_ap_vote_anterieur : 0
                cp_vote : %d000
                cp_reste_a_realiser : 0

                """;
        String budget = row.formatted(3, "TOITURE DU GYMNASE", 120)
                + row.formatted(4, "SECURITE : VIDEOPROTECTION DU CENTRE", 85)
                + row.formatted(5, "JEUX DU SQUARE", 40);

        assertThat(Roquebelle.claims(Documents.of(budget, "2021-12-31"), null))
                .singleElement()
                .satisfies(claim -> assertThat(claim.stage()).isEqualTo(Stage.PROPOSED));
    }

    @Test
    void votesBelowEachItemAreNoList() {
        String item = """
                %d. %s

                Le conseil approuve l'installation de %d caméras de vidéoprotection pour un montant de %d 000 euros.

                Pour : 2%d
                Contre : 2

                """;
        String minutes = item.formatted(1, "PLACE HAUTE", 3, 30, 1)
                + item.formatted(2, "HALLE AUX GRAINS", 4, 40, 2)
                + item.formatted(3, "PARKING DU LAVOIR", 5, 50, 3);

        assertThat(Roquebelle.claims(Documents.of(minutes, "2022-01-31"), null))
                .isNotEmpty()
                .allSatisfy(claim -> {
                    assertThat(claim.stage()).isEqualTo(Stage.APPROVED);
                    assertThat(claim.vote()).isNotNull();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "En service depuis 2004, la fibre communale dessert quarante bâtiments et les équipements de rue (bornes, vidéosurveillance).",
                "Le local technique (vidéoprotection, ascenseur, chaufferie) a été mis en service en mai 2019.",
            })
    void camerasNamedInBracketsAmongOtherThingsAreNotWhatASentenceTells(String text) {
        assertThat(Roquebelle.claims(text)).isEmpty();
    }

    @Test
    void camerasAloneInBracketsAre() {
        assertThat(Roquebelle.claims(
                        "Le dispositif (douze caméras de vidéoprotection) est en service depuis mai 2019."))
                .isNotEmpty();
    }

    @Test
    void aLineOfAListOfDeliberationsIsOfTheDayItBeginsWith() {
        List<Claim> claims = Roquebelle.claims(Documents.of("""
                        2019-02-04;Tarifs de la piscine;000101;
                        2019-02-04;Subventions aux clubs
                        Autorisation de signer les conventions;000102;
                        2019-04-15;Maintenance de la videoprotection
                        Autorisation de signer le marche;000231;
                        2019-04-15;Denomination de la place du Lavoir;000232;
                        """, null), null);

        assertThat(claims.stream().map(claim -> Objects.toString(claim.date()))).containsOnly("2019-04-15");
    }

    /** The price of the sports hall's lamps stands where a word would, and the sports page begins in the right column alone. */
    @Test
    void columnsAreReadOneAfterTheOtherWhateverALineHoldsInEither() {
        List<Claim> claims = Roquebelle.claims("""
                LA SALLE DE COMMANDEMENT         BIBLIOTHÈQUE
                Les agents sont six. Depuis      Trois mille romans ont
                mai, ils travaillent avec        changé de rayon pendant
                BriefCam pour retrouver les      les 12 et 13 août 2022,
                voitures volées. Le logiciel     avec les lecteurs.
                est en service jour et nuit.
                                                 SPORTS
                """);
        assertThat(claims)
                .anyMatch(claim -> "briefcam".equals(claim.vendor()) && claim.stage() == Stage.IN_USE)
                .allMatch(claim -> !claim.evidence().quote().contains("romans"));
    }

    @Test
    void whatRemainsToBeDoneOfABudgetIsPlanned() {
        assertThat(Roquebelle.claims("""
                        BUDGET PRIMITIF 2024

                        Opération                                   Votés       Reste à réaliser
                        11  Vidéoprotection, phase 3 (9 caméras)    80 000      4 000
                        12  Analyse automatique d'images            15 000      -
                        """)).isNotEmpty().allMatch(claim -> claim.stage() == Stage.PROPOSED);
    }
}
