package vigie.crawler.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.crawler.SharedCases;
import vigie.crawler.parse.DocumentParser;
import vigie.crawler.parse.ParsedDocument;
import vigie.crawler.parse.Unread;
import vigie.model.DocumentKind;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.SourceKind;
import vigie.model.TextOutcome;
import vigie.model.config.CrawlSettings;
import vigie.model.config.OcrSettings;

/**
 * Every record of the real files that lie beside the project comes out as a document, as part of one, or as an issue: records
 * are counted here without the readers, by lines, array elements, cells, links and files. Scans are not recognised here, so
 * that each is an issue.
 */
class CorpusSumsIT {

    /**
     * Of a file.
     *
     * @param in its records
     * @param documents of these, those that are a document or stand in one
     * @param issues those that are told
     */
    private record Sum(int in, int documents, int issues) {

        boolean adds() {
            return in > 0 && in == documents + issues;
        }
    }

    private static final Pattern CONTROL = Pattern.compile("[\\x80-\\x9f]");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ACT_LINK =
            Pattern.compile("<a\\s[^>]*href=\"([^\"]+(?:\\.pdf|documents_category=\\d+|idweb:&quot;[^\"]+))\"");

    /** Days and sums are written anew, as people read them. */
    private static final Pattern STRING_CELL =
            Pattern.compile("(?s)<table:table-cell(?=[^>]*value-type=\"string\")[^>]*(?<!/)>(.*?)</table:table-cell>");

    /** What somebody remarked on a cell is no part of the list. */
    private static final Pattern NOTE = Pattern.compile("(?s)<office:annotation\\b.*?</office:annotation>");

    private static final JsonMapper JSON = new JsonMapper();
    private static DocumentParser parser;

    @BeforeAll
    static void start() {
        parser = new DocumentParser(CrawlSettings.defaults().with(OcrSettings.off()));
    }

