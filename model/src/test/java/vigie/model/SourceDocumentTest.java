package vigie.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    void idIsTheSameForEveryVersionAndTellsLocatorsApart() {
        String id = SourceDocument.idOf("https://town.example/pv.pdf", "");

        assertThat(id).matches("d-[0-9a-f]{16}").isEqualTo(SourceDocument.idOf("https://town.example/pv.pdf", ""));
        assertThat(SourceDocument.idOf("https://town.example/pv.pdf", "2")).isNotEqualTo(id);
        assertThat(SourceDocument.idOf("https://town.example/pv.pdf2", "")).isNotEqualTo(id);
    }

    private static SourceDocument withPages(Integer... starts) {
        Capture capture = new Capture("f", Instant.EPOCH, 200, null, "", 0, null, null, null);
        return new SourceDocument(
                "d-1",
                "s",
                capture,
                "",
                DocumentKind.AUTRE,
                null,
                null,
                Publisher.unknown(),
                TextOutcome.TEXT,
                null,
                "",
                List.of(starts),
                List.of(),
                Map.of());
    }
}
