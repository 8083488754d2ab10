package vigie.cli;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.crawler.CrawlReport;
import vigie.indexer.IndexReport;

/**
 * A line of {@code data/runs.jsonl}.
 *
 * @param time when the run was over
 * @param command as typed
 * @param version of Vigie
 * @param config digest of seeds and configuration
 * @param issues lines added to {@code issues.jsonl}
 */
record RunLine(
        Instant time,
        String command,
        String version,
        String config,
        int issues,
        @Nullable CrawlReport crawl,
        @Nullable IndexReport index) {

    static RunLine of(String command, Work work, @Nullable CrawlReport crawl, @Nullable IndexReport index) {
        return new RunLine(
                Instant.now(), command, Version.text(), work.project().digest(), work.issues(), crawl, index);
    }
}
