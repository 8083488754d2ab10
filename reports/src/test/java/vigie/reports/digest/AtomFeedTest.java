package vigie.reports.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AtomFeedTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void whatIsWrittenIsAValidFeed() throws Exception {
        Feed feed = read(new AtomFeed(
                "digest",
                "Quoi de neuf",
                "https://vigie.example.org/",
                NOON,
                List.of(new AtomFeed.Item(
                        "change:p-1",
                        "<script>alert(1)</script> & co\u0000\u000b",
                        "« citation » ]]>",
                        "https://ville.example/acte.pdf",
                        NOON))));

        assertThat(feed.getId()).isEqualTo("urn:vigie:feed:digest");
        assertThat(feed.getUpdated()).isEqualTo(NOON);
        assertThat(feed.getAuthors()).isNotEmpty();
        Entry entry = feed.getEntries().get(0);
        assertThat(entry.getId()).isEqualTo("urn:vigie:change:p-1");
        assertThat(entry.getTitle()).isEqualTo("<script>alert(1)</script> & co");
        assertThat(entry.getContents().get(0).getValue()).isEqualTo("« citation » ]]>");
        assertThat(entry.getAlternateLinks().get(0).getHref()).isEqualTo("https://ville.example/acte.pdf");
    }

    @Test
    void onlyWebAddressesBecomeLinks() throws Exception {
        Feed feed = read(new AtomFeed(
                "digest",
                "t",
                null,
                NOON,
                List.of(new AtomFeed.Item("change:p-1", "t", "", "javascript:alert(1)", NOON))));

        assertThat(feed.getEntries().get(0).getAlternateLinks()).isEmpty();
    }

    @Test
    void theSameFeedHasTheSameBytes() {
        AtomFeed feed = new AtomFeed("digest", "t", null, NOON, List.of());

        assertThat(feed.xml()).isEqualTo(feed.xml());
    }

    private static Feed read(AtomFeed feed) throws Exception {
        return (Feed) new WireFeedInput().build(new StringReader(feed.xml()));
    }
}
