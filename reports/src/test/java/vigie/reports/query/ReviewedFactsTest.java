package vigie.reports.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Claim;
import vigie.model.Correction;
import vigie.model.Deployment;
import vigie.model.Review;
import vigie.model.ReviewState;
import vigie.model.Reviews;
import vigie.model.Stage;
import vigie.model.Verdict;

/** What people say is effective at the next question, over a real index that nobody writes. */
class ReviewedFactsTest {

    private final AtomicReference<Reviews> reviews = new AtomicReference<>(Reviews.none());
    private final List<Review> said = new ArrayList<>();
    private final SampleIndex index;

    ReviewedFactsTest(@TempDir Path folder) {
        index = new SampleIndex(folder);
    }

    @Test
    void aRejectedClaimAndItsDeploymentAreGone() {
        index.add("Délibération", "Le logiciel est en service.");
        Claim claim = index.claim(SampleIndex.VALFICTIF, "acme", Stage.IN_USE, "2024", 0.9);
        index.claim(SampleIndex.VALFICTIF, "zenith", Stage.IN_USE, "2024", 0.9);
        index.claim(SampleIndex.PORT_IMAGE, "acme", Stage.IN_USE, "2024", 0.9);
        try (Queries queries = index.open(reviews::get)) {
            assertThat(queries.deployments(DeploymentFilter.all())).hasSize(3);

            say(claim, Verdict.REJECT, "");

            assertThat(queries.claims(ClaimFilter.all())).hasSize(2).doesNotContain(claim);
            assertThat(queries.claim(claim.id())).isEmpty();
            assertThat(queries.extracted(claim.id())).contains(claim);
            assertThat(queries.deployments(DeploymentFilter.all()))
                    .extracting(deployment -> deployment.commune().name() + " " + deployment.vendor())
                    .containsExactly("Valfictif-sur-Modèle zenith", "Port-Image acme");
            String id = Deployment.idOf(SampleIndex.VALFICTIF, claim.technology(), "acme");
            assertThat(queries.deployment(id)).isEmpty();
        }
    }

    @Test
    void aCorrectedClaimIsFoundUnderItsNewValuesOnly() {
        index.add("Délibération", "Le logiciel est en service.");
        Claim claim = index.claim(SampleIndex.VALFICTIF, "acme", Stage.IN_USE, "2024", 0.9);
        try (Queries queries = index.open(reviews::get)) {
            say(claim, Verdict.CORRECT, "commune=02998; vendor=zenith; stage=ended");

            assertThat(queries.claims(ClaimFilter.of(SampleIndex.VALFICTIF.insee())))
                    .isEmpty();
            assertThat(queries.deployments(DeploymentFilter.of(SampleIndex.VALFICTIF.insee())))
                    .isEmpty();
            assertThat(queries.deployments(new DeploymentFilter(null, "02", "zenith", null, Stage.ENDED, null, 0)))
                    .singleElement()
                    .satisfies(deployment -> {
                        assertThat(deployment.commune()).isEqualTo(SampleIndex.PORT_IMAGE);
                        assertThat(deployment.review()).isEqualTo(ReviewState.CORRECTED);
                    });
            assertThat(queries.claims(ClaimFilter.of(SampleIndex.PORT_IMAGE.insee())))
                    .singleElement()
                    .satisfies(found ->
                            assertThat(found.because()).last().asString().contains("stage=ended"));
        }
    }

    @Test
    void documentsAreFoundAndCountedAsReviewsLeaveTheirClaims() {
        index.add("Délibération", "Le logiciel est en service.");
        Claim rejected = index.claim(SampleIndex.PORT_IMAGE, "acme", Stage.IN_USE, "2024", 0.9);
        index.add("Bilan", "Le logiciel est installé.");
        Claim corrected = index.claim(SampleIndex.VALFICTIF, "acme", Stage.IN_USE, "2024", 0.9);
        index.claim(SampleIndex.VALFICTIF, "zenith", Stage.IN_USE, "2024", 0.9);
        try (Queries queries = index.open(reviews::get)) {
            assertThat(facet(queries, "vendor")).containsExactly("acme 2", "zenith 1");
            assertThat(facet(queries, "commune")).containsExactly("01999 2", "02998 1");

            say(rejected, Verdict.REJECT, "");

            assertThat(facet(queries, "vendor")).containsExactly("acme 1", "zenith 1");
            assertThat(facet(queries, "stage")).containsExactly("in-use 1");
            assertThat(facet(queries, "commune")).as("its publisher's").containsExactly("01999 2");
            assertThat(facet(queries, "departement")).containsExactly("01 2");
            assertThat(titles(queries, "vendor", "acme")).containsExactly("Bilan");
            assertThat(titles(queries, "commune", "02998")).isEmpty();
            assertThat(queries.search(SearchRequest.of("logiciel vendeur:acme")).total())
                    .isOne();
            assertThat(queries.search(SearchRequest.of("logiciel SAUF vendeur:acme"))
                            .total())
                    .isOne();
            assertThat(queries.search(SearchRequest.of("logiciel")).total())
                    .as("the text is still there to be read")
                    .isEqualTo(2);

            say(corrected, Verdict.CORRECT, "vendor=lueur; stage=ended");

            assertThat(facet(queries, "vendor")).containsExactly("lueur 1", "zenith 1");
            assertThat(facet(queries, "stage")).containsExactly("ended 1", "in-use 1");
            assertThat(titles(queries, "vendor", "lueur")).containsExactly("Bilan");
            assertThat(titles(queries, "vendor", "acme")).isEmpty();
            assertThat(queries.search(SearchRequest.of("logiciel").counting(Set.of("vendor"), 1))
                            .facets()
                            .get("vendor"))
                    .hasSize(1);

            reviews.set(Reviews.none());
            assertThat(facet(queries, "vendor")).containsExactly("acme 2", "zenith 1");
        }
    }

