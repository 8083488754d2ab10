package vigie.reports.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Correction;
import vigie.model.Evidence;
import vigie.model.Modality;
import vigie.model.Review;
import vigie.model.ReviewState;
import vigie.model.Reviews;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Verdict;
import vigie.model.id.InseeCode;
import vigie.reports.ReviewItem;

class ReviewQueueTest {

    private static final CommuneRef HAMLET = new CommuneRef(new InseeCode("01999"), "Valfictif");
    private static final CommuneRef CITY = new CommuneRef(new InseeCode("02998"), "Port-Image");

    private final List<Review> said = new ArrayList<>();

    @Test
    void doubtAndImpactComeFirst() {
        Claim sure = claim("c-sure", HAMLET, Technology.VSA, Stage.IN_USE, 0.99);
        Claim doubtful = claim("c-doubtful", HAMLET, Technology.VSA, Stage.IN_USE, 0.6);
        Claim big = claim("c-big", CITY, Technology.VSA, Stage.IN_USE, 0.6);
        Claim cameras = claim("c-cameras", CITY, Technology.VIDEOPROTECTION, Stage.IN_USE, 0.6);

        assertThat(queue(sure, doubtful, big, cameras)).containsExactly("c-big", "c-doubtful", "c-cameras", "c-sure");
    }

    @Test
    void aClaimWaitsUntilTwoReadersAgree() {
        Claim claim = claim("c-1", HAMLET, Technology.VSA, Stage.IN_USE, 0.6);
        Claim other = claim("c-2", HAMLET, Technology.VSA, Stage.IN_USE, 0.7);
        say(claim, "ada", Verdict.ACCEPT);
        assertThat(queue(claim, other)).containsExactly("c-2", "c-1");
        say(claim, "bob", Verdict.ACCEPT);
        assertThat(queue(claim, other)).containsExactly("c-2");
        say(claim, "eve", Verdict.REJECT);
        assertThat(queue(claim, other)).containsExactly("c-1", "c-2");
    }

    @Test
    void itemsTellWhatIsKnown() {
        Claim claim = claim("c-1", HAMLET, Technology.VSA, Stage.IN_USE, 0.6);
        say(claim, "ada", Verdict.REJECT);

        ReviewItem item = items(claim).get(0);
        assertThat(item.state()).isEqualTo(ReviewState.REJECTED);
        assertThat(item.readers()).isOne();
        assertThat(item.priority()).isBetween(0.0, 1.0).isEqualTo(item.doubt() * item.impact());
    }

    private List<String> queue(Claim... claims) {
        return items(claims).stream().map(item -> item.claim().id()).toList();
    }

    private List<ReviewItem> items(Claim... claims) {
        return new ReviewQueue(Reviews.of(said), commune -> commune.equals(CITY) ? 200_000 : 50)
                .of(List.of(claims), List.of());
    }

    private void say(Claim claim, String reviewer, Verdict verdict) {
        said.add(new Review(
                Instant.parse("2026-03-02T12:00:00Z").plusSeconds(said.size()),
                reviewer,
                verdict,
                Review.Subject.of(claim),
                Correction.NONE,
                ""));
    }

    private static Claim claim(String id, CommuneRef commune, Technology technology, Stage stage, double confidence) {
        return new Claim(
                id,
                "d-" + id,
                commune,
                technology,
                null,
                null,
                null,
                stage,
                Modality.ASSERTED,
                null,
                null,
                null,
                List.of(),
                null,
                confidence,
                new Evidence("La ville l'utilise.", 0, 19, null, "0".repeat(64), null, null, List.of()),
                List.of());
    }
}