    @AfterAll
    static void stop() {
        parser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"boamp", "decp", "ted", "portals", "raa", "opendata", "council"})
    void recordsInAreDocumentsAndIssuesOut(String folder) throws Exception {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (Path file : files(SharedCases.file("corpus/" + folder))) {
            sums.put(file.getFileName().toString(), sum(folder, file));
        }
        System.out.printf(
                "corpus/%s: %d files, %d records in, %d in documents, %d told%n",
                folder,
                sums.size(),
                sums.values().stream().mapToInt(Sum::in).sum(),
                sums.values().stream().mapToInt(Sum::documents).sum(),
                sums.values().stream().mapToInt(Sum::issues).sum());

        assertThat(sums).isNotEmpty();
        assertThat(sums)
                .allSatisfy((name, sum) ->
                        assertThat(sum.adds()).as("%s %s", name, sum).isTrue());
    }

    /** A sum that always adds up proves nothing. */
    @Test
    void recordThatIsLostDoesNotAddUp() throws Exception {
        assertThat(found(List.of("une ligne", "une autre"), document("a.txt", "une ligne\n".getBytes(UTF_8)))
                        .adds())
                .isFalse();
        assertThat(found(List.of("une ligne"), document("a.txt", "une ligne\n".getBytes(UTF_8)))
                        .adds())
                .isTrue();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Sum sum(String folder, Path file) throws Exception {
        String name = file.getFileName().toString();
        byte[] payload = Files.readAllBytes(file);
        return switch (folder) {
            case "boamp" -> boamp(name, payload);
            case "decp" -> decp(name, payload);
            case "ted" -> feed(1, new TedAdapter(JSON, FeedFixture.COMMUNES), payload);
            case "portals" ->
                name.contains("megalis")
                        ? megalis(payload)
                        : found(matches(ACT_LINK, text(payload)), document(name, payload));
            default -> file(name, payload);
        };
    }

    private static Sum boamp(String name, byte[] payload) throws Exception {
        BoampAdapter adapter = new BoampAdapter(JSON, FeedFixture.COMMUNES, false);
        if (name.endsWith(".csv")) {
            // of the shapes of notices, no notices
            return file(name, payload);
        }
        if (name.endsWith(".jsonl")) {
            ArrayNode records = JSON.createArrayNode();
            for (String line : lines(payload)) {
                ObjectNode shape = (ObjectNode) JSON.readTree(line);
                records.add(shape.has("idweb") ? shape : record("24-" + records.size(), line));
            }
            return feed(records.size(), adapter, JSON.writeValueAsBytes(records));
        }
        int in = name.endsWith(".xml")
                ? matches(Pattern.compile("(<ANNONCE)[ >]"), text(payload)).size()
                : name.endsWith(".txt")
                        ? (int) lines(payload).stream()
                                .filter(line -> line.startsWith("idWeb:"))
                                .count()
                        : elements(JSON.readTree(payload));
        return feed(in, adapter, payload);
    }

    /** The least that a notice says beside its {@code donnees}. */
    private static ObjectNode record(String number, String donnees) {
        ObjectNode record = JSON.createObjectNode();
        record.put("idweb", number).put("objet", "Caméras").put("nomacheteur", "Ville de Bassens (33)");
        record.put("nature", "APPEL_OFFRE").put("dateparution", "2023-07-20").put("famille", "MAPA");
        record.putArray("code_departement").add("33");
        return record.put("donnees", donnees).put("gestion", "{}");
    }

    private static Sum decp(String name, byte[] payload) throws Exception {
        DecpAdapter adapter = new DecpAdapter(JSON, FeedFixture.COMMUNES, false);
        if (name.endsWith(".csv")) {
            return feed(lines(payload).size() - 1, adapter, payload);
        }
        if (!name.endsWith(".json")) {
            return file(name, payload);
        }
        JsonNode contracts = JSON.readTree(payload).path("marches");
        int in = contracts.isArray()
                ? contracts.size()
                : StreamSupport.stream(contracts.spliterator(), false)
                        .mapToInt(JsonNode::size)
                        .sum();
        // a schema is one thing to be told
        return feed(Math.max(1, in), adapter, payload);
    }

    private static int elements(JsonNode json) {
        return json.isArray()
                ? json.size()
                : json.has("results") ? json.get("results").size() : 1;
    }

    private static Sum megalis(byte[] payload) throws Exception {
        int in = 0;
        for (JsonNode act : JSON.readTree(payload)) {
            in += 1 + act.path("annexes").size();
        }
        return feed(in, new MegalisAdapter(JSON, FeedFixture.COMMUNES), payload);
    }

    /** An answer that is none of this feed's is told as one issue, however much it holds. */
    private static Sum feed(int in, SourceAdapter adapter, byte[] payload) {
        try {
            Reading reading = adapter.read(source(), FeedFixture.capture("https://f.invalid/records"), payload);
            int kept = (int) reading.entries().stream()
                    .filter(entry -> entry.document() != null || entry.linked() != null)
                    .count();
            int together = reading.records() - reading.entries().size();
            return new Sum(in, kept + together, reading.entries().size() - kept);
        } catch (ShapeException e) {
            return new Sum(in, 0, 1);
        }
    }

    /** What a town publishes: lines of texts and tables, cells of workbooks, else the file as a whole. */
    private static Sum file(String name, byte[] payload) throws IOException {
        ParsedDocument document = document(name, payload);
        if (name.endsWith(".xls")) {
            return found(cellsOfExcel(payload), document);
        }
        if (name.endsWith(".ods")) {
            return found(cellsOfOpenDocument(payload), document);
        }
        if (name.endsWith(".txt") || name.endsWith(".csv")) {
            return found(lines(payload), document);
        }
        if (name.endsWith(".json")) {
            List<String> values = new ArrayList<>();
            JSON.readTree(payload).findValuesAsText("libelle").forEach(values::add);
            return found(values, document);
        }
        return whole(document);
    }

    private static Sum whole(ParsedDocument document) {
        boolean read =
                document.outcome() == TextOutcome.TEXT && !document.text().isBlank();
        boolean told =
                !read && Unread.issue(sourceDocument(document), Instant.EPOCH).isPresent();
        return new Sum(1, read ? 1 : 0, told ? 1 : 0);
    }

    private static Sum found(List<String> records, ParsedDocument document) {
        String text = squeezed(document.text());
        Set<String> lines = document.text().lines().map(CorpusSumsIT::squeezed).collect(Collectors.toSet());
        Set<String> links =
                document.links().stream().map(link -> decoded(link.url())).collect(Collectors.toSet());
        int there = (int) records.stream()
                .filter(record -> lines.contains(squeezed(record))
                        || text.contains(squeezed(record))
                        || links.stream().anyMatch(url -> url.endsWith(decoded(record))))
                .count();
        return new Sum(records.size(), there, 0);
    }

    private static String decoded(String url) {
        return URLDecoder.decode(url.replace("+", "%2B"), UTF_8);
    }

    private static List<String> cellsOfExcel(byte[] payload) throws IOException {
        List<String> cells = new ArrayList<>();
        try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(payload))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING) {
                            cells.add(cell.getStringCellValue());
                        }
                    }
                }
            }
        }
        return cells.stream().filter(cell -> !cell.isBlank()).toList();
    }

    private static List<String> cellsOfOpenDocument(byte[] payload) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(payload))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("content.xml")) {
                    return matches(
                            STRING_CELL, NOTE.matcher(text(zip.readAllBytes())).replaceAll(""));
                }
            }
        }
        throw new IOException("no content");
    }

    private static List<String> matches(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(plain(matcher.group(1)));
        }
        return found;
    }

    private static String plain(String markup) {
        return TAG.matcher(markup)
                .replaceAll("")
                .replace("&apos;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static List<String> lines(byte[] payload) {
        return text(payload).lines().filter(line -> !squeezed(line).isEmpty()).toList();
    }

    private static String text(byte[] payload) {
        if (payload.length > 1 && payload[0] == (byte) 0xff && payload[1] == (byte) 0xfe) {
            return new String(payload, UTF_16LE);
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
        } catch (CharacterCodingException e) {
            return new String(payload, ISO_8859_1);
        }
    }

    /** Letters and figures alone: how readers set apart cells and lines is theirs, as is what they make of controls that stand for œ and ’. */
    private static String squeezed(String text) {
        return CONTROL.matcher(text)
                .replaceAll(
                        control -> new String(control.group().getBytes(ISO_8859_1), Charset.forName("windows-1252")))
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static ParsedDocument document(String name, byte[] payload) {
        return parser.parse(URI.create("https://town.example/" + name), null, payload);
    }

    private static SourceDocument sourceDocument(ParsedDocument read) {
        return new SourceDocument(
                "d",
                "s",
                FeedFixture.capture("https://town.example/a"),
                "",
                DocumentKind.AUTRE,
                null,
                null,
                Publisher.unknown(),
                read.outcome(),
                read.cause(),
                read.text(),
                List.of(),
                List.of(),
                read.metadata());
    }

    private static Source source() {
        return new Source(
                "feed",
                "A feed",
                SourceKind.FEED,
                URI.create("https://f.invalid/records"),
                List.of(),
                Set.of("f.invalid"),
                Publisher.unknown(),
                "any",
                Map.of(),
                Set.of(),
                Duration.ofMillis(1),
                null,
                "test",
                null);
    }
}
