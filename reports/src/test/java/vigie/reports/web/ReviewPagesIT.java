package vigie.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Claim;
import vigie.model.Correction;
import vigie.model.Review;
import vigie.model.Verdict;
import vigie.reports.web.SampleSite.Answer;

/** The review pages over real HTTP, as a browser without scripts sees them. */
class ReviewPagesIT {

    @TempDir
    Path folder;

    private SampleSite site;

    @BeforeEach
    void open() throws BindException {
        site = SampleSite.open(folder);
    }

    @AfterEach
    void close() {
        site.close();
        assertThat(site.failures).isEmpty();
    }

    @Test
    void theQueueHasTheMostDoubtfulFirst() {
        Answer queue = site.get("/review");

        assertThat(queue.status()).isEqualTo(200);
        assertThat(queue.body())
                .contains("3 claims to be read", "Valfictif-sur-Modèle")
                .containsSubsequence(address(site.doubtful), address(site.far), address(site.sure));
        assertThat(queue.header("Set-Cookie")).isEmpty();
    }

    @Test
    void theQueueCanBeNarrowed() {
        assertThat(site.get("/review?commune=Port-Image&stage=in-use").body())
                .contains("One claim to be read", address(site.far))
                .doesNotContain(address(site.sure));
        assertThat(site.get("/review?commune=Nulpart").status()).isEqualTo(404);
        assertThat(site.get("/review?state=nonsense").status()).isEqualTo(400);
    }

    @Test
    void aVerdictIsWrittenEffectiveAtOnceAndLeadsToTheNextClaim() throws IOException {
        Answer judged = judge(site.doubtful, Map.of("verdict", "reject", "reader", "Ada", "note", "another town"));

        assertThat(judged.status()).isEqualTo(303);
        assertThat(judged.header("Location")).isEqualTo(address(site.far) + "?said=" + site.doubtful.id());
        assertThat(judged.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("vigie-reader=Ada")
                        .contains("HttpOnly", "SameSite=Strict", "Path=/review"));
        assertThat(site.get(judged.header("Location")).body())
                .contains(site.doubtful.id() + ": rejected", "value=\"Ada\"");
        assertThat(site.get("/api/v1/claims/" + site.doubtful.id()).status()).isEqualTo(404);
        assertThat(site.get("/review?state=rejected").body()).contains(address(site.doubtful));
        assertThat(Files.readString(folder.resolve("reviews.csv")))
                .contains(",Ada,reject," + site.doubtful.id(), "another town")
                .doesNotContain("Durandeau");
    }

    @Test
    void aSecondReaderIsDoneWithAClaim() {
        judge(site.doubtful, Map.of("verdict", "accept", "reader", "Ada"));
        assertThat(site.get(address(site.doubtful)).body()).contains("1 of 2 readers", "<strong>Ada</strong>");
        assertThat(site.get("/review").body()).contains(address(site.doubtful));

        judge(site.doubtful, Map.of("verdict", "accept", "reader", "Bob"));

        assertThat(site.get(address(site.doubtful)).body()).contains("2 of 2 readers");
        assertThat(site.get("/review").body()).doesNotContain(address(site.doubtful));
    }

    @Test
    void aCorrectionHoldsOnlyWhatDiffers() {
        Map<String, String> fields = fields(site.doubtful);
        fields.putAll(Map.of(
                "verdict", "correct", "reader", "Ada", "commune", "port-image", "vendor", "", "date", "2023-05"));

        assertThat(judge(site.doubtful, fields).status()).isEqualTo(303);

        assertThat(site.written())
                .singleElement()
                .extracting(Review::correction)
                .isEqualTo(Correction.parse("commune=99002; vendor=; date=2023-05"));
        assertThat(site.get("/api/v1/claims?commune=99002").body()).contains(site.doubtful.id());
        assertThat(site.get(address(site.doubtful)).body()).contains("corrected", "<strong>99002 (99002)</strong>");
    }

