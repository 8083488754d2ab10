package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

class ColumnOrderTest {

    private static final List<String> LEFT = List.of(
            "Le conseil municipal a décidé de moderniser",
            "le réseau de caméras de la ville. Les premiers",
            "travaux commenceront au printemps, place du",
            "marché et devant la gare. La dépense est de",
            "deux cent mille euros, dont la moitié vient",
            "de la région et du fonds de prévention. Une",
            "réunion publique se tiendra en mairie avant",
            "la fin du mois, et chacun pourra y poser ses",
            "questions aux élus et aux agents communaux.");
    private static final List<String> RIGHT = List.of(
            "Cette année encore, la médiathèque propose",
            "des lectures pour les enfants chaque mercredi",
            "après-midi, avec des bénévoles et des auteurs",
            "de la région. Les inscriptions sont ouvertes",
            "à l'accueil et sur le site de la commune. Le",
            "programme complet est affiché dans le hall",
            "et distribué dans les écoles. Un goûter est",
            "offert à la fin de chaque séance, et la salle",
            "est accessible aux personnes handicapées.");

    @Test
    void columnsDrawnLineByLineAreReadOneAfterTheOther() throws IOException {
        String text = text(content -> {
            line(content, 50, 760, "Bulletin municipal : tout ce qui change cette année dans notre belle commune");
            across(content, LEFT, RIGHT, 310);
            line(
                    content,
                    50,
                    500,
                    "Page réalisée par le service de la communication avec les associations de la ville");
        });

        assertThat(text.indexOf("belle commune")).isLessThan(text.indexOf(LEFT.get(0)));
        assertThat(text).contains(String.join("\n", LEFT)).contains(String.join("\n", RIGHT));
        assertThat(text.indexOf(LEFT.get(8))).isLessThan(text.indexOf(RIGHT.get(0)));
        assertThat(text.indexOf(RIGHT.get(8))).isLessThan(text.indexOf("Page réalisée"));
    }

    @Test
    void columnsDrawnOneAfterTheOtherStayAsTheyAre() throws IOException {
        String text = text(content -> {
            for (int i = 0; i < LEFT.size(); i++) {
                line(content, 310, 700 - 14 * i, RIGHT.get(i));
            }
            for (int i = 0; i < LEFT.size(); i++) {
                line(content, 50, 700 - 14 * i, LEFT.get(i));
            }
        });

        assertThat(text.indexOf(RIGHT.get(8))).isBetween(0, text.indexOf(LEFT.get(0)));
    }

    @Test
    void rowsOfTablesStayTogether() throws IOException {
        List<String> amounts = LEFT.stream().map(label -> "63 200,00 EUR").toList();
        List<String> names = LEFT.stream().map(label -> "Place du marché").toList();

        String figures = text(content -> across(content, LEFT, amounts, 330));
        String labels = text(content -> across(content, names, names, 330));

        assertThat(figures).contains(LEFT.get(3) + " 63 200,00 EUR\n");
        assertThat(labels).contains("Place du marché Place du marché\n");
    }

    private interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    private static void across(PDPageContentStream content, List<String> left, List<String> right, float x)
            throws IOException {
        for (int i = 0; i < left.size(); i++) {
            line(content, 50, 700 - 14 * i, left.get(i));
            line(content, x, 700 - 14 * i, right.get(i));
        }
    }

    private static void line(PDPageContentStream content, float x, float y, String text) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 11);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private static String text(Drawing drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                drawing.on(content);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new PdfReader().read(out.toByteArray(), SampleFiles.inside()).text();
        }
    }
}
