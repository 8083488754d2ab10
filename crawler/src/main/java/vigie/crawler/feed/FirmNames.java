package vigie.crawler.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vigie.model.Source;
import vigie.model.id.Siren;

/**
 * Names of firms by SIREN from a look-up service that answers like {@code recherche-entreprises.api.gouv.fr/search?q=}: option
 * {@code names} of the seed is its address. What it said is remembered with the feed's state and archived, so that it is asked
 * once per firm. Without the option, or when the service fails, numbers stand alone. Sole traders are left nameless: a name
 * that the record itself does not publish is a person's. Not thread-safe.
 */
final class FirmNames implements Function<Siren, Optional<String>> {

    /** Fetches and archives an answer; nothing where that failed. */
    interface LookUp {
        Optional<byte[]> get(URI url) throws IOException;
    }

    /** Category of INSEE: entrepreneur individuel. */
    private static final String SOLE_TRADER = "1000";

    private static final String QUERY = "?q=";

    private final @Nullable String service;
    private final Map<String, String> known;
    private final LookUp lookUp;
    private final JsonMapper json = new JsonMapper();
    private boolean isDown;

    /** @param known names by SIREN, empty where the register knows none; what is learnt is put there */
    FirmNames(Source source, Map<String, String> known, LookUp lookUp) {
        this.service = source.options().get("names");
        this.known = known;
        this.lookUp = lookUp;
    }

    @Override
    public Optional<String> apply(Siren siren) {
        Optional<String> before = Optional.ofNullable(known.get(siren.value()));
        if (before.isPresent() || service == null || isDown) {
            return before.filter(name -> !name.isEmpty());
        }
        try {
            Optional<byte[]> answer = lookUp.get(URI.create(service + QUERY + siren.value()));
            // One failure is enough: the service would be asked for each of the others.
            Optional<String> name = answer.flatMap(bytes -> name(bytes, siren));
            isDown = name.isEmpty();
            name.ifPresent(found -> known.put(siren.value(), found));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the archive", e);
        }
        return Optional.ofNullable(known.get(siren.value())).filter(name -> !name.isEmpty());
    }

    /** Learns from an answer that was archived; false where it is none of the service. */
    boolean learn(String url, byte[] answer) {
        if (service == null || !url.startsWith(service + QUERY)) {
            return false;
        }
        String number = url.substring(service.length() + QUERY.length());
        if (Siren.isValid(number)) {
            name(answer, new Siren(number)).ifPresent(name -> known.put(number, name));
        }
        return true;
    }

    /** Whether the service was asked and failed. */
    boolean isDown() {
        return isDown;
    }

    /** Empty text where the register knows no such firm, nothing where it is no answer of the register. */
    private Optional<String> name(byte[] answer, Siren siren) {
        try {
            JsonNode firms = json.readTree(answer).path("results");
            for (JsonNode firm : firms) {
                if (firm.path("siren").asText().equals(siren.value())
                        && !firm.path("nature_juridique").asText().equals(SOLE_TRADER)) {
                    return Optional.of(firm.path("nom_complet")
                            .asText(firm.path("nom_raison_sociale").asText("")));
                }
            }
            return firms.isArray() ? Optional.of("") : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }
}
