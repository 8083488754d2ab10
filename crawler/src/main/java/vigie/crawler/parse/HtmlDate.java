package vigie.crawler.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vigie.model.PartialDate;

/**
 * When a page says that it was published. Each kind of statement counts only if all statements of that kind on the page
 * agree: a list of news has many dates and none of its own.
 *
 * @param date the day
 * @param from which kind of statement said so
 */
record HtmlDate(PartialDate date, String from) {

    private static final Query PUBLISHED_META = Query.of(String.join(
            ",",
            "meta[property=article:published_time]",
            "meta[name=article:published_time]",
            "meta[itemprop=datePublished]",
            "meta[name=dcterms.issued]",
            "meta[name=DC.date.issued]",
            "meta[name=DC.date]",
            "meta[name=date]"));
    private static final Query JSON_LD = Query.of("script[type=application/ld+json]");
    private static final Query PUBLISHED_TIME = Query.of("time[itemprop=datePublished], time.published, time[pubdate]");
    private static final Query TIME = Query.of("time[datetime]");
    private static final Pattern JSON_PUBLISHED = Pattern.compile("\"datePublished\"\\s*:\\s*\"([^\"]{8,40})\"");
    // These run over whole pages: the look at the first letter, which changes nothing, makes them several times faster.
    private static final Pattern SAID = Pattern.compile(
            "(?=[pm])(?:publié|publiée|mise? en ligne|posté|parue?)(?:[\\s\\u00a0]+(?:le|du))?[\\s\\u00a0]*:?[\\s\\u00a0]*"
                    + "(?:\\p{L}+di[\\s\\u00a0]+|dimanche[\\s\\u00a0]+)?(" + FrenchDates.DAY + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern UPDATED = Pattern.compile(
            "(?=[ma])(?:mise?s? à jour|modifiée?|actualisée?)[\\s\\u00a0]+(?:le|du|:)[\\s\\u00a0]*:?[\\s\\u00a0]*"
                    + "(?:\\p{L}+di[\\s\\u00a0]+|dimanche[\\s\\u00a0]+)?(" + FrenchDates.DAY + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Most pages say nothing of the kind, which is cheaper to see. */
    private static final List<String> SAYING = List.of("publié", "en ligne", "posté", "paru");

    private static final List<String> UPDATING = List.of("à jour", "modifié", "actualisé");

    /** Looks at the whole page, frame included. */
    static Optional<HtmlDate> of(Document page) {
        String shown = page.body().text();
        String low = shown.toLowerCase(Locale.ROOT);
        List<Supplier<Optional<HtmlDate>>> ways = List.of(
                () -> agreed("meta", attribute(page, PUBLISHED_META, "content")),
                () -> agreed("json-ld", scripts(page)),
                () -> agreed("time", attribute(page, PUBLISHED_TIME, "datetime")),
                () -> agreed("text", hasAny(low, SAYING) ? matches(SAID, shown) : Stream.empty()),
                () -> agreed("time", attribute(page, TIME, "datetime")),
                () -> agreed("updated", hasAny(low, UPDATING) ? matches(UPDATED, shown) : Stream.empty()));
        return ways.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static boolean hasAny(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }

    private static Optional<HtmlDate> agreed(String from, Stream<String> statements) {
        Set<PartialDate> days = new LinkedHashSet<>();
        statements.map(FrenchDates::day).flatMap(Optional::stream).forEach(days::add);
        return days.size() == 1 ? Optional.of(new HtmlDate(days.iterator().next(), from)) : Optional.empty();
    }

    private static Stream<String> attribute(Document page, Query query, String name) {
        return query.in(page).stream().map(e -> e.attr(name));
    }

    private static Stream<String> scripts(Document page) {
        return JSON_LD.in(page).stream().map(Element::data).flatMap(data -> matches(JSON_PUBLISHED, data));
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(r -> r.group(1));
    }
}
