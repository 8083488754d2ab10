package vigie.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vigie.model.Deployment;
import vigie.model.ReviewState;
import vigie.model.config.Project;
import vigie.model.id.InseeCode;
import vigie.reports.export.About;
import vigie.reports.export.ExportFacts;
import vigie.reports.export.Exports;
import vigie.reports.export.Format;
import vigie.reports.export.Words;
import vigie.reports.query.ClaimFilter;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.IndexStatistics;
import vigie.reports.query.Queries;
import vigie.reports.render.Reasons;
import vigie.reports.render.Texts;

/** Index to exports: asks town by town, writes in a format that others read. */
public final class ExportRun {

    private final Queries queries;
    private final Exports exports;
    private final Clock clock;

    /** {@code ocdsPrefix} is the publisher's own, or {@link Exports#UNREGISTERED}. */
    public ExportRun(Queries queries, Project project, String ocdsPrefix, Clock clock) {
        this.queries = queries;
        this.exports = new Exports(project, words(new Texts(Locale.FRENCH)), ocdsPrefix);
        this.clock = clock;
    }

    /**
     * Writes the deployments that pass {@code filter}, with all claims behind them, however sure these are.
     *
     * @param to a file; for a format of several files a folder, or a file {@code *.zip}
     * @return what was written
     */
    public List<Path> export(Format format, DeploymentFilter filter, Path to) throws IOException {
        IndexStatistics index = queries.statistics();
        Map<InseeCode, List<Deployment>> deployments = queries.deployments(filter).stream()
                .collect(groupingBy(one -> one.commune().insee(), TreeMap::new, toList()));
        ExportFacts facts = new ExportFacts(
                List.copyOf(deployments.keySet()),
                commune -> deployments.getOrDefault(commune, List.of()),
                commune -> queries.claims(ClaimFilter.of(commune)),
                queries::document,
                this::review);
        return exports.write(
                format,
                facts,
                new About(clock.instant().truncatedTo(ChronoUnit.SECONDS), index.version(), index.project()),
                to);
    }

    private ReviewState review(String claim) {
        return queries.extracted(claim).map(queries.reviews()::state).orElse(ReviewState.UNREVIEWED);
    }

    private static Words words(Texts texts) {
        return new Words(
                texts::stage,
                texts::technology,
                texts::date,
                texts::amount,
                texts::confidence,
                texts::review,
                claim -> Reasons.of(claim, texts));
    }
}
