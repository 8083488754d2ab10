package vigie.reports.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Json;
import vigie.reports.query.Hit;
import vigie.reports.query.Queries;
import vigie.reports.query.QueryException;
import vigie.reports.query.SearchResult;
import vigie.reports.render.CsvCells;
import vigie.reports.web.Refusal.Reason;

/** The result of a search to take away: the first {@value #MOST} documents that the address of the search page asks for. */
final class SearchExport {

    static final int MOST = 1000;

    private static final List<String> COLUMNS =
            List.of("id", "title", "date", "insee", "commune", "kind", "source", "url", "page", "extract");

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
                .result(CsvCells.table(COLUMNS, result(context).hits().stream().map(SearchExport::cells)));
    }

    private SearchResult result(Context context) {
        SearchForm form = SearchForm.of(context.queryParamMap());
        try {
            return queries.search(form.request().page(MOST, 0).showing(1));
        } catch (QueryException e) {
            throw new Refusal(Reason.BAD_QUERY, e);
        }
    }

    private static List<@Nullable Object> cells(Hit hit) {
        return Arrays.asList(
                hit.document(),
                hit.title(),
                hit.date(),
                hit.commune() == null ? null : hit.commune().insee(),
                hit.commune() == null ? null : hit.commune().name(),
                hit.kind(),
                hit.source(),
                hit.url(),
                hit.page(),
                hit.snippets().isEmpty() ? null : hit.snippets().get(0).text());
    }
}
