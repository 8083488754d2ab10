package vigie.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Deployment;
import vigie.model.config.Project;
import vigie.reports.query.Queries;

/** {@code /deployments}: all that is concluded, as a table to narrow down and to take away. */
public final class DeploymentsPage implements Page {

    static final String PATH = "/deployments";
    static final int MOST = 500;

    private final Queries queries;
    private final Names names;
    private final Choices choices;

    DeploymentsPage(Queries queries, Project project, Names names) {
        this.queries = queries;
        this.names = names;
        this.choices = new Choices(project);
    }

    /**
     * What the page shows.
     *
     * @param place the commune that alone is asked for, or null
     * @param total how many there are, of which the first {@value #MOST} are shown
     */
    public record Model(
            Filter filter,
            Choices.Lists choices,
            @Nullable String place,
            String total,
            boolean cut,
            List<DeploymentRow> rows,
            String csv,
            String json) {

        public Model {
            rows = List.copyOf(rows);
        }
    }

    @Override
    public View of(Visit visit) {
        Filter filter = Filter.of(visit);
        WebTexts texts = visit.texts();
        List<Deployment> found = filter.of(queries);
        return View.of(
                "deployments",
                new Model(
                        filter,
                        choices.in(texts),
                        filter.commune() == null
                                ? null
                                : names.commune(filter.commune().value()),
                        DeploymentRow.count(found, texts),
                        found.size() > MOST,
                        found.stream()
                                .limit(MOST)
                                .map(deployment -> DeploymentRow.of(deployment, names, texts))
                                .toList(),
                        filter.href(PATH + ".csv").toString(),
                        filter.href(PATH + ".json").toString()));
    }
}
