package vigie.reports.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AtomRulesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final String FEED = new AtomFeed(
                    "digest",
                    "Quoi de neuf",
                    "https://vigie.example.org/",
                    NOON,
                    List.of(
                            new AtomFeed.Item("change:p-1", "Titre", "Texte", "https://ville.example/acte.pdf", NOON),
                            new AtomFeed.Item("change:p-2", "Titre", "Texte", null, NOON)))
            .xml();

    @Test
    void ourFeedIsValid() throws Exception {
        assertThat(AtomRules.faults(FEED)).isEmpty();
    }

    @Test
    void whatIsMissingOrTwiceIsTold() throws Exception {
        assertThat(AtomRules.faults(FEED.replaceFirst("<updated>.*?</updated>", "")))
                .isNotEmpty();
        assertThat(AtomRules.faults(FEED.replaceFirst("<title>.*?</title>", "")))
                .isNotEmpty();
        assertThat(AtomRules.faults(FEED.replace("2026-03-02T12:00:00Z", "2 mars 2026")))
                .isNotEmpty();
        assertThat(AtomRules.faults(FEED.replace("change:p-2", "change:p-1"))).anyMatch(told -> told.contains("two"));
        assertThat(AtomRules.faults(FEED.replaceFirst("(?s)<author>.*?</author>", "")))
                .anyMatch(told -> told.contains("author"));
        assertThat(AtomRules.faults(FEED.replace("change:p-1", "change:été"))).anyMatch(told -> told.contains("URN"));
        assertThat(AtomRules.faults(FEED.replace("https://ville.example/acte.pdf", "/acte.pdf")))
                .anyMatch(told -> told.contains("relative"));
        assertThat(AtomRules.faults(FEED.replace("acte.pdf", "acte bilan.pdf"))).anyMatch(told -> told.contains("URI"));
    }

    @Test
    void addressesWithAccentsAndBlanksAreWrittenAsUris() throws Exception {
        String feed = new AtomFeed(
                        "search:caméras",
                        "t",
                        null,
                        NOON,
                        List.of(
                                new AtomFeed.Item(
                                        "document:d-1", "", "t", "https://ville.example/procès verbal.pdf", NOON),
                                new AtomFeed.Item(
                                        "document:d-2", "t\nu", "t", "https://ville.example/a|b[c].pdf?é#%", NOON)))
                .xml();
        assertThat(AtomRules.faults(feed)).isEmpty();
        assertThat(feed).contains("https://ville.example/proc%C3%A8s%20verbal.pdf");
    }
}
