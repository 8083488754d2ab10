package vigie.crawler.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.Fetcher;
import vigie.model.Capture;
import vigie.model.Issue;
import vigie.model.Source;
import vigie.model.WarcPosition;
import vigie.model.archive.Archive;
import vigie.model.archive.DamagedArchiveException;
import vigie.model.archive.SegmentWriter;
import vigie.model.config.Communes;

/**
 * Collects feeds into the archive, window by window, each window a segment of its own: a collection that was cut goes on
 * after the last whole window.
 *
 * <p>Options that any windowed feed's seed may give: {@code since} (first day ever asked for, ISO; two years ago if left
 * out), {@code window} (length of one, ISO period, {@code P1M} if left out), {@code overlap} (how far back known days are
 * asked for again, because notices are corrected and come late; {@code P14D} if left out). Not thread-safe.
 */
public final class FeedCollector {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final int TIME_DIGITS = 17;

    /** What ends the name of a segment of documents that were read again; no source's id holds a dot. */
    private static final String REREAD = ".reread";

    private static final DateTimeFormatter SEGMENT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    private final Fetcher fetcher;
    private final FileReader files;
    private final Map<String, SourceAdapter> adapters;
    private final Clock clock;
    private final Consumer<Issue> issues;

    public FeedCollector(
            Fetcher fetcher,
            FileReader files,
            PageReader pages,
            Communes communes,
            Clock clock,
            Consumer<Issue> issues) {
        this.fetcher = fetcher;
        this.files = files;
        this.adapters = Adapters.of(communes, pages);
        this.clock = clock;
        this.issues = issues;
    }

    /**
     * Collects what is new since the last time.
     *
     * @param state file that remembers what is archived; may be lost
     * @param stop asked before every request
     * @param mostRecords after which to end, for a look at a feed
     * @throws IllegalArgumentException if the seed names no adapter of ours, or an option cannot be understood
     */
    public FeedReport collect(Source source, Archive archive, Path state, BooleanSupplier stop, int mostRecords)
            throws IOException {
        SourceAdapter adapter = adapter(source);
        FeedState known = new FeedState(state);
        remember(adapter, source, archive, known);
        Window window = window(source, known, adapter.isWindowed());
        FeedTally tally = FeedTally.NOTHING;
        boolean isWhole = true;
        for (Window slice : adapter.isWindowed() ? window.slices(period(source, "window", "P1M")) : List.of(window)) {
            String segment = SEGMENT.format(clock.instant()) + "-" + source.id();
            try (SegmentWriter writer = archive.begin(segment)) {
                FeedPages pages = new FeedPages(
                        source,
                        adapter,
                        fetcher,
                        files,
                        writer,
                        known,
                        clock,
                        issues,
                        stop,
                        mostRecords - tally.records());
                adapter.collect(source, slice, pages);
                pages.tellGone();
                writer.commit();
                pages.tellRemarks();
                tally = tally.plus(pages.tally());
                isWhole = pages.isWhole();
            }
            known.knowSegment(segment);
            if (isWhole) {
                known.readUntil(slice.to());
            }
            known.save();
            if (!isWhole) {
                break;
            }
        }
        String unmet = isWhole ? unmet(source, tally, adapter.isWindowed() ? window.days() : 0) : null;
        return new FeedReport(
                tally.pages(), tally.notModified(), tally.failed(), tally.records(), tally.documents(), unmet);
    }

    /**
     * Reads what is archived again by today's readers, and archives what comes out otherwise; nothing is fetched. Read is all that
     * the feed's own captures say: its records, and date, title, kind and publisher of the files that they point to.
     *
     * @return how many documents came out otherwise
     */
    public int reread(Source source, Archive archive) throws IOException {
        List<String> segments = archive.segments().stream()
                .filter(segment -> isOf(source, segment) || isOf(source, segment.replaceFirst(REREAD + "$", "")))
                .toList();
        String segment = SEGMENT.format(clock.instant()) + "-" + source.id() + REREAD;
        return new ArchivedFeed(source, adapter(source), archive, () -> archive.begin(segment)).read(segments);
    }

