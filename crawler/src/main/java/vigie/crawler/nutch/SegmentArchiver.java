package vigie.crawler.nutch;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.MapFile;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.parse.ParseData;
import org.apache.nutch.protocol.Content;
import org.jspecify.annotations.Nullable;
import vigie.crawler.parse.ParsedDocument;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Capture;
import vigie.model.Issue;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.archive.Archive;
import vigie.model.archive.SegmentWriter;

/** Writes a fetched and parsed Nutch segment into the archive, once. */
final class SegmentArchiver {

    private final Configuration conf;
    private final CrawlParts parts;
    private final Payloads payloads;
    private final Archive archive;
    private final SiteTally tally;
    private final Consumer<Issue> issues;

    SegmentArchiver(Configuration conf, CrawlParts parts, Archive archive, SiteTally tally, Consumer<Issue> issues) {
        this.conf = conf;
        this.parts = parts;
        this.payloads = new Payloads(conf);
        this.archive = archive;
        this.tally = tally;
        this.issues = issues;
    }

    /** Archives {@code segment} unless it is archived already; durable on return. */
    void archive(NutchSegment segment) throws IOException {
        if (archive.has(segment.name())) {
            return;
        }
        try (SegmentWriter writer = archive.begin(segment.name());
                Part fetches = new Part(segment, CrawlDatum.FETCH_DIR_NAME);
                Part contents = new Part(segment, Content.DIR_NAME);
                Part parses = new Part(segment, ParseData.DIR_NAME)) {
            Pages pages = new Pages(writer, contents, parses);
            Text url = new Text();
            CrawlDatum datum = new CrawlDatum();
            for (MapFile.Reader reader : fetches.readers) {
                while (reader.next(url, datum)) {
                    pages.page(url, datum);
                }
            }
            writer.commit();
        }
    }

    private Attempt attempt(Text url, CrawlDatum datum) throws JsonProcessingException {
        String json = Fields.get(datum, Fields.ATTEMPT);
        if (json != null) {
            return parts.json().readValue(json, Attempt.class);
        }
        String source = Fields.get(datum, Fields.SOURCE);
        Instant time = Instant.ofEpochMilli(datum.getFetchTime());
        String reason = "broken: the fetcher failed, see the log";
        return new Attempt(source == null ? "" : source, url.toString(), time, AttemptOutcome.FAILED, 0, reason);
    }

    /** The parts of one kind in a segment. */
    private final class Part implements AutoCloseable {

        private final List<MapFile.Reader> readers = new ArrayList<>();

        Part(NutchSegment segment, String name) throws IOException {
            for (Path part : segment.parts(name)) {
                readers.add(new MapFile.Reader(new org.apache.hadoop.fs.Path(part.toUri()), conf));
            }
        }

        <V extends Writable> @Nullable V get(Text url, V into) throws IOException {
            for (MapFile.Reader reader : readers) {
                if (reader.get(url, into) != null) {
                    return into;
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            for (MapFile.Reader reader : readers) {
                reader.close();
            }
        }
    }

    /** Takes page by page. */
    private final class Pages {

        private final SegmentWriter writer;
        private final Part contents;
        private final Part parses;
        private final Set<String> written = new HashSet<>();

        Pages(SegmentWriter writer, Part contents, Part parses) {
            this.writer = writer;
            this.contents = contents;
            this.parses = parses;
        }

        void page(Text url, CrawlDatum datum) throws IOException {
            if (Fields.has(datum, Fields.CUT)) {
                return;
            }
            Attempt attempt = attempt(url, datum);
            writer.attempt(attempt);
            tally.add(attempt, Fields.has(datum, Fields.SEED));
            switch (attempt.outcome()) {
                case FETCHED -> {
                    // A source may have left the seeds since a cut run fetched its pages.
                    Source source = parts.scope().source(attempt.source()).orElse(null);
                    if (source != null) {
                        captured(url, datum, source);
                    }
                }
                case NOT_MODIFIED -> unchanged(url, datum, attempt);
                case REFUSED -> limits(attempt);
                case FAILED -> {}
            }
        }

        private void unchanged(Text url, CrawlDatum datum, Attempt attempt) throws IOException {
            String sha256 = Fields.get(datum, Fields.SHA256);
            if (sha256 != null) {
                writer.revisit(url.toString(), attempt.time(), attempt.status(), sha256);
            }
        }

        private void captured(Text url, CrawlDatum datum, Source source) throws IOException {
            Content content = contents.get(url, new Content());
            if (content == null) {
                throw new IOException("Nutch lost the content of " + url);
            }
            Response response = parts.json().readValue(content.getMetadata().get(Fields.RESPONSE), Response.class);
            // Several addresses may lead to one page; it is kept once.
            if (!written.add(response.answered())) {
                return;
            }
            Capture capture = writer.response(
                    response.answered(),
                    response.time(),
                    response.status(),
                    response.headers(),
                    response.mediaType(),
                    payloads.body(content, response));
            if (!Fields.has(datum, Fields.SITEMAP)) {
                ParseData parse = parses.get(url, new ParseData());
                document(url, source, capture, parsed(parse, response).called(Fields.get(datum, Fields.LABEL)));
                platform(url, datum, source, parse);
            }
        }

        /** A town that changes its supplier moves its acts, and what was learnt of its site holds no more. */
        private void platform(Text url, CrawlDatum datum, Source source, @Nullable ParseData parse) {
            String former = Fields.get(datum, Fields.PLATFORM);
            String now = parse == null ? null : parse.getParseMeta().get(Fields.PLATFORM);
            if (former != null && now != null && !now.isEmpty() && !now.equals(former)) {
                issues.accept(new Issue(
                        parts.clock().instant(),
                        "crawl",
                        source.id(),
                        url.toString(),
                        "platform-changed",
                        "the site was on " + former + " and is on " + now,
                        "look whether its acts have moved, and correct starts: and hosts: of its seed"));
            }
        }

        private ParsedDocument parsed(@Nullable ParseData parse, Response response) throws IOException {
            String json = parse == null ? null : parse.getParseMeta().get(Fields.PARSED);
            if (json != null) {
                return parts.json().readValue(json, ParsedDocument.class);
            }
            String type = response.mediaType() == null ? "application/octet-stream" : response.mediaType();
            String cause = parse == null ? "not parsed" : String.valueOf(parse.getStatus());
            return new ParsedDocument(TextOutcome.FAILED, cause, type, "", List.of(), null, null, List.of(), Map.of());
        }

        private void document(Text url, Source source, Capture capture, ParsedDocument parsed) throws IOException {
            SourceDocument document = Documents.of(source, url.toString(), capture, parsed);
            writer.document(document);
            tally.add(document);
            Documents.issue(document, parts.clock().instant()).ifPresent(issues);
        }

        private void limits(Attempt attempt) {
            String reason = attempt.reason() == null ? "" : attempt.reason();
            if (Statuses.isBeyondLimits(reason)) {
                issues.accept(new Issue(
                        parts.clock().instant(),
                        "crawl",
                        attempt.source(),
                        attempt.url(),
                        "beyond-limits",
                        "not fetched: " + reason,
                        "raise the limit in config/crawl.yml if the document is worth it"));
            }
        }
    }
}