    @Test
    void nameAndRegionOfACommuneFollowItsCorrection() {
        index.add("Bilan", "Le logiciel est installé.");
        Claim claim = index.claim(SampleIndex.VALFICTIF, "acme", Stage.IN_USE, "2024", 0.9);
        try (Queries queries = index.open(reviews::get)) {
            assertThat(facet(queries, "region")).containsExactly("84 1");
            assertThat(titles(queries, "commune", "Port-Image")).isEmpty();

            say(claim, Verdict.CORRECT, "commune=02998");

            assertThat(facet(queries, "region")).as("the publisher's, too").containsExactly("32 1", "84 1");
            assertThat(titles(queries, "region", "32")).containsExactly("Bilan");
            assertThat(titles(queries, "commune", "Port-Image")).containsExactly("Bilan");
            assertThat(queries.search(SearchRequest.of("logiciel commune:\"port image\""))
                            .total())
                    .isOne();
        }
    }

    @Test
    void firmWithoutAFileIsFoundByItsName() {
        index.add("Bilan", "Le logiciel est installé.");
        Claim claim = index.claim(SampleIndex.VALFICTIF, "Regard d'Alpin", Stage.IN_USE, "2024", 0.9);
        try (Queries queries = index.open(reviews::get)) {
            assertThat(titles(queries, "vendor", "Regard d'Alpin")).containsExactly("Bilan");
            assertThat(titles(queries, "vendor", "Regard Alpin")).isEmpty();
            assertThat(queries.firm("regard d'alpin")).contains("Regard d'Alpin");

            say(claim, Verdict.CORRECT, "vendor=acme");

            assertThat(titles(queries, "vendor", "Regard d'Alpin")).isEmpty();
            assertThat(titles(queries, "vendor", "Acme")).containsExactly("Bilan");
            assertThat(queries.firm("Regard d'Alpin")).isEmpty();
        }
    }

    private static List<String> facet(Queries queries, String field) {
        return Objects.requireNonNull(
                        queries.search(SearchRequest.of("logiciel").counting(Set.of(field)))
                                .facets()
                                .get(field))
                .stream()
                .map(count -> count.value() + " " + count.documents())
                .toList();
    }

    private static List<String> titles(Queries queries, String field, String value) {
        return queries.search(SearchRequest.of("logiciel").where(field, List.of(value))).hits().stream()
                .map(Hit::title)
                .toList();
    }

    @Test
    void statesOfDeploymentsFollowTheirClaims() {
        index.add("Délibération", "Le logiciel est en service.");
        Claim claim = index.claim(SampleIndex.VALFICTIF, "acme", Stage.IN_USE, "2024", 0.9);
        try (Queries queries = index.open(reviews::get)) {
            assertThat(state(queries)).isEqualTo(ReviewState.UNREVIEWED);
            say(claim, Verdict.ACCEPT, "");
            assertThat(state(queries)).isEqualTo(ReviewState.ACCEPTED);
            said.add(review("bob", claim, Verdict.REJECT, ""));
            reviews.set(Reviews.of(said));
            assertThat(state(queries)).isEqualTo(ReviewState.DISPUTED);
            reviews.set(Reviews.none());
            assertThat(state(queries)).isEqualTo(ReviewState.UNREVIEWED);
        }
    }

    private static ReviewState state(Queries queries) {
        return queries.deployments(DeploymentFilter.all()).get(0).review();
    }

    private void say(Claim claim, Verdict verdict, String correction) {
        said.add(review("ada", claim, verdict, correction));
        reviews.set(Reviews.of(said));
    }

    private static Review review(String reviewer, Claim claim, Verdict verdict, String correction) {
        return new Review(
                SampleIndex.NOON, reviewer, verdict, Review.Subject.of(claim), Correction.parse(correction), "");
    }
}
