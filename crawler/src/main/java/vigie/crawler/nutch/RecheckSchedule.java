package vigie.crawler.nutch;

import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.AbstractFetchSchedule;
import org.apache.nutch.crawl.CrawlDatum;
import org.jspecify.annotations.Nullable;

/**
 * When a page is due again: what a seed names after the configured time, what changed sooner than what did not. Nothing
 * is asked for twice in one run, and what failed for a passing reason is tried again in the next.
 */
public final class RecheckSchedule extends AbstractFetchSchedule {

    /** The longest interval, in multiples of the shortest. */
    static final int LONGEST = 12;

    /** Part of an interval by which a page may be early: a weekly run must not miss its pages by seconds. */
    private static final int EARLY = 20;

    private static final float GROWTH = 1.5f;
    private static final float SHRINKING = 0.5f;

    private long started;
    private boolean recheckAll;

    @Override
    public void setConf(@Nullable Configuration conf) {
        super.setConf(conf);
        if (conf != null) {
            started = conf.getLong(NutchConf.STARTED, 0);
            recheckAll = conf.getBoolean(NutchConf.RECHECK_ALL, false);
        }
    }

    @Override
    public boolean shouldFetch(Text url, CrawlDatum datum, long curTime) {
        if (Fields.attempted(datum) >= started) {
            return false;
        }
        long early = TimeUnit.SECONDS.toMillis(datum.getFetchInterval()) / EARLY;
        return recheckAll || datum.getFetchTime() - early <= curTime;
    }

    @Override
    public CrawlDatum setFetchSchedule(
            Text url,
            CrawlDatum datum,
            long prevFetchTime,
            long prevModifiedTime,
            long fetchTime,
            long modifiedTime,
            int state) {
        super.setFetchSchedule(url, datum, prevFetchTime, prevModifiedTime, fetchTime, modifiedTime, state);
        datum.setFetchInterval(interval(datum, state));
        datum.setFetchTime(fetchTime + TimeUnit.SECONDS.toMillis(datum.getFetchInterval()));
        return datum;
    }

    private int interval(CrawlDatum datum, int state) {
        if (Fields.has(datum, Fields.SEED) || Fields.has(datum, Fields.SITEMAP)) {
            return defaultInterval;
        }
        float interval = Math.max(datum.getFetchInterval(), defaultInterval);
        if (state == STATUS_NOTMODIFIED) {
            interval *= GROWTH;
        } else if (state == STATUS_MODIFIED) {
            interval *= SHRINKING;
        }
        return Math.round(Math.min(Math.max(interval, defaultInterval), maxInterval));
    }

    /** Tries in the next run; after the first failure in a row, a day later for each. */
    @Override
    public CrawlDatum setPageRetrySchedule(
            Text url, CrawlDatum datum, long prevFetchTime, long prevModifiedTime, long fetchTime) {
        if (Fields.has(datum, Fields.CUT)) {
            datum.setFetchTime(prevFetchTime);
            return datum;
        }
        int failures = datum.getRetriesSinceFetch();
        datum.setRetriesSinceFetch(failures + 1);
        datum.setFetchTime(fetchTime + TimeUnit.DAYS.toMillis(failures));
        return datum;
    }
}
