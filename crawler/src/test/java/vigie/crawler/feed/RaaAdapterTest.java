package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.crawler.feed.FeedFixture.Answer;
import vigie.crawler.parse.DocumentParser;
import vigie.model.Issue;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.config.CrawlSettings;

class RaaAdapterTest {

    private static final String LISTING = "/Publications/Recueil-RAA";

    @TempDir
    Path folder;

    private FeedFixture feed;

    @BeforeEach
    void start() throws Exception {
        feed = new FeedFixture(folder);
        page(
                "",
                "<a href=\"/Accueil\">Accueil</a><a href=\"" + LISTING + "/RAA-2026\">2026</a><a href=\"" + LISTING
                        + "/RAA-2019\">Année 2019</a><a href=\"" + LISTING + "\">Retour</a>");
        page(
                "/RAA-2026",
                "<a href=\"" + LISTING + "/RAA-2026/(offset)/10\">Page suivante</a>"
                        + "<a href=\"/contenu/telechargement/1/2/file/raa-1.pdf\">Télécharger RAA n° 1 du 05/01/2026 PDF - 1,2 Mb - 06/01/2026</a>");
        page(
                "/RAA-2026/(offset)/10",
                "<a href=\"/contenu/telechargement/1/3/file/raa-2.pdf\">Recueil spécial n° 2</a>"
                        + "<a href=\"https://www.ailleurs.fr/x.pdf\">Ailleurs</a>");
        feed.routes.put("/contenu/telechargement/1/2/file/raa-1.pdf", query -> Answer.ok("%PDF un"));
        feed.routes.put("/contenu/telechargement/1/3/file/raa-2.pdf", query -> Answer.ok("%PDF deux"));
    }

    @AfterEach
    void stop() {
        feed.close();
    }

    @Test
    void yearsAndFurtherPagesAreFollowedToTheFiles() throws Exception {
        FeedReport report = feed.collect(source());

        assertThat(report.records()).isEqualTo(2);
        assertThat(feed.documents()).hasSize(2);
        SourceDocument first = feed.documents().get(0);
        assertThat(first.date()).hasToString("2026-01-05");
        assertThat(first.publisher().departement()).isEqualTo("29");
        assertThat(feed.asked).noneMatch(path -> path.contains("Accueil") || path.contains("2019"));
        assertThat(feed.issues).isEmpty();
    }

    /** Without one, the day on which the file was saved would count. */
    @ParameterizedTest
    @CsvSource({
        "RAA n° 12 du 30 janvier 2026, 2026-01-30",
        "Recueil spécial n°2026-45 du 1er Août 2026 PDF - 3 Mb - 02/08/2026, 2026-08-01",
        "RAA du 05/01/2026 PDF - 1 Mb - 6 janvier 2026, 2026-01-05",
        "RAA de février 2026, 2026-02",
        "RAA du 31 février 2026, ",
        "Télécharger recueil-30-2026-176-special du 12 08 2026 PDF - 9 Mb - 13/08/2026, 2026-08-12",
        "Recueil n° 5 10 2026, ",
        "Recueil des actes 2026, ",
    })
    void theDayOfABulletinIsTheFirstThatItsLinkNames(String anchor, String day) throws Exception {
        page("/RAA-2026", "<a href=\"/contenu/telechargement/1/2/file/raa-1.pdf\">" + anchor + "</a>");

        feed.collect(source());

        assertThat(feed.documents())
                .singleElement()
                .satisfies(document -> assertThat(
                                document.date() == null ? null : document.date().toString())
                        .isEqualTo(day));
    }

