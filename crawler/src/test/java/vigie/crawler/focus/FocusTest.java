package vigie.crawler.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.model.DocumentKind;
import vigie.model.Link;
import vigie.model.TextOutcome;

class FocusTest {

    private static final String SITE = "https://v.example/";

    private final Focus focus = new Focus(Platforms.shipped(), Year.of(2026));
    private final Place home = focus.place(SITE, "Accueil", null, 0);
    private final Place minutes = focus.place(SITE + "cm/", "Délibérations du conseil", null, 0);

    @Test
    void minutesComeBeforeNewsAndNewsBeforeTheRest() {
        float pv = score(home, "pv-2024.pdf", "Procès-verbal du conseil municipal", null);
        float news = score(home, "actualites/fete", "La fête", null);
        float rest = score(home, "piscine", "Piscine", null);

        assertThat(pv).isGreaterThan(news);
        assertThat(news).isGreaterThan(rest);
        assertThat(rest).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "Procès-verbal du 12 mars 2024 (PDF - 2 Mo),Procès-verbal du 12 mars 2024 (PDF - 2 Mo)",
        "Télécharger le document (PDF - 2 Mo),",
        "Lire la suite,",
        "pdf 1,",
        "'',",
        "Télécharger la délibération,Télécharger la délibération"
    })
    void whatALinkCallsItIsKeptWhereThatSaysSomething(String anchor, String label) {
        Promise promise =
                focus.promise(home, "https://v.example/x.pdf", new Link("https://v.example/x.pdf", anchor), 0);

        assertThat(promise.label()).isEqualTo(label);
    }

    @Test
    void surveillanceComesEarly() {
        assertThat(score(home, "x", "Vidéoprotection", null)).isGreaterThan(score(home, "x", "Bulletin", null));
    }

    @Test
    void bodiesThatBorrowTheNameOfTheCouncilComeLater() {
        assertThat(score(home, "x", "Conseil municipal", null))
                .isGreaterThan(score(home, "x", "Conseil municipal des jeunes", null));
    }

    @Test
    void namelessFileCountsByItsHeadingAndItsPage() {
        float alone = score(home, "telecharge.php?id=12", "Télécharger", "");
        assertThat(score(home, "telecharge.php?id=12", "Télécharger", "Comptes rendus / 2024"))
                .isGreaterThan(alone);
        assertThat(score(minutes, "telecharge.php?id=12", "Télécharger", "")).isGreaterThan(alone);
    }

    @Test
    void menuOfAPageAboutActsIsNoBetterThanAnyMenu() {
        assertThat(score(minutes, "piscine", "Piscine", null)).isEqualTo(score(home, "piscine", "Piscine", null));
    }

    @Test
    void breadcrumbsSayWhatATitleDoesNot() {
        assertThat(focus.place(SITE + "node/7", "2024", "Accueil > Comptes rendus > 2024", 0)
                        .relevance())
                .isGreaterThan(focus.place(SITE + "node/7", "2024", null, 0).relevance());
    }

    @Test
    void furtherPageOfAListIsAsRelevantThoughItStandsInNoContent() {
        Promise next = focus.promise(minutes, SITE + "cm/?page=2", new Link(SITE + "cm/?page=2", "2"), 0);
        assertThat(next.near()).isEqualTo(minutes.relevance());
        assertThat(next.place()).isNotNull();
    }

    /** As a CMS says it that we do not know: what it adds to the address of the list is a number. */
    @Test
    void furtherPageIsKnownByItsAnchorWhateverItsNumberIsCalled() {
        Promise next = focus.promise(minutes, SITE + "cm/?volet=2", new Link(SITE + "cm/?volet=2", "2"), 0);
        assertThat(next.near()).isEqualTo(minutes.relevance());
        assertThat(next.score()).isGreaterThan(score(home, "cm/?volet=2", "La suite", null));
    }

    /** A council's pages may lie anywhere; where they lie says less than what they are called. */
    @Test
    void councilBelowAnotherSectionIsACouncil() {
        assertThat(score(home, "tourisme/conseil/", "Le conseil municipal", null))
                .isEqualTo(score(home, "mairie/conseil/", "Le conseil municipal", null), within(3f));
        assertThat(focus.place(SITE + "associations/deliberations", "Délibérations", null, 0)
                        .relevance())
                .isEqualTo(1);
        assertThat(score(home, "associations/club/", "Club de lecture", null))
                .isLessThan(score(home, "mairie/club/", "Club de lecture", null));
    }

    @Test
    void newestComesFirst() {
        assertThat(score(minutes, "a.pdf", "Séance de mars 2026", ""))
                .isGreaterThan(score(minutes, "a.pdf", "Séance de mars 2019", ""));
    }

    @Test
    void reasonsAreTold() {
        assertThat(promise(minutes, "pv.pdf", "PV de mars 2026", "2026").why())
                .contains("act@anchor+10", "near+9", "file+4", "recent+2");
    }

    @Test
    void firstLinksOfAListAreProbes() {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            links.add(new Link(SITE + "doc_" + i + ".pdf", "Document " + i, ""));
        }
        Map<String, Promise> promises = focus.promises(home, links, Optional::of);
        assertThat(promises.values())
                .filteredOn(link -> link.why().contains("probe"))
                .hasSize(2);
    }

    @Test
    void imagesAreAskedForWhereALinkCallsThemActs() {
        List<Link> links = List.of(
                new Link(SITE + "img/0012.jpg", "Arrêté du 3 mars 2025", ""),
                new Link(SITE + "img/0013.jpg", "La fontaine", ""),
                new Link(SITE + "img/0014.png", "Page 2", "Délibérations"));

        assertThat(focus.promises(home, links, Optional::of))
                .containsOnlyKeys(SITE + "img/0012.jpg", SITE + "img/0014.png");
    }

    @Test
    void archivesAreAskedForWhereALinkSpeaksOfTheCouncilOrItsSubjects() {
        List<Link> links = List.of(
                new Link(SITE + "doc/12.zip", "Séance du 14 mai 2024", ""),
                new Link(SITE + "doc/13.ZIP?v=2", "Délibérations (zip)", ""),
                new Link(SITE + "doc/dce.zip", "Dossier de consultation", "Marchés publics"),
                new Link(SITE + "doc/photos.zip", "Photos de la fête", ""));

        assertThat(focus.promises(home, links, Optional::of))
                .containsOnlyKeys(SITE + "doc/12.zip", SITE + "doc/13.ZIP?v=2", SITE + "doc/dce.zip");
    }

    @Test
    void seedsAreFirst() {
        assertThat(score(minutes, "deliberations/video/marche-public/bulletin.pdf", "arrêté conseil caméra", "PV"))
                .isLessThan(Focus.SEED);
    }

    @Test
    void actPaysAndSoDoesWhatLeadsToSome() {
        List<Promise> none = List.of();
        assertThat(pays(DocumentKind.DELIBERATION, TextOutcome.TEXT, 0, none)).isEqualTo(Optional.of(true));
        assertThat(pays(DocumentKind.AUTRE, TextOutcome.TEXT, 0, none)).isEqualTo(Optional.of(false));
        assertThat(pays(DocumentKind.AUTRE, TextOutcome.TEXT, 0, List.of(promise(home, "pv.pdf", "PV", ""))))
                .isEqualTo(Optional.of(true));
    }

    @Test
    void scanCountsOnlyWhereItIsExpected() {
        assertThat(pays(DocumentKind.AUTRE, TextOutcome.NO_TEXT, 0.7f, List.of()))
                .isEqualTo(Optional.of(true));
        assertThat(pays(DocumentKind.AUTRE, TextOutcome.NO_TEXT, 0, List.of())).isEmpty();
    }

    private static Optional<Boolean> pays(DocumentKind kind, TextOutcome outcome, float near, List<Promise> links) {
        return Focus.pays(kind, outcome, near, links);
    }

    private float score(Place from, String path, String anchor, @Nullable String section) {
        return promise(from, path, anchor, section).score();
    }

    private Promise promise(Place from, String path, String anchor, @Nullable String section) {
        return focus.promise(from, SITE + path, new Link(SITE + path, anchor, section), 0);
    }
}
