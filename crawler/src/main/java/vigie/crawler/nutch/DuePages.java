package vigie.crawler.nutch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.crawl.FetchSchedule;
import org.apache.nutch.crawl.FetchScheduleFactory;
import vigie.model.Source;

/**
 * Chooses what a round begins with, as Nutch's generate does, without its jobs: of all that the CrawlDb has and that is due
 * the best, and of no host so much that others have no room. Not thread-safe.
 */
final class DuePages {

    private static final int MOST_OF_A_HOST = 1_000;

    private final CrawlParts parts;
    private final FetchSchedule schedule;
    private final long now;

    /** So many wait in memory at most. */
    private final int most;

    private final TreeSet<Due> best = new TreeSet<>(Due.WORST_FIRST);
    private final Map<String, TreeSet<Due>> byHost = new HashMap<>();
    private boolean isWhole = true;

    private record Due(String url, float rank, Source source, CrawlDatum datum) {

        private static final Comparator<Due> WORST_FIRST =
                Comparator.comparing(Due::rank).thenComparing(Due::url, Comparator.reverseOrder());
    }

    /** @param left how many pages this run may still ask for */
    DuePages(Configuration conf, CrawlParts parts, long left) {
        this.parts = parts;
        this.schedule = FetchScheduleFactory.getFetchSchedule(conf);
        this.now = parts.clock().millis();
        this.most = (int) Math.min(parts.task().settings().round().pages(), left);
    }

    /** Looks at a record, which the caller may use again. */
    void see(Text key, CrawlDatum datum) {
        String url = key.toString();
        if (!schedule.shouldFetch(key, datum, now) || !parts.mayAskFor(url)) {
            return;
        }
        Source source =
                parts.scope().sourceOf(url, Fields.get(datum, Fields.SOURCE)).orElse(null);
        float rank = parts.rankOfDue(key, datum);
        if (source == null || rank < 0) {
            return;
        }
        String host = HostQueue.hostOf(url);
        TreeSet<Due> others = byHost.computeIfAbsent(host, name -> new TreeSet<>(Due.WORST_FIRST));
        Due due = new Due(url, rank, source, datum);
        isWhole &= others.size() < MOST_OF_A_HOST && best.size() < most;
        if (others.size() >= MOST_OF_A_HOST && !makesRoom(others, due)) {
            return;
        }
        if (best.size() >= most && !makesRoom(best, due)) {
            return;
        }
        CrawlDatum kept = new CrawlDatum();
        kept.set(datum);
        Due added = new Due(url, rank, source, kept);
        best.add(added);
        others.add(added);
    }

    private boolean makesRoom(SortedSet<Due> among, Due due) {
        if (among.isEmpty() || Due.WORST_FIRST.compare(among.first(), due) >= 0) {
            return false;
        }
        Due worst = among.first();
        best.remove(worst);
        TreeSet<Due> ofHost = byHost.get(HostQueue.hostOf(worst.url()));
        if (ofHost != null) {
            ofHost.remove(worst);
        }
        return true;
    }

    boolean isEmpty() {
        return best.isEmpty();
    }

    /** Whether there was room for all that is due. */
    boolean isWhole() {
        return isWhole;
    }

    /** The best, at the given depth. */
    List<Waiting> chosen(int depth) {
        List<Waiting> chosen = new ArrayList<>();
        for (Due due : best.descendingSet()) {
            chosen.add(new Waiting(due.url(), due.source(), due.datum(), depth));
        }
        return chosen;
    }
}
