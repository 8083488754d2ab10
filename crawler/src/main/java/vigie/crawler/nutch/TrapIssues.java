package vigie.crawler.nutch;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vigie.crawler.focus.Trap;
import vigie.model.Issue;
import vigie.model.Source;

/** Tells once per host which traps a crawl was kept out of. */
final class TrapIssues {

    private TrapIssues() {}

    static List<Issue> of(CrawlParts parts) {
        return parts.traps().leftOut().entrySet().stream()
                .map(host -> issue(parts, host.getKey(), host.getValue()))
                .toList();
    }

    private static Issue issue(CrawlParts parts, String host, Map<Trap, Integer> leftOut) {
        int all = leftOut.values().stream().mapToInt(Integer::intValue).sum();
        String why = leftOut.entrySet().stream()
                .map(trap -> trap.getValue() + " " + trap.getKey().words())
                .collect(Collectors.joining("; "));
        return new Issue(
                parts.clock().instant(),
                "crawl",
                parts.scope().sourceOf(host, null).map(Source::id).orElse(null),
                host,
                "trap",
                all + " addresses were left out: " + why,
                "look at the site: name what is missing as a start of its seed");
    }
}
