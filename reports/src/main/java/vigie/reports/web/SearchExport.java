package vigie.reports.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import vigie.model.Json;
import vigie.reports.query.Queries;
import vigie.reports.query.QueryException;
import vigie.reports.query.SearchResult;
import vigie.reports.web.Refusal.Reason;

/** The result of a search to take away: the first {@value #MOST} documents that the address of the search page asks for. */
final class SearchExport {

    static final int MOST = 1000;

    private final Queries queries;
    private final JsonMapper json = Json.mapper();

    SearchExport(Queries queries) {
        this.queries = queries;
    }

    /** As {@code vigie search --format json} prints it. */
    void json(Context context) throws JsonProcessingException {
        context.contentType("application/json; charset=utf-8").result(json.writeValueAsBytes(result(context)));
    }

    /** One line per document; a cell is never a formula. */
    void csv(Context context) {
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"vigie-search.csv\"")
                .result(new HitsCsv().render(result(context).hits()));
    }

    private SearchResult result(Context context) {
        SearchForm form = SearchForm.of(context.queryParamMap());
        try {
            return queries.search(form.request().page(MOST, 0).showing(1));
        } catch (QueryException e) {
            throw new Refusal(Reason.BAD_QUERY, e);
        }
    }
}
