package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.crawler.feed.FeedFixture.Answer;
import vigie.crawler.feed.Reading.Entry;
import vigie.model.DocumentKind;
import vigie.model.Issue;
import vigie.model.SourceDocument;
import vigie.model.id.InseeCode;

class MegalisAdapterTest {

    @TempDir
    Path folder;

    private FeedFixture feed;

    @BeforeEach
    void start() throws Exception {
        feed = new FeedFixture(folder);
    }

    @AfterEach
    void stop() {
        feed.close();
    }

    @Test
    void actsAndTheirAnnexesAreFetchedPageByPage() throws Exception {
        String first = act("a1", "99_DE", "/a1.pdf", "[" + annex("a1-1", "/annexe.pdf") + "]");
        String second = act("a2", "99_AT", "/a2.pdf", "[]");
        feed.routes.put(
                "/search",
                query -> Answer.ok(
                        query.contains("page_suivante=c2")
                                ? "{\"resultats\":[" + second + "],\"page_suivante\":null}"
                                : "{\"resultats\":[" + first + "],\"page_suivante\":\"c2\"}"));
        List.of("/a1.pdf", "/a2.pdf", "/annexe.pdf")
                .forEach(path -> feed.routes.put(path, query -> Answer.ok("texte")));

        FeedReport report = feed.collect(source());

        assertThat(report.records()).isEqualTo(3);
        assertThat(report.documents()).isEqualTo(3);
        assertThat(feed.documents())
                .extracting(SourceDocument::title, SourceDocument::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Installation de caméras", DocumentKind.DELIBERATION),
                        org.assertj.core.groups.Tuple.tuple(
                                "Installation de caméras (annexe 1)", DocumentKind.DELIBERATION),
                        org.assertj.core.groups.Tuple.tuple("Installation de caméras", DocumentKind.ARRETE));
        assertThat(feed.documents().get(0).publisher().insee()).isEqualTo(new InseeCode("29003"));
        assertThat(feed.documents().get(0).date()).hasToString("2026-02-10");
        assertThat(feed.asked.get(0))
                .contains("siren=200054724")
                .contains("lignes=100")
                .contains("date_debut=2026-03-01")
                .contains("date_fin=2026-03-02");
        assertThat(feed.issues).isEmpty();
    }

    @Test
    void whatIsKnownIsNotFetchedAgain() throws Exception {
        feed.routes.put("/search", query -> Answer.ok("{\"resultats\":[" + act("a1", "99_DE", "/a1.pdf", "[]") + "]}"));
        feed.routes.put("/a1.pdf", query -> Answer.ok("texte"));
        feed.collect(source());
        feed.asked.clear();

        assertThat(feed.collect(source()).documents()).isZero();
        assertThat(feed.asked).noneMatch(path -> path.contains("a1.pdf"));
    }

    @Test
    void unreachableFilesAreTriedAgainAndGoneOnesAreNot() throws Exception {
        feed.routes.put(
                "/search",
                query -> Answer.ok("{\"resultats\":[" + act("a1", "99_DE", "/a1.pdf", "[]") + ","
                        + act("a2", "99_DE", "/gone.pdf", "[]") + "]}"));
        feed.routes.put("/a1.pdf", query -> new Answer(500, new byte[0]));
        assertThat(feed.collect(source()).failed()).isEqualTo(2);
        feed.routes.put("/a1.pdf", query -> Answer.ok("texte"));
        feed.asked.clear();

        assertThat(feed.collect(source()).documents()).isEqualTo(1);
        assertThat(feed.asked).noneMatch(path -> path.contains("gone.pdf"));
    }

    @Test
    void unknownKindsAndFieldsAreToldOnce() throws Exception {
        String odd = act("a1", "99_XX", "/a1.pdf", "[]").replace("\"type\":1", "\"type\":1,\"nouveau\":\"x\"");
        feed.routes.put(
                "/search",
                query -> Answer.ok(
                        "{\"resultats\":[" + odd + "," + odd.replace("\"id\":\"a1\"", "\"id\":\"a2\"") + "]}"));
        feed.routes.put("/a1.pdf", query -> Answer.ok("texte"));
        feed.collect(source());
        assertThat(feed.issues).extracting(Issue::kind).containsExactly("unknown-value", "field-left-over");
        assertThat(feed.issues.get(0).message()).contains("99_XX").contains("in 2 records");
    }

