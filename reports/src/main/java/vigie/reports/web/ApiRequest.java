package vigie.reports.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.PartialDate;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Term;
import vigie.model.id.InseeCode;
import vigie.reports.query.ClaimFilter;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.web.Refusal.Reason;

/** What one request to the API asks for; whatever is not understood is a {@link Refusal}, never left out. */
final class ApiRequest {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Context context;
    private final Meant meant;
    private final WebTexts texts;

    ApiRequest(Context context, Meant meant, WebTexts texts) {
        this.context = context;
        this.meant = meant;
        this.texts = texts;
    }

    /**
     * A part of a list.
     *
     * @param next address of the part behind it, or null
     */
    record Part<T>(
            long total, int limit, int offset, @Nullable String next, List<T> items) {}

    /** Words of the language that was asked for. */
    WebTexts texts() {
        return texts;
    }

    /** A part of the path by its name. */
    String part(String name) {
        return context.pathParam(name);
    }

    /** The value of that parameter, or null. */
    @Nullable
    String text(String name) {
        String value = context.queryParam(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** All parameters. */
    Map<String, List<String>> parameters() {
        return context.queryParamMap();
    }

    <E extends Enum<E> & Term> @Nullable E term(Class<E> type, String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        Optional<E> term = Term.find(type, text);
        return term.orElseThrow(() -> new Refusal(Reason.BAD_VALUE, text, name));
    }

    /** The code of the commune that is meant, by code or name. */
    @Nullable
    InseeCode commune() {
        String text = text("commune");
        if (text == null) {
            return null;
        }
        Optional<InseeCode> code = meant.commune(text).map(Commune::code);
        return code.orElseThrow(() -> new Refusal(Reason.BAD_VALUE, text, "commune"));
    }

    private @Nullable LocalDate since() {
        String text = text("since");
        if (text == null) {
            return null;
        }
        try {
            return PartialDate.parse(text).earliest();
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.BAD_DATE, text);
        }
    }

    private double sure() {
        String text = text("min-confidence");
        if (text != null && !text.matches("0(?:\\.\\d{1,6})?|1(?:\\.0{1,6})?")) {
            throw new Refusal(Reason.BAD_VALUE, text, "min-confidence");
        }
        return text == null ? 0 : Double.parseDouble(text);
    }

    DeploymentFilter deployments() {
        return new DeploymentFilter(
                commune(),
                text("departement"),
                text("vendor"),
                term(Technology.class, "technology"),
                term(Stage.class, "stage"),
                since(),
                sure());
    }

    ClaimFilter claims() {
        return new ClaimFilter(
                commune(),
                text("document"),
                text("departement"),
                text("vendor"),
                term(Technology.class, "technology"),
                term(Stage.class, "stage"),
                since(),
                sure());
    }

    /** How many are wanted at most. */
    int limit() {
        int limit = number("limit", USUAL);
        if (limit < 1 || limit > MOST) {
            throw new Refusal(Reason.BAD_VALUE, String.valueOf(limit), "limit");
        }
        return limit;
    }

    /** How many are left out before. */
    int offset() {
        return number("offset", 0);
    }

    private int number(String name, int usual) {
        String text = text(name);
        if (text != null && !text.matches("\\d{1,8}")) {
            throw new Refusal(Reason.BAD_VALUE, text, name);
        }
        return text == null ? usual : Integer.parseInt(text);
    }

    /** The part of {@code all} that is asked for; its neighbours are told in the header {@code Link} too. */
    <T> Part<T> part(List<T> all) {
        int from = Math.min(offset(), all.size());
        int to = Math.min(all.size(), from + limit());
        return part(all.size(), Integer.MAX_VALUE, all.subList(from, to));
    }

    /**
     * The same of a list of which only that part is at hand.
     *
     * @param deepest how many of all can be reached
     */
    <T> Part<T> part(long total, int deepest, List<T> items) {
        int limit = limit();
        int offset = offset();
        List<String> links = new ArrayList<>();
        links.add(link("first", limit, 0));
        if (offset > 0) {
            links.add(link("prev", limit, Math.max(0, offset - limit)));
        }
        String next = null;
        if (offset + limit < total && offset + 2L * limit <= deepest) {
            next = address(limit, offset + limit);
            links.add(link("next", limit, offset + limit));
        }
        context.header("Link", String.join(", ", links));
        return new Part<>(total, limit, offset, next, List.copyOf(items));
    }

    private String link(String relation, int limit, int offset) {
        return "<" + address(limit, offset) + ">; rel=\"" + relation + "\"";
    }

    private String address(int limit, int offset) {
        return Href.of(context.path(), new LinkedHashMap<>(parameters()))
                .with("limit", String.valueOf(limit))
                .with("offset", offset == 0 ? "" : String.valueOf(offset))
                .toString();
    }
}
