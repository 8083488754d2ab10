package vigie.crawler.feed;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import vigie.model.config.Communes;

/** The adapters by the name that seeds give them: one line each. */
final class Adapters {

    private Adapters() {}

    static Map<String, SourceAdapter> of(Communes communes, PageReader pages) {
        JsonMapper json = new JsonMapper();
        return Map.ofEntries(
                entry("boamp", new BoampAdapter(json, communes, true)),
                entry("boamp-file", new BoampAdapter(json, communes, false)),
                entry("decp", new DecpAdapter(json, communes, true)),
                entry("decp-file", new DecpAdapter(json, communes, false)),
                entry("megalis", new MegalisAdapter(json, communes)),
                entry("raa", new RaaAdapter(pages)),
                entry("scdl", new ScdlAdapter(communes)),
                entry("ted", new TedAdapter(json, communes)));
    }
}
