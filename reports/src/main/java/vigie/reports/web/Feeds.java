package vigie.reports.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Objects;
import vigie.model.SavedSearch;
import vigie.model.archive.SearchFile;
import vigie.reports.web.Refusal.Reason;

/** {@code /feeds/all.atom}, what is new, and {@code /feeds/ID.atom}, what a saved search finds. Thread-safe. */
final class Feeds {

    private final SearchFile searches;
    private final News news;
    private final DigestView digests;
    private final Languages languages;

    Feeds(Site site, DigestView digests, Languages languages) {
        this.searches = site.searches();
        this.news = site.news();
        this.digests = digests;
        this.languages = languages;
    }

    /** The address of the feed of that saved search. */
    static String address(String id) {
        return "/feeds/" + id + ".atom";
    }

    /** The feed of all that is new. */
    void all(Context context) {
        send(context, news.feed(digests.words(digests.digest(null), languages.of(context)), home(context)));
    }

    /** The feed of one saved search. */
    void search(Context context) throws IOException {
        String id = context.pathParam("id");
        SavedSearch search = searches.read().stream()
                .filter(saved -> saved.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.NO_SEARCH, id));
        send(context, news.feed(search, home(context)));
    }

    /** As the asker calls this site: {@link Guard} has looked at the name. */
    private static String home(Context context) {
        return context.scheme() + "://" + Objects.requireNonNull(context.header("Host")) + "/";
    }

    private static void send(Context context, String feed) {
        context.contentType("application/atom+xml; charset=utf-8")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept-Language, Cookie")
                .result(feed);
    }
}
