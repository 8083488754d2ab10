package vigie.crawler.nutch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import vigie.crawler.focus.Focus;
import vigie.model.Source;
import vigie.model.id.Digest;

/** Writes the starts of all sources, and where their sitemaps are by custom, as Nutch's seed list. */
final class Seeds {

    private static final String DIGEST = "seeds.sha256";

    private final Path work;
    private final List<Source> sources;
    private final String text;

    Seeds(Path work, List<Source> sources) {
        this.work = work;
        this.sources = sources;
        StringBuilder lines = new StringBuilder();
        sources.forEach(source -> lines(source, lines));
        this.text = lines.toString();
    }

    private static Map<String, String> marks(Source source) {
        Map<String, String> marks = new LinkedHashMap<>();
        for (URI start : source.starts()) {
            marks.put(start.toString(), Fields.SEED);
        }
        for (String sitemap : sitemaps(source)) {
            marks.putIfAbsent(sitemap, Fields.SITEMAP);
        }
        return marks;
    }

    private static void lines(Source source, StringBuilder lines) {
        marks(source)
                .forEach((url, mark) -> lines.append(url)
                        .append('\t')
                        .append(Fields.SOURCE)
                        .append('=')
                        .append(source.id())
                        .append('\t')
                        .append(mark)
                        .append("=1\n"));
    }

    /** The records that Nutch's inject makes of the list where there is no CrawlDb yet. */
    SortedMap<Text, CrawlDatum> records(CrawlParts parts, int interval) {
        SortedMap<Text, CrawlDatum> records = new TreeMap<>();
        for (Source source : sources) {
            marks(source)
                    .forEach((start, mark) -> parts.addresses()
                            .normalize(start)
                            .filter(parts::mayAskFor)
                            .ifPresent(
                                    url -> records.putIfAbsent(new Text(url), record(parts, source, mark, interval))));
        }
        return records;
    }

    private static CrawlDatum record(CrawlParts parts, Source source, String mark, int interval) {
        CrawlDatum datum = new CrawlDatum(CrawlDatum.STATUS_DB_UNFETCHED, interval, Focus.SEED);
        datum.setFetchTime(parts.clock().millis());
        Fields.put(datum, Fields.SOURCE, source.id());
        Fields.put(datum, mark, "1");
        return datum;
    }

    private static Set<String> sitemaps(Source source) {
        Set<String> sitemaps = new LinkedHashSet<>();
        for (URI start : source.starts()) {
            sitemaps.add(start.resolve("/sitemap.xml").toString());
        }
        return sitemaps;
    }

    /** Whether the CrawlDb has had exactly these. */
    boolean areKnown() throws IOException {
        Path file = work.resolve(DIGEST);
        return Files.exists(file) && Files.readString(file).equals(digest());
    }

    void markKnown() throws IOException {
        Files.writeString(work.resolve(DIGEST), digest());
    }

    void forget() throws IOException {
        Files.deleteIfExists(work.resolve(DIGEST));
    }

    /** Writes the list; the folder that Nutch is to be given. */
    Path write() throws IOException {
        Path folder = Files.createDirectories(work.resolve("seeds"));
        Files.writeString(folder.resolve("seeds.txt"), text);
        return folder;
    }

    private String digest() {
        return Digest.sha256(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
