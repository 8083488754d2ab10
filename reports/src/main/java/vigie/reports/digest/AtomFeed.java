package vigie.reports.digest;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
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

    /** What may not stand in a web address: all but RFC 3986's characters, brackets and a second {@code #} too. */
    private static final Pattern IN_URI =
            Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~:/?#@!$&'()*+,;=%-]|(?<=#.{0,2000})#");

    private static final Pattern IN_URN = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9()+,.:=@;$_!*'/%-]");

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
        feed.setId(urn("feed:" + id));
        feed.setTitle(printable(title));
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
        entry.setId(urn(item.id()));
        String title = printable(item.title());
        entry.setTitle(title.isBlank() ? Objects.requireNonNullElse(item.link(), item.id()) : title);
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
        link.setHref(escaped(url, IN_URI));
        return link;
    }

    private static String urn(String name) {
        return URN + escaped(name, IN_URN);
    }

    /** Each character that may not stand in such an identifier as its bytes with percent signs; what is escaped stays so. */
    private static String escaped(String text, Pattern allowed) {
        HexFormat hex = HexFormat.of().withUpperCase();
        return allowed.matcher(printable(text)).replaceAll(found -> {
            StringBuilder bytes = new StringBuilder();
            for (byte one : found.group().getBytes(StandardCharsets.UTF_8)) {
                bytes.append('%').append(hex.toHexDigits(one));
            }
            return bytes.toString();
        });
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
