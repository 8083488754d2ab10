package vigie.indexer.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import vigie.model.Amount;
import vigie.model.Amount.Vat;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.model.Evidence;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Purchase;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.TieRule;
import vigie.model.VendorRole;
import vigie.model.config.Examples;
import vigie.model.config.Vendor;
import vigie.model.id.InseeCode;

class ContractsTest {

    private static final CommuneRef ROQUEBELLE = new CommuneRef(new InseeCode("01999"), "Roquebelle");
    private static final Buyer COMMUNITY = new Buyer(null, "CC des Songes", BuyerKind.EPCI, List.of());
    private static final List<Vendor> VENDORS = List.of(new Vendor(
            "lueur",
            "Lueur et Fils",
            VendorRole.INTEGRATOR,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            new Examples(List.of(), List.of()),
            List.of()));

    // ---- by number ----------------------------------------------------------------------------------------------

    @Test
    void noticeAndDeliberationOfOneNumberAreOneContract() {
        Contract one = only(
                award("delib").number("2023-014").sum("63200", Vat.HT).on("2023-06-29"),
                award("notice")
                        .number("2023-014")
                        .notice("23-904711")
                        .sum("75840", Vat.TTC)
                        .on("2023-07-10"));
        assertThat(one.claims()).hasSize(2);
        assertThat(one.amounts()).containsExactly(euros("63200", Vat.HT));
        assertThat(one.awarded()).hasToString("2023-06-29");
        assertThat(one.notices()).containsExactly("notice");
        assertThat(one.ties()).singleElement().satisfies(tie -> {
            assertThat(tie.rule()).isEqualTo(TieRule.NUMBER);
            assertThat(tie.by()).isEqualTo("2023-014");
        });
    }

    @Test
    void oneNumberMayBeWrittenInManyWays() {
        assertThat(contracts(
                        award("a").number("2023-014"),
                        award("b").number("2023/14"),
                        award("c").number("2023.014")))
                .hasSize(1);
        assertThat(contracts(award("a").number("22vid01"), award("b").number("22VID1")))
                .hasSize(1);
        assertThat(contracts(award("a").number("2023-014"), award("b").number("2023-141")))
                .hasSize(2);
    }

    @Test
    void twoBuyersMayNumberAlike() {
        assertThat(contracts(
                        award("a").number("2023-014"),
                        award("b").number("2023-014").by(COMMUNITY)))
                .extracting(contract -> contract.buyer().name())
                .containsExactlyInAnyOrder("Roquebelle", "CC des Songes");
    }

    @Test
    void lotsOfOneNumberAreTwoContracts() {
        List<Contract> lots = contracts(
                award("a").number("2023-014").part("lot 1").holder("lueur"),
                award("b").number("2023-014").part("lot 2").holder("wintics"));
        assertThat(lots).extracting(Contract::part).containsExactlyInAnyOrder("lot 1", "lot 2");
        assertThat(lots).extracting(Contract::id).doesNotHaveDuplicates();
    }

    @Test
    void whatNamesNoLotIsOfNoneWhereThereAreTwo() {
        List<Contract> found = contracts(
                award("a").number("2023-014").part("lot 1"),
                award("b").number("2023-014").part("lot 2"),
                award("c").number("2023-014"));
        assertThat(found)
                .hasSize(3)
                .allSatisfy(contract -> assertThat(contract.claims()).hasSize(1));
        assertThat(found).extracting(Contract::id).doesNotHaveDuplicates();
    }

    @Test
    void whatNamesNoLotIsOfTheOnlyOne() {
        Contract one =
                only(award("a").number("2023-014").part("lot 2"), award("b").number("2023-014"));
        assertThat(one.part()).isEqualTo("lot 2");
    }

    @Test
    void subsequentContractsOfAFrameworkAreApart() {
        assertThat(contracts(
                        award("a").number("21S0042").part("marché subséquent 3").sum("10000", Vat.HT),
                        award("b").number("21S0042").part("marché subséquent 4").sum("10000", Vat.HT)))
                .hasSize(2);
    }

