package vigie.indexer.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.model.Amount;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Deployment;
import vigie.model.Evidence;
import vigie.model.InferenceRule;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.VendorRole;
import vigie.model.config.Examples;
import vigie.model.config.Vendor;
import vigie.model.id.InseeCode;

class DeploymentsTest {

    private static final List<Vendor> VENDORS = List.of(new Vendor(
            "nomadys",
            "Nomadys",
            VendorRole.RESELLER,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of("briefcam"),
            new Examples(List.of(), List.of()),
            List.of()));

    private static final CommuneRef ROQUEBELLE = new CommuneRef(new InseeCode("01999"), "Roquebelle");

    @Test
    void laterStagePrevails() {
        Deployment one = only(
                claim("a", "briefcam", Stage.IN_USE, Modality.ASSERTED, "2021"),
                claim("b", "briefcam", Stage.ENDED, Modality.ASSERTED, "2023-06-30"));
        assertThat(one.stage()).isEqualTo(Stage.ENDED);
        assertThat(one.since()).isEqualTo(PartialDate.parse("2023-06-30"));
        assertThat(one.timeline()).extracting(Deployment.Event::stage).containsExactly(Stage.IN_USE, Stage.ENDED);
    }

    @Test
    void aFirmWithoutAFileIsOneHoweverItsNameIsWritten() {
        Deployment one = only(
                claim("a", "OCELLIS", Stage.AWARDED, Modality.ASSERTED, "2021"),
                claim("b", "Ocellis", Stage.IN_USE, Modality.ASSERTED, "2022"));
        assertThat(one.stage()).isEqualTo(Stage.IN_USE);
        assertThat(one.id()).isEqualTo(Deployment.idOf(one.commune(), one.technology(), "ocellis"));
    }

    @Test
    void useAfterAnEndIsUse() {
        Deployment one = only(
                claim("a", "briefcam", Stage.ENDED, Modality.ASSERTED, "2019"),
                claim("b", "briefcam", Stage.AWARDED, Modality.ASSERTED, "2022"));
        assertThat(one.stage()).isEqualTo(Stage.AWARDED);
        assertThat(one.contradicted()).isFalse();
    }

    /** A car park's cameras of one year cost nothing of what the town has in use ten years later. */
    @Test
    void camerasWithoutANameAreWorthWhatOnePurchaseOfThemCostOnlyInItsYear() {
        assertThat(only(cameras("a", Stage.APPROVED, "2011-03-28", 30_000), cameras("b", Stage.IN_USE, "2019", null))
                        .amount())
                .isNull();
        assertThat(only(
                                cameras("a", Stage.APPROVED, "2011-03-28", 30_000),
                                cameras("b", Stage.AWARDED, "2011-06-02", null))
                        .amount())
                .isEqualTo(Amount.euros(BigDecimal.valueOf(30_000), null));
    }

