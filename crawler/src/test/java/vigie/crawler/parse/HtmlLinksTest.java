package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.model.Link;

class HtmlLinksTest {

    private static final String SITE = "https://www.valmont-sur-orge.example/";

    @Test
    void anchorsAreAbsoluteWithoutFragmentAndOnce() {
        assertThat(
                        links(
                                "<a href='pv.pdf'>PV</a><a href='/a.html#x'>A</a><a href='pv.pdf#page=2'>PV encore</a><a href='#haut'>Haut</a>"
                                        + "<a href='mailto:x@y.example'>Courriel</a><a href='tel:+33'>Tél</a><a href=''>Vide</a><a>Rien</a>"))
                .containsExactly(new Link(SITE + "conseil/pv.pdf", "PV", ""), new Link(SITE + "a.html", "A", ""));
    }

    @Test
    void sectionIsTheHeadingsAboveALinkInTheContent() {
        assertThat(links("<nav><a href='/menu'>Menu du site</a></nav><main><h1>Mairie</h1><a href='/a'>Avant</a>"
                        + "<h2>Conseil</h2><h3>2024</h3><a href='/b'>PV de mars</a><h2>Arrêtés</h2>"
                        + "<table><tr><td>Voirie</td><td><a href='/c'>Consulter</a></td></tr></table></main>"))
                .containsExactly(
                        new Link(SITE + "menu", "Menu du site"),
                        new Link(SITE + "a", "Avant", ""),
                        new Link(SITE + "b", "PV de mars", "Conseil / 2024"),
                        new Link(SITE + "c", "Consulter", "Arrêtés / Voirie Consulter"));
    }

    @Test
    void baseElementCounts() {
        assertThat(links("<base href='/racine/'><a href='x.html'>X</a>"))
                .containsExactly(new Link(SITE + "racine/x.html", "X", ""));
    }

    @Test
    void spacesAndAccentsAreEncoded() {
        assertThat(urls("<a href=' docs/Conseil du 12 février.pdf\n'>x</a><a href='\\docs\\y.pdf'>y</a>"))
                .containsExactly(SITE + "conseil/docs/Conseil%20du%2012%20f%C3%A9vrier.pdf", SITE + "docs/y.pdf");
    }

    @Test
    void queryIsWrittenInTheCharsetOfThePage() {
        byte[] page = "<a href='liste.php?q=été'>x</a>".getBytes(Charset.forName("windows-1252"));

        assertThat(HtmlReader.read(URI.create(SITE), "text/html; charset=windows-1252", page)
                        .links())
                .containsExactly(new Link(SITE + "liste.php?q=%E9t%E9", "x", ""));
    }

    @Test
    void anchorsThatSayNothingTakeTheTitle() {
        assertThat(links(
                        "<a href='1.pdf' title='Procès-verbal du 3 mai'>Télécharger</a><a href='2.pdf'><img alt='Budget' src=i.png></a>"
                                + "<a href='3.pdf'><img src=i.png></a><a href='3.pdf'>Ordre du jour</a>"))
                .extracting(Link::anchor)
                .containsExactly("Procès-verbal du 3 mai", "Budget", "Ordre du jour");
    }

    @Test
    void linksOfFramesMenusAndAccordionsCount() {
        assertThat(urls(
                        "<nav><a href='/menu'>m</a></nav><details><a href='/plie.pdf'>p</a></details><div hidden><a href='/cache.pdf'>c</a></div>"
                                + "<noscript><a href='/sans-script'>s</a></noscript><map><area href='/plan'></map>"))
                .containsExactly(
                        SITE + "menu", SITE + "plie.pdf", SITE + "cache.pdf", SITE + "sans-script", SITE + "plan");
    }

    @Test
    void scriptedOpeningsCount() {
        assertThat(
                        urls(
                                "<a data-href='/docs/1.pdf'>1</a><button data-url='docs/2.pdf'>2</button><span onclick=\"window.open('/docs/3.pdf','_blank')\">3</span>"
                                        + "<div onclick=\"location.href = '/4'\">4</div><a href=\"javascript:window.open('/docs/5.pdf')\">5</a>"
                                        + "<tr data-url='oui'></tr><script>var docs = [{\"url\":\"\\/docs\\/6.pdf\"}];</script>"))
                .containsExactly(
                        SITE + "docs/1.pdf",
                        SITE + "conseil/docs/2.pdf",
                        SITE + "docs/3.pdf",
                        SITE + "4",
                        SITE + "docs/5.pdf",
                        SITE + "docs/6.pdf");
    }

    @Test
    void viewersGiveTheDocumentThatTheyShow() {
        assertThat(urls("<iframe src='/pdfjs/web/viewer.html?file=%2Fdocs%2F1.pdf#page=1'></iframe>"
                        + "<iframe data-src='https://docs.google.example/viewer?url=https%3A%2F%2Fwww.valmont-sur-orge.example%2F2.pdf&embedded=true'></iframe>"
                        + "<embed src='/docs/3.pdf' type='application/pdf'><object data='/docs/4.pdf'></object>"
                        + "<a href='telecharger.php?file=docs/5.pdf'>PV</a>"))
                .contains(
                        SITE + "docs/1.pdf",
                        SITE + "docs/3.pdf",
                        SITE + "docs/4.pdf",
                        SITE + "conseil/telecharger.php?file=docs/5.pdf");
    }

    @Test
    void relationsOptionsAndRefreshCount() {
        ParsedDocument page = read(
                "<head><link rel=canonical href='/canon'><link rel=next href='?page=2'><link rel=stylesheet href=x.css>"
                        + "<meta http-equiv=refresh content='0; url=/nouveau'></head><select><option value='/cm/2019'>2019</option><option value='3'>3</option></select>");

        assertThat(page.links())
                .extracting(Link::url)
                .containsExactly(SITE + "canon", SITE + "conseil/page.html?page=2", SITE + "nouveau", SITE + "cm/2019");
        assertThat(page.metadata())
                .containsEntry("canonical", SITE + "canon")
                .containsEntry("next", SITE + "conseil/page.html?page=2");
    }

    @Test
    void lazyPicturesAreNoLinks() {
        assertThat(urls("<img data-src='/photo.jpg' src='x.gif'>")).isEmpty();
    }

    private static List<String> urls(String html) {
        return links(html).stream().map(Link::url).toList();
    }

    private static List<Link> links(String html) {
        return read(html).links();
    }

    private static ParsedDocument read(String html) {
        return HtmlReader.read(
                URI.create(SITE + "conseil/page.html"), "text/html", html.getBytes(StandardCharsets.UTF_8));
    }
}
