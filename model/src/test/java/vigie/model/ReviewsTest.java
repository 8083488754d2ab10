package vigie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.id.InseeCode;

class ReviewsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Claim CLAIM = claim("c-1", "Le logiciel d'analyse tourne depuis mars.", Stage.IN_USE);

    @Test
    void aClaimThatNobodyReadIsUnreviewed() {
        Reviews reviews = Reviews.of(List.of(said("ada", Verdict.NOTE, "", 0)));

        assertThat(reviews.state(CLAIM)).isEqualTo(ReviewState.UNREVIEWED);
        assertThat(reviews.readers(CLAIM)).isZero();
        assertThat(reviewed(reviews)).contains(CLAIM);
    }

    @Test
    void aRejectedClaimIsGoneAlsoUnderAnotherId() {
        Reviews reviews = Reviews.of(List.of(said("ada", Verdict.REJECT, "", 0)));

        assertThat(reviewed(reviews)).isEmpty();
        assertThat(reviews.reviewed(
                        claim("c-2", "Le logiciel  d'analyse\ntourne depuis mars.", Stage.IN_USE),
                        code -> Optional.empty()))
                .isEmpty();
        assertThat(reviews.state(claim("c-2", "Le logiciel d'analyse tourne depuis mars.", Stage.ENDED)))
                .isEqualTo(ReviewState.UNREVIEWED);
    }

    @Test
    void aCorrectionChangesWhatItNamesAndTellsOfIt() {
        Reviews reviews = Reviews.of(
                List.of(said("ada", Verdict.CORRECT, "stage=ended; vendor=; amount=1200.50 EUR HT; date=2021-03", 0)));

        Claim corrected = reviewed(reviews).orElseThrow();
        assertThat(reviews.state(CLAIM)).isEqualTo(ReviewState.CORRECTED);
        assertThat(corrected.stage()).isEqualTo(Stage.ENDED);
        assertThat(corrected.vendor()).isNull();
        assertThat(corrected.amount()).isEqualTo(Amount.euros(new BigDecimal("1200.50"), Amount.Vat.HT));
        assertThat(corrected.date()).hasToString("2021-03");
        assertThat(corrected.technology()).isEqualTo(Technology.VSA);
        assertThat(corrected.because())
                .last()
                .asString()
                .contains("2026-03-02", "stage=ended", "extracted was", "stage=in-use", "vendor=briefcam");
    }

    @Test
    void acceptingACorrectedClaimAcceptsTheCorrection() {
        Reviews reviews =
                Reviews.of(List.of(said("ada", Verdict.CORRECT, "stage=ended", 0), said("bob", Verdict.ACCEPT, "", 1)));

        assertThat(reviews.state(CLAIM)).isEqualTo(ReviewState.CORRECTED);
        assertThat(reviews.readers(CLAIM)).isEqualTo(2);
    }

    @Test
    void aRemarkOrAVerdictTakenBackIsNoVerdict() {
        Reviews reviews = Reviews.of(List.of(
                said("ada", Verdict.NOTE, "", 0),
                said("bob", Verdict.ACCEPT, "", 1),
                said("eve", Verdict.REJECT, "", 2),
                said("eve", Verdict.WITHDRAW, "", 3),
                said("bob", Verdict.NOTE, "", 4)));

        assertThat(List.of("ada", "bob", "eve"))
                .filteredOn(reader -> reviews.isJudgedBy(reader, CLAIM))
                .containsExactly("bob");
    }

    @Test
    void acceptingBeforeTheCorrectionIsAnotherOpinion() {
        Reviews reviews =
                Reviews.of(List.of(said("bob", Verdict.ACCEPT, "", 0), said("ada", Verdict.CORRECT, "stage=ended", 1)));

        assertThat(reviews.state(CLAIM)).isEqualTo(ReviewState.DISPUTED);
        assertThat(reviewed(reviews)).contains(CLAIM);
    }

    @Test
    void aDisputeEndsWhenOneReaderWithdraws() {
        List<Review> two = List.of(said("ada", Verdict.ACCEPT, "", 0), said("bob", Verdict.REJECT, "", 1));
        List<Review> three = List.of(two.get(0), two.get(1), said("bob", Verdict.WITHDRAW, "", 2));

        assertThat(Reviews.of(two).state(CLAIM)).isEqualTo(ReviewState.DISPUTED);
        assertThat(Reviews.of(three).state(CLAIM)).isEqualTo(ReviewState.ACCEPTED);
        assertThat(Reviews.of(three).of(CLAIM)).hasSize(3);
    }

    @Test
    void whoChangesTheirMindCountsOnce() {
        Reviews reviews = Reviews.of(List.of(said("ada", Verdict.REJECT, "", 0), said("ada", Verdict.ACCEPT, "", 1)));

        assertThat(reviews.state(CLAIM)).isEqualTo(ReviewState.ACCEPTED);
        assertThat(reviews.readers(CLAIM)).isOne();
    }

    @Test
    void aWithdrawnCorrectionIsNotWhatTheNextReaderAccepts() {
        Reviews reviews = Reviews.of(List.of(
                said("ada", Verdict.CORRECT, "stage=ended", 0),
                said("ada", Verdict.WITHDRAW, "", 1),
                said("bob", Verdict.ACCEPT, "", 2)));

        assertThat(reviews.state(CLAIM)).isEqualTo(ReviewState.ACCEPTED);
    }

    @Test
    void orderAndRepetitionOfLinesDoNotMatter() {
        Review first = said("ada", Verdict.REJECT, "", 0);
        Review second = said("ada", Verdict.ACCEPT, "", 1);

        assertThat(Reviews.of(List.of(second, first, second)).state(CLAIM)).isEqualTo(ReviewState.ACCEPTED);
        assertThat(Reviews.of(List.of(second, first, second)).all()).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stage",
                "colour=red",
                "stage=",
                "stage=finished",
                "commune=Nîmes",
                "amount=1 200 €",
                "amount=-3",
                "date=hier",
                "date=2021-13",
                "vendor=Brief Cam",
                "stage=ended; stage=in-use"
            })
    void aCorrectionWithoutSenseIsRefused(String text) {
        assertThatThrownBy(() -> Correction.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCorrectionIsWrittenAsItIsRead() {
        Correction correction = Correction.parse(" date=2021 ;vendor=;stage=ended;");

        assertThat(correction).hasToString("vendor=; stage=ended; date=2021");
        assertThat(Correction.parse(correction.toString())).isEqualTo(correction);
        assertThat(Correction.parse("")).isEqualTo(Correction.NONE);
    }

    @Test
    void verdictAndCorrectionAgree() {
        assertThatThrownBy(() -> said("ada", Verdict.CORRECT, "", 0)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> said("ada", Verdict.REJECT, "stage=ended", 0)).hasMessageContaining("correct");
        assertThatThrownBy(() -> said(" ", Verdict.REJECT, "", 0)).hasMessageContaining("reviewer");
    }

    private static Optional<Claim> reviewed(Reviews reviews) {
        return reviews.reviewed(CLAIM, code -> Optional.empty());
    }

    private static Review said(String reviewer, Verdict verdict, String correction, int hours) {
        return new Review(
                MONDAY.plusSeconds(hours * 3600L),
                reviewer,
                verdict,
                Review.Subject.of(CLAIM),
                Correction.parse(correction),
                "");
    }

    private static Claim claim(String id, String quote, Stage stage) {
        @Nullable String nowhere = null;
        return new Claim(
                id,
                "d-1",
                new CommuneRef(new InseeCode("01999"), "Valfictif"),
                Technology.VSA,
                "briefcam",
                null,
                null,
                stage,
                Modality.ASSERTED,
                null,
                null,
                null,
                List.of(),
                null,
                0.8,
                new Evidence(quote, 0, quote.length(), null, "0".repeat(64), nowhere, null, List.of()),
                List.of("a step"));
    }
}
