package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers of a session that a town packed into an archive, over loopback. */
class PackedActsIT {

    private static final String HOST = "packed.localhost";

    @Test
    void archiveOfASessionIsCollectedAndReadAndOthersAreNotAskedFor(@TempDir Path data) throws Exception {
        try (TownSites sites = new TownSites();
                CrawlFixture crawl = new CrawlFixture(data)) {
            sites.html(
                    HOST,
                    "/",
                    "Ville",
                    "<a href='/doc/12.zip'>Séance du 14 mai 2024</a> <a href='/doc/fete.zip'>Photos de la fête</a>");
            sites.bytes(HOST, "/doc/12.zip", 200, Map.of("Content-Type", "application/zip"), session());

            crawl.crawl(sites.source("packed", Duration.ofMillis(1))).run();

            assertThat(sites.asked(HOST)).contains("/doc/12.zip").doesNotContain("/doc/fete.zip");
            assertThat(crawl.document(sites.at(HOST, "/doc/12.zip")).text())
                    .contains("deliberation-7.txt", "La place du lavoir reçoit trois caméras.");
            assertThat(crawl.issues).isEmpty();
        }
    }

    private static byte[] session() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("deliberation-7.txt"));
            zip.write("La place du lavoir reçoit trois caméras.".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