    @Test
    void otherHoldersOfOneNumberAreOtherContracts() {
        assertThat(contracts(
                        award("a").number("2023-014").holder("lueur"),
                        award("b").number("2023-014").holder("wintics")))
                .hasSize(2);
    }

    // ---- by notices ---------------------------------------------------------------------------------------------

    @Test
    void callAwardAndAmendmentAreOneContract() {
        Contract one = only(
                claim("call", Stage.TENDERED)
                        .notice("23-100001")
                        .sum("90000", Vat.HT)
                        .on("2023-02-01"),
                award("award")
                        .notice("23-200002", "23-100001")
                        .holder("lueur")
                        .sum("63200", Vat.HT)
                        .on("2023-07-10"),
                award("change")
                        .notice("24-300003", "23-200002")
                        .amending()
                        .sum("4800", Vat.HT)
                        .on("2024-03-01"));
        assertThat(one.notices()).containsExactly("call", "award", "change");
        assertThat(one.amendments()).containsExactly("change");
        assertThat(one.amounts()).containsExactly(euros("63200", Vat.HT), euros("4800", Vat.HT));
        assertThat(one.awarded()).hasToString("2023-07-10");
        assertThat(one.ties()).extracting(Contract.Tie::rule).containsOnly(TieRule.NOTICE);
        assertThat(one.ties()).extracting(Contract.Tie::by).containsExactlyInAnyOrder("23-100001", "23-200002");
    }

    @Test
    void aCallBelongsToEveryLotThatCameOfIt() {
        List<Contract> lots = contracts(
                claim("call", Stage.TENDERED).vendor(null).notice("23-100001").on("2023-02-01"),
                award("l1").notice("23-200002", "23-100001").part("lot 1").holder("lueur"),
                award("l2").notice("23-200002", "23-100001").part("lot 2").holder("wintics"));
        assertThat(lots)
                .hasSize(2)
                .allSatisfy(contract ->
                        assertThat(contract.notices()).contains("call").hasSize(2));
    }

    @Test
    void aCallAfterTheAwardIsAnotherPurchase() {
        Contract one = only(
                award("a").number("2023-014").on("2023-06-29"),
                claim("call", Stage.TENDERED).number("2023-014").on("2027-01-10"));
        assertThat(one.claims()).hasSize(1);
    }

    @Test
    void aCallAloneIsNoContract() {
        assertThat(contracts(claim("call", Stage.TENDERED).notice("23-100001").number("2023-014")))
                .isEmpty();
    }

    @Test
    void aCallWithoutResultIsNoContract() {
        assertThat(contracts(
                        claim("call", Stage.TENDERED).notice("23-100001"),
                        claim("none", Stage.REJECTED).notice("23-200002", "23-100001")))
                .isEmpty();
    }

    @Test
    void noticesThatDoNotReferToEachOtherAreApart() {
        assertThat(contracts(
                        award("a").notice("23-200002").sum("63200", Vat.HT).on("2023-07-10"),
                        award("b").notice("24-300003").sum("18000", Vat.HT).on("2024-03-01")))
                .hasSize(2);
    }

    @Test
    void anActMayNameTheNotice() {
        assertThat(contracts(
                        award("notice").notice("23-904711").holder("lueur"),
                        claim("delib", Stage.IN_USE).refersTo("23-904711")))
                .singleElement()
                .satisfies(contract -> {
                    assertThat(contract.claims()).hasSize(2);
                    assertThat(contract.notices()).containsExactly("notice");
                });
    }

    @Test
    void noticesThatReferToEachOtherButNumberOtherwiseAreApart() {
        assertThat(contracts(
                        award("a").notice("23-200002").number("2023-014"),
                        award("b").notice("23-300003", "23-200002").number("2023-015")))
                .hasSize(2);
    }

    // ---- by firm and sum ----------------------------------------------------------------------------------------

