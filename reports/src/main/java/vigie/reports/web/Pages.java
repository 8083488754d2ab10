package vigie.reports.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import vigie.indexer.index.IndexException;
import vigie.reports.web.Refusal.Reason;

/** Answers requests with pages, faults with pages that say what to do. Thread-safe. */
public final class Pages {

    /**
     * What an error page shows.
     *
     * @param near pages that may have been meant
     */
    public record Fault(int status, String title, String cause, String remedy, List<Link> near) {

        public Fault {
            near = List.copyOf(near);
        }
    }

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Problems problems = new Problems();
    private final Languages languages;
    private final Assets assets;
    private final Tokens tokens;
    private final boolean reviews;
    private final BiConsumer<String, Exception> failures;

    Pages(Languages languages, Assets assets, Tokens tokens, boolean reviews, BiConsumer<String, Exception> failures) {
        this.languages = languages;
        this.assets = assets;
        this.tokens = tokens;
        this.reviews = reviews;
        this.failures = failures;
    }

    /** How the server calls that page. */
    Handler handler(Page page) {
        return context -> {
            Visit visit = visit(context);
            answer(context, visit, page.of(visit));
        };
    }

    /** The request as a page sees it. */
    Visit visit(Context context) {
        return new Visit(context, languages.of(context), assets, tokens, reviews);
    }

    /** A page that says why there is no other; of the API a problem document. */
    void refuse(Refusal refusal, Context context) {
        Visit visit = visit(context);
        WebTexts texts = visit.texts();
        if (Api.covers(context.path())) {
            problems.answer(refusal, context, texts);
            return;
        }
        String key = "error." + refusal.reason().id();
        Object[] values = refusal.told(texts);
        Fault fault = new Fault(
                refusal.reason().status(),
                texts.get(key + ".title", values),
                texts.get(key + ".cause", values),
                texts.get(key + ".remedy", values),
                refusal.near());
        answer(context, visit, new View(fault.status(), "error", fault));
    }

    /** The server's own refusals. */
    void refuse(HttpResponseException refusal, Context context) {
        Reason reason = switch (refusal.getStatus()) {
            case 404 -> Reason.NO_PAGE;
            case 405 -> Reason.WRONG_METHOD;
            case 413 -> Reason.TOO_LARGE;
            default -> Reason.BAD_REQUEST;
        };
        Object value = reason == Reason.WRONG_METHOD ? context.method().name() : context.path();
        refuse(new Refusal(reason, value), context);
    }

    /** The index cannot be read now. */
    void fail(IndexException failure, Context context) {
        failures.accept(context.path(), failure);
        refuse(new Refusal(Reason.NO_INDEX), context);
    }

    /** A fault of ours: told to whoever runs the server, not to the reader. */
    void fail(Exception failure, Context context) {
        failures.accept(context.path(), failure);
        refuse(new Refusal(Reason.FAILED), context);
    }

    /** Answers with that page. */
    void answer(Context context, Visit visit, View view) {
        StringOutput output = new StringOutput();
        templates.render("web/" + view.template() + ".jte", Map.of("visit", visit, "page", view.model()), output);
        context.status(view.status())
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept-Language, Cookie")
                .header("Content-Language", visit.texts().language())
                .contentType("text/html; charset=utf-8")
                .result(output.toString());
    }
}
