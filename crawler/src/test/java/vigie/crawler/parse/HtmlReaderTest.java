package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Link;

class HtmlReaderTest {

    private static final URI URL = URI.create("https://www.valmont-sur-orge.example/conseil/page.html");
    private static final String BODY_TEXT =
            "Le conseil municipal réuni en séance publique a examiné les points inscrits à l'ordre du jour. ".repeat(4);

    @Test
    void wordpressPageKeepsItsArticleAndLosesItsFrame() {
        ParsedDocument page = read("""
                <!doctype html><html><head><title>Caméras : point d’étape - Valmont-sur-Orge</title></head>
                <body class="home page menu-open">
                <a class="skip-link screen-reader-text" href="#content">Aller au contenu</a>
                <header id="masthead" class="site-header"><nav class="main-navigation"><ul><li><a href="/">Accueil</a></li>
                <li><a href="/mairie">La mairie</a></li></ul></nav></header>
                <div class="breadcrumbs"><a href="/">Accueil</a> &gt; <a href="/conseil">Conseil</a></div>
                <main id="content"><article class="post"><header><h1>Caméras : point d’étape</h1></header>
                <p>Premier paragraphe.</p><p>Second   paragraphe
                sur deux lignes.</p>
                <h2>Calendrier</h2><ul><li>Étude en mars</li><li><p>Pose en juin</p><ul><li>Place du marché</li></ul></li></ul>
                <div class="sharedaddy sd-sharing-enabled"><a href="https://facebook.example/share">Facebook</a></div>
                </article></main>
                <footer class="site-footer"><p>Mairie, 1 place de la République</p></footer>
                <div id="cookie-notice"><p>Nous utilisons des cookies pour mesurer l'audience de ce site.</p></div>
                </body></html>""");

        assertThat(page.text()).isEqualTo("""
                        Caméras : point d’étape

                        Premier paragraphe.

                        Second paragraphe sur deux lignes.

                        Calendrier

                        - Étude en mars
                        - Pose en juin
                          - Place du marché""");
        assertThat(page.title()).isEqualTo("Caméras : point d’étape");
        assertThat(page.links()).extracting(Link::url).contains("https://www.valmont-sur-orge.example/mairie");
    }

    @Test
    void spipPageWithoutMainElementKeepsItsText() {
        ParsedDocument page = read("""
                <html><head><title>[Valmont-sur-Orge] Délibérations</title></head><body class="page_article">
                <div id="page"><div id="entete"><a href="./">Valmont-sur-Orge</a></div>
                <div class="arbo chemin"><a href="./">Accueil</a> &gt; Vie municipale</div>
                <div id="conteneur"><div id="contenu"><div class="cartouche"><h1 class="titre">Délibérations</h1></div>
                <div class="texte"><p>%s</p></div></div>
                <div id="navigation"><div class="menu rubriques"><ul><li><a href="spip.php?rubrique1">Rubrique une</a></li></ul></div></div>
                </div><div id="pied"><a href="spip.php?page=plan">Plan du site</a></div></div></body></html>""".formatted(BODY_TEXT));

        assertThat(page.text()).startsWith("Délibérations").contains("examiné les points");
        assertThat(page.text()).doesNotContain("Rubrique une", "Plan du site", "Vie municipale");
        assertThat(page.links())
                .extracting(Link::url)
                .contains("https://www.valmont-sur-orge.example/conseil/spip.php?rubrique1");
    }

    @Test
    void layoutTablesOfOldPagesAreReadAsBlocks() {
        ParsedDocument page = read("""
                <html><body bgcolor=white><table width=800><tr><td colspan=2><img src=bandeau.gif></td></tr>
                <tr><td width=150><a href=accueil.htm>Accueil</a><br><a href=cm.htm>Conseil</a></td>
                <td><font size=4><b>Compte rendu</b></font><p>%s</p>
                <table border=1><tr><th>Marché</th><th>Montant</th></tr><tr><td>Caméras</td><td>63 000&nbsp;€</td></tr>
                <tr><td><p>Câblage</p></td><td></td></tr></table></td></tr></table></body></html>""".formatted(BODY_TEXT));

        assertThat(page.text()).contains("Compte rendu\n\nLe conseil municipal");
        assertThat(page.text()).contains("\n\nMarché | Montant\nCaméras | 63 000\u00a0€\nCâblage");
    }

