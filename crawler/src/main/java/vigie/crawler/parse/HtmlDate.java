package vigie.crawler.parse;

import java.util.LinkedHashSet;
import java.util.List;
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

    private static final List<String> PUBLISHED_META = List.of(
            "meta[property=article:published_time]",
            "meta[name=article:published_time]",
            "meta[itemprop=datePublished]",
            "meta[name=dcterms.issued]",
            "meta[name=DC.date.issued]",
            "meta[name=DC.date]",
            "meta[name=date]");
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

    /** Looks at the whole page, frame included. */
    static Optional<HtmlDate> of(Document page) {
        String shown = page.body().text();
        List<Supplier<Optional<HtmlDate>>> ways = List.of(
                () -> agreed("meta", PUBLISHED_META.stream().flatMap(q -> attribute(page, q, "content"))),
                () -> agreed("json-ld", scripts(page)),
                () -> agreed(
                        "time",
                        attribute(page, "time[itemprop=datePublished], time.published, time[pubdate]", "datetime")),
                () -> agreed("text", matches(SAID, shown)),
                () -> agreed("time", attribute(page, "time[datetime]", "datetime")),
                () -> agreed("updated", matches(UPDATED, shown)));
        return ways.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static Optional<HtmlDate> agreed(String from, Stream<String> statements) {
        Set<PartialDate> days = new LinkedHashSet<>();
        statements.map(FrenchDates::day).flatMap(Optional::stream).forEach(days::add);
        return days.size() == 1 ? Optional.of(new HtmlDate(days.iterator().next(), from)) : Optional.empty();
    }

    private static Stream<String> attribute(Document page, String query, String name) {
        return page.select(query).stream().map(e -> e.attr(name));
    }

    private static Stream<String> scripts(Document page) {
        return page.select("script[type=application/ld+json]").stream()
                .map(Element::data)
                .flatMap(data -> matches(JSON_PUBLISHED, data));
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(r -> r.group(1));
    }
}
