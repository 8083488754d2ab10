package vigie.reports.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import vigie.model.id.Digest;
import vigie.reports.web.Refusal.Reason;

/**
 * Style, script and picture of the pages, from the class path. Their addresses hold a digest of their content, so that
 * browsers keep them for good. Immutable, thread-safe.
 */
final class Assets {

    /** Where they are answered. */
    static final String ROUTE = "/assets/{digest}/{name}";

    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final String SWAGGER = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
    private static final int DIGITS = 12;

    private record Asset(byte[] content, String type, String digest) {}

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    Assets() {
        add("vigie.css", "/vigie/reports/web/vigie.css", "text/css");
        add("map.css", "/vigie/reports/map/map.css", "text/css");
        add("map-dark.css", "/vigie/reports/map/map-dark.css", "text/css");
        add("vigie.svg", "/vigie/reports/web/vigie.svg", "image/svg+xml");
        add("review.js", "/vigie/reports/web/review.js", "text/javascript");
        add("api.js", "/vigie/reports/web/api.js", "text/javascript");
        add("swagger.js", SWAGGER + "swagger-ui-bundle.js", "text/javascript");
        add("swagger.css", SWAGGER + "swagger-ui.css", "text/css");
        add("htmx.js", HTMX, "text/javascript");
    }

    private void add(String name, String resource, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            byte[] content = in.readAllBytes();
            assets.put(name, new Asset(content, type, Digest.sha256(content).substring(0, DIGITS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of that asset. */
    String address(String name) {
        Asset asset = assets.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no such asset: " + name);
        }
        return "/assets/" + asset.digest() + "/" + name;
    }

    /** Answers a request to {@link #ROUTE}. */
    void answer(Context context) {
        Asset asset = assets.get(context.pathParam("name"));
        if (asset == null || !asset.digest().equals(context.pathParam("digest"))) {
            throw new Refusal(Reason.NO_PAGE, context.path());
        }
        context.header("Cache-Control", "public, max-age=31536000, immutable")
                .contentType(asset.type() + "; charset=utf-8")
                .result(asset.content());
    }
}
