package vigie.crawler.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Notice.Party;
import vigie.crawler.feed.Reading.Entry;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.config.Communes;

/**
 * Notices of French buyers in TED, the Supplement to the Official Journal of the European Union: the search of its
 * programming interface v3 tells which there are, then the XML of each is fetched and read, eForms or {@code TED_EXPORT}.
 *
 * <p>Options: {@code words} (full text) and {@code cpv} (codes), separated by commas; a notice with one of either is
 * collected. What is published is never changed, so a notice is known by its number.
 */
final class TedAdapter implements SourceAdapter {

    /** All that one answer may hold, values of all notices together, and notices. */
    private static final int MOST_VALUES = 10_000;

    private static final int MOST_NOTICES = 250;
    private static final String LABEL = "Avis TED n°";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final List<String> FIELDS = List.of(
            "publication-number",
            "publication-date",
            "notice-type",
            "notice-title",
            "buyer-name",
            "buyer-identifier",
            "buyer-country",
            "procedure-identifier",
            "classification-cpv",
            "links");

    private final JsonMapper json;
    private final NoticeDocument documents;
    private final EformsNotice eforms = new EformsNotice();
    private final TedExport export = new TedExport();

    TedAdapter(JsonMapper json, Communes communes) {
        this.json = json;
        this.documents = new NoticeDocument(communes);
    }

    @Override
    public boolean isWindowed() {
        return true;
    }

    /** A token that has run out is answered by HTTP 500: the window is begun again, once. */
    @Override
    public void collect(Source source, Window window, FeedPages pages) throws IOException {
        boolean isThrough = search(source, window, pages);
        if (!isThrough) {
            isThrough = search(source, window, pages);
        }
        if (!isThrough) {
            pages.truncated("the search breaks off between its pages", "it is made again next time; see the attempts");
        }
    }

    /** False if it broke off after its first page. */
    private boolean search(Source source, Window window, FeedPages pages) throws IOException {
        String token = null;
        Set<String> given = new LinkedHashSet<>();
        Set<String> tokens = new LinkedHashSet<>();
        do {
            int failed = pages.tally().failed();
            Optional<Reading> page = pages.post(source.url(), body(source, window, token));
            if (page.isEmpty()) {
                return token == null || pages.tally().failed() == failed;
            }
            page.get().entries().forEach(entry -> given.add(entry.id()));
            token = page.get().entries().isEmpty()
                    ? null
                    : page.get().next().stream().findFirst().orElse(null);
            long total = page.get().total() == null ? 0 : page.get().total();
            if (token == null ? given.size() < total : !tokens.add(token)) {
                pages.truncated(
                        given.size() + " of " + total + " notices were given",
                        "narrow the source's words or its window");
                return true;
            }
            token = given.size() >= total ? null : token;
        } while (token != null);
        return true;
    }

    private String body(Source source, Window window, @Nullable String token) {
        ObjectNode body = json.createObjectNode().put("query", query(source, window));
        FIELDS.forEach(body.putArray("fields")::add);
        body.put("limit", Math.min(MOST_NOTICES, MOST_VALUES / FIELDS.size()))
                .put("scope", "ALL")
                .put("paginationMode", "ITERATION");
        if (token != null) {
            body.put("iterationNextToken", token);
        }
        return body.toString();
    }

    private static String query(Source source, Window window) {
        String what = Stream.concat(
                        option(source, "words").map(word -> "FT~\"" + word.replace("\"", "") + "\""),
                        option(source, "cpv").map(code -> "classification-cpv=" + code))
                .collect(Collectors.joining(" OR "));
        return "buyer-country=FRA" + (what.isEmpty() ? "" : " AND (" + what + ")") + " AND publication-date>="
                + DAY.format(window.from()) + " AND publication-date<=" + DAY.format(window.to());
    }

