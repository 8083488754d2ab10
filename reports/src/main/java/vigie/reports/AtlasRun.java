package vigie.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vigie.model.Commune;
import vigie.model.Departement;
import vigie.model.ReviewState;
import vigie.model.archive.WholeFile;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.model.id.InseeCode;
import vigie.reports.ReportRun.Format;
import vigie.reports.atlas.AtlasFacts;
import vigie.reports.atlas.AtlasReports;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.Queries;
import vigie.reports.render.AtlasCsv;
import vigie.reports.render.AtlasHtml;
import vigie.reports.render.AtlasMarkdown;
import vigie.reports.render.JsonReport;
import vigie.reports.render.PdfReport;
import vigie.reports.render.Texts;

/** Index to reports across communes: asks, assembles, renders, writes. */
public final class AtlasRun {

    private final Queries queries;
    private final AtlasReports reports;
    private final Texts texts;

    public AtlasRun(Queries queries, Project project, Texts texts, Clock clock) {
        this.queries = queries;
        this.reports = new AtlasReports(project, clock);
        this.texts = texts;
    }

    /** The report about a vendor. */
    public AtlasReport vendor(Vendor vendor) {
        return reports.vendor(vendor, facts(DeploymentFilter.all()));
    }

    /** The report about a département. */
    public AtlasReport departement(Departement departement) {
        DeploymentFilter here = new DeploymentFilter(null, departement.code(), null, null, null, null, 0);
        return reports.territory(departement, facts(here));
    }

    /** The report about the whole country. */
    public AtlasReport national() {
        return reports.territory(null, facts(DeploymentFilter.all()));
    }

    private AtlasFacts facts(DeploymentFilter filter) {
        return new AtlasFacts(
                queries.deployments(filter),
                queries.coverage(),
                queries::claim,
                queries::document,
                this::review,
                queries.statistics().project().substring(0, 12));
    }

    private ReviewState review(String claim) {
        return queries.extracted(claim).map(queries.reviews()::state).orElse(ReviewState.UNREVIEWED);
    }

    /**
     * Writes a report; it leads to the reports about communes that are in the same folder.
     *
     * @param name of the files, without their endings
     * @return the files, one per format, in the formats' order
     */
    public List<Path> write(AtlasReport report, String name, Set<Format> formats, Path folder) throws IOException {
        Map<InseeCode, String> cities = cities(report, folder);
        List<Path> written = new ArrayList<>();
        for (Format format : Format.values()) {
            if (formats.contains(format)) {
                Path file = folder.resolve(name + "." + format.name().toLowerCase(Locale.ROOT));
                written.add(WholeFile.write(file, render(report, format, cities)));
            }
        }
        return written;
    }

    private static Map<InseeCode, String> cities(AtlasReport report, Path folder) {
        Map<InseeCode, String> cities = new HashMap<>();
        for (AtlasReport.Entry entry : report.entries()) {
            Commune commune = entry.commune();
            String file = ReportRun.name(commune, Format.HTML);
            if (Files.exists(folder.resolve(file))) {
                cities.put(commune.code(), file);
            }
        }
        return cities;
    }

    private byte[] render(AtlasReport report, Format format, Map<InseeCode, String> cities) {
        return switch (format) {
            case HTML -> utf8(new AtlasHtml(texts).render(report, cities));
            case PDF -> new PdfReport().render(new AtlasHtml(texts).paper(report));
            case MD -> utf8(new AtlasMarkdown(texts).render(report, cities));
            case CSV -> utf8(new AtlasCsv().render(report));
            case JSON -> utf8(new JsonReport(texts).render(report));
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
