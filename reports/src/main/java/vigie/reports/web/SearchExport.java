package vigie.reports.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.model.Json;
import vigie.reports.query.Hit;
import vigie.reports.query.Queries;
import vigie.reports.query.QueryException;
import vigie.reports.query.SearchResult;
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
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            result(context).hits().forEach(hit -> csv.writeRecord(cells(hit)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"vigie-search.csv\"")
                .result(text.toString());
    }

    private SearchResult result(Context context) {
        SearchForm form = SearchForm.of(context.queryParamMap());
        try {
            return queries.search(form.request().page(MOST, 0).showing(1));
        } catch (QueryException e) {
            throw new Refusal(Reason.BAD_QUERY, e);
        }
    }

    private static List<String> cells(Hit hit) {
        return List.of(
                hit.document(),
                cell(hit.title()),
                cell(hit.date()),
                hit.commune() == null ? "" : hit.commune().insee().value(),
                hit.commune() == null ? "" : cell(hit.commune().name()),
                hit.kind(),
                hit.source(),
                cell(hit.url()),
                cell(hit.page()),
                hit.snippets().isEmpty() ? "" : cell(hit.snippets().get(0).text()));
    }

    /** What a spreadsheet would take for a formula is kept from it. */
    static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        return text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    }
}
