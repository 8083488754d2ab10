package vigie.crawler.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.Capture;
import vigie.model.Commune;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.config.Communes;
import vigie.model.id.Siren;
import vigie.model.id.Siret;

/** Reads one record of the data set {@code boamp} (Opendatasoft v2.1); stateless apart from what it is given. */
final class BoampNotice {

    private static final Pattern COMMUNE = Pattern.compile(
            "(?iu)^(?:commune|ville|mairie)\\s+(?:de\\s+la\\s+|de\\s+l['’]|de\\s+|d['’]|du\\s+|des\\s+)(.+?)(?:\\s*\\(\\d+\\w*\\))?$");

    /** The notices that this one follows. */
    private static final String EARLIER = "annonces_anterieures";

    private final JsonMapper json;
    private final Communes communes;

    BoampNotice(JsonMapper json, Communes communes) {
        this.json = json;
        this.communes = communes;
    }

    /**
     * The document that a record is.
     *
     * @throws JsonProcessingException if {@code gestion} or {@code donnees} is no JSON
     * @throws IllegalArgumentException if the record lacks what every notice has
     */
    SourceDocument document(String source, Capture capture, JsonNode record) throws JsonProcessingException {
        String idweb = required(record, "idweb");
        String objet = required(record, "objet");
        JsonNode donnees = inner(record, "donnees");
        String text = text(record, idweb, objet, donnees);
        return new SourceDocument(
                SourceDocument.idOf(capture.url().replaceFirst("\\?.*", ""), idweb),
                source,
                capture,
                idweb,
                kind(record),
                "Avis BOAMP n° " + idweb + " : " + objet,
                PartialDate.parse(required(record, "dateparution")),
                publisher(record, donnees),
                TextOutcome.TEXT,
                null,
                text,
                List.of(),
                List.of(),
                metadata(record, inner(record, "gestion")));
    }

    private static String text(JsonNode record, String idweb, String objet, JsonNode donnees) {
        NoticeText text = new NoticeText()
                .line("Avis BOAMP n°", idweb)
                .line("Nature", record.path("nature_libelle").asText(""))
                .line("Acheteur", record.path("nomacheteur").asText(""))
                .line("Objet", objet);
        for (JsonNode holder :
                record.path("titulaire").isTextual() ? List.of(record.path("titulaire")) : record.path("titulaire")) {
            text.line("Titulaire", holder.asText());
        }
        text.line("Date de parution", record.path("dateparution").asText(""));
        for (JsonNode word : record.path("descripteur_libelle")) {
            text.line("Descripteur", word.asText());
        }
        return text.leaves("", donnees).text();
    }

    private JsonNode inner(JsonNode record, String field) throws JsonProcessingException {
        JsonNode value = record.path(field);
        return value.isTextual() ? json.readTree(value.asText()) : value;
    }

    private static DocumentKind kind(JsonNode record) {
        return record.path("nature").asText("").startsWith("ATTRIBUTION")
                ? DocumentKind.AVIS_ATTRIBUTION
                : DocumentKind.AVIS_DE_MARCHE;
    }

    private Publisher publisher(JsonNode record, JsonNode donnees) {
        String name = record.path("nomacheteur").asText("");
        String departement = record.path("code_departement").path(0).asText(null);
        Siren siren = siren(donnees);
        Commune commune = siren == null ? null : communes.bySiren(siren).orElse(null);
        if (commune == null) {
            commune = byName(name, departement);
        }
        return new Publisher(name.isEmpty() ? null : name, commune == null ? null : commune.code(), siren, departement);
    }

    /** "Ville de X" in a département: only if exactly one commune is called so. */
    private @Nullable Commune byName(String name, @Nullable String departement) {
        Matcher commune = COMMUNE.matcher(name.strip());
        if (!commune.matches()) {
            return null;
        }
        List<Commune> found = communes.byName(commune.group(1)).stream()
                .flatMap(same -> communes.currentOf(same.code()).stream())
                .filter(same -> departement == null || same.departement().equals(departement))
                .distinct()
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    /** The buyer's SIRET, in the family that states it; never the first that happens to stand somewhere. */
    private static @Nullable Siren siren(JsonNode donnees) {
        for (String path : List.of("/FNSimple/organisme/codeIdentificationNational", "/IDENTITE/CODE_IDENT_NATIONAL")) {
            String number = donnees.at(path).asText("").replaceAll("\\s", "");
            if (Siret.isValid(number)) {
                return new Siret(number).siren();
            }
        }
        return null;
    }

    /** What the record says of itself; the notices that it follows stand in fields of their own or in {@code gestion}. */
    private static Map<String, String> metadata(JsonNode record, JsonNode gestion) {
        Map<String, String> metadata = new TreeMap<>();
        for (JsonNode marche :
                List.of(gestion.at("/MARCHE/ANNONCE_ANTERIEUR"), gestion.at("/MARCHE/ANNONCE_ANTERIEURE"))) {
            String earlier = String.join(", ", marche.findValuesAsText("IDWEB"));
            if (!earlier.isEmpty()) {
                metadata.put(EARLIER, earlier);
            }
        }
        for (String field :
                List.of("url_avis", "famille", "nature", "etat", "datelimitereponse", "annonce_lie", EARLIER)) {
            JsonNode value = record.path(field);
            if (!value.isMissingNode() && !value.isNull()) {
                metadata.put(field, value.isValueNode() ? value.asText() : value.toString());
            }
        }
        return metadata;
    }

    private static String required(JsonNode record, String field) {
        String value = record.path(field).asText("");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a notice without " + field);
        }
        return value;
    }
}