    /** Makes the file that remembers what is archived anew from the archive; nothing is fetched. */
    public void remember(Source source, Archive archive, Path state) throws IOException {
        SourceAdapter adapter = adapter(source);
        Files.deleteIfExists(state);
        FeedState known = new FeedState(state);
        remember(adapter, source, archive, known);
        known.save();
    }

    /** Learns what was archived since the state was saved: a run may have ended between the two. */
    private void remember(SourceAdapter adapter, Source source, Archive archive, FeedState known) throws IOException {
        for (String segment : archive.segments()) {
            if (isOf(source, segment) && segment.compareTo(known.segment()) > 0) {
                for (Capture page : pages(archive, segment).values()) {
                    remember(adapter, source, archive, page, known);
                }
                known.knowSegment(segment);
            }
        }
    }

    private static boolean isOf(Source source, String segment) {
        String end = "-" + source.id();
        return segment.endsWith(end) && segment.length() == TIME_DIGITS + end.length();
    }

    private void remember(SourceAdapter adapter, Source source, Archive archive, Capture page, FeedState known)
            throws IOException {
        WarcPosition position = page.warc();
        if (position == null) {
            return;
        }
        try (InputStream payload = archive.payload(position)) {
            adapter.read(source, page, payload.readAllBytes())
                    .entries()
                    .forEach(entry -> known.learn(entry.id(), entry.digest()));
        } catch (ShapeException e) {
            // A file that a record points to: no page of the feed.
            known.learn(page.url(), new FeedState.Validators(page.etag(), page.lastModified(), page.sha256()));
        } catch (DamagedArchiveException e) {
            issues.accept(
                    new Issue(
                            clock.instant(),
                            "crawl",
                            source.id(),
                            page.url(),
                            "capture-unreadable",
                            String.valueOf(e.getMessage()),
                            "its records are archived once more if the feed still shows them; put the file back from a backup"));
        }
    }

    private static Map<WarcPosition, Capture> pages(Archive archive, String segment) throws IOException {
        Map<WarcPosition, Capture> pages = new LinkedHashMap<>();
        archive.documents(segment, document -> {
            WarcPosition position = document.capture().warc();
            if (position != null) {
                pages.putIfAbsent(position, document.capture());
            }
        });
        return pages;
    }

    private SourceAdapter adapter(Source source) {
        SourceAdapter adapter = adapters.get(String.valueOf(source.adapter()));
        if (adapter == null) {
            throw new IllegalArgumentException("there is no adapter '" + source.adapter() + "', only "
                    + String.join(", ", new TreeSet<>(adapters.keySet())));
        }
        return adapter;
    }

    private Window window(Source source, FeedState known, boolean isWindowed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FRANCE);
        if (!isWindowed) {
            return new Window(today, today);
        }
        LocalDate since = date(source, "since", today.minusYears(2));
        LocalDate from = known.until()
                .map(day -> day.minus(period(source, "overlap", "P14D")))
                .filter(day -> day.isAfter(since))
                .orElse(since);
        return new Window(from.isAfter(today) ? today : from, today);
    }

    private static Period period(Source source, String option, String otherwise) {
        String text = source.options().getOrDefault(option, otherwise);
        try {
            Period period = Period.parse(text);
            if (period.isNegative() || period.isZero()) {
                throw new IllegalArgumentException(
                        "option " + option + " of " + source.id() + " is no length: " + text);
            }
            return period;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "option " + option + " of " + source.id() + " is no ISO period such as P1M: " + text, e);
        }
    }

    private static LocalDate date(Source source, String option, LocalDate otherwise) {
        String text = source.options().get(option);
        try {
            return text == null ? otherwise : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "option " + option + " of " + source.id() + " is no day such as 2024-01-31: " + text, e);
        }
    }

    /** What the seed expects and is not so; told as an issue as well. */
    private @Nullable String unmet(Source source, FeedTally tally, long days) {
        if (source.expect() == null || tally.unread() > 0) {
            return null;
        }
        String unmet = source.expect().unmet(days, tally.records(), tally.dated(), tally.published());
        if (unmet != null) {
            issues.accept(new Issue(
                    clock.instant(),
                    "crawl",
                    source.id(),
                    source.url().toString(),
                    "expectation-failed",
                    unmet,
                    "look whether the feed or its reader is broken, or correct 'expect' of the seed"));
        }
        return unmet;
    }
}
