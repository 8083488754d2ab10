package vigie.crawler.feed;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Reading.Entry;
import vigie.crawler.feed.Reading.Remark;
import vigie.crawler.fetch.FetchOutcome;
import vigie.crawler.fetch.FetchOutcome.Failed;
import vigie.crawler.fetch.FetchOutcome.Failure;
import vigie.crawler.fetch.FetchOutcome.Fetched;
import vigie.crawler.fetch.FetchOutcome.NotModified;
import vigie.crawler.fetch.FetchOutcome.Refused;
import vigie.crawler.fetch.FetchRequest;
import vigie.crawler.fetch.Fetcher;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Capture;
import vigie.model.Issue;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.archive.SegmentWriter;

/**
 * The pages of one feed in one window: fetches them, has them read, archives what is new with the files that it points
 * to, and counts. Not thread-safe.
 */
final class FeedPages {

    private static final int HEAD = 2_000;

    /** How a web page begins, after a byte order mark, an XML declaration and comments. */
    private static final Pattern WEB_PAGE = Pattern.compile(
            "(?:\u00ef\u00bb\u00bf)?\\s*(?:<\\?xml[^>]*>\\s*|<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Source source;
    private final SourceAdapter adapter;
    private final Fetcher fetcher;
    private final FileReader files;
    private final SegmentWriter writer;
    private final FeedState known;
    private final Clock clock;
    private final Consumer<Issue> issues;
    private final BooleanSupplier stop;
    private final int mostRecords;
    private final FirmNames names;
    private final Map<Remark, Told> remarks = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();
    private boolean isWhole = true;
    private int pages;
    private int notModified;
    private int unread;
    private int failed;
    private int records;
    private int documents;
    private int dated;
    private int published;

    /** On how many records a remark was made, and the first of them. */
    private record Told(String first, int times) {

        Told again() {
            return new Told(first, times + 1);
        }
    }

    /** @param mostRecords after which no further page is asked for */
    FeedPages(
            Source source,
            SourceAdapter adapter,
            Fetcher fetcher,
            FileReader files,
            SegmentWriter writer,
            FeedState known,
            Clock clock,
            Consumer<Issue> issues,
            BooleanSupplier stop,
            int mostRecords) {
        this.source = source;
        this.adapter = adapter;
        this.fetcher = fetcher;
        this.files = files;
        this.writer = writer;
        this.known = known;
        this.clock = clock;
        this.issues = issues;
        this.stop = stop;
        this.mostRecords = mostRecords;
        this.names = new FirmNames(source, known.names(), this::lookUp);
    }

    /** The next page, or nothing where it failed, has not changed or is no longer to be asked for. */
    Optional<Reading> get(URI url) throws IOException {
        return page(conditional(url));
    }

    /** The same, whether or not it has changed: for a page without which the others are not known. */
    Optional<Reading> getAnew(URI url) throws IOException {
        return page(FetchRequest.get(source, url));
    }

    /** The same, asked for by sending {@code json}. */
    Optional<Reading> post(URI url, String json) throws IOException {
        Map<String, String> headers = Map.of("Content-Type", "application/json");
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return page(new FetchRequest(source, url, body, headers, null, null, null));
    }

    /** Says that the feed holds more than it gives. */
    void truncated(String message, String remedy) {
        issue(source.url().toString(), "feed-truncated", message, remedy);
    }

    /** Whether everything was read that was asked for. */
    boolean isWhole() {
        return isWhole;
    }

    FeedTally tally() {
        return new FeedTally(pages, notModified, unread, failed, records, documents, dated, published);
    }

    /**
     * Tells which records a feed that shows all of them shows no longer. Where that are more than it still shows, it is rather the
     * file that is cut.
     */
    void tellGone() throws IOException {
        if (!isWhole || unread > 0) {
            return;
        }
        List<String> gone = known.without(shown).stream()
                .filter(adapter::isGoneWhereMissing)
                .toList();
        if (gone.size() > shown.size()) {
            issue(
                    source.url().toString(),
                    "feed-shrunk",
                    gone.size() + " records are no longer in the feed, " + shown.size()
                            + " are: nothing is said to be gone",
                    "look whether the file is cut or was replaced by another");
            return;
        }
        for (String id : gone) {
            String url = source.url() + "#" + id;
            writer.attempt(new Attempt(
                    source.id(), url, clock.instant(), AttemptOutcome.FAILED, 0, "gone: no longer in its feed"));
            known.forget(id);
        }
    }

    /** Tells each remark once, with how many records it is about. */
    void tellRemarks() {
        remarks.forEach(
                (remark, told) -> issue(
                        source.url() + "#" + told.first(),
                        remark.kind(),
                        remark.message() + (told.times() == 1 ? "" : " (in " + told.times() + " records)"),
                        "the records are archived as they came: correct the reader, then run vigie rebuild, which reads them again"));
        remarks.clear();
        if (names.isDown()) {
            issue(
                    String.valueOf(source.options().get("names")),
                    "names-missing",
                    "the register of firms does not answer: holders stand with their number alone",
                    "look whether the address in option 'names' is right, or try again later");
        }
    }

    /** What another service says that a reader needs; archived, but no page of the feed. */
    private Optional<byte[]> lookUp(URI url) throws IOException {
        if (stop.getAsBoolean()) {
            return Optional.empty();
        }
        FetchOutcome outcome = fetcher.fetch(FetchRequest.get(source, url));
        if (outcome instanceof Fetched answer) {
            attempt(answer, AttemptOutcome.FETCHED, answer.status(), null);
            capture(answer);
            return Optional.of(answer.body());
        }
        lost(outcome);
        return Optional.empty();
    }

    private FetchRequest conditional(URI url) {
        FeedState.Validators last = known.validators(url.toString()).orElse(null);
        return last == null
                ? FetchRequest.get(source, url)
                : new FetchRequest(source, url, new byte[0], Map.of(), last.etag(), last.lastModified(), last.sha256());
    }

    private Optional<Reading> page(FetchRequest request) throws IOException {
        if (stop.getAsBoolean() || records >= mostRecords) {
            isWhole = false;
            return Optional.empty();
        }
        FetchOutcome outcome = fetcher.fetch(request);
        if (outcome instanceof Fetched fetched) {
            return read(request, fetched);
        }
        if (outcome instanceof NotModified unchanged) {
            pages++;
            notModified++;
            unread++;
            attempt(outcome, AttemptOutcome.NOT_MODIFIED, unchanged.status(), null);
        } else {
            lost(outcome);
            isWhole = false;
        }
        return Optional.empty();
    }

    private Optional<Reading> read(FetchRequest request, Fetched page) throws IOException {
        // Where it lies in the archive is not known before something is new: then its documents are told.
        Reading first;
        try {
            first = adapter.read(source, unarchived(page), page.body(), names);
        } catch (ShapeException e) {
            isWhole = false;
            broken(page, e);
            return Optional.empty();
        }
        pages++;
        records += first.entries().size();
        first.entries().forEach(this::note);
        first.entries().forEach(entry -> shown.add(entry.id()));
        List<Entry> fresh = first.entries().stream()
                .filter(entry -> !known.knows(entry.id(), entry.digest()))
                .toList();
        boolean isSettled = fresh.isEmpty() ? revisit(page) : archive(page, fresh);
        // A page that leads to others is asked for again: they may have failed.
        if (isSettled && request.body().length == 0 && first.next().isEmpty()) {
            known.learn(request.url().toString(), validators(page));
        }
        return Optional.of(first);
    }

    private void note(Entry entry) {
        SourceDocument document = entry.document();
        Linked linked = entry.linked();
        boolean hasDate = document != null ? document.date() != null : linked != null && linked.date() != null;
        boolean hasPublisher = document != null
                ? document.publisher().name() != null
                : linked != null && linked.publisher().name() != null;
        dated += hasDate ? 1 : 0;
        published += hasPublisher ? 1 : 0;
        if (!known.knows(entry.id(), entry.digest())) {
            remark(entry);
        }
    }

    private boolean revisit(Fetched page) throws IOException {
        notModified++;
        attempt(page, AttemptOutcome.NOT_MODIFIED, page.status(), null);
        writer.revisit(page.answered().toString(), page.time(), page.status(), page.sha256());
        return true;
    }

    /** Whether every record and every file that it points to is settled. */
    private boolean archive(Fetched page, List<Entry> fresh) throws IOException {
        attempt(page, AttemptOutcome.FETCHED, page.status(), null);
        Capture capture = capture(page);
        boolean isSettled = true;
        for (Entry entry : fresh) {
            write(entry, capture);
            if (entry.linked() == null || file(entry.linked())) {
                known.learn(entry.id(), entry.digest());
            } else {
                isSettled = false;
            }
        }
        return isSettled;
    }

    /** Fetches and archives a file; false where it is worth another try next time. */
    private boolean file(Linked linked) throws IOException {
        if (stop.getAsBoolean()) {
            isWhole = false;
            return false;
        }
        FetchOutcome outcome = fetcher.fetch(conditional(linked.url()));
        if (outcome instanceof NotModified unchanged) {
            attempt(outcome, AttemptOutcome.NOT_MODIFIED, unchanged.status(), null);
            return true;
        }
        if (!(outcome instanceof Fetched fetched)) {
            lost(outcome);
            boolean isGone = outcome instanceof Failed failure
                    && (failure.kind() == Failure.NOT_FOUND || failure.kind() == Failure.GONE);
            return isGone || outcome instanceof Refused;
        }
        pages++;
        if (adapter.reads(linked)) {
            return ownFile(fetched);
        }
        SourceDocument read = isPageInsteadOfFile(linked, fetched)
                ? null
                : files.read(source, linked, unarchived(fetched), fetched.body());
        if (read == null || read.metadata().containsKey("soft-404")) {
            failed++;
            attempt(fetched, AttemptOutcome.FAILED, fetched.status(), "broken: a web page instead of the file");
            issue(
                    linked.url().toString(),
                    "link-is-no-file",
                    "the record's link answers " + fetched.status() + " with a web page",
                    "tell the publisher; look whether the file has moved");
            return true;
        }
        attempt(fetched, AttemptOutcome.FETCHED, fetched.status(), null);
        writer.document(read.of(capture(fetched)));
        documents++;
        known.learn(linked.url().toString(), validators(fetched));
        return true;
    }

    /** Archives a file that the adapter reads itself; false where it cannot be understood, to be tried again next time. */
    private boolean ownFile(Fetched file) throws IOException {
        Reading reading;
        try {
            reading = adapter.read(source, unarchived(file), file.body());
        } catch (ShapeException e) {
            broken(file, e);
            return false;
        }
        attempt(file, AttemptOutcome.FETCHED, file.status(), null);
        Capture capture = capture(file);
        for (Entry entry : reading.entries()) {
            remark(entry);
            write(entry, capture);
        }
        return true;
    }

    private void write(Entry entry, Capture capture) throws IOException {
        SourceDocument document = entry.document();
        if (document != null) {
            writer.document(document.of(capture));
            documents++;
        }
    }

    private void remark(Entry entry) {
        entry.remarks()
                .forEach(remark -> remarks.merge(remark, new Told(entry.id(), 1), (told, another) -> told.again()));
    }

    private void broken(Fetched page, ShapeException why) throws IOException {
        failed++;
        attempt(page, AttemptOutcome.FAILED, page.status(), "broken: " + why.getMessage());
        issue(
                page.url().toString(),
                "feed-shape",
                String.valueOf(why.getMessage()),
                "the interface has changed or is broken: correct the reader");
    }

    /** An act may be a web page, where its address says so. */
    private static boolean isPageInsteadOfFile(Linked linked, Fetched fetched) {
        String path = String.valueOf(linked.url().getPath()).toLowerCase(Locale.ROOT);
        String start =
                new String(fetched.body(), 0, Math.min(HEAD, fetched.body().length), StandardCharsets.ISO_8859_1);
        return WEB_PAGE.matcher(start).lookingAt() && !path.endsWith(".html") && !path.endsWith(".htm");
    }

    private void lost(FetchOutcome outcome) throws IOException {
        if (outcome instanceof Refused refused) {
            failed++;
            attempt(outcome, AttemptOutcome.REFUSED, 0, refused.reason().id() + ": " + refused.detail());
        } else if (outcome instanceof Failed failure) {
            failed++;
            attempt(
                    outcome,
                    AttemptOutcome.FAILED,
                    failure.status(),
                    failure.kind().id() + ": " + failure.cause());
        }
    }

    private Capture capture(Fetched page) throws IOException {
        return writer.response(
                page.answered().toString(), page.time(), page.status(), page.headers(), page.mediaType(), page.body());
    }

    private static Capture unarchived(Fetched page) {
        return new Capture(
                page.answered().toString(),
                page.time(),
                page.status(),
                page.mediaType(),
                page.sha256(),
                page.body().length,
                null,
                null,
                null);
    }

    private static FeedState.Validators validators(Fetched page) {
        return new FeedState.Validators(header(page, "etag"), header(page, "last-modified"), page.sha256());
    }

    private static @Nullable String header(Fetched page, String name) {
        List<String> values = new ArrayList<>();
        page.headers().forEach((key, value) -> {
            if (key.equalsIgnoreCase(name)) {
                values.addAll(value);
            }
        });
        return values.isEmpty() ? null : values.get(0);
    }

    private void attempt(FetchOutcome outcome, AttemptOutcome what, int status, @Nullable String reason)
            throws IOException {
        writer.attempt(new Attempt(source.id(), outcome.url().toString(), outcome.time(), what, status, reason));
    }

    private void issue(String url, String kind, String message, String remedy) {
        issues.accept(new Issue(clock.instant(), "crawl", source.id(), url, kind, message, remedy));
    }
}
