package vigie.crawler.nutch;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.nutch.crawl.CrawlDatum;
import vigie.crawler.focus.Focus;
import vigie.crawler.focus.Promise;
import vigie.model.Source;

/** Tells the CrawlDb of the links that are news, and has those that are new asked for in the same round. Thread-safe. */
final class LinkFollower {

    private final CrawlParts parts;
    private final Told told;
    private final SegmentRecords records;
    private final Hosts hosts;
    private final int interval;

    /** So many wait in memory at most; the CrawlDb knows the others. */
    private final int most;

    private final AtomicInteger followed = new AtomicInteger();
    private volatile boolean cut;

    /** @param interval after which pages are due again, in seconds */
    LinkFollower(CrawlParts parts, Told told, SegmentRecords records, Hosts hosts, int interval) {
        this.parts = parts;
        this.told = told;
        this.records = records;
        this.hosts = hosts;
        this.interval = interval;
        this.most = parts.task().settings().round().links();
    }

    void follow(Waiting from, PageParser.Page page) throws IOException {
        for (Map.Entry<String, Promise> link : page.promises().entrySet()) {
            float promise = link.getValue().score();
            link(from, link.getKey(), promise, () -> PageLinks.fields(link.getValue()));
        }
        for (String named : page.sitemaps()) {
            Optional<String> sitemap = address(named);
            if (sitemap.isPresent()) {
                link(from, sitemap.get(), Focus.SEED, () -> Map.of(Fields.SITEMAP, "1"));
            }
        }
        for (String named : page.pages()) {
            Optional<String> url = address(named);
            if (url.isPresent()) {
                link(from, url.get(), parts.focus().promise(url.get()).score(), Map::of);
            }
        }
    }

    private Optional<String> address(String url) {
        return parts.addresses().normalize(url).filter(parts::mayAskFor);
    }

    private void link(Waiting from, String to, float promise, Supplier<Map<String, String>> fields) throws IOException {
        Source source = parts.scope().sourceOf(to, from.source().id()).orElse(null);
        if (source == null || to.equals(from.url())) {
            return;
        }
        Told.News news = told.hear(to, promise);
        if (news == Told.News.NONE) {
            return;
        }
        CrawlDatum datum = new CrawlDatum(CrawlDatum.STATUS_LINKED, interval, promise);
        fields.get().forEach((name, value) -> Fields.put(datum, name, value));
        Fields.remove(datum, Fields.PROMISE);
        Fields.put(datum, Fields.SOURCE, source.id());
        records.link(to, datum);
        if (news == Told.News.NEW || hosts.has(to)) {
            follow(new Waiting(to, source, datum, from.depth() + 1));
        }
    }

    private void follow(Waiting page) {
        if (!parts.task().selected().contains(page.source().id())) {
            return;
        }
        if (page.depth() > parts.task().maxRounds()) {
            cut = true;
        } else if (followed.incrementAndGet() <= most) {
            hosts.add(page);
        }
    }

    /** Whether so much waits that the round should end. */
    boolean isFull() {
        return followed.get() > most;
    }

    /** Whether there were links beyond the last round of this run. */
    boolean hasLeftSome() {
        return cut;
    }
}
