package vigie.crawler.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.crawler.fetch.FetchOutcome;
import vigie.crawler.fetch.FetchOutcome.Failed;
import vigie.crawler.fetch.FetchOutcome.Fetched;
import vigie.crawler.fetch.FetchRequest;
import vigie.crawler.fetch.Fetcher;
import vigie.model.Source;
import vigie.model.id.InseeCode;

/**
 * The town halls in the annuaire de l'administration (data set {@code api-lannuaire-administration}, Opendatasoft v2.1,
 * export as JSON; Licence Ouverte 2.0, DILA): the web addresses that they give. A commune has several records where it
 * has delegated town halls. In a record {@code pivot} and {@code site_internet} are JSON inside a string.
 *
 * @param sites of each commune, in the order of the records, without repeats
 * @param records read
 * @param withoutSite town halls that name no usable address
 * @param unreadable records that could not be understood, with why
 */
public record TownHalls(Map<InseeCode, List<URI>> sites, int records, int withoutSite, List<String> unreadable) {

    private static final String SELECTION = "?where="
            + URLEncoder.encode("pivot LIKE \"mairie\"", StandardCharsets.UTF_8)
            + "&select=" + URLEncoder.encode("nom,pivot,code_insee_commune,site_internet", StandardCharsets.UTF_8);

    public TownHalls {
        sites = Map.copyOf(sites);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Asks for all town halls.
     *
     * @param annuaire whose address is that of the export
     * @throws IOException if there is no answer, or one of another shape; with the reason
     */
    public static TownHalls fetch(Fetcher fetcher, Source annuaire) throws IOException {
        FetchOutcome outcome = fetcher.fetch(FetchRequest.get(annuaire, URI.create(annuaire.url() + SELECTION)));
        if (outcome instanceof Fetched fetched) {
            return read(fetched.body());
        }
        String why =
                outcome instanceof Failed failed ? failed.kind().id() + ": " + failed.cause() : String.valueOf(outcome);
        throw new IOException("the annuaire gave no answer: " + why);
    }

    static TownHalls read(byte[] answer) throws IOException {
        JsonMapper json = new JsonMapper();
        JsonNode list;
        try {
            list = json.readTree(answer);
        } catch (IOException e) {
            throw new ShapeException("the annuaire's answer is no JSON", e);
        }
        if (!list.isArray()) {
            throw new ShapeException("the annuaire's answer is no list of records");
        }
        Map<InseeCode, Set<URI>> sites = new TreeMap<>();
        List<String> unreadable = new ArrayList<>();
        int without = 0;
        for (JsonNode record : list) {
            String name = record.path("nom").asText("?");
            String code = record.path("code_insee_commune").asText("");
            if (!InseeCode.isValid(code)) {
                unreadable.add(name + ": no INSEE code but '" + code + "'");
                continue;
            }
            try {
                List<URI> addresses = addresses(json, record.path("site_internet"));
                without += addresses.isEmpty() ? 1 : 0;
                if (!addresses.isEmpty()) {
                    sites.computeIfAbsent(new InseeCode(code), first -> new LinkedHashSet<>())
                            .addAll(addresses);
                }
            } catch (IOException e) {
                unreadable.add(name + ": site_internet is " + record.path("site_internet"));
            }
        }
        Map<InseeCode, List<URI>> lists = new TreeMap<>();
        sites.forEach((commune, addresses) -> lists.put(commune, List.copyOf(addresses)));
        return new TownHalls(lists, list.size(), without, unreadable);
    }

    private static List<URI> addresses(JsonMapper json, JsonNode field) throws IOException {
        String text = field.asText("");
        JsonNode values = field.isTextual() && !text.isBlank() ? json.readTree(text) : field;
        List<URI> addresses = new ArrayList<>();
        for (JsonNode value : values) {
            URI address = address(value.path("valeur").asText(""));
            if (address != null) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    /** A home page as people write it, with or without scheme; null where it is none. */
    private static @Nullable URI address(String text) {
        String clean = text.strip();
        String full = clean.matches("(?i)https?://.*") ? clean : "https://" + clean;
        try {
            URI uri = new URI(full);
            boolean isHost = uri.getHost() != null && uri.getHost().contains(".") && uri.getUserInfo() == null;
            return isHost ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
