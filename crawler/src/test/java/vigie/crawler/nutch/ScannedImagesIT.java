package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.SourceDocument;

/** Acts that a town photographed and linked as they are, over loopback. */
class ScannedImagesIT {

    private static final String HOST = "images.localhost";

    @Test
    void actThatIsAnImageIsCollectedAndReadAndPicturesAreNotAskedFor(@TempDir Path data) throws Exception {
        try (TownSites sites = new TownSites();
                CrawlFixture crawl = new CrawlFixture(data)) {
            sites.html(
                    HOST,
                    "/",
                    "Ville",
                    "<a href='/img/0012.jpg'>Arrêté du 3 mars 2025</a> <a href='/img/fontaine.jpg'>La fontaine</a>");
            sites.bytes(HOST, "/img/0012.jpg", 200, Map.of("Content-Type", "image/jpeg"), paper());

            crawl.crawl(sites.source("images", Duration.ofMillis(1))).run();

            assertThat(sites.asked(HOST)).contains("/img/0012.jpg").doesNotContain("/img/fontaine.jpg");
            SourceDocument act = crawl.document(sites.at(HOST, "/img/0012.jpg"));
            assertThat(act.text()).contains("stationnement", "vidéoprotection");
            assertThat(act.metadata()).containsEntry("ocr-pages", "1");
            assertThat(act.kind()).isEqualTo(DocumentKind.ARRETE);
            assertThat(act.date()).isEqualTo(PartialDate.parse("2025-03-03"));
            assertThat(crawl.issues).isEmpty();
        }
    }

    private static byte[] paper() throws Exception {
        BufferedImage image = new BufferedImage(1_654, 2_339, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 44));
        int y = 300;
        for (String line : new String[] {
            "ARRÊTÉ DU MAIRE",
            "Le maire de la commune, vu le code de la route,",
            "arrête : le stationnement est interdit sur la place",
            "pendant la pose des caméras de vidéoprotection."
        }) {
            graphics.drawString(line, 200, y);
            y += 90;
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
