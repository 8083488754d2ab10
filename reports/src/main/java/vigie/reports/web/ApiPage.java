package vigie.reports.web;

/** {@code /api/}: what the API does, for people; {@code /api/try}: the same with a script, to try it out. */
public final class ApiPage {

    static final String PATH = "/api/";
    static final String TRY = "/api/try";

    private final ApiReference reference;

    ApiPage(ApiDocument document) {
        this.reference = document.reference();
    }

    /** What the page shows. */
    public record Model(String root, ApiReference reference) {}

    /** The description as a page. */
    View read(Visit visit) {
        return View.of("api", new Model(Api.ROOT, reference));
    }

    /** The same, to try it out. */
    View tryOut(Visit visit) {
        return View.of("api-try", new Model(Api.ROOT, reference));
    }
}