    @Test
    void mentionNeverBeatsAnything() {
        Deployment one = only(
                claim("a", "briefcam", Stage.APPROVED, Modality.ASSERTED, "2020"),
                claim("b", "briefcam", Stage.MENTIONED, Modality.ASSERTED, "2023"));
        assertThat(one.stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void suppositionStaysInTheTimelineOnly() {
        Deployment one = only(
                claim("a", "briefcam", Stage.PROPOSED, Modality.ASSERTED, "2020"),
                claim("b", "briefcam", Stage.IN_USE, Modality.HYPOTHETICAL, "2021"));
        assertThat(one.stage()).isEqualTo(Stage.PROPOSED);
        assertThat(one.modality()).isEqualTo(Modality.ASSERTED);
        assertThat(one.timeline()).hasSize(2);
    }

    @Test
    void onlyDeniedIsNegated() {
        Deployment one = only(claim("a", null, Stage.IN_USE, Modality.NEGATED, null));
        assertThat(one.modality()).isEqualTo(Modality.NEGATED);
        assertThat(one.since()).isNull();
    }

    @Test
    void denialOfTheCurrentStageContradicts() {
        Deployment one = only(
                claim("a", "briefcam", Stage.IN_USE, Modality.ASSERTED, "2021"),
                claim("b", "briefcam", Stage.IN_USE, Modality.NEGATED, "2022"));
        assertThat(one.stage()).isEqualTo(Stage.IN_USE);
        assertThat(one.contradicted()).isTrue();
    }

    @Test
    void denialBeforeTheBeginningDoesNotContradict() {
        Deployment one = only(
                claim("a", "briefcam", Stage.IN_USE, Modality.NEGATED, "2018"),
                claim("b", "briefcam", Stage.IN_USE, Modality.ASSERTED, "2021"));
        assertThat(one.contradicted()).isFalse();
    }

    @Test
    void claimsWithoutVendorStayApart() {
        List<Deployment> deployments = Deployments.of(
                List.of(
                        claim("a", "briefcam", Stage.IN_USE, Modality.ASSERTED, null),
                        claim("b", null, Stage.APPROVED, Modality.ASSERTED, null)),
                VENDORS);
        assertThat(deployments).extracting(Deployment::vendor).containsExactly(null, "briefcam");
    }

    @Test
    void whatAResellerSellsIsPossibleAndNeverTheVendor() {
        Deployment sold = only(claim("a", "nomadys", Stage.AWARDED, Modality.ASSERTED, "2022"));
        assertThat(sold.vendor()).isEqualTo("nomadys");
        assertThat(sold.product()).isNull();
        assertThat(sold.possible()).containsExactly(new Deployment.Possible("briefcam", InferenceRule.SELLS));
        assertThat(only(claim("b", "briefcam", Stage.AWARDED, Modality.ASSERTED, "2022"))
                        .possible())
                .isEmpty();
    }

    @Test
    void sameClaimTwiceCountsOnce() {
        Claim claim = claim("a", "briefcam", Stage.IN_USE, Modality.ASSERTED, "2021");
        assertThat(only(claim, claim).timeline()).hasSize(1);
    }

    @Test
    void anotherDocumentThatAgreesMakesSurer() {
        Deployment alone = only(claim("a", "briefcam", Stage.IN_USE, Modality.ASSERTED, "2021"));
        Deployment both = only(
                claim("a", "briefcam", Stage.IN_USE, Modality.ASSERTED, "2021"),
                claim("b", "briefcam", Stage.IN_USE, Modality.ASSERTED, "2022"));
        assertThat(both.confidence()).isGreaterThan(alone.confidence()).isLessThanOrEqualTo(1);
    }

    /** A notice gives a sum and no word on tax, the act behind it does. */
    @Test
    void taxThatAnotherClaimTellsOfTheSamePriceIsKept() {
        Amount told = Amount.euros(BigDecimal.valueOf(63_200), Amount.Vat.HT);
        Amount bare = Amount.euros(BigDecimal.valueOf(63_200), null);
        Amount dearer = Amount.euros(BigDecimal.valueOf(70_000), null);
        assertThat(only(award("a", "2023-06", told), award("b", "2023-07", bare))
                        .amount())
                .isEqualTo(told);
        assertThat(only(award("a", "2023-06", told), award("b", "2023-07", dearer))
                        .amount())
                .isEqualTo(dearer);
    }

    @Test
    void orderOfClaimsDoesNotMatter() {
        Claim first = claim("a", "briefcam", Stage.AWARDED, Modality.ASSERTED, "2021-05");
        Claim second = claim("b", "briefcam", Stage.IN_USE, Modality.ASSERTED, null);
        Claim third = claim("c", "briefcam", Stage.SUSPENDED, Modality.ASSERTED, "2022");
        assertThat(Deployments.of(List.of(first, second, third), VENDORS))
                .isEqualTo(Deployments.of(List.of(third, first, second), VENDORS));
    }

    private static Deployment only(Claim... claims) {
        List<Deployment> deployments = Deployments.of(List.of(claims), VENDORS);
        assertThat(deployments).hasSize(1);
        return deployments.get(0);
    }

    private static Claim cameras(String document, Stage stage, String date, @Nullable Integer euros) {
        Amount price = euros == null ? null : Amount.euros(BigDecimal.valueOf(euros), null);
        return claim(document, Technology.VIDEOPROTECTION, null, stage, Modality.ASSERTED, date, price);
    }

    private static Claim claim(
            String document, @Nullable String vendor, Stage stage, Modality modality, @Nullable String date) {
        return claim(document, Technology.VSA, vendor, stage, modality, date, null);
    }

    private static Claim award(String document, String date, Amount amount) {
        return claim(document, Technology.VSA, "briefcam", Stage.AWARDED, Modality.ASSERTED, date, amount);
    }

    private static Claim claim(
            String document,
            Technology technology,
            @Nullable String vendor,
            Stage stage,
            Modality modality,
            @Nullable String date,
            @Nullable Amount amount) {
        return new Claim(
                Claim.idOf(document, 0, stage + "" + modality + vendor),
                document,
                ROQUEBELLE,
                technology,
                vendor,
                null,
                null,
                stage,
                modality,
                amount,
                date == null ? null : PartialDate.parse(date),
                null,
                List.of(),
                null,
                0.8,
                new Evidence("q", 0, 1, null, "00", null, null, List.of()),
                List.of());
    }
}
