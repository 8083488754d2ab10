package vigie.crawler.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigie.crawler.SharedCases;

class SitemapsTest {

    private static final URI AT = URI.create("https://town.example.org/sitemap.xml");

    private static final String TWO_PAGES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <url><loc>https://town.example.org/a#x</loc><lastmod>2024-03-01T12:00:00+01:00</lastmod></url>
            <url><loc>https://town.example.org/b?utm_source=x</loc></url>
            <url><loc>https://town.example.org/a</loc></url>
            </urlset>
            """;

    private final Sitemaps sitemaps = new Sitemaps();

    @Test
    void pagesComeOnceInTheirOrder() {
        assertThat(read(TWO_PAGES).orElseThrow().pages())
                .containsExactly(URI.create("https://town.example.org/a"), URI.create("https://town.example.org/b"));
    }

    @Test
    void gzippedFileIsUnpacked() {
        byte[] packed = Routes.gzip(TWO_PAGES.getBytes(UTF_8));

        assertThat(sitemaps.read(AT, packed)).isEqualTo(read(TWO_PAGES)).isPresent();
    }

    @Test
    void indexNamesFurtherSitemaps() {
        Sitemap index = read("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        <sitemap><loc>https://town.example.org/1.xml</loc></sitemap>
                        <sitemap><loc>https://town.example.org/2.xml.gz</loc></sitemap>
                        </sitemapindex>
                        """).orElseThrow();

        assertThat(index.pages()).isEmpty();
        assertThat(index.sitemaps())
                .containsExactly(
                        URI.create("https://town.example.org/1.xml"), URI.create("https://town.example.org/2.xml.gz"));
    }

    @Test
    void linesAreAList() {
        Optional<Sitemap> list = sitemaps.read(
                URI.create("https://town.example.org/sitemap.txt"), "https://town.example.org/a\n".getBytes(UTF_8));

        assertThat(list.orElseThrow().pages()).containsExactly(URI.create("https://town.example.org/a"));
    }

    @Test
    void whatStandsBeforeAFaultIsRead() {
        String broken =
                TWO_PAGES.substring(0, TWO_PAGES.indexOf("<url><loc>https://town.example.org/a</loc>")) + "<url><<<";

        assertThat(read(broken).orElseThrow().pages()).hasSize(2);
    }

    @Test
    void somethingElseIsNoSitemap() {
        assertThat(sitemaps.read(AT, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}))
                .isEmpty();
        assertThat(sitemaps.read(AT, new byte[0])).isEmpty();
    }

    @Test
    void gzipBombIsNoSitemap() {
        assertThat(sitemaps.read(AT, Routes.gzip(new byte[80_000_000]))).isEmpty();
    }

    @Test
    void externalEntitiesAreNotRead() {
        Optional<Sitemap> sitemap = read("""
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>https://town.example.org/&e;</loc></url></urlset>
                """);

        assertThat(sitemap.map(Sitemap::pages).orElseGet(java.util.List::of)).isEmpty();
    }

    @Test
    void sitemapsOfOthersAreRead() throws IOException {
        int read = 0;
        var files = SharedCases.files("conformance/sitemap");
        for (Path file : files) {
            String name = file.getFileName().toString().replaceFirst("^[a-z]+__(extension__)?", "");
            Optional<Sitemap> sitemap =
                    sitemaps.read(URI.create("http://www.example.com/" + name), Files.readAllBytes(file));
            String told = sitemap.map(
                            s -> s.pages().size() + " pages, " + s.sitemaps().size() + " sitemaps")
                    .orElse("not a sitemap");
            System.out.println("conformance sitemap " + file.getFileName() + ": " + told);
            read += sitemap.isPresent() ? 1 : 0;
        }
        System.out.printf("conformance sitemap: %d of %d%n", read, files.size());
        assertThat(read).isPositive().isEqualTo(files.size());
    }

    private Optional<Sitemap> read(String text) {
        return sitemaps.read(AT, text.getBytes(UTF_8));
    }
}