    @Test
    void sameFirmAndSumWithinMonthsIsOneContract() {
        Contract one = only(
                award("delib").installer("lueur").sum("63200", Vat.HT).on("2023-06-29"),
                award("notice")
                        .vendor("lueur")
                        .notice("23-904711")
                        .sum("75840", Vat.TTC)
                        .on("2023-09-01"));
        assertThat(one.holder()).isEqualTo("lueur");
        assertThat(one.ties()).extracting(Contract.Tie::rule).containsExactly(TieRule.FIRM_AND_SUM);
        assertThat(one.amounts()).containsExactly(euros("63200", Vat.HT));
    }

    @Test
    void aVoteAndItsAwardAreOneContract() {
        Contract one = only(
                claim("delib", Stage.APPROVED).sum("18450", Vat.TTC).on("2023-09-21"),
                award("decision").sum("15375", Vat.HT).on("2023-11-02"));
        assertThat(one.amounts()).containsExactly(euros("15375", Vat.HT));
        assertThat(one.awarded()).hasToString("2023-11-02");
    }

    /** Open data give one list as csv, xls and ods. */
    @Test
    void sameDayAndSumIsOneContractWhereNoFirmIsKnown() {
        Contract one = only(
                award("xls").vendor(null).sum("22450", Vat.HT).on("2007-12-06"),
                award("ods").vendor(null).sum("22450", Vat.HT).on("2007-12-06"));
        assertThat(one.ties()).extracting(Contract.Tie::rule).containsExactly(TieRule.DAY_AND_SUM);
        assertThat(contracts(
                        award("a").vendor(null).sum("22450", Vat.HT).on("2007-12-06"),
                        award("b").vendor(null).sum("22450", Vat.HT).on("2007-12-07"),
                        award("c").vendor(null).sum("22450", Vat.HT).on("2007-12")))
                .hasSize(3);
    }

    @Test
    void aYearlyRenewalIsAContractOfItsOwn() {
        assertThat(contracts(
                        award("a").sum("4500", Vat.HT).on("2022-01-15"),
                        award("b").sum("4500", Vat.HT).on("2023-01-15"),
                        award("c").sum("4500", Vat.HT).on("2024-01-15")))
                .hasSize(3);
    }

    @Test
    void aDateThatMayBeFarIsNotNear() {
        assertThat(contracts(
                        award("a").sum("63200", Vat.HT).on("2023"),
                        award("b").sum("63200", Vat.HT).on("2023-11-20")))
                .hasSize(2);
        assertThat(contracts(
                        award("a").sum("63200", Vat.HT).on(null),
                        award("b").sum("63200", Vat.HT).on("2023-06-29")))
                .hasSize(2);
        assertThat(contracts(
                        award("a").sum("63200", Vat.HT).on("2023-06"),
                        award("b").sum("63200", Vat.HT).on("2023-06-29")))
                .hasSize(1);
    }

    @Test
    void sumsAreComparedOnOneBasis() {
        assertThat(contracts(
                        award("a").sum("63200", Vat.HT).on("2023-06-29"),
                        award("b").sum("63200", Vat.TTC).on("2023-07-01")))
                .hasSize(2);
        assertThat(contracts(
                        award("a").sum("63200", null).on("2023-06-29"),
                        award("b").sum("63200", Vat.TTC).on("2023-07-01")))
                .hasSize(1);
        assertThat(contracts(
                        award("a").sum("63200", null).on("2023-06-29"),
                        award("b").sum("75840", Vat.TTC).on("2023-07-01")))
                .hasSize(2);
        assertThat(contracts(
                        award("a").sum("41666.67", Vat.HT).on("2023-06-29"),
                        award("b").sum("50000", Vat.TTC).on("2023-07-01")))
                .hasSize(1);
    }

    @Test
    void otherFirmsMayCostTheSame() {
        assertThat(contracts(
                        award("a").sum("25000", Vat.HT).on("2023-06-29"),
                        award("b").vendor("wintics").sum("25000", Vat.HT).on("2023-07-01")))
                .hasSize(2);
    }

