package vigie.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceDocumentTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "9, 1", "10, 2", "19, 2", "20, 4", "500, 4"})
    void offsetIsOnThePageThatStartsLastBeforeIt(int offset, int page) {
        assertThat(withPages(0, 10, 20, 20).pageAt(offset)).isEqualTo(page);
    }

    @Test
    void documentWithoutPagesHasNoPage() {
        assertThat(withPages().pageAt(3)).isNull();
    }

    @Test
    void filesThatItCarriesAreOnNoPage() {
        Map<String, String> facts = Map.of(SourceDocument.ATTACHED_FROM, "20");
        SourceDocument document = document(withPages().capture(), "", "x".repeat(30), List.of(0, 10), facts);

        assertThat(document.pageAt(19)).isEqualTo(2);
        assertThat(document.pageAt(20)).isNull();
        assertThat(document.sheets())
                .containsExactly(
                        new SourceDocument.Sheet(1, 0, 10),
                        new SourceDocument.Sheet(2, 10, 20),
                        new SourceDocument.Sheet(null, 20, 30));
        assertThat(withPages().sheets()).containsExactly(new SourceDocument.Sheet(null, 0, 0));
        assertThat(document(withPages().capture(), "", "xx", List.of(0, 1), Map.of())
                        .sheets())
                .containsExactly(new SourceDocument.Sheet(1, 0, 1), new SourceDocument.Sheet(2, 1, 2));
    }

    @Test
    void idIsTheSameForEveryVersionAndTellsLocatorsApart() {
        String id = SourceDocument.idOf("https://town.example/pv.pdf", "");

        assertThat(id).matches("d-[0-9a-f]{16}").isEqualTo(SourceDocument.idOf("https://town.example/pv.pdf", ""));
        assertThat(SourceDocument.idOf("https://town.example/pv.pdf", "2")).isNotEqualTo(id);
        assertThat(SourceDocument.idOf("https://town.example/pv.pdf2", "")).isNotEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "24-1, https://notices.example/24-1, https://notices.example/24-1",
        "'', https://notices.example/24-1, https://api.example/?q=x", // a page that names another address of itself
        "24-1, javascript:alert(1), https://api.example/?q=x",
        "24-1, notices.example, https://api.example/?q=x",
        "24-1, , https://api.example/?q=x"
    })
    void recordOfAFeedIsReadAtItsOwnPage(String locator, @Nullable String page, String address) {
        SourceDocument document = record(locator, page == null ? Map.of() : Map.of(SourceDocument.PAGE, page));

        assertThat(document.address()).isEqualTo(address);
        Evidence evidence = Evidence.of(document, 3, 8, List.of()).masked();
        assertThat(evidence.url()).isEqualTo(address);
        assertThat(evidence.fetchedFrom())
                .isEqualTo(address.equals(document.capture().url()) ? null : "https://api.example/?q=x");
        assertThat(evidence.quote()).isEqualTo("ville");
    }

    private static SourceDocument record(String locator, Map<String, String> metadata) {
        Capture capture = new Capture(
                "https://api.example/?q=x", Instant.EPOCH, 200, null, "", 0, null, null, new WarcPosition("f", 0));
        return document(capture, locator, "La ville", List.of(), metadata);
    }

    private static SourceDocument withPages(Integer... starts) {
        Capture capture = new Capture("f", Instant.EPOCH, 200, null, "", 0, null, null, null);
        return document(capture, "", "", List.of(starts), Map.of());
    }

    private static SourceDocument document(
            Capture capture, String locator, String text, List<Integer> starts, Map<String, String> metadata) {
        return new SourceDocument(
                "d-1",
                "s",
                capture,
                locator,
                DocumentKind.AUTRE,
                null,
                null,
                Publisher.unknown(),
                TextOutcome.TEXT,
                null,
                text,
                starts,
                List.of(),
                metadata);
    }
}
