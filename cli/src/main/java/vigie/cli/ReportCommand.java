package vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vigie.model.Commune;
import vigie.model.archive.Archive;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.reports.ReportRun;
import vigie.reports.query.Queries;
import vigie.reports.render.Texts;

/** {@code vigie report}: pages about a city. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        subcommands = ReportCommand.City.class,
        synopsisSubcommandLabel = "COMMAND")
final class ReportCommand extends CommandGroup {

    /** {@code vigie report city}. */
    @Command(name = "city", mixinStandardHelpOptions = true)
    static final class City implements Callable<Integer> {

        @ParentCommand
        ReportCommand parent;

        @Parameters(paramLabel = "NAME|INSEE", descriptionKey = "commune")
        String commune = "";

        @Option(
                names = "--format",
                split = ",",
                paramLabel = "html,pdf,md,json",
                defaultValue = "html",
                descriptionKey = "report-format")
        Set<ReportRun.Format> formats = new LinkedHashSet<>();

        @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out")
        @Nullable
        Path out;

        @Option(names = "--bundle", descriptionKey = "bundle")
        boolean bundle;

        @Override
        public Integer call() throws IOException, ProjectException {
            Main main = parent.main;
            Commune wanted = new Asked(main.options, main.messages()).commune(commune);
            Project project = main.options.project();
            Path folder = out == null ? main.options.dataDirectory().reports() : out;
            Files.createDirectories(folder);
            try (Queries queries = Queries.open(main.options.dataDirectory().index())) {
                ReportRun run = new ReportRun(
                        queries, project, new Texts(main.messages().language()), Clock.systemUTC());
                List<Path> written = run.city(wanted, formats, folder);
                if (bundle) {
                    Archive archive = Archive.open(
                            main.options.dataDirectory().archive(), main.options.dataDirectory()::issue);
                    written.add(run.bundle(wanted, archive, folder));
                }
                written.forEach(file -> main.terminal().out().println(file));
            }
            return Main.OK;
        }
    }
}
