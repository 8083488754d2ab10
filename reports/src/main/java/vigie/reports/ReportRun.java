package vigie.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vigie.model.Commune;
import vigie.model.archive.WholeFile;
import vigie.model.config.Communes;
import vigie.model.config.Project;
import vigie.reports.city.CityFacts;
import vigie.reports.city.CityReports;
import vigie.reports.query.ClaimFilter;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.Queries;
import vigie.reports.render.HtmlReport;
import vigie.reports.render.JsonReport;
import vigie.reports.render.MarkdownReport;
import vigie.reports.render.Texts;

/** Index to report: asks, assembles, renders, writes. */
public final class ReportRun {

    /** In what a report is written. */
    public enum Format {
        HTML,
        MD,
        JSON
    }

    private final Queries queries;
    private final CityReports reports;
    private final Texts texts;
    private final Clock clock;

    public ReportRun(Queries queries, Project project, Texts texts, Clock clock) {
        this.queries = queries;
        this.reports = new CityReports(project, clock);
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Writes the report about a commune.
     *
     * @return the files, one per format, in the formats' order
     */
    public List<Path> city(Commune commune, Set<Format> formats, Path folder) throws IOException {
        CityReport report = city(commune);
        List<Path> written = new ArrayList<>();
        for (Format format : Format.values()) {
            if (formats.contains(format)) {
                written.add(WholeFile.write(folder.resolve(name(commune, format)), render(report, format)));
            }
        }
        return written;
    }

    /** The report about a commune. */
    public CityReport city(Commune commune) {
        return reports.of(
                commune,
                new CityFacts(
                        queries.deployments(DeploymentFilter.of(commune.code())),
                        queries.claims(ClaimFilter.of(commune.code())),
                        queries.coverage(commune.code()),
                        queries.ledger(commune.code(), null, YearMonth.now(clock)),
                        queries::document,
                        queries::presence,
                        queries.statistics().project().substring(0, 12)));
    }

    private String render(CityReport report, Format format) {
        return switch (format) {
            case HTML -> new HtmlReport(texts).render(report);
            case MD -> new MarkdownReport(texts).render(report);
            case JSON -> new JsonReport().render(report);
        };
    }

    /** {@code moirans-38239.html}: stable, and readable in a folder of many. */
    private static String name(Commune commune, Format format) {
        String words = Communes.fold(commune.name()).replaceAll("[^a-z0-9]+", "-");
        return words + "-" + commune.code() + "." + format.name().toLowerCase(Locale.ROOT);
    }
}
