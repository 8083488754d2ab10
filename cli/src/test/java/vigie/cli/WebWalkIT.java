package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import vigie.model.Json;
import vigie.model.SourceDocument;

/** The web site in a real browser, from the first page to the proof. Pictures of it go to {@code target/web-look}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebWalkIT {

    private final Path pictures = Collection.root().resolve("cli/target/web-look");
    private ServedCollection site;
    private Browser browser;

    @BeforeAll
    void serve(@TempDir Path folder) throws IOException, InterruptedException {
        browser = Browser.open(folder.resolve("profile"));
        site = ServedCollection.start(folder);
        Files.createDirectories(pictures);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @AfterEach
    void nothingElsewhereAndNoComplaint() throws IOException {
        browser.scripts(true);
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.origins()).isSubsetOf(site.address().replaceFirst("/$", ""));
    }

    @Test
    void fromTheFirstPageToTheProof() throws IOException {
        walk(1280, 900, "light", true);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"390, 844, dark, true", "390, 844, light, false", "1280, 900, dark, false"})
    void inOtherWaysToo(int width, int height, String theme, boolean scripts) throws IOException {
        walk(width, height, theme, scripts);
    }

    private void walk(int width, int height, String theme, boolean scripts) throws IOException {
        browser.size(width, height);
        browser.theme(theme);
        browser.scripts(scripts);
        String look = "-" + width + "-" + theme + (scripts ? "" : "-plain");

        browser.go(site.address());
        assertThat(browser.text()).contains("Valdorge", "BriefCam");
        assertThat(browser.findAll(".drawing svg.map a")).hasSizeGreaterThan(100);
        seen("home" + look, width);

        browser.find("#q").sendKeys("logiciel");
        browser.follow(".searchbox button", "#count");
        assertThat(browser.find("#count").getText()).startsWith("28 ");
        assertThat(browser.findAll(".documents > li")).hasSize(20);
        assertThat(browser.findAll(".documents mark")).isNotEmpty();
        seen("search" + look, width);

        browser.follow("a[rel=next]", "a[rel=prev]");
        browser.awaitAddress("page=2");
        assertThat(browser.findAll(".documents > li")).hasSize(8);
        browser.driver().navigate().back();
        browser.await("a[rel=next]");

        browser.follow(".facet a[href*='vendor=briefcam']", ".chips a");
        browser.awaitAddress("vendor=briefcam");
        assertThat(browser.find("#count").getText()).startsWith("3 ");
        seen("facet" + look, width);

        browser.go(site.address() + "commune/99227");
        assertThat(browser.find("h1").getText()).isEqualTo("Valdorge");
        assertThat(browser.text()).contains("BriefCam", "utilise le logiciel");
        seen("commune" + look, width);

        browser.find("form.then input[name=as-of]").sendKeys("2026-02");
        browser.follow("form.then button", "p.as-of");
        assertThat(browser.find("p.as-of").getText()).contains("28 février 2026");
        assertThat(browser.text()).doesNotContain("utilise le logiciel");
        assertThat(browser.findAll(".files a[href$='/report.pdf?as-of=2026-02']"))
                .hasSize(1);
        seen("as-of" + look, width);
        browser.follow("p.as-of a", ".citations");
        browser.await(".citations");

        String commune = browser.address();
        browser.follow(".citations a[href^='/claim/c-']", ".context mark");
        assertThat(browser.find(".context mark").getText()).contains("BriefCam");
        seen("claim" + look, width);

        browser.follow("a.button[href^='/document/']", ".text mark");
        assertThat(browser.text()).contains("BriefCam", "vidéoprotection");
        seen("document" + look, width);
        browser.driver().navigate().back();
        browser.await(".context mark");
        browser.driver().navigate().back();
        browser.await(".citations");
        assertThat(browser.address()).isEqualTo(commune);
        assertThat(browser.findAll(".files a[href$='/report.pdf'][download]")).hasSize(1);

        browser.follow(".pages a[href='/review']", ".queue li");
        seen("queue" + look, width);
        browser.follow(".queue h3 a", ".judge");
        assertThat(browser.findAll("button[value=accept]")).hasSize(1);
        seen("review" + look, width);
    }

    @Test
    void versionsOfADocumentAreListedComparedAndKept() throws Exception {
        browser.size(1280, 900);
        browser.theme("light");
        String document = site.address() + "document/" + SourceDocument.idOf(ServedCollection.BILAN, "");
        browser.go(document);
        assertThat(browser.findAll("section[aria-labelledby=versions] tbody tr"))
                .hasSize(2);
        seen("versions", 1280);
        browser.follow("section[aria-labelledby=versions] tbody tr:first-child a[href$='/version/2']", ".added");
        assertThat(browser.find(".added").getText())
                .contains("utilise le logiciel BriefCam")
                .doesNotContain("levée");
        assertThat(browser.find(".removed").getText()).contains("essaie un logiciel", "La séance est levée.");
        seen("version", 1280);
        browser.go(document + "/version/1");
        assertThat(browser.text()).contains("la plus ancienne version archivée");
        assertThat(fetched(document + "/version/1/original")).startsWith("Depuis mars, la ville essaie");
        JsonNode told = Json.mapper().readTree(fetched(document.replace("/document/", "/api/v1/documents/")));
        assertThat(told.path("versions").findValuesAsText("sha256")).hasSize(2).doesNotHaveDuplicates();
        browser.go(document);
        String claim = Objects.requireNonNull(
                browser.find(".claims a[href^='/claim/c-']").getDomAttribute("href"));
        String explained =
                site.collection().vigie("explain", claim.replace("/claim/", "")).out();
        assertThat(explained).containsPattern("version 1\\h: .* s0.warc.gz @ \\d+\\R\\s*version 2\\h: ");
    }

    private static String fetched(String address) throws IOException {
        try (InputStream in = URI.create(address).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void communeIsShownOnMapsAndInWords() {
        browser.size(1280, 900);
        browser.theme("light");
        browser.go(site.address() + "commune/30189");
        assertThat(browser.findAll(".city-map svg.map .map-rings path")).hasSize(2);
        assertThat(browser.find(".city-map figcaption").getText()).contains("Nîmes se trouve", "Gard (30)");
    }

    @Test
    void reportsAcrossCommunesLeadToEachOtherAndToTheProof() {
        browser.size(1280, 900);
        browser.theme("light");
        browser.go(site.address() + "france");
        browser.follow(".atlas-rows a[href='/vendor/briefcam']", ".places .towns");
        assertThat(browser.find("h1").getText()).isEqualTo("BriefCam");
        assertThat(browser.find(".places").getText())
                .contains("en service", "Valdorge")
                .doesNotContain("Brévain");
        browser.follow(".citations a[href^='/commune/99227#c-']", ".citations > li:target");
        assertThat(browser.find(".citations > li:target").getText()).contains("BriefCam");
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"1280, 900, light, true", "390, 844, dark, false"})
    void searchIsSavedAndForgotten(int width, int height, String theme, boolean scripts) throws IOException {
        browser.size(width, height);
        browser.theme(theme);
        browser.scripts(scripts);
        browser.go(site.address() + "search?q=logiciel&vendor=briefcam");
        browser.find(".save summary").click();
        browser.find(".save input[name=name]").sendKeys("BriefCam, logiciel");
        browser.follow(".save button", ".documents a[href='/feeds/briefcam-logiciel.atom']");
        assertThat(browser.address()).endsWith("/searches");
        seen("searches-" + width + "-" + theme, width);
        browser.scripts(true);
        assertThat(browser.violations()).isEmpty();
        browser.scripts(scripts);
        browser.follow(".documents h2 a", ".chips a");
        assertThat(browser.find("#count").getText()).startsWith("3 ");
        browser.driver().navigate().back();
        browser.await(".documents h2 a");
        browser.find(".documents form button").click();
        browser.await("main > p + .files + p");
        assertThat(browser.text()).contains("Aucune recherche n’est gardée.");
    }

    @Tag("long")
    @Test
    void apiCanBeTriedOut() throws IOException {
        browser.size(1280, 900);
        browser.theme("light");
        browser.go(site.address() + "api/");
        browser.follow("a[href='/api/try']", ".opblock-summary-path");
        assertThat(browser.findAll(".opblock-summary-path")).hasSizeGreaterThan(15);
        assertThat(browser.violations()).isEmpty();
        seen("api-try", 1280);
        browser.driver()
                .executeScript("document.querySelectorAll('#operations-default-claims .opblock-summary-control,"
                        + " #operations-default-stats .opblock-summary-control').forEach(part => part.click())");
        browser.await("#operations-default-stats .try-out__btn");
        browser.driver().executeScript("document.querySelectorAll('.try-out__btn').forEach(button => button.click())");
        browser.await("#operations-default-stats .execute");
        assertThat(browser.violations()).as("some opened").isEmpty();
        browser.driver().executeScript("document.querySelector('#operations-default-stats .execute').click()");
        browser.await("#operations-default-stats .live-responses-table");
        assertThat(browser.find("#operations-default-stats .live-responses-table tbody .response-col_status")
                        .getText())
                .isEqualTo("200");
        // Swagger's own pictures are inline, which the policy forbids; words stand beside them.
        assertThat(browser.errors()).allMatch(error -> error.contains("Loading the image 'data:"));
    }

    @Test
    void newsLeadToTheProof() {
        browser.size(1280, 900);
        browser.theme("light");
        browser.go(site.address());
        browser.follow(".pages a[href='/digest']", ".filter input[name=since]");
        browser.find(".filter input[name=since]").sendKeys("2020");
        browser.follow(".filter button", ".citations");
        assertThat(browser.text()).contains("Valdorge : BriefCam", "Le Brévain : Videtics");
        browser.follow(".citations a[href^='/claim/c-']", ".context mark");
        assertThat(browser.find(".context mark").getText()).contains("logiciel");
    }

    @Test
    void searchIsSwappedInPlaceAndGoesBack() {
        browser.size(1280, 900);
        browser.theme("light");
        browser.go(site.address() + "search?q=logiciel");
        browser.driver().executeScript("window.stayed = 1");
        browser.follow(".facet a[href*='vendor=briefcam']", ".chips a");
        browser.awaitAddress("vendor=briefcam");
        browser.follow(".chips a", "a[rel=next]");
        browser.follow("a[rel=next]", "a[rel=prev]");
        browser.awaitAddress("page=2");
        assertThat(browser.number("return window.stayed")).isOne();
        browser.driver().navigate().back();
        browser.await("a[rel=next]");
        assertThat(browser.address()).doesNotContain("page=2").endsWith("search?q=logiciel");
        browser.driver().navigate().back();
        browser.await(".chips a");
        assertThat(browser.find("#count").getText()).startsWith("3 ");
    }

    @Test
    void keyboardAloneGetsToTheProof() {
        browser.size(1280, 900);
        browser.theme("light");
        browser.go(site.address());
        browser.tabTo("a.skip");
        browser.press(Keys.ENTER);
        browser.tabTo("#q").sendKeys("BriefCam", Keys.ENTER);
        browser.await(".documents");
        browser.tabTo(".documents h3 a");
        browser.press(Keys.ENTER);
        browser.await(".claims");
        browser.tabTo(".claims a[href^='/claim/']");
        browser.press(Keys.ENTER);
        browser.await(".context mark");
        assertThat(browser.find(".context mark").getText()).contains("BriefCam");
    }

    /** From the queue to a report that says so, without a pointer. */
    @ParameterizedTest
    @CsvSource({"1280, 900, light", "390, 844, dark"})
    void claimIsJudgedByKeysAloneAndTheReportSaysSo(int width, int height, String theme) throws IOException {
        String look = "-" + width + "-" + theme;
        browser.size(width, height);
        browser.theme(theme);
        browser.driver().manage().deleteAllCookies();
        browser.go(site.address() + "review?commune=99227");
        browser.press("j");
        browser.press(Keys.ENTER);
        browser.await(".judge");
        String judged = browser.address().replaceFirst(".*/review/", "").replaceFirst("\\?.*", "");

        browser.press("a");
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("name"))
                .as("nobody judges without a name")
                .isEqualTo("reader");
        browser.press("Ada");
        browser.press(Keys.TAB);
        browser.press("a relu la page" + Keys.TAB);
        browser.press("a");
        browser.await(".written");
        browser.awaitAddress("/review");
        seen("judged" + look, width);

        browser.go(site.address() + "commune/99227");
        assertThat(browser.findAll(".citations li[id='" + judged + "'] .review.accepted"))
                .hasSize(1);
        seen("reviewed" + look, width);
        assertThat(browser.driver()
                        .executeAsyncScript("fetch('/commune/99227/report.pdf').then(answer => answer.text())"
                                + ".then(text => arguments[0](text.slice(0, 5)))"))
                .isEqualTo("%PDF-");

        browser.go(site.address() + "review/" + judged);
        browser.follow("button[value=withdraw]", ".written");
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "search",
                "search?q=logiciel&vendor=briefcam&since=2020",
                "search?q=%22ouvert",
                "deployments",
                "deployments?commune=99227&as-of=2026-04",
                "commune/99227?as-of=2026-02",
                "commune/99227",
                "commune/30189",
                "vendor/briefcam",
                "departement/99",
                "departement/48",
                "france",
                "digest?since=2020",
                "searches",
                "coverage",
                "method",
                "glossary",
                "api/",
                "review",
                "commune/vald",
                "nothing"
            })
    void everyoneCanReadIt(String page) throws IOException {
        browser.go(site.address() + page);
        String name = page.isEmpty() ? "start" : page.replaceAll("[^a-z0-9]+", "-");
        checked(name);
        // The browser also reports the page of a refusal.
        browser.errors();
    }

    @Tag("long")
    @Test
    void everyoneCanReadProofs() throws IOException {
        browser.go(site.address() + "commune/99227");
        browser.follow(".citations a[href^='/claim/c-']", ".context mark");
        checked("claim");
        browser.follow("a.button[href^='/document/']", ".text mark");
        checked("document");
        browser.go(site.address() + "document/" + SourceDocument.idOf(ServedCollection.BILAN, "") + "/version/2");
        checked("version");
        browser.go(site.address() + "commune/99227");
        browser.follow(".refs a[href^='/claim/p-']", ".claims");
        checked("deployment");
        browser.go(site.address() + "review");
        browser.follow(".queue h3 a", ".judge");
        checked("judging");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"search?q=HOSTILE", "?vendor=HOSTILE&lang=HOSTILE", "document/HOSTILE", "coverage", "HOSTILE"})
    void whatWasCrawledOrAskedStaysText(String page) {
        staysText(page);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "search?q=hostilit%C3%A9",
                "search?q=logiciel&commune=HOSTILE&vendor=HOSTILE&source=HOSTILE&since=HOSTILE",
                "search?q=logiciel&sort=HOSTILE&page=HOSTILE",
                "deployments?vendor=HOSTILE",
                "commune/99227",
                "commune/HOSTILE",
                "vendor/HOSTILE",
                "departement/HOSTILE",
                "claim/HOSTILE",
                "coverage/HOSTILE",
                "coverage/hostile"
            })
    void onOtherPagesToo(String page) {
        staysText(page);
    }

    private void staysText(String page) {
        browser.size(1280, 900);
        browser.go(site.address()
                + page.replace("HOSTILE", URLEncoder.encode(ServedCollection.HOSTILE, StandardCharsets.UTF_8)));
        harmless();
        // The browser also reports the page of a refusal.
        browser.errors();
    }

    @Test
    void hostileDocumentStaysText() {
        browser.size(1280, 900);
        browser.go(site.address() + "search?q=hostilit%C3%A9");
        List<String> documents = browser.findAll(".documents h3 a").stream()
                .map(link -> String.valueOf(link.getDomAttribute("href")))
                .toList();
        assertThat(documents).hasSize(2);
        assertThat(browser.text()).contains("<script>struck=1</script>");
        for (String document : documents) {
            browser.go(site.address() + document.substring(1));
            assertThat(browser.text()).contains("<script>struck=1</script>");
            harmless();
            for (String claim : browser.findAll(".claims a[href^='/claim/']").stream()
                    .map(link -> String.valueOf(link.getDomAttribute("href")))
                    .toList()) {
                browser.go(site.address() + claim.substring(1));
                harmless();
            }
        }
    }

    private void harmless() {
        assertThat(browser.number("return window.struck || 0")).isZero();
        assertThat(browser.number("return document.querySelectorAll('script:not([src]), img, iframe, object, base,"
                        + " svg[onload], [onerror], [onfocus], [onmouseover], [autofocus], [style]').length"))
                .as(browser.address())
                .isZero();
        assertThat(browser.number("return [...document.querySelectorAll('[href],[src],[action],[hx-get]')].filter(e =>"
                        + " ['href','src','action','hx-get'].some(a =>"
                        + " /^\\s*(javascript|data|vbscript):/i.test(e.getAttribute(a) || ''))).length"))
                .isZero();
    }

    private void checked(String name) throws IOException {
        checked(name, 1280, "light");
        checked(name, 390, "dark");
    }

    private void checked(String name, int width, String theme) throws IOException {
        browser.size(width, 900);
        browser.theme(theme);
        String look = name + "-" + width + "-" + theme;
        assertThat(browser.violations()).as(look).isEmpty();
        assertThat(browser.spoken().faults()).as("spoken: " + look).isEmpty();
        fits(look, width);
        browser.picture(pictures.resolve("page-" + look + ".png"));
    }

    private void fits(String name, int width) {
        assertThat(browser.number("return document.documentElement.scrollWidth"))
                .as("no horizontal scrolling: " + name)
                .isLessThanOrEqualTo(width);
    }

    private void seen(String name, int width) throws IOException {
        fits(name, width);
        Files.write(pictures.resolve(name + ".png"), browser.screen());
    }
}
