package vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.reports.ExportRun;
import vigie.reports.export.Exports;
import vigie.reports.export.Format;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.Queries;

/** {@code vigie export}: deployments, claims, contracts and documents in a format that others read. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    /** How the registry of the standard forms them. */
    private static final String OCDS_PREFIX = "ocds-[a-z0-9]{6}";

    @ParentCommand
    Main main;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "csv|jsonl|geojson|sqlite|parquet|ocds|ftm",
            descriptionKey = "export-format")
    Format format = Format.CSV;

    @Mixin
    final FilterOptions filter = new FilterOptions();

    @Option(names = "--min-confidence", paramLabel = "0..1", defaultValue = "0", descriptionKey = "min-confidence")
    double minConfidence;

    @Option(names = "--out", paramLabel = "FILE|DIR", descriptionKey = "export-out")
    @Nullable
    Path out;

    @Option(
            names = "--ocds-prefix",
            paramLabel = "ocds-…",
            defaultValue = Exports.UNREGISTERED,
            descriptionKey = "ocds-prefix")
    String ocdsPrefix = Exports.UNREGISTERED;

    @Override
    public Integer call() throws IOException, ProjectException {
        if (!ocdsPrefix.matches(OCDS_PREFIX)) {
            throw new UserException(Main.USAGE, main.messages().get("export.prefix", ocdsPrefix));
        }
        DeploymentFilter wanted = filter.deployments(main.asked(), minConfidence);
        Project project = main.options.project();
        try (Queries queries = main.queries()) {
            List<Path> written =
                    new ExportRun(queries, project, ocdsPrefix, Clock.systemUTC()).export(format, wanted, target());
            if (written.isEmpty()) {
                throw new UserException(Main.FAILED, main.messages().get("export.nothing"));
            }
            written.forEach(file -> main.terminal().out().println(file));
        }
        if (format == Format.OCDS && ocdsPrefix.equals(Exports.UNREGISTERED)) {
            main.terminal().err().println(main.messages().get("export.unregistered", Exports.UNREGISTERED));
        }
        return Main.OK;
    }

    /** What was asked for; in a folder that is there already, a single file keeps its own name. */
    private Path target() {
        Path asked = out == null ? main.options.dataDirectory().reports() : out;
        boolean inside = out == null || (!format.isFolder() && Files.isDirectory(asked));
        return inside ? asked.resolve(format.file()) : asked;
    }
}
