package vigie.reports.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.DocumentKind;
import vigie.model.Json;
import vigie.model.ReviewState;
import vigie.model.Stage;

class ExportsTest {

    /** A formula, quotes, line breaks, NUL, text from right to left, half a character, a megabyte. */
    private static final String HOSTILE =
            "=HYPERLINK(\"http://evil\"),'x'\r\n\"dit\";=1 \0 \u202Eabc\u202C \uD83D fin " + "long ".repeat(200_000);

    private static final JsonMapper JSON = Json.mapper();

    @TempDir
    private Path folder;

    private Path seeds;

    @BeforeEach
    void makeFolders() throws IOException {
        seeds = Files.createDirectory(folder.resolve("seeds"));
    }

    @ParameterizedTest
    @EnumSource
    void sameFactsGiveTheSameBytes(Format format) throws IOException {
        assertThat(bytes(SampleWorld.usual(), format, "one"))
                .isNotEmpty()
                .isEqualTo(bytes(SampleWorld.usual(), format, "two"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftBesideWhatWasWritten(Format format) throws IOException {
        Path out = folder.resolve("out");
        SampleWorld.usual().export(format, out.resolve(format.file()), seeds);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).containsExactly(out.resolve(format.file()));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OCDS")
    void nothingToExportGivesAFileThatCanBeRead(Format format) throws IOException {
        assertThat(bytes(new SampleWorld(), format, "none")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesOfPeopleAndRejectedDeploymentsStayInside(Format format) throws IOException {
        SampleWorld world = SampleWorld.usual();
        Claim wrong = world.claim(
                SampleWorld.SONGES,
                world.document("wrong", DocumentKind.PRESSE, "Fausse piste", null),
                "pose-facile",
                Stage.ENDED,
                null,
                "Fausse piste.");
        Deployment rejected = world.deployment(
                SampleWorld.SONGES, "pose-facile", null, Stage.ENDED, ReviewState.REJECTED, List.of(wrong));
        String all = switch (format) {
            case PARQUET -> parquet(world).toString();
            case CSV -> csv(world).toString();
            default -> String.join("\n", bytes(world, format, "masked").values());
        };
        assertThat(all).doesNotContain("Tartempion", "Fausse piste", rejected.id(), wrong.id());
    }

    @Test
    void csvGivesBackWhatWasWritten() throws IOException {
        Map<String, List<NamedCsvRecord>> tables = csv(SampleWorld.usual());
        NamedCsvRecord first = table(tables, "deployments").get(0);
        assertThat(first.getField("commune")).isEqualTo("Roquebelle-sur-Brume");
        assertThat(first.getField("amount")).isEqualTo("63200.5");
        assertThat(first.getField("amount_least")).isEqualTo("20000");
        assertThat(first.getField("review")).isEqualTo("accepted");
        assertThat(table(tables, "communes").get(0).getField("longitude")).isEqualTo("-1.5");
        assertThat(table(tables, "contracts").get(0).getField("price_least")).isEqualTo("20000");
        assertThat(table(tables, "contract_amounts"))
                .extracting(sum -> sum.getField("amount_least"))
                .containsExactly("20000", "");
        NamedCsvRecord unknown = table(tables, "deployments").get(1);
        assertThat(List.of("vendor", "amount", "currency", "vat"))
                .allSatisfy(column -> assertThat(unknown.getField(column)).isEmpty());
    }

    @Test
    void parquetHasTheRowsOfCsvWithTheirTypes() throws IOException {
        Map<String, List<NamedCsvRecord>> csv = csv(SampleWorld.usual());
        Map<String, ParquetTable> parquet = parquet(SampleWorld.usual());
        assertThat(parquet.keySet()).isEqualTo(csv.keySet());
        for (Table<?> table : Tables.all()) {
            ParquetTable read = Objects.requireNonNull(parquet.get(table.name()));
            assertThat(read.schema().getFields().stream()
                            .map(field -> field.getName() + " "
                                    + field.asPrimitiveType().getPrimitiveTypeName()))
                    .isEqualTo(table.columns().stream()
                            .map(column -> column.name() + " " + stored(column.kind()))
                            .toList());
            assertThat(read.rows().stream().map(ExportsTest::text))
                    .as(table.name())
                    .isNotEmpty()
                    .isEqualTo(table(csv, table.name()).stream()
                            .map(NamedCsvRecord::getFields)
                            .toList());
            assertThat(read.about()).containsKeys("license", "attribution", "index", "made");
        }
    }

    @Test
    void parquetKeepsHostileTextAsItIs() throws IOException {
        ParquetTable claims = Objects.requireNonNull(parquet(hostile()).get("claims"));
        assertThat(claims.rows().get(0)).contains(HOSTILE.replace('\uD83D', '\uFFFD'));
    }

    @Test
    void dataPackageDescribesTheFilesAsTheyAre() throws IOException {
        Map<String, List<NamedCsvRecord>> tables = csv(SampleWorld.usual());
        JsonNode described =
                JSON.readTree(folder.resolve("csv/datapackage.json").toFile());
        assertThat(described.at("/licenses/0/name").textValue()).isEqualTo("etalab-2.0");
        assertThat(described.get("sources")).isNotEmpty();
        assertThat(described.get("resources")).hasSize(tables.size());
        Map<String, Set<String>> keys = new HashMap<>();
        for (JsonNode resource : described.get("resources")) {
            String table = resource.get("path").textValue().replace(".csv", "");
            List<String> names = resource.at("/schema/fields").findValuesAsText("name");
            List<NamedCsvRecord> rows = Objects.requireNonNull(tables.get(table));
            assertThat(rows)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.getHeader()).isEqualTo(names));
            keys.put(resource.get("name").textValue(), values(rows, names.get(0)));
        }
        for (JsonNode resource : described.get("resources")) {
            List<NamedCsvRecord> rows = Objects.requireNonNull(
                    tables.get(resource.get("path").textValue().replace(".csv", "")));
            for (JsonNode foreign : resource.at("/schema/foreignKeys")) {
                assertThat(keys.get(foreign.at("/reference/resource").textValue()))
                        .as("%s of %s", foreign, resource.get("name"))
                        .containsAll(values(rows, foreign.get("fields").textValue()));
            }
        }
    }

    @Test
    void csvCarriesHostileTextHarmlessly() throws IOException {
        NamedCsvRecord claim = table(csv(hostile()), "claims").get(0);
        assertThat(claim.getField("quote"))
                .startsWith("'=HYPERLINK")
                .contains("\";'=1 \uFFFD ", "\u202Eabc", "\uFFFD fin")
                .hasSizeGreaterThan(1_000_000);
        assertThat(table(csv(hostile()), "documents").get(0).getField("title")).isEqualTo("'@titre");
    }

    @Test
    void jsonLinesAreTheRecordsOfTheApi() throws IOException {
        List<JsonNode> lines = lines(SampleWorld.usual(), Format.JSONL);
        assertThat(lines.stream().flatMap(line -> line.findValues("because").stream()))
                .isNotEmpty()
                .allSatisfy(reasons -> assertThat(reasons.path(0).textValue()).startsWith("parce que : "));
        assertThat(lines.stream().map(line -> line.get("type").textValue()))
                .containsExactly("about", "deployment", "claim", "claim", "claim", "deployment", "claim");
        JsonNode deployment = lines.get(1);
        assertThat(deployment.get("vendor").textValue()).isEqualTo("milestone");
        assertThat(lines.get(2).get("deployment")).isEqualTo(deployment.get("id"));
        assertThat(lines.get(5).get("vendor").isNull()).isTrue();
        assertThat(lines.get(4).at("/evidence/quote").textValue()).startsWith("Mme […] dit");
        assertThat(lines(hostile(), Format.JSONL).get(2).at("/evidence/quote").textValue())
                .isEqualTo(HOSTILE.replace('\uD83D', '\uFFFD'));
    }

    @Test
    void geoJsonHasAPointPerTownLongitudeFirst() throws IOException {
        JsonNode map = json(SampleWorld.usual(), Format.GEOJSON);
        JsonSchema schema = schema("geojson-feature-collection.json", SpecVersion.VersionFlag.V7);
        assertThat(schema.validate(map)).isEmpty();
        assertThat(schema.validate(json(hostile(), Format.GEOJSON))).isEmpty();
        assertThat(map.get("type").textValue()).isEqualTo("FeatureCollection");
        JsonNode town = map.at("/features/0");
        assertThat(town.at("/geometry/coordinates").toString()).isEqualTo("[-1.5,45.25]");
        assertThat(town.at("/properties/precision").textValue()).isEqualTo("place");
        assertThat(town.at("/properties/stage").textValue()).isEqualTo("in-use");
        assertThat(town.at("/properties/Entreprises").textValue()).isEqualTo("Milestone Fictive");
        assertThat(map.at("/features/1/geometry").isNull()).isTrue();
        assertThat(map.at("/features/1/properties/Depuis").textValue()).isEqualTo("2023");
        assertThat(json(new SampleWorld(), Format.GEOJSON).get("features")).isEmpty();
    }

    @Test
    void whatIsAtWorkInATownIsNotHiddenByWhatIsSuspendedRejectedOrOver() throws IOException {
        for (Stage stage : List.of(Stage.MENTIONED, Stage.SUSPENDED, Stage.ENDED, Stage.REJECTED)) {
            JsonNode town = json(SampleWorld.inUseBeside(stage), Format.GEOJSON).at("/features/0/properties");
            assertThat(town.get("stage").textValue()).as(stage.id()).isEqualTo("in-use");
        }
    }

    /** What the guide gives people to paste. */
    private static String shownQuery() throws IOException {
        String guide = Files.readString(Path.of(System.getProperty("vigie.root", ".."), "docs/how-to/exports.md"));
        int start = guide.indexOf("```sql\n") + "```sql\n".length();
        return guide.substring(start, guide.indexOf("```", start));
    }

    @Test
    void sqliteHasItsKeysViewsAndFullText() throws IOException, SQLException {
        SampleWorld.usual().export(Format.SQLITE, folder.resolve("db"), seeds);
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("db/vigie.sqlite"))) {
            assertThat(ask(database, "PRAGMA foreign_key_check")).isEmpty();
            assertThat(ask(database, "PRAGMA integrity_check")).containsExactly("ok");
            assertThat(ask(database, "SELECT vendor FROM deployments_named ORDER BY insee"))
                    .containsExactly("Milestone Fictive", null);
            assertThat(ask(database, "SELECT count(*) FROM claims_proven")).containsExactly("4");
            assertThat(ask(
                            database,
                            "SELECT c.quote FROM claims_fts f JOIN claims c ON c.rowid = f.rowid"
                                    + " WHERE claims_fts MATCH 'cameras intelligentes'"))
                    .containsExactly("Des caméras intelligentes.");
            assertThat(ask(database, shownQuery().replace("analyse images", "cameras intelligentes")))
                    .hasSize(1);
            assertThat(ask(database, "SELECT typeof(amount) FROM deployments ORDER BY insee"))
                    .containsExactly("real", "null");
            assertThat(ask(
                            database,
                            "SELECT name FROM sqlite_master WHERE rootpage = 0"
                                    + " AND sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"claims\"%'"))
                    .as("what Datasette asks to find the full text of a table")
                    .containsExactly("claims_fts");
            JsonNode tables =
                    JSON.readTree(folder.resolve("db/metadata.json").toFile()).at("/databases/vigie/tables");
            for (Map.Entry<String, JsonNode> table : tables.properties()) {
                List<String> columns = ask(database, "SELECT name FROM pragma_table_info('" + table.getKey() + "')");
                assertThat(columns).as(table.getKey()).isNotEmpty();
                table.getValue()
                        .path("facets")
                        .forEach(facet -> assertThat(columns).contains(facet.textValue()));
            }
        }
        JsonNode shown = JSON.readTree(folder.resolve("db/metadata.json").toFile());
        assertThat(shown.at("/databases/vigie/tables/claims/columns/quote").textValue())
                .isNotBlank();
        assertThat(shown.get("license").textValue()).contains("Licence Ouverte");
    }

    @Test
    void sqliteTakesHostileText() throws IOException, SQLException {
        hostile().export(Format.SQLITE, folder.resolve("db"), seeds);
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("db/vigie.sqlite"))) {
            assertThat(ask(database, "SELECT quote FROM claims"))
                    .containsExactly(HOSTILE.replace('\uD83D', '\uFFFD').replace('\0', '\uFFFD'));
        }
    }

    @Test
    void releasesAreValidAndSayNoMoreThanIsKnown() throws IOException {
        JsonNode released = json(SampleWorld.usual(), Format.OCDS);
        assertThat(ocds().validate(released)).isEmpty();
        JsonNode known = released.at("/releases/0");
        assertThat(known.get("tag").toString()).isEqualTo("[\"award\",\"contract\",\"contractAmendment\"]");
        assertThat(known.at("/awards/0/value/amount").decimalValue()).isEqualByComparingTo("63200.5");
        assertThat(known.at("/awards/0/suppliers/0/id").textValue()).isEqualTo("FR-INSEE-732829320");
        assertThat(known.at("/contracts/0/period/endDate").textValue()).isEqualTo("2028-05-05T00:00:00Z");
        assertThat(known.at("/contracts/0/amendments/0").has("date")).isFalse();
        assertThat(known.at("/tender/documents/0/documentType").textValue()).isEqualTo("awardNotice");
        JsonNode vague = released.at("/releases/1");
        assertThat(vague.get("tag").toString()).isEqualTo("[\"tender\"]");
        assertThat(vague.has("awards")).isFalse();
        assertThat(vague.at("/parties/0/additionalIdentifiers/0/id").textValue())
                .isEqualTo("73282932000074");
    }

    @Test
    void releasesCarryTheCodesOfWhatIsBoughtAndTheNumberOfTheAct() throws IOException {
        JsonNode known = json(SampleWorld.usual(), Format.OCDS).at("/releases/0");
        for (JsonNode item : List.of(known.at("/tender/items/0"), known.at("/contracts/0/items/0"))) {
            assertThat(item.at("/classification").toString()).isEqualTo("{\"scheme\":\"CPV\",\"id\":\"32323500\"}");
            assertThat(item.at("/additionalClassifications/0/id").textValue()).isEqualTo("48000000");
        }
        assertThat(known.at("/tender/documents/0/description").textValue()).isEqualTo("Acte n° 2024-031");
    }

    @Test
    void entitiesCarryTheCodesOfWhatIsBoughtAndTheNumberOfTheAct() throws IOException {
        List<JsonNode> entities = lines(SampleWorld.usual(), Format.FTM);
        assertThat(entities)
                .filteredOn(entity -> entity.get("schema").textValue().equals("Contract"))
                .extracting(entity -> entity.at("/properties/classification").toString())
                .contains("[\"32323500\",\"48000000\"]");
        assertThat(entities)
                .filteredOn(entity -> entity.get("schema").textValue().equals("Note"))
                .extracting(entity -> entity.at("/properties/keywords").toString())
                .anyMatch(keywords -> keywords.contains("act:2024-031") && keywords.contains("cpv:32323500"));
    }

    /** What the standard's reference says beside its schema. */
    @Test
    void releasesKeepTheRulesThatNoSchemaSays() throws IOException {
        JsonNode released = json(SampleWorld.usual(), Format.OCDS);
        assertThat(released.get("releases").findValuesAsText("ocid")).doesNotHaveDuplicates();
        Set<String> ids = new HashSet<>();
        for (JsonNode release : released.get("releases")) {
            assertThat(ids.add(release.get("id").textValue())).isTrue();
            assertThat(release.get("date").textValue())
                    .isLessThanOrEqualTo(released.get("publishedDate").textValue());
            Set<String> tags = new HashSet<>();
            release.get("tag").forEach(tag -> tags.add(tag.textValue()));
            assertThat(release.has("awards")).isEqualTo(tags.contains("award"));
            assertThat(release.has("contracts")).isEqualTo(tags.contains("contract"));
            List<String> awards = own(release.path("awards"), "id");
            release.path("contracts")
                    .forEach(contract ->
                            assertThat(awards).contains(contract.get("awardID").textValue()));
            for (String list : List.of("documents", "parties", "amendments")) {
                release.findValues(list)
                        .forEach(entries -> assertThat(own(entries, "id")).doesNotHaveDuplicates());
            }
        }
    }

    private static List<String> own(JsonNode entries, String field) {
        List<String> values = new ArrayList<>();
        entries.forEach(entry -> values.add(entry.path(field).textValue()));
        return values;
    }

    @Test
    void everyReferenceOfAReleaseLeadsToAParty() throws IOException {
        for (JsonNode release : json(SampleWorld.usual(), Format.OCDS).get("releases")) {
            List<String> parties = release.get("parties").findValuesAsText("id");
            assertThat(parties).contains(release.at("/buyer/id").textValue());
            release.findValues("suppliers")
                    .forEach(suppliers -> assertThat(parties).containsAll(suppliers.findValuesAsText("id")));
        }
    }

    @Test
    void anOddContractMakesAValidReleaseToo() throws IOException {
        JsonNode released = json(SampleWorld.odd(), Format.OCDS);
        assertThat(ocds().validate(released)).isEmpty();
        JsonNode release = released.at("/releases/0");
        assertThat(release.get("parties")).hasSize(1);
        assertThat(release.at("/parties/0/roles").toString()).isEqualTo("[\"buyer\",\"supplier\"]");
        assertThat(release.at("/awards/0").has("value")).isFalse();
        assertThat(release.at("/contracts/0/description").textValue()).contains("ABC");
        assertThat(release.at("/tender/documents/0/url").textValue())
                .isEqualTo("https://mairie.example/march%C3%A9?n=1#%C3%A9");
        assertThat(release.at("/tender/documents/1").has("url")).isFalse();
    }

    @Test
    void noPackageIsWrittenWithoutARelease() throws IOException {
        assertThat(new SampleWorld().export(Format.OCDS, folder.resolve("none"), seeds))
                .isEmpty();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void entitiesAreOfTheModelAndReferToEachOther() throws IOException {
        FtmModel model = FtmModel.load();
        List<JsonNode> entities = lines(SampleWorld.usual(), Format.FTM);
        assertThat(model.faults(entities)).isEmpty();
        assertThat(entities.stream()
                        .map(entity -> entity.get("schema").textValue())
                        .distinct())
                .contains(
                        "PublicBody", "Company", "Project", "Note", "Document", "Mention", "Contract", "ContractAward");
        assertThat(model.faults(lines(hostile(), Format.FTM))).isEmpty();
        assertThat(lines(new SampleWorld(), Format.FTM)).isEmpty();
    }

    @Test
    void severalFilesFitIntoOneZip() throws IOException {
        Path zip = folder.resolve("all.zip");
        assertThat(SampleWorld.usual().export(Format.CSV, zip, seeds)).containsExactly(zip);
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            assertThat(packed.getEntry("claims.csv")).isNotNull();
            assertThat(packed.getEntry("datapackage.json")).isNotNull();
        }
    }

    private static SampleWorld hostile() {
        return SampleWorld.quoting(HOSTILE, "@titre", "https://mairie.example/a?x=%22%3E%3Cscript%3E");
    }

    private Map<String, String> bytes(SampleWorld world, Format format, String name) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Path file : world.export(format, folder.resolve(name), seeds)) {
            String key = format.isFolder() ? file.getFileName().toString() : "file";
            all.put(key, Files.readString(file, ISO_8859_1));
        }
        return all;
    }

    private Map<String, List<NamedCsvRecord>> csv(SampleWorld world) throws IOException {
        Map<String, List<NamedCsvRecord>> tables = new TreeMap<>();
        for (Path file : world.export(Format.CSV, folder.resolve("csv"), seeds)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".csv")) {
                try (CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().maxBufferSize(8 << 20).ofNamedCsvRecord(file)) {
                    tables.put(name.replace(".csv", ""), rows.stream().toList());
                }
            }
        }
        return tables;
    }

    private Map<String, ParquetTable> parquet(SampleWorld world) throws IOException {
        Map<String, ParquetTable> tables = new TreeMap<>();
        for (Path file : world.export(Format.PARQUET, folder.resolve("parquet"), seeds)) {
            tables.put(file.getFileName().toString().replace(".parquet", ""), ParquetTable.read(file));
        }
        return tables;
    }

    private static String stored(Column.Kind kind) {
        return switch (kind) {
            case TEXT, DATE, INSTANT -> "BINARY";
            case INTEGER -> "INT64";
            case NUMBER -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    /** A row as CSV has it: null is empty, a number is written without an exponent. */
    private static List<String> text(List<@Nullable Object> row) {
        return row.stream()
                .map(cell -> cell instanceof Double number
                        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                        : Objects.toString(cell, ""))
                .toList();
    }

    private static List<NamedCsvRecord> table(Map<String, List<NamedCsvRecord>> tables, String name) {
        return Objects.requireNonNull(tables.get(name));
    }

    private static Set<String> values(List<NamedCsvRecord> rows, String column) {
        Set<String> values = new HashSet<>();
        rows.forEach(row -> values.add(row.getField(column)));
        values.remove("");
        return values;
    }

    private JsonNode json(SampleWorld world, Format format) throws IOException {
        return JSON.readTree(Files.readString(
                world.export(format, folder.resolve("one"), seeds).get(0), UTF_8));
    }

    private List<JsonNode> lines(SampleWorld world, Format format) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(
                world.export(format, folder.resolve("lines"), seeds).get(0))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static JsonSchema ocds() throws IOException {
        return schema("ocds-1.1-profile.json", SpecVersion.VersionFlag.V4);
    }

    private static JsonSchema schema(String file, SpecVersion.VersionFlag version) throws IOException {
        try (InputStream schema = ExportsTest.class.getResourceAsStream(file)) {
            return JsonSchemaFactory.getInstance(version)
                    .getSchema(
                            Objects.requireNonNull(schema),
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
        }
    }

    private static List<String> ask(Connection database, String question) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
