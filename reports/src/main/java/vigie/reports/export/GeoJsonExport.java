package vigie.reports.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Coordinates;
import vigie.model.Deployment;
import vigie.model.Json;
import vigie.model.Modality;
import vigie.reports.render.Tone;

/**
 * Communes on a map, as <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a> says: one point each, longitude
 * first; no geometry where the register has no place. Properties with French names are for people, others for filters.
 */
final class GeoJsonExport implements Export {

    static final String FILE = "vigie.geojson";

    /** What is asserted and most advanced tells most of a town, as on our own maps: a stop hides nothing that is at work. */
    private static final Comparator<Deployment> TELLING = Comparator.comparing(
                    (Deployment one) -> Tone.of(one.stage(), one.modality()))
            .thenComparing(one -> one.modality() == Modality.ASSERTED)
            .thenComparing(Deployment::stage)
            .thenComparing(Deployment::confidence);

    private final JsonMapper json = Json.mapper();
    private final Words words;

    GeoJsonExport(Words words) {
        this.words = words;
    }

    @Override
    public void write(Towns towns, About about, Path folder) throws IOException {
        ObjectNode head = json.createObjectNode()
                .put("type", "FeatureCollection")
                .put("name", "vigie")
                .put("title", About.TITLE)
                .put("made", about.made().toString())
                .put("index", about.shortIndex())
                .put("license", About.LICENSE.title())
                .put("license_url", About.LICENSE.url())
                .put("attribution", About.ATTRIBUTION);
        try (JsonFile features = JsonFile.list(folder.resolve(FILE), head, "features")) {
            towns.each(town -> features.add(feature(town)));
        }
    }

    private ObjectNode feature(Town town) {
        ObjectNode feature = json.createObjectNode()
                .put("type", "Feature")
                .put("id", town.ref().insee().value());
        Coordinates place = town.commune() == null ? null : town.commune().coordinates();
        if (place == null) {
            feature.putNull("geometry");
        } else {
            feature.putObject("geometry")
                    .put("type", "Point")
                    .putArray("coordinates")
                    .add(place.lon())
                    .add(place.lat());
        }
        feature.set("properties", properties(town, place));
        return feature;
    }

    private ObjectNode properties(Town town, @Nullable Coordinates place) {
        Deployment telling = town.deployments().stream().max(TELLING).orElseThrow();
        ObjectNode properties = json.createObjectNode()
                .put("name", town.ref().name())
                .put("description", description(town))
                .put("insee", town.ref().insee().value())
                .put("departement", town.ref().insee().departement())
                .put("stage", telling.stage().id())
                .put("modality", telling.modality().id())
                .put("confidence", telling.confidence())
                .put("review", telling.review().id());
        set(properties.putArray("technologies"), town, one -> one.technology().id());
        set(properties.putArray("vendors"), town, Deployment::vendor);
        set(properties.putArray("deployments"), town, Deployment::id);
        set(properties.putArray("reviews"), town, one -> one.review().id());
        return properties
                .put("precision", place == null ? null : place.precision())
                .put(
                        "Département",
                        town.departement() == null ? null : town.departement().name())
                .put("Étape la plus avancée", words.stage().apply(telling.stage(), telling.modality()))
                .put("Technologies", join(town, one -> words.technology().apply(one.technology())))
                .put("Entreprises", join(town, one -> one.vendor() == null ? null : town.firm(one.vendor())))
                .put("Depuis", telling.since() == null ? null : telling.since().toString())
                .put("Certitude", words.confidence().apply(telling.confidence()))
                .put("Relecture", join(town, one -> words.review().apply(one.review())))
                .put("Position", precision(place));
    }

    /** A line per deployment, for the bubble on a map. */
    private String description(Town town) {
        return town.deployments().stream()
                .map(one -> Stream.of(
                                words.technology().apply(one.technology()),
                                one.vendor() == null ? null : town.firm(one.vendor()),
                                words.stage().apply(one.stage(), one.modality()),
                                one.since() == null
                                        ? null
                                        : "depuis " + words.date().apply(one.since()),
                                one.amount() == null ? null : words.amount().apply(one.amount()),
                                "certitude " + words.confidence().apply(one.confidence()),
                                words.review().apply(one.review()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }

    private static String precision(@Nullable Coordinates place) {
        String precision = place == null ? "" : place.precision();
        return switch (precision) {
            case "place" -> "centre de la commune";
            case "parent" -> "centre de la commune dont elle fait partie";
            case "departement" -> "centre du département";
            default -> "inconnue";
        };
    }

    private static void set(ArrayNode array, Town town, Function<Deployment, @Nullable String> part) {
        distinct(town, part).forEach(array::add);
    }

    private static @Nullable String join(Town town, Function<Deployment, @Nullable String> part) {
        List<String> values = distinct(town, part);
        return values.isEmpty() ? null : String.join(", ", values);
    }

    private static List<String> distinct(Town town, Function<Deployment, @Nullable String> part) {
        return List.copyOf(town.deployments().stream()
                .map(part)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