    /** The day of publication stands for one that is missing, not for one that cannot be read. */
    @Test
    void aDayThatIsNoneIsTold() throws Exception {
        String odd = act("a1", "99_DE", "/a1.pdf", "[]").replace("2026-02-10T00:00:00Z", "10 fevrier");
        feed.routes.put("/search", query -> Answer.ok("{\"resultats\":[" + odd + "]}"));
        feed.routes.put("/a1.pdf", query -> Answer.ok("texte"));

        feed.collect(source());

        assertThat(feed.issues).extracting(Issue::kind).containsExactly("unknown-value");
        assertThat(feed.issues.get(0).message()).contains("date_acte").contains("10 fevrier");
    }

    @Test
    void anAnswerOfAnotherShapeStopsTheFeed() throws Exception {
        feed.routes.put("/search", query -> Answer.ok("{\"results\":[]}"));
        assertThat(feed.collect(source()).failed()).isEqualTo(1);
        assertThat(feed.issues).extracting(Issue::kind).containsExactly("feed-shape");
    }

    @Test
    void everyActOfARealDumpIsRead() throws Exception {
        Path dump = Path.of(
                System.getProperty("vigie.root", ".."), "../shared/corpus/portals/audierne_megalis_actes_api.json");
        assumeTrue(Files.exists(dump), "skipped: the corpus of real documents is not beside the project");
        byte[] payload = Files.readAllBytes(dump);
        int annexes = 0;
        int acts = 0;
        for (var act : new JsonMapper().readTree(payload)) {
            acts++;
            annexes += act.path("annexes").size();
        }

        Reading reading = new MegalisAdapter(new JsonMapper(), FeedFixture.COMMUNES)
                .read(source(), FeedFixture.capture("http://x.localhost/"), payload);

        assertThat(acts).isEqualTo(1396);
        assertThat(reading.entries()).hasSize(acts + annexes);
        assertThat(reading.entries()).allSatisfy(entry -> {
            assertThat(entry.linked()).isNotNull();
            assertThat(entry.remarks()).isEmpty();
        });
        assertThat(reading.entries())
                .extracting(Entry::linked)
                .allMatch(linked -> linked != null
                        && linked.date() != null
                        && new InseeCode("29003").equals(linked.publisher().insee()));
        assertThat(reading.entries())
                .extracting(
                        entry -> entry.linked() == null ? null : entry.linked().url())
                .contains(URI.create("https://data.megalis.bretagne.bzh/OpenData/200054724/Hors_prefecture/2025/985660/"
                        + "6896ba39a7d298511fecc91d004e6710f6746e81913ef6dac188694b424a60fb.pdf"));
    }

    private vigie.model.Source source() {
        return feed.source("megalis", "/search", Map.of("siren", "200054724", "since", "2026-03-01"));
    }

    private String act(String id, String type, String path, String annexes) {
        return "{\"annexes\":" + annexes + ",\"classification_code\":\"7.5\",\"classification_libelle\":\"Finances\","
                + "\"content_type\":\"application/pdf\",\"date_acte\":\"2026-02-10T00:00:00Z\","
                + "\"date_publication\":\"2026-03-01T08:50:15Z\",\"hash\":\"h-" + id + "\",\"id\":\"" + id
                + "\",\"nature_autre_detail\":\"\",\"objet\":\"Installation_de_caméras\",\"siren\":\"200054724\",\"type\":1,"
                + "\"typologie\":\"" + type + "\",\"url\":\"" + feed.url(path) + "\"}";
    }

    private String annex(String id, String path) {
        return "{\"content_type\":\"application/pdf\",\"hash\":\"h-" + id + "\",\"id\":\"" + id
                + "\",\"resultat_recherche\":true,\"url\":\"" + feed.url(path) + "\"}";
    }
}
