package vigie.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.reports.PublishRun;
import vigie.reports.PublishRun.Published;
import vigie.reports.publish.SiteFolder;
import vigie.reports.query.Publication;
import vigie.reports.query.Queries;

/** {@code vigie publish}: what was reviewed, as a static web site. */
@Command(name = "publish", mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

    @ParentCommand
    Main main;

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "publish-out")
    Path out = Path.of("");

    @Option(names = "--include-unreviewed", descriptionKey = "include-unreviewed")
    boolean unreviewed;

    @Option(
            names = "--min-confidence",
            paramLabel = "0..1",
            defaultValue = "0.8",
            descriptionKey = "publish-confidence")
    double minConfidence;

    @Option(names = "--base-url", paramLabel = "URL", descriptionKey = "base-url")
    @Nullable
    URI home;

    @Override
    public Integer call() throws IOException, ProjectException {
        Asked asked = new Asked(main.options, main.messages());
        Publication publication = new Publication(unreviewed, asked.confidence(minConfidence));
        String base = base();
        Project project = main.options.project();
        try (Queries queries = main.queries(publication)) {
            Optional<Path> stranger = SiteFolder.stranger(out);
            if (stranger.isPresent()) {
                throw new UserException(Main.USAGE, main.messages().get("publish.stranger", out, stranger.get()));
            }
            Published done = new PublishRun(
                            queries, publication, project, main.messages().language(), Clock.systemUTC())
                    .publish(out, base);
            main.terminal().out().println(out.resolve(SiteFolder.HOME));
            main.terminal().err().println(main.messages().get("publish.done", done.communes(), done.deployments()));
            if (done.communes() == 0 && !unreviewed) {
                main.terminal().err().println(main.messages().get("publish.nothing"));
            }
        }
        return Main.OK;
    }

    private @Nullable String base() {
        if (home == null) {
            return null;
        }
        if (home.getHost() == null || !String.valueOf(home.getScheme()).matches("(?i)https?")) {
            throw new UserException(Main.USAGE, main.messages().get("publish.base", home));
        }
        return home.toString().endsWith("/") ? home.toString() : home + "/";
    }
}
