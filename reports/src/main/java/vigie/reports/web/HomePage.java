package vigie.reports.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vigie.model.Deployment;
import vigie.model.PartialDate;
import vigie.model.config.Project;
import vigie.reports.query.IndexStatistics;
import vigie.reports.query.Queries;
import vigie.reports.render.MapDrawing;

/** {@code /}: what is known, where, and what came last. */
public final class HomePage implements Page {

    private static final int LATEST = 8;
    private static final int LISTED = 200;

    private final Queries queries;
    private final Names names;
    private final Choices choices;
    private final PlacesMap map;
    private final NewestClaims newest;

    HomePage(Queries queries, Project project, Names names, PlacesMap map) {
        this.queries = queries;
        this.map = map;
        this.newest = new NewestClaims(queries, names);
        this.names = names;
        this.choices = new Choices(project);
    }

    /** A number and what it counts. */
    public record Figure(String number, String label) {}

    /**
     * What the page shows.
     *
     * @param latest whose current stage began last
     * @param newest claims whose documents were captured last
     * @param map one mark per commune of {@code places}, at its most advanced
     * @param places deployments that the filter takes, by commune
     */
    public record Model(
            List<Figure> figures,
            List<Tally> tallies,
            List<DeploymentRow> latest,
            List<ClaimRow> newest,
            Filter filter,
            Choices.Lists choices,
            String count,
            MapDrawing map,
            List<DeploymentRow> places) {

        public Model {
            figures = List.copyOf(figures);
            tallies = List.copyOf(tallies);
            latest = List.copyOf(latest);
            newest = List.copyOf(newest);
            places = List.copyOf(places);
        }
    }

    @Override
    public View of(Visit visit) {
        WebTexts texts = visit.texts();
        Filter filter = Filter.of(visit);
        List<Deployment> all = queries.deployments(Filter.ALL.filter());
        List<Deployment> taken = filter.isEmpty() ? all : filter.of(queries);
        Tallies tallies = new Tallies(names, texts);
        return View.of(
                "home",
                new Model(
                        figures(all, texts),
                        List.of(tallies.stages(all), tallies.technologies(all), tallies.vendors(all)),
                        rows(
                                all.stream()
                                        .filter(deployment -> deployment.since() != null)
                                        .sorted(Comparator.comparing(HomePage::since)
                                                .reversed())
                                        .limit(LATEST)
                                        .toList(),
                                texts),
                        newest.of(texts),
                        filter,
                        choices.in(texts),
                        DeploymentRow.count(taken, texts),
                        map.national(taken, texts),
                        rows(
                                taken.stream()
                                        .sorted(Comparator.comparing(deployment ->
                                                deployment.commune().name()))
                                        .limit(LISTED)
                                        .toList(),
                                texts)));
    }

    private static PartialDate since(Deployment deployment) {
        return Objects.requireNonNull(deployment.since());
    }

    private List<Figure> figures(List<Deployment> all, WebTexts texts) {
        IndexStatistics statistics = queries.statistics();
        long communes = all.stream()
                .map(deployment -> deployment.commune().insee())
                .distinct()
                .count();
        return List.of(
                new Figure(
                        texts.words().number(statistics.documents()),
                        texts.get(
                                "home.documents",
                                statistics.documents(),
                                texts.words().number(statistics.texts()))),
                figure(all.size(), "home.deployments", texts),
                figure(communes, "home.communes", texts),
                figure(statistics.claims(), "home.claims", texts));
    }

    private static Figure figure(long number, String key, WebTexts texts) {
        return new Figure(texts.words().number(number), texts.get(key, number));
    }

    private List<DeploymentRow> rows(List<Deployment> deployments, WebTexts texts) {
        return deployments.stream()
                .map(deployment -> DeploymentRow.of(deployment, names, texts))
                .toList();
    }
}
