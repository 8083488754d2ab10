package vigie.crawler.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.id.Digest;

/**
 * The records of an answer, in each of the ways in which BOAMP's notices come: a page of the interface or one record of
 * it, an export, DILA's XML, a listing of the first interface in plain text.
 *
 * <p>Names of elements lose their case and underscores, so that XML and JSON of all years name the same thing the same
 * way ({@code OBJET_COMPLET} and {@code objetComplet}); those of an eForms notice stay.
 *
 * @param total how many match, where the answer tells
 */
record BoampRecords(List<Raw> records, @Nullable Long total) {

    /** Fields in which JSON stands as text. */
    private static final List<String> NESTED = List.of("donnees", "gestion", "annonces_anterieures");

    private static final String EFORMS = "EFORMS";
    private static final Pattern LISTED = Pattern.compile("(?m)^idWeb:\\s*(\\d{2}-\\d+)\\s*$");
    private static final Pattern DEADLINE = Pattern.compile("(?m)^Date limite:\\s*(.*)$");
    private static final Pattern RULE = Pattern.compile("(?m)^-{10,}\\s*$");

    BoampRecords {
        records = List.copyOf(records);
    }

    /**
     * One record.
     *
     * @param id its number as far as it can be told, else a digest of it
     * @param digest of all that it holds
     * @param record null where it cannot be read
     * @param why it cannot be read, or null
     */
    record Raw(
            String id,
            String digest,
            @Nullable Element record,
            @Nullable String why) {}

    /** @throws ShapeException if it is none of the ways */
    static BoampRecords read(JsonMapper json, byte[] payload) throws ShapeException {
        String start = new String(payload, 0, Math.min(payload.length, 200), StandardCharsets.UTF_8)
                .replaceFirst("^\ufeff", "")
                .stripLeading();
        if (start.startsWith("<")) {
            return new BoampRecords(xml(payload), null);
        }
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return new BoampRecords(listing(new String(payload, StandardCharsets.UTF_8)), null);
        }
        try {
            return json(json, json.readTree(payload));
        } catch (IOException e) {
            throw new ShapeException("the answer is no JSON", e);
        }
    }

    private static BoampRecords json(JsonMapper json, JsonNode answer) throws ShapeException {
        JsonNode records = answer.isArray() ? answer : answer.path("results");
        Long total = null;
        if (answer.path("total_count").isInt() && records.isArray()) {
            total = answer.get("total_count").asLong();
        } else if (answer.hasNonNull("idweb")) {
            records = json.createArrayNode().add(answer);
        } else if (!answer.isArray()) {
            String text = answer.toString();
            throw new ShapeException(
                    "the answer has no total_count and results: " + text.substring(0, Math.min(200, text.length())));
        }
        List<Raw> raw = new ArrayList<>();
        for (JsonNode record : records) {
            raw.add(record(json, record));
        }
        return new BoampRecords(raw, total);
    }

    private static Raw record(JsonMapper json, JsonNode record) {
        String digest = digest(record.toString());
        // Notices of before 2015 may have the number of the paper edition alone.
        String number = Stream.of("idweb", "id")
                .map(field -> record.path(field).asText("").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
        if (number == null) {
            return new Raw(digest, digest, null, "it has no idweb");
        }
        ObjectNode whole = ((ObjectNode) record).deepCopy();
        for (String field : NESTED) {
            String text = whole.path(field).asText("").strip();
            if (text.startsWith("{") || text.startsWith("[")) {
                try {
                    whole.set(field, json.readTree(text));
                } catch (JsonProcessingException e) {
                    return new Raw(number, digest, null, field + " is no JSON: " + e.getOriginalMessage());
                }
            }
        }
        return new Raw(number, digest, plain(Element.of("record", whole)), null);
    }

    private static List<Raw> xml(byte[] payload) throws ShapeException {
        Element root = XmlElements.read(payload);
        List<Element> notices = root.name().equals("ANNONCE") ? List.of(root) : root.all("ANNONCE");
        if (notices.isEmpty()) {
            throw new ShapeException("the XML holds no ANNONCE but " + root.name());
        }
        return notices.stream()
                .map(notice -> {
                    String digest = digest(canonical(notice));
                    String number = notice.at("GESTION/REFERENCE/IDWEB").stream()
                            .map(Element::text)
                            .filter(text -> !text.isEmpty())
                            .findFirst()
                            .orElse(null);
                    return number == null
                            ? new Raw(digest, digest, null, "it has no IDWEB")
                            : new Raw(number, digest, plain(notice), null);
                })
                .toList();
    }

    /** Blocks between rules: title, what is bought, {@code Date limite: 2021-03-01 12:00:00}, {@code idWeb: 20-152081}. */
    private static List<Raw> listing(String text) throws ShapeException {
        if (!LISTED.matcher(text).find()) {
            throw new ShapeException("the answer is neither JSON nor XML nor a listing of notices");
        }
        return Stream.of(RULE.split(text))
                .filter(block -> !block.isBlank())
                .map(BoampRecords::block)
                .toList();
    }

    private static Raw block(String block) {
        String digest = digest(block);
        Matcher number = LISTED.matcher(block);
        if (!number.find()) {
            return new Raw(digest, digest, null, "the block has no idWeb");
        }
        Matcher deadline = DEADLINE.matcher(block);
        List<Element> fields = new ArrayList<>(List.of(Element.leaf("idweb", number.group(1))));
        int end = number.start();
        if (deadline.find()) {
            fields.add(Element.leaf("datelimitereponse", deadline.group(1)));
            end = Math.min(end, deadline.start());
        }
        String[] said = block.substring(0, end).strip().split("\\R", 2);
        List<Element> object = new ArrayList<>();
        // What Python wrote for a notice without a title.
        if (!said[0].strip().equals("None")) {
            object.add(Element.leaf("titremarche", said[0]));
        }
        if (said.length > 1) {
            object.add(Element.leaf("objetcomplet", said[1]));
        }
        Element form = parent("donnees", List.of(parent("objet", object)));
        fields.add(form);
        return new Raw(number.group(1), digest, parent("record", fields), null);
    }

    private static Element parent(String name, List<Element> children) {
        return new Element(name, Map.of(), "", children);
    }

    private static Element plain(Element element) {
        if (element.name().equals(EFORMS)) {
            return element;
        }
        return new Element(
                plain(element.name()),
                element.attributes(),
                element.text(),
                element.children().stream().map(BoampRecords::plain).toList());
    }

    /** A name in lower case without underscores and hyphens. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }

    /** The same for the same content, in whichever order a map gives its attributes. */
    private static String canonical(Element element) {
        return element.name()
                + new TreeMap<>(element.attributes())
                + element.text()
                + element.children().stream().map(BoampRecords::canonical).toList();
    }

    private static String digest(String content) {
        return Digest.sha256(content.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
