package vigie.crawler.nutch;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vigie.model.Source;
import vigie.model.SourceKind;
import vigie.model.config.CrawlSettings;

/**
 * What a crawl of sites has to do; travels to Nutch's jobs as one JSON property.
 *
 * @param sources all sites that are known
 * @param selected ids of those to crawl in this run
 * @param version of Vigie, for the user agent
 * @param started when the run began: nothing is asked for twice in a run
 * @param maxRounds of this run
 * @param maxPages over all sites in this run
 * @param recheckAll whether every known page counts as due
 * @param secret for {@link Print}, the same in each run
 */
public record SiteTask(
        List<Source> sources,
        Set<String> selected,
        CrawlSettings settings,
        String version,
        Instant started,
        int maxRounds,
        long maxPages,
        boolean recheckAll,
        String secret) {

    public SiteTask {
        sources = sources.stream()
                .filter(source -> source.kind() == SourceKind.SITE)
                .toList();
        selected = Set.copyOf(selected);
    }

    /** Whether no site is to be crawled at all. */
    boolean isEmpty() {
        return sources.stream().map(Source::id).noneMatch(selected::contains);
    }
}
