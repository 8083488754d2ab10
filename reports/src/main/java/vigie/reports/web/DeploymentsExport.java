package vigie.reports.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.util.List;
import vigie.model.Deployment;
import vigie.model.Json;
import vigie.reports.query.Queries;
import vigie.reports.render.DeploymentsCsv;

/** The deployments that an address of the table asks for, to take away: all of them, with the columns of the command. */
final class DeploymentsExport {

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
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"vigie-deployments.csv\"")
                .result(new DeploymentsCsv().render(found(context)));
    }

    private List<Deployment> found(Context context) {
        return Filter.of(pages.visit(context)).of(queries);
    }
}