    /**
     * Pages as prefectures have them (the State's template: cards of months, cards with files, tables and menus of years),
     * through the reader of real pages; names and numbers are made up.
     */
    @Test
    void cardsTablesAndMenusOfTheStatesTemplateAreRead() throws Exception {
        assertThat(listed("", """
                <div class="fr-grid-row fr-grid-row--gutters"><div class="fr-col-12"><h2 class="fr-card__title"><a href="%1$s/JUILLET-2026">Juillet 2026</a></h2></div>
                <div class="fr-col-12"><h2 class="fr-card__title"><a href="%1$s/AOUT-2026">Août 2026</a></h2></div></div>""").next())
                .containsExactly(
                        "https://www.valmont.example" + LISTING + "/JUILLET-2026",
                        "https://www.valmont.example" + LISTING + "/AOUT-2026");

        Reading cards = listed("/AOUT-2026", """
                <div class="fr-card fr-card--horizontal fr-enlarge-link" id=d1><div class="fr-card__body"><div class="fr-card__content"><h2 class="fr-card__title">
                 <a href="/contenu/telechargement/807/662/file/recueil-99-2026-273.pdf" target="_blank" title="format pdf - 2,04 Mb - 15/08/2026" rel="%1$s/AOUT-2026/Recueil-273" class="fr-card__link menu-item-link">
                   Recueil administratif normal N°99-2026-273 du 14 août 2026 </a></h2>
                 <div class="fr-card__end"><p class="fr-card__detail">Publié le 15/08/2026</p></div></div></div></div>
                <div class="fr-card"><h2 class="fr-card__title"><a href="/contenu/telechargement/807/660/file/recueil-99-2026-270.pdf" class="fr-card__link">Recueil nominatif N°99-2026-270</a></h2></div>
                <div class="fr-card"><h2 class="fr-card__title"><a href="/contenu/telechargement/807/659/file/recueil-269-du-11-aout-2026.pdf" class="fr-card__link">Recueil nominatif N°99-2026-269</a></h2></div>
                <nav role="navigation" class="fr-pagination"><ul><li><a class="fr-pagination__link" aria-current="page">1</a></li>
                 <li><a class="fr-pagination__link" href="%1$s/AOUT-2026/(offset)/10">2</a></li></ul></nav>""");
        assertThat(cards.entries())
                .extracting(entry -> String.valueOf(linked(entry).date()))
                .containsExactly("2026-08-14", "2026-08", "2026-08-11");
        assertThat(cards.next()).containsExactly("https://www.valmont.example" + LISTING + "/AOUT-2026/(offset)/10");

        Reading table = listed("/RAA-2026", """
                <table><tbody><tr><td valign="top"><div class=""><a class="fr-link fr-link--download" href="/contenu/telechargement/75/56/file/RAA 99-2026-173 du 14 aout 2026.pdf" target="_blank">
                 Télécharger RAA 99-2026-173 du 14 aout 2026 <span class="fr-link__detail">PDF - 3,08 Mb - 15/08/2026</span></a></div></td></tr></tbody></table>""");
        assertThat(table.entries()).singleElement().satisfies(entry -> {
            assertThat(linked(entry).url())
                    .hasToString(
                            "https://www.valmont.example/contenu/telechargement/75/56/file/RAA%2099-2026-173%20du%2014%20aout%202026.pdf");
            assertThat(linked(entry).date()).hasToString("2026-08-14");
        });

        assertThat(listed("", """
                <select class="fr-select" id="Liste-des-recueils-liste-docs"><option value="">Choisir</option><option value="%1$s/RAA-annee-2026">RAA année 2026</option></select>""").next()).containsExactly("https://www.valmont.example" + LISTING + "/RAA-annee-2026");
    }

    private static Linked linked(Reading.Entry entry) {
        return Objects.requireNonNull(entry.linked());
    }

