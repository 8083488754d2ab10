package vigie.reports.web;

import java.util.List;

/** {@code /api/}: what the API does, for people; with a script, to try it out. */
public final class ApiPage implements Page {

    static final String PATH = "/api/";

    private final ApiDocument document;

    ApiPage(ApiDocument document) {
        this.document = document;
    }

    /** What the page shows. */
    public record Model(String root, List<Row> rows) {

        public Model {
            rows = List.copyOf(rows);
        }
    }

    /** One thing that the API does. */
    public record Row(String method, String path, String summary) {}

    @Override
    public View of(Visit visit) {
        return View.of(
                "api",
                new Model(
                        Api.ROOT,
                        document.operations().stream()
                                .map(operation -> new Row(operation.method(), operation.path(), operation.summary()))
                                .toList()));
    }
}
