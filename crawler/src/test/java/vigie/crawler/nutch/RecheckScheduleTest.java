package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.crawl.FetchSchedule;
import org.junit.jupiter.api.Test;

class RecheckScheduleTest {

    private static final int WEEK = 7 * 86_400;
    private static final long DAY = 86_400_000L;
    private static final long NOW = 1_700_000_000_000L;
    private static final Text URL = new Text("https://v.example/");

    private final RecheckSchedule schedule = schedule(false);

    @Test
    void pageIsDueAfterItsIntervalAndALittleBefore() {
        CrawlDatum datum = fetched(FetchSchedule.STATUS_UNKNOWN, page());

        assertThat(schedule.shouldFetch(URL, datum, NOW + 6 * DAY)).isFalse();
        assertThat(schedule.shouldFetch(URL, datum, NOW + 7 * DAY - 60_000)).isTrue();
    }

    @Test
    void whatDoesNotChangeIsAskedForLessAndLessOften() {
        CrawlDatum datum = page();
        for (int i = 0; i < 20; i++) {
            int before = datum.getFetchInterval();
            fetched(FetchSchedule.STATUS_NOTMODIFIED, datum);
            assertThat(datum.getFetchInterval()).isGreaterThanOrEqualTo(before);
        }
        assertThat(datum.getFetchInterval()).isEqualTo(WEEK * RecheckSchedule.LONGEST);

        fetched(FetchSchedule.STATUS_MODIFIED, datum);
        assertThat(datum.getFetchInterval()).isEqualTo(WEEK * RecheckSchedule.LONGEST / 2);
    }

    @Test
    void seedsKeepTheirInterval() {
        CrawlDatum datum = page();
        Fields.put(datum, Fields.SEED, "1");
        fetched(FetchSchedule.STATUS_NOTMODIFIED, datum);
        assertThat(datum.getFetchInterval()).isEqualTo(WEEK);
    }

    @Test
    void nothingIsAskedForTwiceInARun() {
        CrawlDatum datum = page();
        Fields.putAttempted(datum, NOW + 1);
        assertThat(schedule(true).shouldFetch(URL, datum, NOW + 10)).isFalse();

        Fields.putAttempted(datum, NOW - 1);
        datum.setFetchTime(NOW + 30 * DAY);
        assertThat(schedule(true).shouldFetch(URL, datum, NOW + 10)).isTrue();
        assertThat(schedule.shouldFetch(URL, datum, NOW + 10)).isFalse();
    }

    @Test
    void failureIsTriedAgainInTheNextRunThenMorePatiently() {
        CrawlDatum datum = page();
        schedule.setPageRetrySchedule(URL, datum, 0, 0, NOW);
        assertThat(datum.getFetchTime()).isEqualTo(NOW);
        schedule.setPageRetrySchedule(URL, datum, 0, 0, NOW);
        assertThat(datum.getFetchTime()).isEqualTo(NOW + DAY);
    }

    @Test
    void whatAStopCutStaysAsDueAsItWas() {
        CrawlDatum datum = page();
        Fields.put(datum, Fields.CUT, "1");
        schedule.setPageRetrySchedule(URL, datum, NOW - DAY, 0, NOW);
        assertThat(datum.getFetchTime()).isEqualTo(NOW - DAY);
        assertThat(datum.getRetriesSinceFetch()).isZero();
    }

    private CrawlDatum fetched(int state, CrawlDatum datum) {
        return schedule.setFetchSchedule(URL, datum, 0, 0, NOW, 0, state);
    }

    private static CrawlDatum page() {
        return new CrawlDatum(CrawlDatum.STATUS_DB_FETCHED, WEEK);
    }

    private static RecheckSchedule schedule(boolean recheckAll) {
        Configuration conf = new Configuration(false);
        conf.setInt("db.fetch.interval.default", WEEK);
        conf.setInt("db.fetch.interval.max", WEEK * RecheckSchedule.LONGEST);
        conf.setLong(NutchConf.STARTED, NOW);
        conf.setBoolean(NutchConf.RECHECK_ALL, recheckAll);
        RecheckSchedule schedule = new RecheckSchedule();
        schedule.setConf(conf);
        return schedule;
    }
}
