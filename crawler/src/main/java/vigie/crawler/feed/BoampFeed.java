package vigie.crawler.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vigie.crawler.fetch.FetchOutcome;
import vigie.crawler.fetch.FetchOutcome.Failed;
import vigie.crawler.fetch.FetchOutcome.Fetched;
import vigie.crawler.fetch.FetchOutcome.Refused;
import vigie.crawler.fetch.FetchRequest;
import vigie.crawler.fetch.Fetcher;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Capture;
import vigie.model.Issue;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;
import vigie.model.archive.Archive;
import vigie.model.archive.SegmentWriter;
import vigie.model.config.Communes;
import vigie.model.id.Digest;

/**
 * Collects procurement notices from BOAMP's programming interface, Opendatasoft Explore v2.1.
 *
 * <p>Newest first, at most {@value #PAGE} records a page and {@value #WINDOW} in all, which is the interface's limit for paging;
 * where there are more, an issue says so. A page whose records are all known ends the collection: everything older was
 * seen before. An answer of another shape is an issue that stops the source, never an empty result.
 */
public final class BoampFeed {

    private static final int PAGE = 100;
    private static final int WINDOW = 10_000;

    private final Fetcher fetcher;
    private final Communes communes;
    private final Clock clock;
    private final Consumer<Issue> issues;
    private final JsonMapper json = new JsonMapper();

    public BoampFeed(Fetcher fetcher, Communes communes, Clock clock, Consumer<Issue> issues) {
        this.fetcher = fetcher;
        this.communes = communes;
        this.clock = clock;
        this.issues = issues;
    }

    /**
     * Collects what is new since the last time into one segment of the archive.
     *
     * @param state file that remembers what is archived; may be lost
     * @param stop asked before every page
     */
    public FeedReport collect(Source source, Archive archive, Path state, BooleanSupplier stop) throws IOException {
        FeedState known = new FeedState(state);
        String segment =
                DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS")
                                .withZone(ZoneOffset.UTC)
                                .format(clock.instant()) + "-" + source.id();
        try (SegmentWriter writer = archive.begin(segment)) {
            Collection collection = new Collection(source, writer, known);
            int offset = 0;
            while (!stop.getAsBoolean() && offset < WINDOW && collection.page(offset)) {
                offset += PAGE;
            }
            writer.commit();
            known.save();
            return new FeedReport(collection.pages, collection.notModified, collection.failed, collection.documents);
        }
    }

    /** Makes the file that remembers what is archived anew from the archive; nothing is fetched. */
    public void remember(Source source, Archive archive, Path state) throws IOException {
        Files.deleteIfExists(state);
        FeedState known = new FeedState(state);
        for (String segment : archive.segments()) {
            if (segment.endsWith("-" + source.id())) {
                for (WarcPosition page : pages(archive, segment)) {
                    try (InputStream payload = archive.payload(page)) {
                        results(payload.readAllBytes()).forEach(record -> learn(known, record));
                    }
                }
            }
        }
        known.save();
    }

    private static Set<WarcPosition> pages(Archive archive, String segment) throws IOException {
        Set<WarcPosition> pages = new LinkedHashSet<>();
        archive.documents(segment, document -> {
            if (document.capture().warc() != null) {
                pages.add(document.capture().warc());
            }
        });
        return pages;
    }

    private static void learn(FeedState known, JsonNode record) {
        known.learn(record.path("idweb").asText(), digest(record));
    }

