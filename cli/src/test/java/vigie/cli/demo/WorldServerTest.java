package vigie.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorldServerTest {

    private WorldServer server;

    @BeforeEach
    void start() throws Exception {
        server = new WorldServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyTownSaysThatItIsInvented() throws Exception {
        for (World.Town town : World.load().towns()) {
            if (!town.build().equals("dead")) {
                assertThat(get(town.id(), "/", Map.of()).text()).contains("commune imaginaire");
            }
        }
    }

    @Test
    void minutesAreRealPdf() throws Exception {
        Answer answer = get("val-moreau", "/actes/2023/pv-2023-06-29.pdf", Map.of());
        try (var document = Loader.loadPDF(answer.body())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("le marché n° 2023-07 portant sur la fourniture");
        }
    }

    @Test
    void unchangedPageIs304() throws Exception {
        Answer first = get("val-moreau", "/conseil", Map.of());
        assertThat(get("val-moreau", "/conseil", Map.of("If-None-Match", first.etag()))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void calendarNeverEndsAndMissingPagesAnswer200() throws Exception {
        assertThat(get("trois-lanternes", "/agenda?mois=2031-12", Map.of()).text())
                .contains("/agenda?mois=2032-01");
        assertThat(get("trois-lanternes", "/nulle-part", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void latin1PagesAreLatin1() throws Exception {
        assertThat(new String(get("saint-aubin", "/conseil", Map.of()).body(), StandardCharsets.ISO_8859_1))
                .contains("Réfection")
                .contains("charset=\"ISO-8859-1\"");
    }

    @Test
    void feedAnswersInTheShapeOfBoamp() throws Exception {
        JsonNode answer = new JsonMapper()
                .readTree(get("boamp", NoticesFeed.PATH + "?limit=2&offset=0", Map.of())
                        .body());
        assertThat(answer.get("total_count").asInt()).isEqualTo(3);
        assertThat(answer.get("results")).hasSize(2);
        JsonNode donnees =
                new JsonMapper().readTree(answer.at("/results/0/donnees").asText());
        assertThat(donnees.at("/ATTRIBUTION/DECISION/TITULAIRE/DENOMINATION").asText())
                .isEqualTo("SNEF");
        assertThat(get("boamp", NoticesFeed.PATH + "?limit=101", Map.of()).status())
                .isEqualTo(400);
    }

    @Test
    void sameActGivesTheSameBytes() throws Exception {
        World.Act act = World.load().towns().get(0).documents().get(0);
        assertThat(Arrays.equals(Paper.of(act), Paper.of(act))).isTrue();
    }

    private record Answer(int status, String etag, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private Answer get(String town, String path, Map<String, String> headers) throws Exception {
        // HttpURLConnection sets no Host of ours, so the request goes by hand over a socket.
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: " + town + ".localhost:"
                    + server.port() + "\r\nConnection: close\r\n");
            headers.forEach((name, value) ->
                    request.append(name).append(": ").append(value).append("\r\n"));
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return parse(socket.getInputStream().readAllBytes());
        }
    }

    private static Answer parse(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        String head = all.substring(0, end);
        String etag = head.replaceFirst("(?s).*ETag: ([^\r]*).*", "$1").replaceFirst("(?s).*Etag: ([^\r]*).*", "$1");
        int status = Integer.parseInt(head.split(" ", 3)[1]);
        return new Answer(status, etag, Arrays.copyOfRange(bytes, end + 4, bytes.length));
    }
}