    private static Stream<String> option(Source source, String name) {
        return Stream.of(source.options().getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    @Override
    public boolean reads(Linked linked) {
        return true;
    }

    @Override
    public Reading read(Source source, Capture capture, byte[] payload) throws ShapeException {
        return firstByte(payload) == '<' ? notice(source, capture, payload) : answer(payload);
    }

    /** Past white space and the mark of byte order. */
    private static int firstByte(byte[] payload) {
        for (byte one : payload) {
            if (one > ' ') {
                return one;
            }
        }
        return -1;
    }

    private Reading notice(Source source, Capture capture, byte[] xml) throws ShapeException {
        Element root = XmlElements.read(xml);
        EformsNotice.Read read;
        if (EformsNotice.isNotice(root)) {
            read = eforms.read(root, LABEL, null);
        } else if (TedExport.isNotice(root)) {
            read = export.read(root, LABEL);
        } else {
            throw new ShapeException("no notice in eForms, no TED_EXPORT: " + root.name());
        }
        Notice notice =
                read.notice().with(SourceDocument.PAGE, page(read.notice().number()));
        String url = source.url().toString();
        return new Reading(
                List.of(new Entry(
                        notice.number(),
                        notice.number(),
                        documents.of(notice, source, capture, url),
                        null,
                        read.remarks())),
                null,
                List.of());
    }

    private static String page(String number) {
        return "https://ted.europa.eu/fr/notice/-/detail/" + number;
    }

    private Reading answer(byte[] payload) throws ShapeException {
        JsonNode answer;
        try {
            answer = json.readTree(payload);
        } catch (IOException e) {
            throw new ShapeException("the answer is neither JSON nor XML", e);
        }
        if (!answer.path("notices").isArray()
                || !answer.path("totalNoticeCount").isIntegralNumber()) {
            String type = answer.path("error").path("type").asText("");
            throw new ShapeException(
                    "the answer has no notices and totalNoticeCount: " + (type.isEmpty() ? "" : type + ", ")
                            + answer.path("message").asText("no message"));
        }
        if (answer.path("timedOut").asBoolean()) {
            throw new ShapeException("the search timed out and gave a part: narrow the source's words or its window");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode notice : answer.get("notices")) {
            entries.add(entry(notice));
        }
        String token = answer.path("iterationNextToken").asText("");
        return new Reading(
                entries,
                answer.get("totalNoticeCount").asLong(),
                token.isBlank() || token.equals("null") ? List.of() : List.of(token));
    }

    private Entry entry(JsonNode record) {
        Element notice = Element.of("notice", record);
        Strict strict = new Strict(notice);
        String number = strict.text(notice, "publication-number").orElse("?").replaceFirst("^0+", "");
        List<Remark> remarks = new ArrayList<>();
        Linked linked = null;
        try {
            linked = linked(notice, strict);
            strict.leave(notice, "links");
            strict.leave(notice, "buyer-country");
            strict.leftOver().forEach(path -> remarks.add(new Remark("field-left-over", "nobody reads " + path)));
        } catch (IllegalArgumentException e) {
            remarks.add(new Remark("record-unreadable", "a notice cannot be read: " + e.getMessage()));
        }
        return new Entry(number, number, null, linked, remarks);
    }

    private Linked linked(Element notice, Strict strict) {
        String xml = link(notice).orElseThrow(() -> new IllegalArgumentException("it has no link to its XML"));
        String type = strict.text(notice, "notice-type").orElse("");
        PartialDate date = strict.text(notice, "publication-date")
                .map(text -> PartialDate.parse(text.substring(0, Math.min(10, text.length()))))
                .orElse(null);
        String buyer = french(notice, strict, "buyer-name");
        String identifier = strict.text(notice, "buyer-identifier").orElse(null);
        Map<String, List<String>> metadata = Map.of(
                "notice-type", type.isEmpty() ? List.of() : List.of(type),
                "procedure-id", strict.texts(notice, "procedure-identifier"),
                "cpv", strict.texts(notice, "classification-cpv"));
        return new Linked(
                URI.create(xml),
                french(notice, strict, "notice-title"),
                date,
                DocumentKind.AUTRE,
                buyer == null && identifier == null
                        ? Publisher.unknown()
                        : documents.publisher(new Party(buyer, identifier, null, null)),
                Notice.joined(metadata));
    }

    /** The XML is one for all languages, MUL. */
    private static Optional<String> link(Element notice) {
        return Stream.of("links/xml/MUL", "links/xml/FRA", "links/xml/ENG")
                .flatMap(path -> notice.at(path).stream())
                .map(Element::text)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static @Nullable String french(Element notice, Strict strict, String field) {
        List<Element> found = notice.all(field);
        found.forEach(strict::leave);
        return Stream.of("fra", "eng")
                .flatMap(language -> notice.at(field + "/" + language).stream())
                .map(Element::allText)
                .filter(text -> !text.isBlank())
                .findFirst()
                .or(() -> found.stream()
                        .map(Element::allText)
                        .filter(text -> !text.isBlank())
                        .findFirst())
                .orElse(null);
    }
}
