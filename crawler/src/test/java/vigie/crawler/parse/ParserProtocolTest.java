package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.model.Link;
import vigie.model.PartialDate;
import vigie.model.TextOutcome;

class ParserProtocolTest {

    private static final ParsedDocument DOCUMENT = new ParsedDocument(
            TextOutcome.TEXT,
            null,
            "application/pdf",
            "Été 😀\n",
            List.of(0, 4),
            "Titre",
            PartialDate.parse("2024-03-12"),
            List.of(new Link("https://valmont.example/", "Accueil")),
            Map.of("pages", "2"));

    @Test
    void documentsArriveAsTheyWereSent() throws Exception {
        ParsedDocument failed = ParsedDocument.failed("cassé", "text/rtf");

        assertThat(read(written(DOCUMENT))).isEqualTo(DOCUMENT);
        assertThat(read(written(failed))).isEqualTo(failed);
    }

    @Test
    void requestsArriveAsTheyWereSent() throws Exception {
        ParseRequest request = new ParseRequest(
                new Media(Media.Kind.HTML, "text/html"), URI.create("https://valmont.example/é"), null, new byte[] {
                    1, 0, -1
                });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParserProtocol.writeRequest(new DataOutputStream(out), request);

        ChildRequest received =
                ParserProtocol.readRequest(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));

        assertThat(received).usingRecursiveComparison().isEqualTo(request);
    }

    @Test
    void childThatWentMadCannotFillTheMemoryOfItsParent() {
        byte[] huge = ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array();

        assertThatThrownBy(() -> read(huge)).isInstanceOf(IOException.class).hasMessageContaining("not our protocol");
    }

    @Test
    void garbageIsNothingButAnIoException() throws Exception {
        Random random = new Random(7);
        byte[] good = written(DOCUMENT);
        for (int i = 0; i < 2_000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(20);
            try {
                read(bad);
            } catch (IOException e) {
                assertThat(e).isInstanceOf(IOException.class);
            }
        }
    }

    private static byte[] written(ParsedDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParserProtocol.writeDocument(new DataOutputStream(out), document);
        return out.toByteArray();
    }

    private static ParsedDocument read(byte[] bytes) throws IOException {
        return ParserProtocol.readDocument(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
