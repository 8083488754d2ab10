package vigie.crawler.parse;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vigie.model.Link;
import vigie.model.PartialDate;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;

/** Reads a web page: links and statements about it from the whole page, text from its content. */
final class HtmlReader {

    private static final String THING = "(?:page|contenu|document|fichier|article|ressource)";
    private static final Pattern NOT_FOUND = Pattern.compile(
            THING + " (?:non|pas) trouvée?|" + THING
                    + " (?:(?:que vous )?(?:avez )?(?:demandée?|recherchée?|demandez|cherchez|recherchez) )?(?:est |semble )?"
                    + "(?:introuvable|n['’]existe(?: pas| plus)?(?: ou [^.]{0,60})?|n['’]est (?:pas|plus) disponible)"
                    + "|erreur 404|error 404|404 not found|page not found|\\A404\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What may stand around that, where a line says nothing else. */
    private static final Pattern BESIDE = Pattern.compile(
            "\\b(?:oups|oops|désolée?s?|erreur|error|http|404|cette|votre|la|le|l)\\b|[^\\p{L}\\p{N}]+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern NAMES = Pattern.compile("\\s+[-–—|•·»]\\s+|\\s*\\|\\s*");
    private static final int FIRST_LINES = 3;
    private static final Query GENERATOR = Query.of("meta[name=generator][content]");
    private static final Query ROBOTS = Query.of("meta[name~=(?i)^(robots|vigie)$]");
    private static final Query CANONICAL = HtmlLinks.relation("canonical");
    private static final Query NEXT = HtmlLinks.relation("next");

    private static final Pattern COMMA = Pattern.compile("[\\s,]+");
    private static final int LITTLE = 1_000;

    private HtmlReader() {}

    static ParsedDocument read(URI url, @Nullable String contentType, byte[] payload) {
        TextDecoder.Decoded decoded = TextDecoder.decode(payload, contentType, true);
        Document page = Jsoup.parse(decoded.text(), url.toString());
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("charset", decoded.charset().name().toLowerCase(Locale.ROOT));
        HttpUrl address = HttpUrl.get(url);
        HtmlContent.Parts content = HtmlContent.of(page);
        List<Link> links = address == null ? List.of() : HtmlLinks.of(page, address, decoded.charset(), content);
        if (address != null) {
            relate(page, address, metadata);
        }
        robots(page, metadata);
        generator(page, metadata);
        HtmlContent.crumbs(page).ifPresent(crumbs -> metadata.put("crumbs", crumbs));
        Optional<HtmlDate> date = HtmlDate.of(page);
        date.ifPresent(d -> metadata.put(SourceDocument.PUBLISHED_FROM, d.from()));
        String title = HtmlTitle.of(page, url);
        String text = HtmlText.of(content);
        hints(page.title(), text, metadata);
        PartialDate published = date.map(HtmlDate::date).orElse(null);
        return new ParsedDocument(
                TextOutcome.TEXT, null, "text/html", text, List.of(), title, published, links, metadata);
    }

    private static void relate(Document page, HttpUrl address, Map<String, String> metadata) {
        put(metadata, "canonical", HtmlLinks.target(page, address, CANONICAL));
        put(metadata, "next", HtmlLinks.target(page, address, NEXT));
    }

    private static void put(Map<String, String> metadata, String name, @Nullable String value) {
        if (value != null) {
            metadata.put(name, value);
        }
    }

    private static void generator(Document page, Map<String, String> metadata) {
        Element generator = GENERATOR.firstIn(page);
        if (generator != null && !generator.attr("content").isBlank()) {
            metadata.put("generator", LinkAnchor.cut(generator.attr("content")));
        }
    }

    private static void robots(Document page, Map<String, String> metadata) {
        TreeSet<String> rules = new TreeSet<>();
        for (Element meta : ROBOTS.in(page)) {
            for (String rule : COMMA.split(meta.attr("content").toLowerCase(Locale.ROOT), -1)) {
                if (rule.equals("none")) {
                    rules.addAll(List.of("noindex", "nofollow"));
                } else if (rule.equals("noindex") || rule.equals("nofollow")) {
                    rules.add(rule);
                }
            }
        }
        if (!rules.isEmpty()) {
            metadata.put("robots", String.join(", ", rules));
        }
    }

    private static void hints(String title, String text, Map<String, String> metadata) {
        if (text.isBlank()) {
            metadata.put("empty", "true");
        }
        if (saysMissing(title, text)) {
            metadata.put("soft-404", "true");
        }
    }

    /** Short pages where they say so at their beginning; menus, news and the map of the site make others long. */
    private static boolean saysMissing(String title, String text) {
        String start = text.substring(0, Math.min(text.length(), 300));
        boolean mentions =
                NOT_FOUND.matcher(start).find() || NOT_FOUND.matcher(title).find();
        if (!mentions || text.length() < LITTLE) {
            return mentions;
        }
        return Arrays.stream(NAMES.split(title, -1)).anyMatch(HtmlReader::saysNothingElse)
                || start.lines()
                        .filter(line -> !line.isBlank())
                        .limit(FIRST_LINES)
                        .anyMatch(HtmlReader::saysNothingElse);
    }

    private static boolean saysNothingElse(String line) {
        Matcher said = NOT_FOUND.matcher(line);
        return said.find()
                && BESIDE.matcher(said.replaceAll(" ")).replaceAll("").isEmpty();
    }
}
