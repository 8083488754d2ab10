package vigie.reports.digest;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Atom feed (RFC 4287). The ids of feed and entries stay the same from one week to the next, so that readers show each
 * entry once.
 *
 * @param id what tells this feed from others, kebab-case
 * @param home where the pages are that it belongs to, or null where they are on no web site
 */
public record AtomFeed(String id, String title, @Nullable String home, Instant updated, List<Item> items) {

    private static final String URN = "urn:vigie:";

    /**
     * An entry.
     *
     * @param id stable, without blanks
     * @param link where to read on, http or https, or null
     */
    public record Item(
            String id, String title, String text, @Nullable String link, Instant updated) {}

    public AtomFeed {
        items = List.copyOf(items);
    }

    /** The feed as XML. */
    public String xml() {
        Feed feed = new Feed("atom_1.0");
        feed.setId(URN + "feed:" + id);
        feed.setTitle(title);
        feed.setUpdated(Date.from(updated));
        Person author = new Person();
        author.setName("Vigie");
        feed.setAuthors(List.of(author));
        if (home != null) {
            feed.setAlternateLinks(List.of(link(home)));
        }
        feed.setEntries(items.stream().map(AtomFeed::entry).toList());
        try {
            return new WireFeedOutput().outputString(feed, true);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed of ours can always be written", e);
        }
    }

    private static Entry entry(Item item) {
        Entry entry = new Entry();
        entry.setId(URN + item.id());
        entry.setTitle(printable(item.title()));
        entry.setUpdated(Date.from(item.updated()));
        Content content = new Content();
        content.setType("text");
        content.setValue(printable(item.text()));
        entry.setContents(List.of(content));
        if (item.link() != null && item.link().matches("https?://.*")) {
            entry.setAlternateLinks(List.of(link(item.link())));
        }
        return entry;
    }

    private static Link link(String url) {
        Link link = new Link();
        link.setRel("alternate");
        link.setHref(url);
        return link;
    }

    /** Without the characters that XML 1.0 cannot hold. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(AtomFeed::isPrintable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c == '\t' || c == '\n' || (c >= ' ' && !surrogate && c != 0xFFFE && c != 0xFFFF);
    }
}
