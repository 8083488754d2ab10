package vigie.crawler.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigie.model.DecodedText;

/**
 * The records of an answer with essential data of contracts, whichever way they are published: JSON and XML of the
 * national schemas, the pages and exports of an Opendatasoft data set, CSV.
 *
 * @param records called {@code marche} or {@code contrat-concession}
 * @param total how many match in all, where the answer says so
 */
record DecpRecords(List<Element> records, @Nullable Long total) {

    static final String CONTRACT = "marche";
    static final String CONCESSION = "contrat-concession";

    private static final Set<String> KINDS = Set.of(CONTRACT, CONCESSION);

    DecpRecords {
        records = List.copyOf(records);
    }

    /** @throws ShapeException if it is none of these */
    static DecpRecords read(JsonMapper json, byte[] payload) throws ShapeException {
        String text = text(payload).strip();
        if (text.startsWith("<")) {
            return new DecpRecords(xml(XmlElements.read(payload)), null);
        }
        return text.startsWith("{") || text.startsWith("[") ? json(json, text) : new DecpRecords(csv(text), null);
    }

    private static DecpRecords json(JsonMapper json, String text) throws ShapeException {
        JsonNode answer;
        try {
            answer = json.readTree(text);
        } catch (IOException e) {
            throw new ShapeException("the answer is broken JSON", e);
        }
        JsonNode contracts = answer.path("marches");
        if (answer.isArray() || contracts.isArray()) {
            return new DecpRecords(list(CONTRACT, answer.isArray() ? answer : contracts), null);
        }
        if (answer.path("results").isArray() && answer.path("total_count").isIntegralNumber()) {
            return new DecpRecords(
                    list(CONTRACT, answer.get("results")),
                    answer.get("total_count").asLong());
        }
        List<Element> records = new ArrayList<>();
        for (Map.Entry<String, JsonNode> kind : contracts.properties()) {
            if (!KINDS.contains(kind.getKey())) {
                throw new ShapeException("the answer holds '" + kind.getKey() + "' among marches");
            }
            records.addAll(list(kind.getKey(), kind.getValue()));
        }
        if (contracts.isEmpty()) {
            throw new ShapeException("the answer has neither marches nor results: " + start(text));
        }
        return new DecpRecords(records, null);
    }

    private static List<Element> list(String name, JsonNode node) {
        List<Element> records = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> records.add(Element.of(name, item)));
        } else {
            records.add(Element.of(name, node));
        }
        return records;
    }

    private static List<Element> xml(Element root) throws ShapeException {
        if (!root.name().equals("marches")) {
            throw new ShapeException("the XML holds '" + root.name() + "' instead of marches");
        }
        for (Element child : root.children()) {
            if (!KINDS.contains(child.name())) {
                throw new ShapeException("the XML holds '" + child.name() + "' among marches");
            }
        }
        return root.children();
    }

    private static List<Element> csv(String text) throws ShapeException {
        String first = text.lines().findFirst().orElse("");
        char separator = first.chars().filter(c -> c == ';').count()
                        > first.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
        List<Element> records = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<String> head = List.of();
            for (CsvRecord row : rows) {
                if (head.isEmpty()) {
                    head = head(row.getFields());
                } else {
                    records.add(row(head, row.getFields()));
                }
            }
            if (head.isEmpty()) {
                throw new ShapeException("the answer is empty");
            }
        } catch (CsvParseException e) {
            throw new ShapeException("the CSV is broken: " + e.getMessage(), e);
        } catch (ShapeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return records;
    }

    private static List<String> head(List<String> columns) throws ShapeException {
        Set<String> names = Set.copyOf(columns.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('.', '_'))
                .toList());
        if (!names.contains("id") || !(names.contains("acheteur_id") || names.contains("autoriteconcedante_id"))) {
            throw new ShapeException("the answer has no columns of contracts: " + start(String.join(",", columns)));
        }
        return columns;
    }

    /** A row that does not fit its head is kept as it is, and will not be understood. */
    private static Element row(List<String> head, List<String> cells) {
        List<Element> fields = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            fields.add(Element.leaf(cells.size() == head.size() ? head.get(i) : "column " + (i + 1), cells.get(i)));
        }
        return new Element(CONTRACT, Map.of(), "", fields);
    }

    /** Without a byte order mark. */
    private static String text(byte[] payload) {
        String text = DecodedText.of(payload).text();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String start(String text) {
        return text.substring(0, Math.min(200, text.length()));
    }
}
