package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineGapsTest {

    private static final int SIZE = 11;

    /** Single lines, lines and a half, double lines. */
    @ParameterizedTest
    @ValueSource(floats = {13, 19.5f, 27})
    void sentenceIsNotCutAtTheEndsOfItsLines(float leading) throws IOException {
        assertThat(read(leading, 2 * leading)).isEqualTo("""
                        Le conseil municipal approuve le marché qui a pour objet la fourniture
                        du logiciel et sa maintenance pendant quatre ans, pour un montant de
                        63 200 euros hors taxes, et autorise le maire à signer tout document.

                        Le marché est financé par le budget principal de la commune, chapitre
                        vingt et un, et par une subvention que la préfecture doit encore verser.
                        """);
    }

    @ParameterizedTest
    @ValueSource(floats = {13, 27})
    void shortLinesFarApartStayParagraphs(float leading) throws IOException {
        String text = text(leading, 3 * leading, "Objet : voirie", "", "Présents : 19", "", "Vote : unanimité");
        assertThat(text).isEqualTo("Objet : voirie\n\nPrésents : 19\n\nVote : unanimité\n");
    }

    private static String read(float leading, float gap) throws IOException {
        return text(
                leading,
                gap,
                "Le conseil municipal approuve le marché qui a pour objet la fourniture",
                "du logiciel et sa maintenance pendant quatre ans, pour un montant de",
                "63 200 euros hors taxes, et autorise le maire à signer tout document.",
                "",
                "Le marché est financé par le budget principal de la commune, chapitre",
                "vingt et un, et par une subvention que la préfecture doit encore verser.");
    }

    /** A page of these lines, an empty one being the gap between two paragraphs. */
    private static String text(float leading, float gap, String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                float y = 740;
                for (int i = 0; i < lines.length; i++) {
                    y -= lines[i].isEmpty() ? gap - leading : leading;
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), SIZE);
                    content.newLineAtOffset(70, y);
                    content.showText(lines[i]);
                    content.endText();
                }
            }
            document.save(out);
        }
        return new PdfReader().read(out.toByteArray(), SampleFiles.inside()).text();
    }
}
