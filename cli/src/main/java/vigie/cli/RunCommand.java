package vigie.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.crawler.CrawlOptions;
import vigie.crawler.CrawlReport;
import vigie.crawler.nutch.CrawlException;
import vigie.indexer.IndexReport;
import vigie.model.archive.DataDirectoryException;
import vigie.model.archive.SearchFile;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.reports.Digest;
import vigie.reports.DigestRun;
import vigie.reports.query.Queries;

/** {@code vigie run}: the weekly job: crawl, then index. Resumable; one at a time. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @ParentCommand
    Main main;

    @ArgGroup(exclusive = false)
    CrawlCommand.Limits limits = new CrawlCommand.Limits();

    @Option(names = "--disk-limit", paramLabel = "20GB", descriptionKey = "disk-limit")
    @Nullable
    String diskLimit;

    @Override
    public Integer call() throws ProjectException, DataDirectoryException, IOException, CrawlException {
        Project project = main.options.project();
        CrawlOptions wanted = limits.options(project, main.options.seedsFolder(), main.messages());
        Asked asked = new Asked(main.options, main.messages());
        Duration most = asked.duration(limits.maxTime);
        main.checkReviews();
        long limit = diskLimit == null ? Long.MAX_VALUE : asked.size(diskLimit);
        try (Interruption interruption = new Interruption(
                        () -> main.terminal().err().println(main.messages().get("stopping")));
                Work work = Work.open(main, project, interruption)) {
            CrawlReport crawled = work.crawl(wanted, most);
            if (interruption.getAsBoolean()) {
                work.data().run(RunLine.of("run", work, crawled, null));
                work.say("stopped");
                return CrawlCommand.exitCode(crawled);
            }
            IndexReport indexed = work.index();
            digest(project, work);
            work.data().run(RunLine.of("run", work, crawled, indexed));
            if (work.issues() > 0) {
                work.say("run.issues", work.issues(), work.data().issues());
            }
            DiskBudget budget = DiskBudget.of(work.data(), limit, Set::of);
            if (budget.over() > 0) {
                work.say("disk.over", budget.total() >> 20, limit >> 20, String.valueOf(diskLimit));
            }
            return CrawlCommand.exitCode(crawled);
        }
    }

    /** Writes what is new since the last run and says it in short. */
    private void digest(Project project, Work work) throws IOException {
        List<JsonNode> runs = new HealthLines().read(work.data().runs(), line -> line.contains("\"crawl\""));
        Instant since = runs.isEmpty()
                ? Instant.EPOCH
                : Instant.parse(runs.get(runs.size() - 1).path("time").asText());
        try (Queries queries = main.queries()) {
            DigestRun run = DigestCommand.run(main, queries, project, null);
            Digest digest = run.since(since, DigestCommand.quiet(queries, work.data()));
            List<Path> written = run.write(
                    digest,
                    EnumSet.allOf(DigestRun.Format.class),
                    new SearchFile(work.data().searches()).read(),
                    work.data().reports());
            work.say("run.digest", digest.changes().size(), written.get(0));
        }
    }
}
