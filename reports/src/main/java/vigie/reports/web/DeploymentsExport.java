package vigie.reports.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.model.Amount;
import vigie.model.Deployment;
import vigie.model.Json;
import vigie.reports.query.Queries;

/** The deployments that an address of the table asks for, to take away: all of them, with the columns of the command. */
final class DeploymentsExport {

    private static final List<String> COLUMNS = List.of(
            "id",
            "insee",
            "commune",
            "technology",
            "vendor",
            "product",
            "integrator",
            "stage",
            "modality",
            "since",
            "amount",
            "currency",
            "vat",
            "confidence",
            "review",
            "contradicted",
            "claims");

    private final Queries queries;
    private final Pages pages;
    private final JsonMapper json = Json.mapper();

    DeploymentsExport(Queries queries, Pages pages) {
        this.queries = queries;
        this.pages = pages;
    }

    /** As {@code vigie deployments --format json} prints them. */
    void json(Context context) throws JsonProcessingException {
        context.contentType("application/json; charset=utf-8").result(json.writeValueAsBytes(found(context)));
    }

    /** As {@code vigie deployments --format csv} prints them. */
    void csv(Context context) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            found(context).forEach(deployment -> csv.writeRecord(cells(deployment)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"vigie-deployments.csv\"")
                .result(text.toString());
    }

    private List<Deployment> found(Context context) {
        return Filter.of(pages.visit(context)).of(queries);
    }

    private static List<String> cells(Deployment deployment) {
        Amount amount = deployment.amount();
        return Stream.of(
                        deployment.id(),
                        deployment.commune().insee(),
                        deployment.commune().name(),
                        deployment.technology().id(),
                        deployment.vendor(),
                        deployment.product(),
                        deployment.integrator(),
                        deployment.stage().id(),
                        deployment.modality().id(),
                        deployment.since(),
                        amount == null ? null : amount.value().toPlainString(),
                        amount == null ? null : amount.currency(),
                        amount == null ? null : amount.vat(),
                        deployment.confidence(),
                        deployment.review().id(),
                        deployment.contradicted(),
                        deployment.timeline().stream()
                                .map(Deployment.Event::claim)
                                .collect(Collectors.joining(" ")))
                .map(SearchExport::cell)
                .toList();
    }
}
