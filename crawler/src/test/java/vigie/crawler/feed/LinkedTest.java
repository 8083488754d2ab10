package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;

class LinkedTest {

    private static final String ADDRESS = "http://raa.example/a.pdf";
    private static final PartialDate SAVED = PartialDate.parse("2026-02-03");
    private static final Map<String, String> SAVED_FROM = Map.of(SourceDocument.PUBLISHED_FROM, SourceDocument.SAVED);

    @Test
    void theDateOfTheListIsNotThatOfSaving() {
        SourceDocument document =
                linked(ADDRESS, "RAA", PartialDate.parse("2026-01-30")).of(file(SAVED, SAVED_FROM));
        assertThat(document.date()).hasToString("2026-01-30");
        assertThat(document.datedBySaving()).isFalse();
        assertThat(document.title()).isEqualTo("RAA");
        assertThat(document.metadata()).isEmpty();
    }

    @Test
    void whereTheListSaysNothingTheFileSpeaks() {
        SourceDocument file = file(SAVED, SAVED_FROM);
        assertThat(linked(ADDRESS, null, null).of(file)).isEqualTo(file);
    }

    @Test
    void aDateThatNeitherGivesGoes() {
        assertThat(linked(ADDRESS, null, null).of(file(SAVED, Map.of())).date()).isNull();
    }

    @Test
    void theAddressOfTheLinkIsKeptWhereAnotherAnswered() {
        assertThat(linked("http://raa.example/download/7", null, null)
                        .of(file(null, Map.of()))
                        .metadata())
                .containsExactly(Map.entry(SourceDocument.REQUESTED, "http://raa.example/download/7"));
    }

    private static Linked linked(String url, @Nullable String title, @Nullable PartialDate date) {
        return new Linked(URI.create(url), title, date, DocumentKind.ARRETE, Publisher.unknown(), Map.of());
    }

    private static SourceDocument file(@Nullable PartialDate date, Map<String, String> metadata) {
        return new SourceDocument(
                SourceDocument.idOf(ADDRESS, ""),
                "raa",
                FeedFixture.capture(ADDRESS),
                "",
                DocumentKind.ARRETE,
                "a",
                date,
                Publisher.unknown(),
                TextOutcome.TEXT,
                null,
                "texte",
                List.of(),
                List.of(),
                metadata);
    }
}
