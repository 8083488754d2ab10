package vigie.reports.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.reports.export.Column.Kind;

/** An SQLite database with keys, indexes, views and full text over quotes, and what Datasette shows beside it. */
final class SqliteExport implements Export {

    static final String FILE = "vigie.sqlite";

    private static final Map<Kind, String> TYPES = Map.of(
            Kind.TEXT, "TEXT",
            Kind.DATE, "TEXT",
            Kind.INSTANT, "TEXT",
            Kind.INTEGER, "INTEGER",
            Kind.NUMBER, "REAL",
            Kind.BOOLEAN, "INTEGER");

    /** Nothing else reads the file before it is whole: no journal, no waiting for the disk. */
    private static final List<String> BEGIN = List.of(
            "PRAGMA page_size = 4096",
            "PRAGMA journal_mode = OFF",
            "PRAGMA synchronous = OFF",
            "PRAGMA foreign_keys = OFF",
            "BEGIN");

    private static final List<String> VIEWS = List.of("""
            CREATE VIEW deployments_named AS
            SELECT d.id, d.commune, c.departement_name AS departement, c.region_name AS region, d.technology,
                   v.name AS vendor, d.product, i.name AS integrator, d.stage, d.modality, d.since, d.amount, d.amount_least,
                   d.currency, d.vat, d.confidence, d.review, d.contradicted, d.claims, d.insee, c.population, c.latitude, c.longitude
            FROM deployments d JOIN communes c ON c.insee = d.insee
                 LEFT JOIN vendors v ON v.id = d.vendor LEFT JOIN vendors i ON i.id = d.integrator""", """
            CREATE VIEW claims_proven AS
            SELECT k.id, c.name AS commune, k.technology, v.name AS vendor, k.stage, k.modality, k.date, k.confidence,
                   k.review, k.quote, k.page, o.title AS document_title, o.source_name AS source, k.url, k.fetched, k.sha256,
                   k.deployment, k.document
            FROM claims k JOIN communes c ON c.insee = k.insee JOIN documents o ON o.id = k.document
                 LEFT JOIN vendors v ON v.id = k.vendor""");

    /**
     * Found by words, with or without accents; the text itself stays in {@code claims}. Datasette looks for
     * {@code content} in double quotes to tell which table it searches.
     */
    private static final List<String> FULL_TEXT = List.of(
            "CREATE VIRTUAL TABLE claims_fts USING fts5(quote, content=\"claims\","
                    + " tokenize='unicode61 remove_diacritics 2')",
            "INSERT INTO claims_fts(claims_fts) VALUES('rebuild')",
            "INSERT INTO claims_fts(claims_fts) VALUES('optimize')");

    @Override
    public void write(Towns towns, About about, Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            run(connection, BEGIN);
            for (Table<?> table : Tables.all()) {
                run(connection, List.of(create(table)));
            }
            fill(connection, towns);
            run(connection, about(about));
            for (Table<?> table : Tables.all()) {
                run(connection, indexes(table));
            }
            run(connection, VIEWS);
            run(connection, FULL_TEXT);
            run(connection, List.of("COMMIT", "ANALYZE"));
        } catch (SQLException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        new DatasetteMetadata(about).write(folder.resolve("metadata.json"));
    }

    private static String create(Table<?> table) {
        List<String> lines = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            String references = column.references() == null
                    ? ""
                    : " REFERENCES " + column.references() + "("
                            + Tables.named(column.references()).key().get(0) + ")";
            boolean key = table.key().contains(column.name());
            lines.add(column.name() + " " + TYPES.get(column.kind()) + (key ? " NOT NULL" : "") + references);
        }
        lines.add("PRIMARY KEY (" + String.join(", ", table.key()) + ")");
        return "CREATE TABLE " + table.name() + " (\n  " + String.join(",\n  ", lines) + "\n)";
    }

    /** One for each column by which people look rows up: those that hold keys of other tables, and vocabularies. */
    private static List<String> indexes(Table<?> table) {
        return table.columns().stream()
                .filter(column -> column.references() != null || column.name().equals("stage"))
                .filter(column -> !column.name().equals(table.key().get(0)))
                .map(column -> "CREATE INDEX " + table.name() + "_" + column.name() + " ON " + table.name() + "("
                        + column.name() + ")")
                .toList();
    }

    private static void fill(Connection connection, Towns towns) throws IOException, SQLException {
        List<Filling> open = new ArrayList<>();
        try {
            for (Table<?> table : Tables.all()) {
                open.add(new Filling(connection.prepareStatement(insert(table)), table.cells()));
            }
            towns.each(town -> {
                for (Filling filling : open) {
                    filling.add(town);
                }
            });
        } finally {
            for (Filling filling : open) {
                filling.insert().close();
            }
        }
    }

    private static String insert(Table<?> table) {
        String places = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO " + table.name() + " VALUES (" + places + ")";
    }

    private record Filling(PreparedStatement insert, Table<?>.Cells cells) {

        void add(Town town) throws IOException {
            try {
                for (List<@Nullable Object> row : cells.of(town)) {
                    for (int i = 0; i < row.size(); i++) {
                        insert.setObject(i + 1, value(row.get(i)));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            } catch (SQLException e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        /** SQL functions stop at NUL, so it becomes U+FFFD. */
        private static @Nullable Object value(@Nullable Object cell) {
            return cell instanceof String text ? text.replace('\0', '\uFFFD') : cell;
        }
    }

    private static List<String> about(About about) {
        return List.of(
                "CREATE TABLE about (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
                fact("title", About.TITLE),
                fact("made", about.made().toString()),
                fact("version", about.version()),
                fact("index", about.index()),
                fact("license", About.LICENSE.title()),
                fact("license_url", About.LICENSE.url()),
                fact("attribution", About.ATTRIBUTION));
    }

    private static String fact(String name, String value) {
        return "INSERT INTO about VALUES ('" + name + "', '" + value.replace("'", "''") + "')";
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
