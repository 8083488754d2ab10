package vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
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
import vigie.model.Source;
import vigie.model.archive.DataDirectoryException;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;

/** {@code vigie crawl}: fetches what is due into the archive. */
@Command(name = "crawl", mixinStandardHelpOptions = true)
final class CrawlCommand implements Callable<Integer> {

    /** Above this share of failed addresses a run counts as finished with failures. */
    static final double TOLERATED = 0.25;

    @ParentCommand
    Main main;

    @ArgGroup(exclusive = false)
    Limits limits = new Limits();

    /** The options that {@code crawl} and {@code run} share. */
    static final class Limits {

        @Option(names = "--source", split = ",", paramLabel = "ID", descriptionKey = "only-source")
        Set<String> only = new HashSet<>();

        @Option(names = "--max-rounds", paramLabel = "N", defaultValue = "0", descriptionKey = "max-rounds")
        int maxRounds;

        @Option(names = "--max-fetch", paramLabel = "N", defaultValue = "0", descriptionKey = "max-fetch")
        long maxPages;

        @Option(names = "--max-time", paramLabel = "2h", descriptionKey = "max-time")
        @Nullable
        String maxTime;

        @Option(names = "--recheck", descriptionKey = "recheck")
        boolean recheck;

        CrawlOptions options(Project project, Path seeds, Messages messages) {
            if (project.sources().isEmpty()) {
                throw new UserException(Main.USAGE, messages.get("crawl.source.none", seeds));
            }
            for (String id : only) {
                if (project.source(id).isEmpty()) {
                    List<String> known =
                            project.sources().stream().map(Source::id).toList();
                    throw new UserException(
                            Main.USAGE,
                            messages.get("crawl.source.unknown", id, String.join(", ", Asked.near(id, known))));
                }
            }
            return new CrawlOptions(only, maxRounds, maxPages, recheck, null);
        }
    }

    @Override
    public Integer call() throws ProjectException, DataDirectoryException, IOException, CrawlException {
        Project project = main.options.project();
        CrawlOptions wanted = limits.options(project, main.options.seedsFolder(), main.messages());
        Duration most = new Asked(main.options, main.messages()).duration(limits.maxTime);
        try (Interruption interruption = new Interruption(
                        () -> main.terminal().err().println(main.messages().get("stopping")));
                Work work = Work.open(main, project, interruption)) {
            CrawlReport report = work.crawl(wanted, most);
            work.data().run(RunLine.of("crawl", work, report, null));
            return exitCode(report);
        }
    }

    static int exitCode(CrawlReport report) {
        return report.isCutOff() || !report.unmet().isEmpty() || report.shareFailed() > TOLERATED
                ? Main.PARTLY
                : Main.OK;
    }
}
