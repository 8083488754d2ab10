package vigie.crawler.feed;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.crawler.feed.Reading.Entry;
import vigie.crawler.feed.Reading.Remark;
import vigie.model.Capture;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.config.Communes;
import vigie.model.id.Digest;

/**
 * Lists of deliberations as CSV, schema SCDL "Délibérations" 2.1, as towns really publish them: headers in any case, days
 * written in several ways, any encoding. Each row is a document; the file that it points to is fetched too.
 *
 * <p>Option {@code words}: only files of rows that hold one of these are fetched. Source of the field names: OpenDataFrance,
 * scdl/deliberations 2.1.2.
 */
final class ScdlAdapter implements SourceAdapter {

    /** A column and the label of the line that it becomes. */
    private record Column(String name, String label) {}

    /** In the order of the schema. */
    private static final List<Column> COLUMNS = List.of(
            new Column("COLL_NOM", "Collectivité"),
            new Column("DELIB_ID", "Délibération n°"),
            new Column("DELIB_DATE", "Date"),
            new Column("DELIB_OBJET", "Objet"),
            new Column("DELIB_MATIERE_NOM", "Matière"),
            new Column("DELIB_MATIERE_CODE", "Code de matière"),
            new Column("BUDGET_ANNEE", "Année du budget"),
            new Column("BUDGET_NOM", "Budget"),
            new Column("PREF_DATE", "Reçue en préfecture"),
            new Column("PREF_ID", "Identifiant en préfecture"),
            new Column("VOTE_EFFECTIF", "Membres en exercice"),
            new Column("VOTE_REEL", "Votants"),
            new Column("VOTE_POUR", "Pour"),
            new Column("VOTE_CONTRE", "Contre"),
            new Column("VOTE_ABSTENTION", "Abstentions"));

    /** Columns that a table must have to be a list of deliberations at all. */
    private static final String LINE = "line-";

    private static final Set<String> NEEDED = Set.of("DELIB_ID", "DELIB_DATE", "DELIB_OBJET");

    private final ActDocuments acts;

    ScdlAdapter(Communes communes) {
        this.acts = new ActDocuments(communes);
    }

    /** Rows without a number are known by their line, which is another's when one before them is taken out. */
    @Override
    public boolean isGoneWhereMissing(String id) {
        return !id.contains(LINE);
    }

    @Override
    public boolean isWindowed() {
        return false;
    }

    @Override
    public void collect(Source source, Window window, FeedPages pages) throws IOException {
        pages.get(source.url());
    }

    @Override
    public Reading read(Source source, Capture capture, byte[] payload) throws ShapeException {
        List<Element> rows =
                CsvElements.read(payload).stream().map(ScdlAdapter::renamed).toList();
        if (!rows.isEmpty()) {
            Set<String> columns =
                    rows.get(0).children().stream().map(Element::name).collect(Collectors.toSet());
            Set<String> missing = new TreeSet<>(NEEDED);
            missing.removeAll(columns);
            if (!missing.isEmpty()) {
                throw new ShapeException("the table has no column " + String.join(", ", missing));
            }
        }
        List<Entry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            entries.add(row(source, capture, rows.get(i), i + 2, ids));
        }
        CsvElements.tellUnsure(entries, payload);
        return new Reading(entries, (long) entries.size(), List.of());
    }

    /** Columns by the schema's names: {@code "Coll nom"} and {@code coll_nom} are COLL_NOM. */
    private static Element renamed(Element row) {
        List<Element> children = row.children().stream()
                .map(cell -> Element.leaf(
                        ActDocuments.plain(cell.name()).replace(' ', '_').toUpperCase(Locale.ROOT), cell.text()))
                .toList();
        return new Element(row.name(), Map.of(), "", children);
    }

    private Entry row(Source source, Capture capture, Element row, int line, Set<String> ids) {
        Strict fields = new Strict(row);
        Map<String, String> values = new TreeMap<>();
        COLUMNS.forEach(column -> fields.text(row, column.name()).ifPresent(value -> values.put(column.name(), value)));
        String siret = fields.text(row, "COLL_SIRET").orElse(null);
        String url = fields.text(row, "DELIB_URL").orElse("");
        String number = values.getOrDefault("DELIB_ID", LINE + line);
        String id = (siret == null ? "" : siret + "/") + number;
        if (!ids.add(id)) {
            id = id + "/" + LINE + line;
            ids.add(id);
        }
        String digest =
                Digest.sha256(row.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        List<Remark> remarks = new ArrayList<>();
        fields.leftOver()
                .forEach(column -> remarks.add(new Remark("field-left-over", "nobody reads the column " + column)));
        PartialDate date = date(values, remarks);
        if (siret != null && !ActDocuments.isNumber(siret)) {
            remarks.add(new Remark("unknown-value", "COLL_SIRET is no SIRET: " + siret));
        }
        Publisher publisher = acts.publisher(source, values.get("COLL_NOM"), siret);
        String subject = values.get("DELIB_OBJET");
        if (subject == null) {
            remarks.add(new Remark("record-unreadable", "a row without DELIB_OBJET"));
            return new Entry(id, digest, null, null, remarks);
        }
        Linked linked = ActDocuments.isWanted(source, subject + " " + values.getOrDefault("DELIB_MATIERE_NOM", ""))
                ? linked(url, subject, date, publisher, remarks)
                : null;
        Map<String, String> metadata = address(url)
                .map(page -> Map.of(SourceDocument.PAGE, page.toString()))
                .orElse(Map.of());
        return new Entry(id, digest, document(source, capture, id, date, publisher, values, metadata), linked, remarks);
    }

    private static @Nullable PartialDate date(Map<String, String> values, List<Remark> remarks) {
        String text = values.get("DELIB_DATE");
        PartialDate date = text == null ? null : ActDocuments.day(text).orElse(null);
        if (text != null && date == null) {
            remarks.add(new Remark("unknown-value", "DELIB_DATE is no day: " + text));
        }
        return date;
    }

    private static @Nullable Linked linked(
            String url, String subject, @Nullable PartialDate date, Publisher publisher, List<Remark> remarks) {
        if (url.isEmpty()) {
            return null;
        }
        Optional<URI> address = address(url);
        if (address.isEmpty()) {
            remarks.add(new Remark("unknown-value", "DELIB_URL is no web address: " + url));
            return null;
        }
        return new Linked(address.get(), subject, date, DocumentKind.DELIBERATION, publisher, Map.of());
    }

    private static Optional<URI> address(String url) {
        try {
            return Optional.of(new URI(url.replace(" ", "%20"))).filter(address -> address.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static SourceDocument document(
            Source source,
            Capture capture,
            String id,
            @Nullable PartialDate date,
            Publisher publisher,
            Map<String, String> values,
            Map<String, String> metadata) {
        StringBuilder text = new StringBuilder();
        COLUMNS.forEach(column -> {
            String value = values.get(column.name());
            if (value != null) {
                text.append(column.label())
                        .append(" : ")
                        .append(value.replaceAll("\\s+", " "))
                        .append('\n');
            }
        });
        return new SourceDocument(
                SourceDocument.idOf(source.url().toString(), id),
                source.id(),
                capture,
                id,
                DocumentKind.DELIBERATION,
                values.get("DELIB_OBJET"),
                date,
                publisher,
                TextOutcome.TEXT,
                null,
                text.toString(),
                List.of(),
                List.of(),
                metadata);
    }
}
