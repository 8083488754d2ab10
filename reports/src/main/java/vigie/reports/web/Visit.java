package vigie.reports.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request for a page, as the page and its template see it. */
public final class Visit {

    private final Context context;
    private final WebTexts texts;
    private final Assets assets;
    private final Tokens tokens;
    private final boolean reviews;

    Visit(Context context, WebTexts texts, Assets assets, Tokens tokens, boolean reviews) {
        this.context = context;
        this.texts = texts;
        this.assets = assets;
        this.tokens = tokens;
        this.reviews = reviews;
    }

    /** The words of the pages. */
    public WebTexts texts() {
        return texts;
    }

    /** The address of a style, script or picture of ours. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** The token that a form must send for a change to be made; readers of pages without such a form get no cookie. */
    public String csrf() {
        return tokens.of(context);
    }

    /** Whether claims may be reviewed here. */
    public boolean reviews() {
        return reviews;
    }

    /** This page in another language. */
    public String in(String language) {
        String query = context.queryString();
        boolean isRead = query == null || query.length() <= Guard.LONGEST_QUERY;
        return Href.of(context.path(), isRead ? parameters() : Map.of())
                .with("lang", List.of(language))
                .toString();
    }

    /** {@code "page"} where this is that page or one below it, for {@code aria-current}; else null, which leaves it out. */
    public @Nullable String current(String path) {
        return context.path().equals(path) || context.path().startsWith(path + "/") ? "page" : null;
    }

    String path() {
        return context.path();
    }

    /** A part of the path by its name. */
    String part(String name) {
        return context.pathParam(name);
    }

    /** The value of that parameter, or null where it is not given or blank. */
    @Nullable
    String parameter(String name) {
        String value = context.queryParam(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** All parameters of the address. */
    Map<String, List<String>> parameters() {
        return context.queryParamMap();
    }
}
