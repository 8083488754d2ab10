package vigie.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.Departement;
import vigie.model.Review;
import vigie.model.Verdict;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.model.id.InseeCode;
import vigie.reports.export.Exports;
import vigie.reports.export.Format;
import vigie.reports.publish.About;
import vigie.reports.publish.Site;
import vigie.reports.publish.SiteFolder;
import vigie.reports.publish.SiteTexts;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.IndexStatistics;
import vigie.reports.query.Publication;
import vigie.reports.query.Queries;

/** Index to static web site: asks what is published, assembles, writes all of it or nothing. */
public final class PublishRun {

    private static final List<Format> DOWNLOADS = List.of(Format.CSV, Format.JSONL, Format.GEOJSON, Format.SQLITE);

    private final Queries queries;
    private final Publication publication;
    private final Project project;
    private final Locale locale;
    private final Clock clock;

    /**
     * Publishes what an index was opened for.
     *
     * @param queries opened by {@link Queries#published} with {@code publication}
     */
    public PublishRun(Queries queries, Publication publication, Project project, Locale locale, Clock clock) {
        this.queries = queries;
        this.publication = publication;
        this.project = project;
        this.locale = locale;
        this.clock = Clock.fixed(clock.instant().truncatedTo(ChronoUnit.SECONDS), clock.getZone());
    }

    /** How much was published: communes, and the deployments in them. */
    public record Published(int communes, int deployments) {}

    /**
     * Writes the site.
     *
     * @param to a folder that is not there, is empty, or was written by this; see {@link SiteFolder#stranger}
     * @param home where the site is published, ending in a slash, or null
     */
    public Published publish(Path to, @Nullable String home) throws IOException {
        SiteTexts texts = new SiteTexts(locale);
        ReportRun cities = new ReportRun(queries, project, texts.words(), clock);
        AtlasRun atlas = new AtlasRun(queries, project, texts.words(), clock);
        int communes = 0;
        int deployments = 0;
        try (SiteFolder folder = SiteFolder.begin(to)) {
            Site site = new Site(folder, texts, about(), project);
            for (InseeCode code : queries.communes(DeploymentFilter.all())) {
                Optional<Commune> commune = project.communes().byCode(code);
                if (commune.isPresent()) {
                    CityReport report = cities.city(commune.get());
                    site.city(report, this::vouched);
                    communes++;
                    deployments += report.findings().size();
                }
            }
            for (Vendor vendor : site.vendors()) {
                site.vendor(vendor, atlas.vendor(vendor));
            }
            for (Departement departement : site.departements()) {
                site.departement(departement, atlas.departement(departement));
            }
            site.national(atlas.national());
            ExportRun exports = new ExportRun(queries, project, Exports.UNREGISTERED, clock);
            for (Format format : DOWNLOADS) {
                exports.export(format, DeploymentFilter.all(), folder.file(path(format)));
            }
            site.finish(queries.coverage(), home);
        }
        return new Published(communes, deployments);
    }

    private About about() {
        IndexStatistics index = queries.statistics();
        return new About(
                clock.instant(),
                index.project().substring(0, 12),
                index.version(),
                publication.unreviewed(),
                publication.minConfidence(),
                DOWNLOADS.stream()
                        .map(format -> new About.Download(format.id(), path(format)))
                        .toList());
    }

    private static String path(Format format) {
        return "data/" + format.file() + (format.isFolder() ? ".zip" : "");
    }

    /** When people first accepted or corrected a claim; null if they did not. */
    private @Nullable Instant vouched(String claim) {
        return queries.extracted(claim).stream()
                .flatMap(extracted -> queries.reviews().of(extracted).stream())
                .filter(review -> review.verdict() == Verdict.ACCEPT || review.verdict() == Verdict.CORRECT)
                .map(Review::time)
                .findFirst()
                .orElse(null);
    }
}
