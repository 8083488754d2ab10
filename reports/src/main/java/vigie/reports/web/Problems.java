package vigie.reports.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vigie.model.Json;
import vigie.reports.query.QueryException;
import vigie.reports.web.Refusal.Reason;

/** Answers what the API cannot do with problem documents (RFC 9457) that say what to do instead. Thread-safe. */
final class Problems {

    private static final String TYPE = "urn:vigie:problem:";

    /** Those of which a program does something else about than a reader of pages. */
    private static final Set<Reason> OTHERWISE = Set.of(
            Reason.NO_PAGE,
            Reason.NO_COMMUNE,
            Reason.NO_VENDOR,
            Reason.NO_SOURCE,
            Reason.BAD_QUERY,
            Reason.BAD_VALUE,
            Reason.BAD_REQUEST,
            Reason.WRONG_METHOD,
            Reason.FORGED,
            Reason.FAILED);

    private final JsonMapper json = Json.mapper();

    /** Answers with the problem, in the language of the visit. */
    void answer(Refusal refusal, Context context, WebTexts texts) {
        String key = "error." + refusal.reason().id();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", TYPE + refusal.reason().id());
        problem.put("title", texts.get(key + ".title", refusal.told(texts)));
        problem.put("status", refusal.reason().status());
        problem.put("detail", texts.get(key + ".cause", refusal.told(texts)));
        String remedy = OTHERWISE.contains(refusal.reason())
                ? "error.remedy." + refusal.reason().id()
                : key + ".remedy";
        problem.put("remedy", texts.get(remedy, refusal.told(texts)));
        problem.put("instance", context.path());
        Arrays.stream(refusal.values())
                .filter(QueryException.class::isInstance)
                .map(fault -> ((QueryException) fault).fault())
                .forEach(fault -> problem.put(
                        "fault", fault.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        try {
            context.status(refusal.reason().status())
                    .header("Cache-Control", "no-store")
                    .header("Vary", "Accept-Language, Cookie")
                    .header("Content-Language", texts.language())
                    .contentType("application/problem+json")
                    .result(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a problem is made of words and numbers", e);
        }
    }
}
