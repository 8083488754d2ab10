package vigie.crawler.feed;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Reading.Entry;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.Link;
import vigie.model.PartialDate;
import vigie.model.Source;
import vigie.model.id.Digest;

/**
 * Recueils des actes administratifs of the prefectures: listing pages that lead to pages of years, months and single
 * bulletins, and in the end to PDF files. Followed is what lies below the listing's own path, page after page; files are
 * what their address says. That holds for the State's common template (cards, download links, {@code (offset)/10}) and
 * for those before it.
 *
 * <p>Option {@code since}: a year or day; pages and files of earlier years are left out.
 */
final class RaaAdapter implements SourceAdapter {

    private static final int MOST_PAGES = 500;
    private static final Pattern FILE = Pattern.compile("(?i).*(?:\\.pdf|/telechargement/.*|/download/.*)$");
    private static final List<String> MONTHS = Arrays.stream(Month.values())
            .map(month -> ActDocuments.folded(month.getDisplayName(TextStyle.FULL, Locale.FRENCH)))
            .toList();
    private static final Pattern DAY = Pattern.compile(
            "(?<!\\d)(?:(?<day>\\d{1,2})(?:[/.-]|(?<=\\bdu \\d{1,2}) )(?<month>\\d{1,2})[/. -]|(?:(?<of>\\d{1,2})(?:er)?\\s+)?\\b(?<name>"
                    + String.join("|", MONTHS) + ")\\s+)(?<year>20\\d\\d)(?!\\d)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

    private final PageReader pages;

    RaaAdapter(PageReader pages) {
        this.pages = pages;
    }

    @Override
    public boolean isWindowed() {
        return false;
    }

    @Override
    public void collect(Source source, Window window, FeedPages pages) throws IOException {
        Deque<String> next = new ArrayDeque<>(List.of(source.url().toString()));
        Set<String> seen = new HashSet<>(next);
        int asked = 0;
        while (!next.isEmpty() && asked++ < MOST_PAGES) {
            Optional<Reading> page = pages.get(URI.create(next.remove()));
            page.ifPresent(reading -> reading.next().stream().filter(seen::add).forEach(next::add));
        }
        if (!next.isEmpty()) {
            pages.truncated(
                    "more than " + MOST_PAGES + " pages lie below the listing",
                    "name a later year in the option since");
        }
    }

    @Override
    public Reading read(Source source, Capture capture, byte[] payload) throws ShapeException {
        if (new String(payload, 0, Math.min(5, payload.length), StandardCharsets.ISO_8859_1).startsWith("%PDF")) {
            throw new ShapeException("a file instead of a listing");
        }
        List<Link> links = pages.links(capture, payload);
        if (links.isEmpty()) {
            throw new ShapeException("the page has no links");
        }
        List<Entry> entries = new ArrayList<>();
        List<String> next = new ArrayList<>();
        for (Link link : links) {
            URI url = address(link.url());
            if (url == null || !isOf(source, url) || isTooOld(source, link)) {
                continue;
            }
            if (FILE.matcher(String.valueOf(url.getPath())).matches()) {
                entries.add(file(source, link, url, capture.url()));
            } else if (isBelow(source.url(), url)) {
                next.add(url.toString());
            }
        }
        return new Reading(entries, null, next);
    }

    private static @Nullable URI address(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isOf(Source source, URI url) {
        String host = url.getHost();
        return host != null && source.hosts().contains(host.toLowerCase(Locale.ROOT));
    }

    private static boolean isBelow(URI listing, URI url) {
        String path = String.valueOf(url.getPath());
        String home = listing.getPath().replaceFirst("/$", "");
        return path.startsWith(home + "/");
    }

    /** By the last year that the link's text names, else its address. */
    private static boolean isTooOld(Source source, Link link) {
        String since = source.options().get("since");
        if (since == null) {
            return false;
        }
        Integer year = lastYear(link.anchor());
        if (year == null) {
            year = lastYear(link.url());
        }
        return year != null && year < Integer.parseInt(since.substring(0, 4));
    }

    private static @Nullable Integer lastYear(String text) {
        Matcher matcher = YEAR.matcher(text);
        Integer year = null;
        while (matcher.find()) {
            year = Integer.valueOf(matcher.group(1));
        }
        return year;
    }

    /** Its day is what its link says, else its own name, else, to the month, the address of the page that lists it. */
    private static Entry file(Source source, Link link, URI url, String listing) {
        PartialDate date = Stream.of(link.anchor(), name(url), listing)
                .map(said -> day(said.equals(link.anchor()) ? said : said.replaceAll("[-_+]|%20", " ")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String title = link.anchor().isBlank()
                ? name(url)
                : link.anchor().replaceAll("\\s+", " ").strip();
        Linked linked = new Linked(url, title, date, DocumentKind.ARRETE, source.publisher(), Map.of());
        String digest = Digest.sha256((link.url() + title).getBytes(StandardCharsets.UTF_8));
        return new Entry(url.toString(), digest, null, linked, List.of());
    }

    /** The first day, or month, that a link names: that of the bulletin stands before that of the upload. */
    private static @Nullable PartialDate day(String anchor) {
        Matcher found = DAY.matcher(ActDocuments.folded(anchor));
        if (!found.find()) {
            return null;
        }
        String name = found.group("name");
        int month = name == null ? Integer.parseInt(found.group("month")) : MONTHS.indexOf(name) + 1;
        String day = name == null ? found.group("day") : found.group("of");
        try {
            return new PartialDate(
                    Integer.parseInt(found.group("year")), month, day == null ? null : Integer.valueOf(day));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String name(URI url) {
        String path = url.getRawPath();
        return URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