    @Test
    void aFaultStandsNextToItsFieldAndWhatWasTypedIsKept() {
        Map<String, String> fields = fields(site.doubtful);
        fields.putAll(Map.of(
                "verdict",
                "correct",
                "reader",
                "Ada",
                "date",
                "last spring",
                "vendor",
                "acme-unknown",
                "note",
                "see p. 3"));

        Answer answer = judge(site.doubtful, fields);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("value=\"last spring\"", "value=\"acme-unknown\"", ">see p. 3</textarea>", "value=\"Ada\"")
                .contains("id=\"date-fault\">Write a year", "id=\"vendor-fault\">Unknown vendor")
                .contains("<details class=\"correcting\" open");
        assertThat(site.written()).isEmpty();
    }

    @Test
    void nothingIsWrittenWithoutAReaderARemarkOrAChange() {
        assertThat(judge(site.doubtful, Map.of("verdict", "accept", "reader", " "))
                        .body())
                .contains("Say who reads");
        assertThat(judge(site.doubtful, Map.of("verdict", "note", "reader", "Ada"))
                        .body())
                .contains("Write the remark.");
        Map<String, String> same = fields(site.doubtful);
        same.putAll(Map.of("verdict", "correct", "reader", "Ada"));
        assertThat(judge(site.doubtful, same).body()).contains("Nothing is changed");
        assertThat(judge(site.doubtful, Map.of("verdict", "like", "reader", "Ada"))
                        .status())
                .isEqualTo(400);
        assertThat(site.written()).isEmpty();
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        Map<String, String> fields = Map.of("verdict", "reject", "reader", "Ada");

        assertThat(site.submit(address(site.doubtful), null, fields).status()).isEqualTo(403);
        assertThat(site.submit(address(site.doubtful), "0".repeat(64), fields).status())
                .isEqualTo(403);
        assertThat(site.post(
                                address(site.doubtful),
                                "application/x-www-form-urlencoded",
                                "verdict=reject&reader=Ada",
                                "Origin",
                                "http://elsewhere.example")
                        .status())
                .isEqualTo(403);
        assertThat(site.written()).isEmpty();
    }

    @Test
    void noAddressChangesAnything() {
        assertThat(site.get(address(site.doubtful) + "?verdict=reject&reader=Ada")
                        .status())
                .isEqualTo(200);
        assertThat(site.written()).isEmpty();
    }

    @Test
    void whatPeopleAndSourcesWriteReachesNoScript() {
        judge(
                site.doubtful,
                Map.of("verdict", "note", "reader", "<script>alert(3)</script>", "note", SampleSite.HOSTILE));

        for (String page : new String[] {address(site.doubtful), "/review"}) {
            assertThat(site.get(page).body()).doesNotContain("<script>alert", "<img src=x");
        }
        assertThat(site.get(address(site.doubtful)).body()).contains("&lt;script&gt;alert(3)");
        assertThat(site.written()).singleElement().extracting(Review::verdict).isEqualTo(Verdict.NOTE);
    }

    @Test
    void aVerdictCanBeTakenBack() {
        judge(site.doubtful, Map.of("verdict", "reject", "reader", "Ada"));

        Answer back = judge(site.doubtful, Map.of("verdict", "withdraw", "reader", "Ada"));

        assertThat(back.header("Location")).startsWith(address(site.doubtful));
        assertThat(site.get("/api/v1/claims/" + site.doubtful.id()).status()).isEqualTo(200);
    }

    @Test
    void keysAreToldAndCanBeSwitchedOff() {
        assertThat(site.get(address(site.far)).body())
                .contains("id=\"keys\" hidden", "id=\"keys-on\"", "j next, k previous", "/review.js\" defer");
    }

    private Answer judge(Claim claim, Map<String, String> fields) {
        return site.submit(address(claim), fields);
    }

    private static Map<String, String> fields(Claim claim) {
        Map<String, String> fields = new HashMap<>();
        for (Correction.Field field : Correction.Field.values()) {
            fields.put(field.id(), Correction.value(claim, field));
        }
        return fields;
    }

    private static String address(Claim claim) {
        return "/review/" + claim.id();
    }
}
