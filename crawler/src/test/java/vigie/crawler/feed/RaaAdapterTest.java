package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.crawler.feed.FeedFixture.Answer;
import vigie.model.Issue;
import vigie.model.PartialDate;
import vigie.model.Source;
import vigie.model.SourceDocument;

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
