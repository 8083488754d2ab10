package vigie.crawler.nutch;

import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.nutch.parse.Outlink;
import org.jspecify.annotations.Nullable;
import vigie.crawler.focus.DocumentKinds;
import vigie.crawler.focus.Focus;
import vigie.crawler.focus.Place;
import vigie.crawler.focus.Promise;
import vigie.crawler.focus.Shown;
import vigie.crawler.parse.ParsedDocument;
import vigie.model.DocumentKind;
import vigie.model.Link;
import vigie.model.TextOutcome;

/** The links of a page that are worth keeping, each with what it promises, as Nutch's outlinks. */
final class PageLinks {

    private final CrawlParts parts;
    private final Shown shown;

    PageLinks(CrawlParts parts) {
        this(parts, parts.shown());
    }

    /** @param shown knows what the pages before these have shown */
    PageLinks(CrawlParts parts, Shown shown) {
        this.parts = parts;
        this.shown = shown;
    }

    /**
     * What a page leads to.
     *
     * @param promises by normalised address, in the order of the page
     * @param paid whether the page was worth its request, where one can know
     */
    record Found(Map<String, Promise> promises, Optional<Boolean> paid) {}

    /** Reads the links of a page. */
    Found of(
            String url,
            DocumentKind kind,
            TextOutcome outcome,
            @Nullable String title,
            Map<String, String> metadata,
            List<Link> links,
            float near) {
        Place place = parts.focus().place(url, title, metadata.get("crumbs"), near);
        Map<String, Promise> promises = parts.focus().promises(place, links, this::address);
        return new Found(
                promises,
                Focus.pays(kind, outcome, near, shown.firstShown(promises).values()));
    }

    private Optional<String> address(String url) {
        return parts.addresses().normalize(url).filter(parts::mayAskFor);
    }

    /** The same of a page that was just parsed; what it was worth is learnt. What its record knows is asked by name. */
    Found learnt(String url, Function<String, @Nullable String> known, ParsedDocument read) {
        ParsedDocument parsed = read.called(known.apply(Fields.LABEL));
        String near = known.apply(Fields.NEAR);
        DocumentKind kind = DocumentKinds.guess(url, parsed.mediaType(), parsed.title(), parsed.text());
        Found found = of(
                url,
                kind,
                parsed.outcome(),
                parsed.title(),
                parsed.metadata(),
                parsed.links(),
                near == null ? 0 : Float.parseFloat(near));
        found.paid().ifPresent(paid -> parts.yields().learn(url, known.apply(Fields.PLACE), paid));
        return found;
    }

    /** As it is kept in a record: 1 or 0, empty where one cannot know. */
    static String kept(Optional<Boolean> paid) {
        return paid.map(known -> known ? "1" : "0").orElse("");
    }

    static List<Outlink> outlinks(Map<String, Promise> promises) throws MalformedURLException {
        List<Outlink> links = new ArrayList<>();
        for (Map.Entry<String, Promise> link : promises.entrySet()) {
            Outlink outlink = new Outlink(link.getKey(), "");
            outlink.setMetadata(Fields.map(fields(link.getValue())));
            links.add(outlink);
        }
        return links;
    }

    /** What a record keeps of a promise. */
    static Map<String, String> fields(Promise promise) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(Fields.PROMISE, Float.toString(promise.score()));
        fields.put(Fields.WHY, promise.why());
        if (promise.label() != null) {
            fields.put(Fields.LABEL, promise.label());
        }
        if (promise.place() != null) {
            fields.put(Fields.PLACE, promise.place());
            fields.put(Fields.NEAR, Float.toString(promise.near()));
        }
        return fields;
    }
}
