package vigie.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import vigie.reports.digest.AtomRules;
import vigie.reports.web.SampleSite.Answer;

/** The digest, saved searches and feeds over real HTTP, as a browser without scripts and a feed reader see them. */
class NewsPagesIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

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
    void digestTellsWhatIsNewAndLeadsToItsReasons() {
        Answer page = site.get("/digest");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("What is new", "Valfictif-sur-Modèle", "BriefCam", "Source &lt;muette&gt;")
                .contains("<a href=\"/commune/99001\">", "<a href=\"/claim/p-", "<a href=\"/claim/" + site.far.id())
                .doesNotContain("Durandeau", "<script>");
        assertThat(site.get("/digest?since=2026-12").body()).doesNotContain("/claim/p-");
        assertThat(site.get("/digest?since=hier").status()).isEqualTo(400);
        assertThat(site.get("/api/v1/digest?since=hier").status()).isEqualTo(400);
    }

    @Test
    void digestOfTheApiIsNotSentAgainUntilSomethingIsNew() throws IOException {
        Answer first = site.get("/api/v1/digest?since=2020");
        Answer again = site.get("/api/v1/digest?since=2020", "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        site.submit("/review/" + site.far.id(), Map.of("verdict", "reject", "reader", "Ada", "note", ""));
        assertThat(site.get("/api/v1/digest?since=2020", "If-None-Match", first.header("ETag"))
                        .body())
                .doesNotContain(site.far.id());
    }

    @Test
    void deploymentsAreShownAsTheyWereKnown() {
        String then = "/deployments?commune=99002&as-of=";
        assertThat(site.get(then + "2025").body()).contains("No deployment", "value=\"2025\"");
        assertThat(site.get(then + "2026-03-02").body())
                .contains("<a href=\"/commune/99002\">Port-Image</a>", "BriefCam", "As it was known that day")
                .doesNotContain("Valfictif-sur-Modèle");
        assertThat(site.get("/deployments.csv?as-of=2025").body()).doesNotContain("99002");
        assertThat(site.get("/deployments.json?as-of=2026-03").body()).contains("99002");
        assertThat(site.get("/?as-of=2025").body()).contains("No deployment");
        assertThat(site.get("/api/v1/deployments?as-of=2025").body()).contains("\"total\":0");
        assertThat(site.get("/api/v1/deployments?as-of=2026").body()).contains("\"total\":3");
        assertThat(site.get("/api/v1/communes/99002?as-of=2025").body())
                .contains("\"deployments\":[]", "\"claims\":[]");
        assertThat(site.get("/api/v1/communes/99002?as-of=2026-03-02").body()).contains(site.far.id());
        assertThat(site.get("/api/v1/communes/99002?as-of=hier").status()).isEqualTo(400);
        for (String path : List.of(then + "hier", "/deployments.csv?as-of=hier", "/api/v1/deployments?as-of=hier")) {
            assertThat(site.get(path).status()).as(path).isEqualTo(400);
        }
        site.submit("/review/" + site.far.id(), Map.of("verdict", "reject", "reader", "Ada", "note", ""));
        assertThat(site.get(then + "2026-03-02").body()).contains("No deployment");
        assertThat(site.get(then + "2025").status()).isEqualTo(200);
    }

    @Test
    void savedSearchIsListedHasAFeedAndCanBeForgotten() throws Exception {
        Answer saved = save("Logiciels à Port-Image", Map.of("q", "logiciel", "commune", "99002"));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.header("Location")).isEqualTo("/searches");

        assertThat(site.get("/searches").body())
                .contains("Logiciels à Port-Image", "logiciel · Commune: Port-Image", "2 March 2026")
                .contains("href=\"/search?", "q=logiciel", "href=\"/feeds/logiciels-a-port-image.atom\"");

        Answer api = site.get("/api/v1/searches");
        assertThat(api.body())
                .contains("\"name\":\"Logiciels à Port-Image\"", "\"commune\":[\"99002\"]")
                .contains("\"total\":1");

        Answer feed = site.get("/feeds/logiciels-a-port-image.atom");
        assertThat(AtomRules.faults(feed.body())).isEmpty();
        assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
        Document xml = xml(feed.body());
        assertThat(xml.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Logiciels à Port-Image");
        assertThat(xml.getElementsByTagName("entry").getLength()).isOne();
        assertThat(feed.body()).contains("http://127.0.0.1:" + site.server.port() + "/");

        Answer forgotten = site.submit("/searches/logiciels-a-port-image/forget", token("/searches"), Map.of());
        assertThat(forgotten.status()).isEqualTo(303);
        assertThat(site.get("/searches").body()).contains("No search is saved.");
        assertThat(site.get("/api/v1/searches", "If-None-Match", api.header("ETag"))
                        .body())
                .as("an answer that is no longer true is not kept")
                .contains("\"total\":0");
        assertThat(site.get("/feeds/logiciels-a-port-image.atom").status()).isEqualTo(404);
    }

    @Test
    void feedOfAllThatIsNewIsWellFormedAndNamesNobody() throws Exception {
        Answer feed = site.get("/feeds/all.atom");
        assertThat(AtomRules.faults(feed.body())).isEmpty();
        assertThat(xml(feed.body()).getElementsByTagName("entry").getLength()).isEqualTo(4);
        assertThat(feed.body()).contains("urn:vigie:source:muette:silent").doesNotContain("Durandeau");
        save("Partout", Map.of("q", "logiciel"));
        assertThat(AtomRules.faults(site.get("/feeds/partout.atom").body())).isEmpty();
        assertThat(site.get("/feeds/partout.atom").body()).contains("[…]").doesNotContain("Durandeau");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "…",
                "all",
                "Ali Baba aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void nameThatMakesNoFeedIsRefused(String name) {
        assertThat(save(name, Map.of("q", "logiciel")).status()).isEqualTo(400);
        assertThat(site.get("/searches").body()).contains("No search is saved.");
    }

    @Test
    void searchThatCannotBeRunIsNotSaved() {
        assertThat(save("Rien", Map.of("q", "")).status()).isEqualTo(400);
        assertThat(save("Ouvert", Map.of("q", "\"ouvert")).status()).isEqualTo(400);
        assertThat(site.submit("/searches", "0123", Map.of("name", "x", "q", "logiciel"))
                        .status())
                .isEqualTo(403);
        assertThat(site.get("/searches").body()).contains("No search is saved.");
    }

    @Test
    void whereNobodyMayJudgeNobodyMaySave(@TempDir Path other) throws BindException {
        try (SampleSite closed = SampleSite.withoutReviews(other, 0, Clock.systemUTC())) {
            assertThat(closed.get("/search?q=logiciel").body())
                    .contains("/searches")
                    .doesNotContain("csrf");
            assertThat(closed.get("/searches").body()).doesNotContain("csrf").contains("Each saved search");
            assertThat(closed.submit("/searches", null, Map.of("name", "x", "q", "logiciel"))
                            .status())
                    .isEqualTo(403);
        }
    }

    private Answer save(String name, Map<String, String> search) {
        Map<String, String> fields = new HashMap<>(search);
        fields.put("name", name);
        return site.submit("/searches", token("/search?q=logiciel"), fields);
    }

    private String token(String page) {
        Matcher token = TOKEN.matcher(site.get(page).body());
        assertThat(token.find()).as("a form at " + page).isTrue();
        return token.group(1);
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