    @Test
    void foldedPanelsKeepTheirText() {
        ParsedDocument page = read("""
                <html><body><main><h1>Questions</h1>
                <details><summary>Combien de caméras ?</summary><p>Douze caméras.</p></details>
                <section class="fr-accordion"><h3><button class="fr-accordion__btn" aria-expanded="false" aria-controls="a1">Qui regarde ?</button></h3>
                <div class="fr-collapse" id="a1" aria-hidden="true"><p>La police municipale.</p></div></section>
                <div role="tabpanel" hidden><p>Onglet caché.</p></div>
                <div class="ui-accordion-content" style="display: none"><p>Réponse repliée.</p></div>
                <div id="lot2" style="display:none"><p>Lot deux.</p></div><a href="#lot2">Voir</a>
                <p hidden>Jamais montré.</p><span aria-hidden="true">Décor</span>
                <button>Imprimer</button></main></body></html>""");

        assertThat(page.text())
                .contains(
                        "Combien de caméras ?\n\nDouze caméras.",
                        "Qui regarde ?",
                        "La police municipale.",
                        "Onglet caché.",
                        "Réponse repliée.",
                        "Lot deux.")
                .doesNotContain("Jamais montré", "Décor", "Imprimer");
    }

    @Test
    void frameNamesThatHoldThePageAreNoFrame() {
        ParsedDocument page = read("<body><div id='header' class='menu'><div class='cookie'><p>" + BODY_TEXT
                + "</p></div></div><div class='nav'><a href='x'>Lien</a></div></body>");

        assertThat(page.text()).contains("examiné les points").doesNotContain("Lien");
    }

    @Test
    void pageMadeOfNavigationOnlyStillGivesItsText() {
        ParsedDocument page = read("<body><nav>" + BODY_TEXT + BODY_TEXT + "</nav><nav>" + BODY_TEXT + "</nav></body>");

        assertThat(page.text()).contains("examiné les points");
    }

    @Test
    void mainThatHoldsOnlyTheBannerDoesNotHideTheRest() {
        ParsedDocument page =
                read("<body><main><h1>Actes</h1></main><div class='wrap'><p>" + BODY_TEXT + "</p></div></body>");

        assertThat(page.text()).contains("Actes", "examiné les points");
    }

    @Test
    void drupalAndJoomlaFramesGo() {
        assertThat(read("""
                                <body><div class="region region-header"><a href="/">Accueil du site</a></div>
                                <div role="main" class="main-container"><div class="region-content"><div class="node"><p>%s</p></div></div></div>
                                <aside class="region-sidebar-second"><p>Agenda</p></aside></body>""".formatted(BODY_TEXT)).text())
                .startsWith("Le conseil")
                .doesNotContain("Accueil du site", "Agenda");
        assertThat(read("""
                                <body><div id="topbar"><a href="/">Haut</a></div><div class="item-page"><h2>Titre</h2><p>%s</p></div>
                                <ul class="mod-menu"><li><a href="/a">Entrée</a></li></ul><ul class="pagination"><li><a href="/b">Suivant</a></li></ul></body>""".formatted(BODY_TEXT)).text())
                .startsWith("Titre")
                .doesNotContain("Haut", "Entrée", "Suivant");
    }

    @Test
    void preformattedTextKeepsItsLines() {
        assertThat(read("<body><pre>Article 1\n  Les caméras\n\nArticle 2</pre></body>")
                        .text())
                .isEqualTo("Article 1\n  Les caméras\n\nArticle 2");
    }

    @Test
    void invisibleCharactersGoAndNoBreakSpacesStay() {
        assertThat(read("<p>vidéo\u00adsurveillance\u200b 189\u00a0500\u00a0€ <sup>n</sup><sup>o</sup>\u0001 4 😀</p>")
                        .text())
                .isEqualTo("vidéosurveillance 189\u00a0500\u00a0€ no 4 😀");
    }

