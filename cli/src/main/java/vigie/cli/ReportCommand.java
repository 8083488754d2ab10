package vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import vigie.model.Commune;
import vigie.model.Departement;
import vigie.model.archive.Archive;
import vigie.model.archive.DataDirectory;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.model.config.Register;
import vigie.model.config.Vendor;
import vigie.reports.AtlasRun;
import vigie.reports.ReportRun;
import vigie.reports.query.Queries;
import vigie.reports.render.Texts;

/** {@code vigie report}: pages about a city, a vendor, a département, the country. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        subcommands = {
            ReportCommand.City.class,
            ReportCommand.OfVendor.class,
            ReportCommand.OfDepartement.class,
            ReportCommand.National.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class ReportCommand extends CommandGroup {

    /** In which forms, and where to. */
    static final class Output {

        @Option(
                names = "--format",
                split = ",",
                paramLabel = "html,pdf,md,csv,json",
                defaultValue = "html",
                descriptionKey = "report-format")
        Set<ReportRun.Format> formats = new LinkedHashSet<>();

        @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out")
        @Nullable
        Path out;
    }

    /** What is done with the parts of a report once all is open; gives the files written. */
    private interface Writing {
        List<Path> write(Queries queries, Texts texts, Path folder) throws IOException;
    }

    private int write(Output output, Writing writing) throws IOException {
        Path folder = output.out == null ? main.options.dataDirectory().reports() : output.out;
        if (!Files.isDirectory(folder) && folder.toString().matches("(?i).*\\.(?:html|pdf|md|csv|json|zip)")) {
            throw new UserException(Main.USAGE, main.messages().get("report.folder", folder));
        }
        Files.createDirectories(folder);
        try (Queries queries = main.queries()) {
            Texts texts = new Texts(main.messages().language());
            writing.write(queries, texts, folder)
                    .forEach(file -> main.terminal().out().println(file));
        }
        return Main.OK;
    }

    private Asked asked() {
        return main.asked();
    }

    /** {@code vigie report city}. */
    @Command(name = "city", mixinStandardHelpOptions = true)
    static final class City implements Callable<Integer> {

        @ParentCommand
        ReportCommand parent;

        @Parameters(paramLabel = "NAME|INSEE", descriptionKey = "commune")
        String commune = "";

        @Mixin
        final Output output = new Output();

        @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "as-of")
        @Nullable
        String asOf;

        @Option(names = "--bundle", descriptionKey = "bundle")
        boolean bundle;

        @Override
        public Integer call() throws IOException {
            Commune wanted = parent.asked().commune(commune);
            Instant moment = parent.asked().end(asOf);
            DataDirectory data = parent.main.options.dataDirectory();
            Register register = parent.main.options.projectPart();
            return parent.write(output, (queries, texts, folder) -> {
                ReportRun run = new ReportRun(queries, register, texts, Clock.systemUTC());
                List<Path> written = new ArrayList<>(run.city(wanted, moment, output.formats, folder));
                if (bundle) {
                    written.add(run.bundle(wanted, moment, Archive.open(data.archive(), data::issue), folder));
                }
                return written;
            });
        }
    }

    /** {@code vigie report vendor}. */
    @Command(name = "vendor", mixinStandardHelpOptions = true)
    static final class OfVendor implements Callable<Integer> {

        @ParentCommand
        ReportCommand parent;

        @Parameters(paramLabel = "ID|NAME", descriptionKey = "vendor")
        String vendor = "";

        @Mixin
        final Output output = new Output();

        @Override
        public Integer call() throws IOException, ProjectException {
            Project project = parent.main.options.project();
            String id = Objects.requireNonNull(parent.asked().vendor(vendor));
            return parent.write(output, (queries, texts, folder) -> {
                AtlasRun run = new AtlasRun(queries, project, texts, Clock.systemUTC());
                Vendor wanted = project.firm(id);
                return run.write(run.vendor(wanted), "vendor-" + wanted.slug(), output.formats, folder);
            });
        }
    }

    /** {@code vigie report departement}. */
    @Command(name = "departement", mixinStandardHelpOptions = true)
    static final class OfDepartement implements Callable<Integer> {

        @ParentCommand
        ReportCommand parent;

        @Parameters(paramLabel = "CODE|NAME", descriptionKey = "departement")
        String departement = "";

        @Mixin
        final Output output = new Output();

        @Override
        public Integer call() throws IOException, ProjectException {
            Departement wanted = parent.asked().departement(departement);
            Project project = parent.main.options.project();
            return parent.write(output, (queries, texts, folder) -> {
                AtlasRun run = new AtlasRun(queries, project, texts, Clock.systemUTC());
                return run.write(run.departement(wanted), "departement-" + wanted.code(), output.formats, folder);
            });
        }
    }

    /** {@code vigie report national}. */
    @Command(name = "national", mixinStandardHelpOptions = true)
    static final class National implements Callable<Integer> {

        @ParentCommand
        ReportCommand parent;

        @Mixin
        final Output output = new Output();

        @Override
        public Integer call() throws IOException, ProjectException {
            Project project = parent.main.options.project();
            return parent.write(output, (queries, texts, folder) -> {
                AtlasRun run = new AtlasRun(queries, project, texts, Clock.systemUTC());
                return run.write(run.national(), "national", output.formats, folder);
            });
        }
    }
}