    @Test
    void whatCostsNothingIsNotOnePurchase() {
        assertThat(contracts(
                        award("a").sum("0", null).on("2023-06-29"),
                        award("b").sum("0", null).on("2023-07-01")))
                .hasSize(2);
    }

    @Test
    void sumsDoNotTieWhatIsNumberedOtherwise() {
        assertThat(contracts(
                        award("a").number("2023-014").sum("25000", Vat.HT).on("2023-06-29"),
                        award("b").number("2023-015").sum("25000", Vat.HT).on("2023-06-29")))
                .hasSize(2);
    }

    @Test
    void whatCouldBeEitherOfTwoIsNeither() {
        List<Contract> found = contracts(
                award("magazine").holder("lueur").sum("25000", Vat.HT).on("2023-07"),
                award("l1").part("lot 1").holder("lueur").sum("25000", Vat.HT).on("2023-06-29"),
                award("l2").part("lot 2").holder("lueur").sum("25000", Vat.HT).on("2023-06-29"));
        assertThat(found)
                .hasSize(3)
                .allSatisfy(contract -> assertThat(contract.ties()).isEmpty());
    }

    @Test
    void numberAndSumChainThreeDocuments() {
        Contract one = only(
                award("delib").number("2023-014").on("2023-06-29"),
                award("notice")
                        .installer("lueur")
                        .notice("23-904711")
                        .sum("63200", Vat.HT)
                        .on("2023-07-10"),
                award("list")
                        .number("2023-14")
                        .installer("lueur")
                        .sum("63200", Vat.HT)
                        .on("2023-07-03"));
        assertThat(one.claims()).hasSize(3);
        assertThat(one.ties())
                .extracting(Contract.Tie::rule)
                .containsExactlyInAnyOrder(TieRule.NUMBER, TieRule.FIRM_AND_SUM);
    }

    // ---- passages, and what is no contract ----------------------------------------------------------------------

    @Test
    void onePassageAboutTwoTechnologiesIsOnePurchase() {
        Contract one = only(
                award("delib").installer("lueur").sum("63200", Vat.HT),
                award("delib")
                        .vendor("lueur")
                        .technology(Technology.VIDEOPROTECTION)
                        .sum("63200", Vat.HT));
        assertThat(one.ties()).extracting(Contract.Tie::rule).containsExactly(TieRule.PASSAGE);
    }

    @Test
    void aVoteOrUseWithoutNumberIsNoContract() {
        assertThat(contracts(
                        claim("delib", Stage.APPROVED).sum("63200", Vat.HT).on("2023-06-29"),
                        claim("press", Stage.IN_USE).sum("63200", Vat.HT).on("2024-01")))
                .isEmpty();
    }

    @Test
    void denialsAndSuppositionsMakeNone() {
        assertThat(contracts(
                        award("a").number("2023-014").as(Modality.NEGATED),
                        award("b").number("2023-014").as(Modality.HYPOTHETICAL)))
                .isEmpty();
    }

    @Test
    void anEndedContractIsOne() {
        assertThat(only(claim("a", Stage.ENDED).number("2021-47").on("2023-12-31"))
                        .awarded())
                .isNull();
    }

    @Test
    void termIsThatOfTheContractNotOfItsAmendment() {
        Contract one = only(
                award("a").number("2023-014").lasting(48).on("2023-06-29"),
                award("b")
                        .number("2023-014")
                        .amending()
                        .lasting(6)
                        .until("2027-12-31")
                        .on("2027-05-01"));
        assertThat(one.months()).isEqualTo(48);
        assertThat(one.end()).hasToString("2027-12-31");
        assertThat(one.awarded()).hasToString("2023-06-29");
    }