    private static String digest(JsonNode record) {
        return Digest.sha256(record.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    /**
     * The documents of an archived page, so that captures can be read anew after a correction without fetching.
     *
     * @throws IOException if the payload is not an answer of this interface
     */
    public List<SourceDocument> read(Source source, Capture capture, byte[] payload) throws IOException {
        List<SourceDocument> documents = new ArrayList<>();
        for (JsonNode record : results(payload)) {
            document(source, capture, record).ifPresent(documents::add);
        }
        return documents;
    }

    private JsonNode results(byte[] payload) throws IOException {
        JsonNode answer = json.readTree(payload);
        if (!answer.path("results").isArray() || !answer.path("total_count").isInt()) {
            throw new IOException("the answer has no total_count and results: "
                    + answer.toString()
                            .substring(0, Math.min(200, answer.toString().length())));
        }
        return answer.get("results");
    }

    private Optional<SourceDocument> document(Source source, Capture capture, JsonNode record) {
        try {
            return Optional.of(new BoampNotice(json, communes).document(source.id(), capture, record));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            issue(
                    source,
                    capture.url() + "#" + record.path("idweb").asText("?"),
                    "notice-unreadable",
                    "a notice cannot be read: " + e.getMessage(),
                    "its record is archived; correct the reader, then run vigie rebuild");
            return Optional.empty();
        }
    }

    private void issue(Source source, String url, String kind, String message, String remedy) {
        issues.accept(new Issue(clock.instant(), "crawl", source.id(), url, kind, message, remedy));
    }

    /** The address of a page: notices that hold one of the source's words, newest first. */
    private static URI address(Source source, int offset) {
        String words = Arrays.stream(source.options().getOrDefault("words", "").split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> "search(\"" + word.replace("\"", "") + "\")")
                .collect(Collectors.joining(" or "));
        String where = words.isEmpty() ? "" : "where=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&";
        return URI.create(
                source.url() + "?" + where + "order_by=dateparution%20desc&limit=" + PAGE + "&offset=" + offset);
    }

    /** One collection of one source; its counts are read when it is over. */
    private final class Collection {

        private final Source source;
        private final SegmentWriter writer;
        private final FeedState known;
        private int pages;
        private int notModified;
        private int failed;
        private int documents;

        Collection(Source source, SegmentWriter writer, FeedState known) {
            this.source = source;
            this.writer = writer;
            this.known = known;
        }

        /** Fetches a page; tells whether there is another one worth asking for. */
        boolean page(int offset) throws IOException {
            FetchOutcome outcome = fetcher.fetch(FetchRequest.get(source, address(source, offset)));
            if (outcome instanceof Fetched fetched) {
                return fetched(fetched, offset);
            }
            failed++;
            if (outcome instanceof Refused refused) {
                attempt(outcome, AttemptOutcome.REFUSED, 0, refused.reason().id() + ": " + refused.detail());
            } else if (outcome instanceof Failed failure) {
                attempt(
                        outcome,
                        AttemptOutcome.FAILED,
                        failure.status(),
                        failure.kind().id() + ": " + failure.cause());
            }
            return false;
        }

        private boolean fetched(Fetched page, int offset) throws IOException {
            JsonNode answer;
            JsonNode results;
            try {
                results = results(page.body());
                answer = json.readTree(page.body());
            } catch (IOException e) {
                failed++;
                attempt(page, AttemptOutcome.FAILED, page.status(), "broken: " + e.getMessage());
                issue(
                        source,
                        page.url().toString(),
                        "feed-shape",
                        String.valueOf(e.getMessage()),
                        "the interface has changed or is broken: correct the reader");
                return false;
            }
            pages++;
            int fresh = archive(page, results);
            int total = answer.get("total_count").asInt();
            if (total > WINDOW && offset == 0) {
                issue(
                        source,
                        page.url().toString(),
                        "feed-truncated",
                        total + " notices match, " + WINDOW + " can be paged",
                        "narrow the source's words");
            }
            return fresh > 0 && offset + results.size() < total && !results.isEmpty();
        }

        private int archive(Fetched page, JsonNode results) throws IOException {
            List<JsonNode> fresh = new ArrayList<>();
            for (JsonNode record : results) {
                if (!known.knows(record.path("idweb").asText(), digest(record))) {
                    fresh.add(record);
                }
            }
            if (fresh.isEmpty()) {
                notModified++;
                attempt(page, AttemptOutcome.NOT_MODIFIED, page.status(), null);
                writer.revisit(page.answered().toString(), page.time(), page.status(), page.sha256());
                return 0;
            }
            attempt(page, AttemptOutcome.FETCHED, page.status(), null);
            Capture capture = writer.response(
                    page.answered().toString(),
                    page.time(),
                    page.status(),
                    page.headers(),
                    page.mediaType(),
                    page.body());
            for (JsonNode record : fresh) {
                Optional<SourceDocument> document = document(source, capture, record);
                if (document.isPresent()) {
                    writer.document(document.get());
                    documents++;
                }
                learn(known, record);
            }
            return fresh.size();
        }

        private void attempt(
                FetchOutcome outcome, AttemptOutcome what, int status, @org.jspecify.annotations.Nullable String reason)
                throws IOException {
            writer.attempt(new Attempt(source.id(), outcome.url().toString(), outcome.time(), what, status, reason));
        }
    }
}