    private static Reading listed(String page, String main) throws ShapeException {
        String html = "<!DOCTYPE html><html lang=\"fr\"><head><title>Recueils</title></head><body><main role=\"main\">"
                + main.formatted(LISTING) + "</main></body></html>";
        Source source = new Source(
                "raa",
                "Préfecture",
                SourceKind.FEED,
                URI.create("https://www.valmont.example" + LISTING),
                List.of(),
                Set.of("www.valmont.example"),
                Publisher.unknown(),
                "raa",
                Map.of(),
                Set.of(),
                null,
                null,
                "test",
                null);
        try (DocumentParser parser = new DocumentParser(CrawlSettings.defaults())) {
            return new RaaAdapter((capture, payload) -> parser.parse(URI.create(capture.url()), null, payload)
                            .links())
                    .read(
                            source,
                            FeedFixture.capture("https://www.valmont.example" + LISTING + page),
                            html.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aSecondTimeOnlyListingsAreAskedFor() throws Exception {
        feed.collect(source());
        feed.asked.clear();
        assertThat(feed.collect(source()).documents()).isZero();
        assertThat(feed.asked).noneMatch(path -> path.contains("telechargement"));
    }

    @Test
    void aBrokenPageLosesNothingElseAndIsTriedAgain() throws Exception {
        feed.routes.put(LISTING + "/RAA-2026/(offset)/10", query -> new Answer(500, new byte[0]));
        assertThat(feed.collect(source()).documents()).isEqualTo(1);
        page(
                "/RAA-2026/(offset)/10",
                "<a href=\"/contenu/telechargement/1/3/file/raa-2.pdf\">Recueil spécial n° 2</a>");
        assertThat(feed.collect(source()).documents()).isEqualTo(1);
    }

    @Test
    void whatWasReadIsRememberedFromTheArchive() throws Exception {
        feed.collect(source());
        feed.remember(source());
        feed.asked.clear();
        assertThat(feed.collect(source()).documents()).isZero();
    }

    /** As before days in words were read: the capture stays, what is said of it is today's. */
    @Test
    void whatIsArchivedIsReadAgainByAMendedReader() throws Exception {
        feed.collect(source());
        List<SourceDocument> right = feed.documents();
        feed.archivedAs(document -> said(document, null, "Autre titre"));
        feed.asked.clear();

        assertThat(feed.reread(source())).isEqualTo(2);
        assertThat(feed.documents().subList(2, 4)).isEqualTo(right);
        assertThat(feed.reread(source())).isZero();

        assertThat(feed.asked).isEmpty();
        feed.remember(source());
        assertThat(feed.collect(source()).documents()).isZero();
    }

    @Test
    void aDayThatTheListingNoLongerGivesGoes() throws Exception {
        feed.collect(source());
        feed.archivedAs(document -> said(document, PartialDate.parse("1999-01-01"), document.title()));

        feed.reread(source());

        assertThat(feed.documents().get(3).date()).isNull();
    }

    @Test
    void whatIsReadAsBeforeIsNotArchivedTwice() throws Exception {
        feed.collect(source());
        assertThat(feed.reread(source())).isZero();
        assertThat(feed.archive.segments()).hasSize(1);
    }

    /** The older version was another file: what the listing says now is not said of it. */
    @Test
    void onlyTheNewestVersionIsReadAgain() throws Exception {
        feed.collect(source());
        feed.routes.put("/contenu/telechargement/1/3/file/raa-2.pdf", query -> Answer.ok("%PDF deux bis"));
        page("/RAA-2026/(offset)/10", "<a href=\"/contenu/telechargement/1/3/file/raa-2.pdf\">Recueil n° 2 bis</a>");
        feed.collect(source());
        feed.archivedAs(document -> said(document, document.date(), "Autre titre"));

        assertThat(feed.reread(source())).isEqualTo(2);

        assertThat(feed.documents().subList(3, 5))
                .extracting(SourceDocument::title, SourceDocument::text)
                .containsExactlyInAnyOrder(
                        tuple("Télécharger RAA n° 1 du 05/01/2026 PDF - 1,2 Mb - 06/01/2026", "%PDF un"),
                        tuple("Recueil n° 2 bis", "%PDF deux bis"));
    }

    /** The document with another date and title. */
    static SourceDocument said(SourceDocument document, @Nullable PartialDate date, @Nullable String title) {
        return new SourceDocument(
                document.id(),
                document.source(),
                document.capture(),
                document.locator(),
                document.kind(),
                title,
                date,
                document.publisher(),
                document.outcome(),
                document.cause(),
                document.text(),
                document.pageStarts(),
                document.links(),
                document.metadata());
    }

    @Test
    void aPageWithoutLinksIsNoEmptyListing() throws Exception {
        page("", "<p>Site en maintenance</p>");
        assertThat(feed.collect(source()).failed()).isEqualTo(1);
        assertThat(feed.issues).extracting(Issue::kind).containsExactly("feed-shape");
    }

    private void page(String path, String links) {
        feed.routes.put(LISTING + path, query -> Answer.ok("<html>" + links + "</html>"));
    }

    private Source source() {
        return feed.source("raa", LISTING, Map.of("since", "2025"));
    }
}
