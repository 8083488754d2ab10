package vigie.crawler.nutch;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import vigie.model.Issue;
import vigie.model.Source;
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
            Pages pages = new Pages(new ArchivedPages(parts, writer, tally, issues), contents, parses);
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

        private final ArchivedPages archived;
        private final Part contents;
        private final Part parses;

        Pages(ArchivedPages archived, Part contents, Part parses) {
            this.archived = archived;
            this.contents = contents;
            this.parses = parses;
        }

        void page(Text url, CrawlDatum datum) throws IOException {
            if (Fields.has(datum, Fields.CUT)) {
                return;
            }
            Attempt attempt = attempt(url, datum);
            archived.attempt(url.toString(), datum, attempt);
            // A source may have left the seeds since a cut run fetched its pages.
            Source source = parts.scope().source(attempt.source()).orElse(null);
            if (attempt.outcome() == AttemptOutcome.FETCHED && source != null) {
                captured(url, datum, source);
            }
        }

        private void captured(Text url, CrawlDatum datum, Source source) throws IOException {
            Content content = contents.get(url, new Content());
            if (content == null) {
                throw new IOException("Nutch lost the content of " + url);
            }
            Response response = parts.json().readValue(content.getMetadata().get(Fields.RESPONSE), Response.class);
            boolean isSitemap = Fields.has(datum, Fields.SITEMAP);
            ParseData parse = isSitemap ? null : parses.get(url, new ParseData());
            archived.page(
                    url.toString(),
                    datum,
                    source,
                    response,
                    payloads.body(content.getContent(), response),
                    isSitemap ? null : parsed(parse, response),
                    parse == null ? null : parse.getParseMeta().get(Fields.PLATFORM));
        }

        private ParsedDocument parsed(@Nullable ParseData parse, Response response) throws IOException {
            String json = parse == null ? null : parse.getParseMeta().get(Fields.PARSED);
            if (json != null) {
                return parts.json().readValue(json, ParsedDocument.class);
            }
            String type = response.mediaType() == null ? "application/octet-stream" : response.mediaType();
            String cause = parse == null ? "not parsed" : String.valueOf(parse.getStatus());
            return ParsedDocument.failed(cause, type);
        }
    }
}