    @Test
    void robotsRulesAreMetadata() {
        assertThat(read("<meta name=ROBOTS content='NOINDEX, follow'><p>x").metadata())
                .containsEntry("robots", "noindex");
        assertThat(read("<meta name=robots content=none><p>x").metadata()).containsEntry("robots", "nofollow, noindex");
        assertThat(read("<meta name=robots content='index,follow'><p>x").metadata())
                .doesNotContainKey("robots");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>Page non trouvée</h1><p>Désolé.</p>",
                "<title>Erreur 404 - Valmont</title><p>Retour à l'accueil</p>",
                "<p>Oups, cette page est introuvable : la page demandée n'existe pas.</p>"
            })
    void pagesThatSayTheyAreMissingAreMarked(String html) {
        assertThat(read(html).metadata()).containsEntry("soft-404", "true");
    }

    /** Menus, news and the map of the site stand on such pages, too, and may make them long. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Page non trouvée | Ville de Valmont</title><h1>Valmont</h1>",
                "<title>Ville de Valmont</title><h1>Oups ! Erreur 404</h1>",
                "<title>Valmont</title><p>Désolé, la page que vous recherchez n'existe pas ou plus.</p>",
                "<title>Valmont</title><h2>Document introuvable</h2>",
                "<title>404 - Valmont</title><h2>Actualités</h2>",
                "<title>Valmont</title><h1>La page demandée est introuvable</h1>"
            })
    void longPagesThatSayInTheirTitleOrFirstLinesThatTheyAreMissingAreMarked(String html) {
        String page = html + ("<p>" + BODY_TEXT + "</p>").repeat(8);

        assertThat(read(page).text()).hasSizeGreaterThan(1_000);
        assertThat(read(page).metadata()).containsEntry("soft-404", "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Délibération n° 404 - Valmont</title><p>Séance du 3 mai.</p>",
                "<title>Valmont</title><h1>Chien introuvable : la police municipale cherche</h1>",
                "<title>Valmont</title><p>Le maire dit que le document demandé est introuvable et que la page de garde a été refaite.</p>"
            })
    void longPagesThatOnlyMentionItAreNotMarked(String html) {
        assertThat(read(html + ("<p>" + BODY_TEXT + "</p>").repeat(8)).metadata())
                .doesNotContainKey("soft-404");
    }

    @Test
    void longPagesThatSpeakOfMissingPagesAreNotMarked() {
        assertThat(read("<h1>Page non trouvée : que faire ?</h1>" + ("<p>" + BODY_TEXT + "</p>").repeat(4))
                        .metadata())
                .doesNotContainKey("soft-404");
        assertThat(read("<p>La délibération n° 404 est adoptée.</p>").metadata())
                .doesNotContainKey("soft-404");
    }

    @Test
    void pageWithoutTextSaysSo() {
        ParsedDocument page = read("<frameset><frame src='menu.htm'><frame src='texte.htm'></frameset>");

        assertThat(page.metadata()).containsEntry("empty", "true");
        assertThat(page.links()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, text/html; charset=iso-8859-1, ''",
        "windows-1252, text/html; charset=utf-8, ''",
        "windows-1252, text/html, <meta charset=windows-1252>",
        "windows-1252, , ''",
        "x-MacRoman, , ''",
        "IBM850, , ''",
        "UTF-8, text/html; charset=iso-8859-1, <meta charset=iso-8859-1>",
        "UTF-16LE, text/html, ''",
        "ISO-8859-15, text/html, '<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-15\">'",
        "IBM850, text/html; charset=ibm850, ''"
    })
    void charsetIsFoundInSpiteOfWrongDeclarations(String real, String header, String meta) {
        byte[] bytes = ("<html><head>" + meta
                        + "</head><body><p>Vidéoprotection : coût élevé à Nîmes</p></body></html>")
                .getBytes(Charset.forName(real));

        ParsedDocument page = HtmlReader.read(URL, header, bytes);

        assertThat(page.text()).isEqualTo("Vidéoprotection : coût élevé à Nîmes");
    }

    @Test
    void pagesGluedFromTwoCharsetsAreReadWhole() {
        byte[] utf8 = "<p>Vidéo à Nîmes, ".getBytes(StandardCharsets.UTF_8);
        byte[] latin = "coût élevé</p>".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = new byte[utf8.length + latin.length];
        System.arraycopy(utf8, 0, both, 0, utf8.length);
        System.arraycopy(latin, 0, both, utf8.length, latin.length);

        assertThat(HtmlReader.read(URL, null, both).text()).isEqualTo("Vidéo à Nîmes, coût élevé");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<main>",
                "<button>",
                "<article><header>",
                "<ul><li>",
                "<a href=x>",
                "<div onclick=\"open('x')\">",
                "<table><tr><td>",
                "<div hidden id=menu class=nav>"
            })
    void absurdlyDeepNestingIsReadInTime(String tags) {
        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(
                                read("<body>" + tags.repeat(10_000) + "Au fond").text())
                        .contains("Au fond"));
    }

    private static ParsedDocument read(String html) {
        return HtmlReader.read(URL, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }
}
