package vigie.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers like BOAMP's programming interface v2.1 of Opendatasoft: {@code total_count} and {@code results}, paged by
 * {@code limit} (at most 100) and {@code offset}; {@code gestion} and {@code donnees} are JSON inside a string.
 */
final class NoticesFeed {

    static final String PATH = "/api/explore/v2.1/catalog/datasets/boamp/records";

    private static final Pattern DAYS =
            Pattern.compile("dateparution>=date'([-\\d]{10})' and dateparution<=date'([-\\d]{10})'");

    private final List<World.Notice> notices;
    private final JsonMapper json = new JsonMapper();

    NoticesFeed(List<World.Notice> notices) {
        this.notices = notices;
    }

    /** The answer to a query string. */
    TownSite.Reply reply(String query) {
        Map<String, String> parameters = List.of(query.split("&", -1)).stream()
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
        int limit = Integer.parseInt(parameters.getOrDefault("limit", "10"));
        int offset = Integer.parseInt(parameters.getOrDefault("offset", "0"));
        if (limit > 100 || limit + offset > 10_000) {
            return answer(
                    400,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("error_code", "InvalidRESTParameterError")
                            .put(
                                    "message",
                                    "Invalid value for limit API parameter: " + limit
                                            + " was found but -1 <= limit <= 100 is expected."));
        }
        List<World.Notice> matching =
                matching(URLDecoder.decode(parameters.getOrDefault("where", ""), StandardCharsets.UTF_8));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("total_count", matching.size());
        ArrayNode results = body.putArray("results");
        matching.stream().skip(offset).limit(limit).forEach(notice -> results.add(record(notice)));
        return answer(200, body);
    }

    /** Those that appeared in the days of the query's condition; the words of the query are in all of ours. */
    private List<World.Notice> matching(String where) {
        Matcher days = DAYS.matcher(where);
        return days.find()
                ? notices.stream()
                        .filter(notice -> !notice.date().isBefore(LocalDate.parse(days.group(1))))
                        .filter(notice -> !notice.date().isAfter(LocalDate.parse(days.group(2))))
                        .toList()
                : notices;
    }

    private ObjectNode record(World.Notice notice) {
        boolean award = notice.holder() != null;
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("idweb", notice.idweb()).put("id", notice.idweb().replace('-', '_'));
        record.put("objet", notice.object()).put("filename", notice.idweb()).put("famille", "MAPA");
        record.putArray("code_departement").add("99");
        record.put("famille_libelle", "Marchés <90 k€ (MAPA)")
                .put("dateparution", notice.date().toString());
        record.put("datefindiffusion", notice.date().plusMonths(2).toString());
        record.put("datelimitereponse", award ? null : notice.date().plusMonths(1) + "T12:00:00+00:00");
        record.put("nomacheteur", notice.buyer());
        if (award) {
            record.putArray("titulaire").add(notice.holder());
        } else {
            record.putNull("titulaire");
        }
        record.put("nature", notice.nature()).put("nature_libelle", award ? "Résultat de marché" : "Avis de marché");
        record.put("etat", "INITIAL").put("source_schema", "3.2.5");
        record.putArray("descripteur_libelle").add("Matériel de surveillance");
        record.putArray("type_marche").add("FOURNITURES");
        record.put("gestion", text(gestion(notice))).put("donnees", text(donnees(notice)));
        record.put("url_avis", "https://www.boamp.fr/pages/avis/?q=idweb:" + notice.idweb());
        return record;
    }

    private static ObjectNode gestion(World.Notice notice) {
        ObjectNode gestion = JsonNodeFactory.instance.objectNode();
        gestion.putObject("REFERENCE").put("IDWEB", notice.idweb());
        gestion.putObject("INDEXATION")
                .put("RESUME_OBJET", notice.object())
                .put("DATE_PUBLICATION", notice.date().toString())
                .put("DEP_PUBLICATION", "99");
        return gestion;
    }

    private static ObjectNode donnees(World.Notice notice) {
        ObjectNode donnees = JsonNodeFactory.instance.objectNode();
        donnees.putObject("IDENTITE")
                .put("DENOMINATION", notice.buyer())
                .put("CP", notice.postcode())
                .put("VILLE", notice.buyer().replaceFirst("^(Commune|Ville) de ", ""));
        ObjectNode objet = donnees.putObject("OBJET");
        objet.put("TITRE_MARCHE", notice.object()).put("OBJET_COMPLET", notice.description());
        objet.putObject("CPV").put("PRINCIPAL", notice.cpv());
        if (notice.holder() != null) {
            ObjectNode decision = donnees.putObject("ATTRIBUTION").putObject("DECISION");
            decision.put("INTITULE", notice.object())
                    .put("DATE_DECISION", notice.date().minusDays(10).toString());
            decision.putObject("TITULAIRE").put("DENOMINATION", notice.holder());
            decision.putObject("RENSEIGNEMENT").put("NB_ANNEE", "4");
            decision.putObject("VALEUR_TOTALE").put("@DEVISE", "EUR").put("#text", notice.amount());
        }
        return donnees;
    }

    private String text(ObjectNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TownSite.Reply answer(int status, ObjectNode body) {
        return new TownSite.Reply(
                status, "application/json; charset=utf-8", text(body).getBytes(StandardCharsets.UTF_8), null);
    }
}
