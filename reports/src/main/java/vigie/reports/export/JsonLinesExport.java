package vigie.reports.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.Json;

/**
 * JSON Lines: what the export is, then deployments, each followed by its claims, as commands and API write them, with
 * {@code type} before.
 */
final class JsonLinesExport implements Export {

    static final String FILE = "vigie.jsonl";

    private final JsonMapper json = Json.mapper();

    @Override
    public void write(Towns towns, About about, Path folder) throws IOException {
        try (JsonFile lines = JsonFile.lines(folder.resolve(FILE))) {
            lines.add(about(about));
            towns.each(town -> {
                for (Deployment deployment : town.deployments()) {
                    lines.add(typed("deployment", deployment));
                    for (Claim claim : town.claims(deployment)) {
                        lines.add(typed("claim", claim)
                                .put("deployment", deployment.id())
                                .put("review", town.review(claim).id()));
                    }
                }
            });
        }
    }

    private ObjectNode about(About about) {
        return json.createObjectNode()
                .put("type", "about")
                .put("title", About.TITLE)
                .put("made", about.made().toString())
                .put("version", about.version())
                .put("index", about.index())
                .put("license", About.LICENSE.title())
                .put("license_url", About.LICENSE.url())
                .put("attribution", About.ATTRIBUTION);
    }

    private ObjectNode typed(String type, Object record) {
        ObjectNode line = json.createObjectNode().put("type", type);
        line.setAll((ObjectNode) json.valueToTree(record));
        return line;
    }
}
