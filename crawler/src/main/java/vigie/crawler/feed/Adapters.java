package vigie.crawler.feed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import vigie.model.config.Communes;

/** The adapters by the name that seeds give them: one line each. */
final class Adapters {

    private Adapters() {}

    static Map<String, SourceAdapter> of(Communes communes) {
        JsonMapper json = new JsonMapper();
        return Map.of(
                "boamp", new BoampAdapter(json, communes, true),
                "boamp-file", new BoampAdapter(json, communes, false),
                "ted", new TedAdapter(json, communes));
    }
}
