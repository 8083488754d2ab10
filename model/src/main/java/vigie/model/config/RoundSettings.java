package vigie.model.config;

import java.time.Duration;

/**
 * {@code round} in {@code config/crawl.yml}: when a round of a crawl ends at the latest. What it read is archived then; a run
 * that is killed asks again for what its last round read.
 *
 * @param time longest time
 * @param pages most pages that are asked for
 * @param links most new links that wait in memory to be asked for in the same round
 */
public record RoundSettings(Duration time, int pages, int links) {

    /** What {@code config/crawl.yml} ships with. */
    public static RoundSettings defaults() {
        return new RoundSettings(Duration.ofMinutes(5), 20_000, 50_000);
    }
}
