package vigie.reports.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.SavedSearch;
import vigie.model.archive.SearchFile;
import vigie.reports.query.Queries;
import vigie.reports.query.QueryException;
import vigie.reports.web.Refusal.Reason;

/** {@code /searches}: the saved searches, each with its feed; where readers may change something, to save and forget them. */
public final class SearchesPage {

    static final String PATH = "/searches";
    /** Characters of a name. */
    static final int LONGEST_NAME = 80;

    private final SearchFile searches;
    private final Queries queries;
    private final Names names;
    private final Clock clock;
    private final Pages pages;

    SearchesPage(Site site, Names names, Pages pages) {
        this.searches = site.searches();
        this.queries = site.queries();
        this.clock = site.clock();
        this.names = names;
        this.pages = pages;
    }

    /** What the page shows, the newest first. */
    public record Model(List<Row> rows) {

        public Model {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A saved search.
     *
     * @param href of the search
     * @param query what is looked for, and in what
     * @param feed address of its Atom feed
     * @param forget where the form goes that forgets it
     */
    public record Row(String name, String href, String query, String saved, String feed, String forget) {}

    /** Answers with the list. */
    void show(Context context) throws IOException {
        Visit visit = pages.visit(context);
        WebTexts texts = visit.texts();
        List<Row> rows = new ArrayList<>();
        for (SavedSearch search : searches.read()) {
            rows.add(0, row(search, texts));
        }
        pages.answer(context, visit, View.of("searches", new Model(rows)));
    }

    private Row row(SavedSearch search, WebTexts texts) {
        SearchForm form = SearchForm.of(search.query(), search.filters());
        List<String> parts = new ArrayList<>();
        if (!search.query().isEmpty()) {
            parts.add(search.query());
        }
        form.filters()
                .forEach((field, values) -> values.forEach(value -> parts.add(
                        texts.words().labelled(texts.get("facet." + field), names.value(field, value, texts)))));
        return new Row(
                search.name(),
                form.href(SearchPage.PATH).toString(),
                String.join(" · ", parts),
                texts.words().day(search.saved()),
                Feeds.address(search.id()),
                Href.path("searches", search.id(), "forget"));
    }

    /** Saves the search that a form sends, in place of one of the same name. */
    void save(Context context) throws IOException {
        String name = Objects.requireNonNullElse(context.formParam("name"), "").strip();
        SearchForm form = SearchForm.of(context.formParamMap());
        String id = id(name).orElseThrow(() -> new Refusal(Reason.BAD_NAME, name));
        if (form.query().isEmpty() && form.filters().isEmpty()) {
            throw new Refusal(Reason.BAD_VALUE, "", "q");
        }
        try {
            queries.search(form.request().page(1, 0));
        } catch (QueryException e) {
            throw new Refusal(Reason.BAD_QUERY, e);
        }
        searches.save(new SavedSearch(id, name, form.query(), form.filters(), clock.instant()));
        context.redirect(PATH, HttpStatus.SEE_OTHER);
    }

    private static Optional<String> id(@Nullable String name) {
        return name == null || name.length() > LONGEST_NAME ? Optional.empty() : SearchFile.idOf(name);
    }

    /** Forgets a search. */
    void forget(Context context) throws IOException {
        String id = context.pathParam("id");
        if (!searches.forget(id)) {
            throw new Refusal(Reason.NO_SEARCH, id);
        }
        context.redirect(PATH, HttpStatus.SEE_OTHER);
    }
}
