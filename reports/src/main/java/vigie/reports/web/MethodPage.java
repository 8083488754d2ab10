package vigie.reports.web;

import vigie.reports.query.IndexStatistics;
import vigie.reports.query.Queries;

/** {@code /method}: how claims come about, and how good that is. */
public final class MethodPage implements Page {

    private final Queries queries;
    private final QualityFigures figures = QualityFigures.read();

    MethodPage(Queries queries) {
        this.queries = queries;
    }

    /** What the page shows. */
    public record Model(QualityFigures figures, IndexStatistics index) {}

    @Override
    public View of(Visit visit) {
        return View.of("method", new Model(figures, queries.statistics()));
    }
}