    @Test
    void orderOfClaimsDoesNotMatter() {
        List<Told> told = List.of(
                claim("call", Stage.TENDERED).notice("23-100001").on("2023-02-01"),
                award("award")
                        .notice("23-200002", "23-100001")
                        .number("2023-014")
                        .sum("63200", Vat.HT)
                        .on("2023-07-10"),
                award("delib").number("2023-014").sum("75840", Vat.TTC).on("2023-06-29"),
                award("other").sum("63200", Vat.HT).on("2023-08-01"),
                award("change")
                        .number("2023-014")
                        .amending()
                        .sum("4800", Vat.HT)
                        .on("2024-03-01"));
        List<Told> turned = new ArrayList<>(told);
        Collections.reverse(turned);
        assertThat(contracts(told.toArray(Told[]::new))).isEqualTo(contracts(turned.toArray(Told[]::new)));
    }

    @Test
    void thousandsOfClaimsOfOneKeyTakeNoTime() {
        Told[] told = new Told[3_000];
        for (int i = 0; i < told.length; i++) {
            told[i] = award("d" + i).sum("63200", Vat.HT).on("2023-06-29");
        }
        Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> assertThat(contracts(told)).hasSize(1));
    }

    // ---- bought is not in use -----------------------------------------------------------------------------------

    @Test
    void whatIsOnlyBoughtIsAwarded() {
        Deployment one = deployment(
                claim("call", Stage.TENDERED).notice("23-100001").on("2023-02-01"),
                award("delib")
                        .number("2023-014")
                        .sum("63200", Vat.HT)
                        .lasting(48)
                        .on("2023-06-29"),
                award("notice")
                        .number("2023-014")
                        .notice("23-200002", "23-100001")
                        .sum("75840", Vat.TTC)
                        .on("2023-07-10"),
                award("change")
                        .number("2023-014")
                        .amending()
                        .sum("4800", Vat.HT)
                        .on("2025-03-01"));
        assertThat(one.stage()).isEqualTo(Stage.AWARDED);
        assertThat(one.since()).hasToString("2023-06-29");
        assertThat(one.contracts())
                .singleElement()
                .satisfies(contract -> assertThat(contract.claims()).hasSize(4));
        assertThat(one.amount()).isEqualTo(euros("75840", Vat.TTC));
    }

    @Test
    void anAmendmentTakesNothingOutOfUse() {
        Deployment one = deployment(
                award("delib").number("2023-014").sum("63200", Vat.HT).on("2023-06-29"),
                claim("minutes", Stage.IN_USE).on("2024-01-15"),
                award("change").number("2023-014").amending().on("2025-03-01"),
                award("report").number("2023-014").on("2025-06-01"));
        assertThat(one.stage()).isEqualTo(Stage.IN_USE);
        assertThat(one.since()).hasToString("2024-01-15");
    }

    @Test
    void aNewContractAfterUseIsNewsAgain() {
        Deployment one = deployment(
                award("delib").number("2019-007").on("2019-06-29"),
                claim("minutes", Stage.IN_USE).on("2020-01-15"),
                award("again").number("2023-014").on("2023-06-29"));
        assertThat(one.stage()).isEqualTo(Stage.AWARDED);
        assertThat(one.contracts()).extracting(Contract::number).containsExactly("2019-007", "2023-014");
    }

    @Test
    void minutesNoticeAndOpenDataAreOneContractWhateverEachTells() {
        Contract one = only(
                claim("minutes", Stage.APPROVED)
                        .installer("lueur")
                        .sum("63200", Vat.HT)
                        .on("2023-06-29"),
                award("boamp")
                        .installer("lueur")
                        .notice("23-904711")
                        .sum("75840", Vat.TTC)
                        .on("2023-07-18"),
                award("decp")
                        .installer("lueur")
                        .number("2023S014")
                        .sum("63200", Vat.HT)
                        .lasting(48)
                        .on("2023-07-12"));
        assertThat(one.claims()).hasSize(3);
        assertThat(one.number()).isEqualTo("2023S014");
        assertThat(one.amounts()).containsExactly(euros("63200", Vat.HT));
        assertThat(one.months()).isEqualTo(48);
    }

    @Test
    void anAmendmentWithoutNumberIsOfTheOnlyContractWithThatFirm() {
        Contract one = only(
                award("notice")
                        .installer("lueur")
                        .number("2023-014")
                        .sum("63200", Vat.HT)
                        .on("2023-06-29"),
                award("minutes")
                        .installer("lueur")
                        .amending()
                        .sum("4800", Vat.HT)
                        .on("2024-09-12"));
        assertThat(one.amendments()).containsExactly("minutes");
        assertThat(one.amounts()).containsExactly(euros("63200", Vat.HT), euros("4800", Vat.HT));
        assertThat(one.awarded()).hasToString("2023-06-29");
    }

    @Test
    void anAmendmentWithoutNumberIsOfNoneWhereItCouldBeOfTwo() {
        assertThat(contracts(
                        award("first").installer("lueur").number("2023-014").on("2023-06-29"),
                        award("second").installer("lueur").number("2023-031").on("2023-11-02"),
                        award("minutes")
                                .installer("lueur")
                                .amending()
                                .sum("4800", Vat.HT)
                                .on("2024-09-12")))
                .hasSize(3);
    }

    @Test
    void anAmendmentIsNotOfALaterContract() {
        assertThat(contracts(
                        award("minutes")
                                .installer("lueur")
                                .amending()
                                .sum("4800", Vat.HT)
                                .on("2021-09-12"),
                        award("notice").installer("lueur").number("2023-014").on("2023-06-29")))
                .hasSize(2);
    }

    @Test
    void whatEndedAndIsBoughtAnewHasTwoContractsAndIsAwardedAgain() {
        Deployment one = deployment(
                award("old")
                        .installer("lueur")
                        .number("2018-003")
                        .sum("40000", Vat.HT)
                        .on("2018-05-04"),
                claim("minutes", Stage.IN_USE).on("2019-02-01"),
                claim("stop", Stage.ENDED).on("2022-06-30"),
                award("new")
                        .installer("lueur")
                        .number("2024-019")
                        .sum("40000", Vat.HT)
                        .on("2024-03-08"));
        assertThat(one.stage()).isEqualTo(Stage.AWARDED);
        assertThat(one.since()).hasToString("2024-03-08");
        assertThat(one.contracts()).extracting(Contract::number).containsExactly("2018-003", "2024-019");
    }

    @Test
    void aRenewalOfTheSameContractChangesNeitherItsDayNorItsUse() {
        Deployment one = deployment(
                award("delib").number("2021-05").sum("12000", Vat.HT).on("2021-03-01"),
                claim("report", Stage.IN_USE).on("2021-09-01"),
                award("renewal").number("2021-05").sum("12000", Vat.HT).on("2022-03-01"));
        assertThat(one.stage()).isEqualTo(Stage.IN_USE);
        assertThat(one.contracts())
                .singleElement()
                .satisfies(contract -> assertThat(contract.awarded()).hasToString("2021-03-01"));
    }

    @Test
    void twoLotsOfOneHolderStayTwoAndARowWithoutLotIsOfThatWithItsPrice() {
        List<Contract> lots = contracts(
                award("minutes")
                        .installer("lueur")
                        .number("2024-22")
                        .part("lot 1")
                        .sum("212000", Vat.HT)
                        .on("2024-03-04"),
                award("minutes2")
                        .installer("lueur")
                        .number("2024-22")
                        .part("lot 2")
                        .sum("48700", Vat.HT)
                        .on("2024-03-04"),
                award("decp1")
                        .installer("lueur")
                        .number("2024-22")
                        .sum("48700", Vat.HT)
                        .on("2024-03-20"));
        assertThat(lots).extracting(lot -> lot.claims().size()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void pricesThatSourcesTellOtherwiseAreBothKept() {
        Contract one = only(
                award("minutes").number("2023-014").sum("63200", Vat.HT).on("2023-06-29"),
                award("decp").number("2023-014").sum("65000", Vat.HT).on("2023-07-12"));
        assertThat(one.amounts()).containsExactly(euros("63200", Vat.HT), euros("65000", Vat.HT));
    }

    @Test
    void deploymentsOfOneContractShowTheSameOne() {
        List<Deployment> both = Deployments.of(
                List.of(
                        award("delib").vendor("lueur").number("2023-014").make(),
                        award("notice").installer("lueur").number("2023-014").make()),
                VENDORS);
        assertThat(both).hasSize(2);
        assertThat(both.get(0).contracts()).isEqualTo(both.get(1).contracts()).hasSize(1);
    }

    // ---- making them --------------------------------------------------------------------------------------------

    private static Contract only(Told... told) {
        List<Contract> contracts = contracts(told);
        assertThat(contracts).hasSize(1);
        return contracts.get(0);
    }

    private static List<Contract> contracts(Told... told) {
        Comparator<Contract> byId = Comparator.comparing(Contract::id);
        return Deployments.of(List.of(told).stream().map(Told::make).toList(), VENDORS).stream()
                .flatMap(deployment -> deployment.contracts().stream())
                .distinct()
                .sorted(byId)
                .toList();
    }

    private static Deployment deployment(Told... told) {
        List<Deployment> all =
                Deployments.of(List.of(told).stream().map(Told::make).toList(), VENDORS);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Amount euros(String value, @Nullable Vat vat) {
        return Amount.euros(new BigDecimal(value), vat);
    }

    private static Told award(String document) {
        return claim(document, Stage.AWARDED);
    }

    private static Told claim(String document, Stage stage) {
        return new Told(document, stage);
    }

    /** What a document tells; of software of Briefcam unless it says otherwise. */
    private static final class Told {
        private final String document;
        private final Stage stage;
        private Technology technology = Technology.VSA;
        private @Nullable String vendor = "briefcam";
        private @Nullable String installer;
        private Modality modality = Modality.ASSERTED;
        private @Nullable Amount amount;
        private @Nullable PartialDate date;
        private @Nullable String number;
        private @Nullable String part;
        private List<String> notices = List.of();
        private boolean notice;
        private boolean amendment;
        private @Nullable String holder;
        private @Nullable Buyer buyer;
        private @Nullable Integer months;
        private @Nullable PartialDate end;

        Told(String document, Stage stage) {
            this.document = document;
            this.stage = stage;
        }

        Told technology(Technology value) {
            technology = value;
            return this;
        }

        Told vendor(@Nullable String value) {
            vendor = value;
            return this;
        }

        Told installer(String value) {
            installer = value;
            return this;
        }

        Told as(Modality value) {
            modality = value;
            return this;
        }

        Told sum(String value, @Nullable Vat vat) {
            amount = euros(value, vat);
            return this;
        }

        Told on(@Nullable String value) {
            date = value == null ? null : PartialDate.parse(value);
            return this;
        }

        Told number(String value) {
            number = value;
            return this;
        }

        Told part(String value) {
            part = value;
            return this;
        }

        Told notice(String... own) {
            notice = true;
            return refersTo(own);
        }

        Told refersTo(String... numbers) {
            notices = List.of(numbers);
            return this;
        }

        Told amending() {
            amendment = true;
            return this;
        }

        Told holder(String value) {
            holder = value;
            return this;
        }

        Told by(Buyer value) {
            buyer = value;
            return this;
        }

        Told lasting(int value) {
            months = value;
            return this;
        }

        Told until(String value) {
            end = PartialDate.parse(value);
            return this;
        }

        Claim make() {
            return new Claim(
                    Claim.idOf(document, 0, stage + "" + modality + vendor + technology),
                    document,
                    ROQUEBELLE,
                    technology,
                    vendor,
                    null,
                    installer,
                    stage,
                    modality,
                    amount,
                    date,
                    new Purchase(number, part, notices, notice, amendment, holder, buyer, months, end),
                    List.of(),
                    null,
                    0.8,
                    new Evidence("q", 0, 1, null, "00", null, null, List.of()),
                    List.of());
        }
    }
}
