package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vigie.cli.demo.WorldServer;
import vigie.indexer.index.IndexContent;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Json;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;
import vigie.model.WarcPosition;
import vigie.model.archive.Archive;
import vigie.model.id.Digest;

/** The whole way over the sample world: crawled once, then asked, run again, rebuilt. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldIT {

    private static final String VAL_MOREAU = "Val-Moreau-l'Imaginaire";

    private static final List<List<String>> REPORTS = List.of(
            List.of("city", "99001"), List.of("vendor", "briefcam"), List.of("departement", "99"), List.of("national"));

    private WorldServer world;
    private Collection collection;
    private Ran first;
    private JsonNode firstRun;

    @BeforeAll
    void crawlAndIndex(@TempDir Path folder) throws IOException {
        world = new WorldServer();
        collection = new Collection(folder.resolve("data"), world.seeds(folder.resolve("seeds")));
        first = collection.vigie("run");
        assertThat(first.exit()).as(first.err()).isZero();
        firstRun = collection.lastRun();
    }

    @AfterAll
    void close() {
        world.close();
    }

    // ---- what is found ------------------------------------------------------------------------------------------

    @Test
    void valMoreauUsesBriefcamThroughSnef() {
        JsonNode found = deployment("99001", "vsa", "briefcam");
        assertThat(found.path("stage").asText()).isEqualTo("in-use");
        assertThat(found.path("modality").asText()).isEqualTo("asserted");
        assertThat(found.path("integrator").asText()).isEqualTo("snef");
        assertThat(found.path("since").asText()).isEqualTo("2024-01-15");
        assertThat(found.at("/amount/value").asDouble()).isEqualTo(63_200);
        assertThat(found.path("timeline")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void actAndNoticeOfValMoreauAreOneContract(@TempDir Path out) throws IOException {
        JsonNode found = deployment("99001", "vsa", "briefcam");
        assertThat(found.path("contracts")).hasSize(1);
        JsonNode contract = found.at("/contracts/0");
        assertThat(contract.path("number").asText()).isEqualTo("2023-07");
        assertThat(contract.path("holder").asText()).isEqualTo("snef");
        assertThat(contract.path("months").asInt()).isEqualTo(48);
        assertThat(contract.path("amounts")).hasSize(1);
        assertThat(contract.path("notices")).hasSize(1);
        assertThat(contract.path("claims")).hasSize(2);
        assertThat(collection.vigie("explain", found.path("id").asText()).out())
                .contains("Marchés :", "n° 2023-07", "même acheteur, même entreprise, même prix");
        collection.vigie("report", "city", "99001", "--format", "html,md,json", "--out", out.toString());
        assertThat(Files.readString(out.resolve("val-moreau-l-imaginaire-99001.html")))
                .contains("id=\"contracts\"", "n° 2023-07", "48 mois");
        assertThat(Files.readString(out.resolve("val-moreau-l-imaginaire-99001.md")))
                .contains("## Marchés");
    }

    @Test
    void roquebelleEndedItsTrialOfTwoI() {
        JsonNode found = deployment("99002", "vsa", "two-i");
        assertThat(found.path("stage").asText()).isEqualTo("ended");
        assertThat(found.path("since").asText()).startsWith("2021-12");
        assertThat(found.path("timeline").findValuesAsText("stage")).containsAnyOf("trial", "approved");
    }

    @Test
    void saintAubinApprovedWintics() {
        JsonNode found = deployment("99003", "vsa", "wintics");
        assertThat(found.path("stage").asText()).isEqualTo("approved");
        assertThat(found.at("/amount/vat").asText()).isEqualTo("TTC");
    }

    @Test
    void pontLetoileUsesNothingOfVidetics() {
        JsonNode found = deployment("99004", "vsa", "videtics");
        assertThat(found.path("stage").asText() + " " + found.path("modality").asText())
                .containsAnyOf("rejected", "negated");
        assertThat(stages("99004")).doesNotContain("in-use asserted", "awarded asserted", "approved asserted");
    }

    @Test
    void mirecombeTriesXxiiButKingsAndArticlesOfThatNumberAreNone() {
        JsonNode found = deployment("99005", "vsa", "xxii");
        assertThat(found.path("stage").asText()).isIn("approved", "awarded", "trial");
        assertThat(claimsOf(found))
                .isNotEmpty()
                .allSatisfy(
                        claim -> assertThat(claim.at("/evidence/url").asText()).doesNotContain("histoire"));
    }

    @Test
    void comparisonWithAnotherTownIsNoClaimAboutEither() {
        assertThat(deployments("99006"))
                .extracting(found -> found.path("technology").asText())
                .doesNotContain("vsa");
        assertThat(claimsOf(deployment("99001", "vsa", "briefcam")))
                .extracting(claim -> claim.at("/evidence/url").asText())
                .noneMatch(url -> url.contains("trois-lanternes"));
    }

    @Test
    void fontclaireVotedEvitechDown() {
        assertThat(deployment("99007", "vsa", "evitech").path("stage").asText()).isEqualTo("rejected");
        assertThat(stages("99007")).containsOnly("rejected asserted");
    }

    @Test
    void portMirageDeniesAnalysisAndUsesPlateReaders() {
        JsonNode denied = deployment("99009", "vsa", "");
        assertThat(denied.path("stage").asText()).isEqualTo("in-use");
        assertThat(denied.path("modality").asText()).isEqualTo("negated");
        JsonNode plates = deployment("99009", "lapi", "");
        assertThat(plates.path("stage").asText()).isEqualTo("in-use");
        assertThat(plates.path("modality").asText()).isEqualTo("asserted");
        assertThat(plates.path("since").asText()).isEqualTo("2022");
    }

    @Test
    void nothingIsSaidOfTownsThatSayNothing() {
        assertThat(deployments("99008")).isEmpty();
        assertThat(deployments("99010")).isEmpty();
    }

    // ---- what is read -------------------------------------------------------------------------------------------

    @Test
    void everyDocumentHasOneOutcome() throws IOException {
        Map<String, TextOutcome> odd = collection.documents().values().stream()
                .filter(document -> document.outcome() != TextOutcome.TEXT)
                .collect(Collectors.toMap(
                        document -> document.capture().url().replaceFirst(".*/", ""), SourceDocument::outcome));
        assertThat(odd)
                .containsOnly(
                        Map.entry("arrete-2024-07.pdf", TextOutcome.NO_TEXT),
                        Map.entry("deliberation-2024-15.pdf", TextOutcome.NO_TEXT),
                        Map.entry("coffre.pdf", TextOutcome.NEEDS_PASSWORD),
                        Map.entry("coupe.pdf", TextOutcome.FAILED));
        assertThat(Files.readString(collection.data().issues()))
                .contains("no-text-layer", "needs-password", "document-failed", "source-unreachable");
    }

    @Test
    void latin1AndOfficeDocumentsKeepTheirAccents() throws IOException {
        Map<String, SourceDocument> documents = collection.documents();
        assertThat(text(documents, "saint-aubin.localhost", "/conseil")).contains("Réfection");
        assertThat(text(documents, "saint-aubin.localhost", "cr_2023_09.odt")).contains("l'acquisition", "Wintics");
        assertThat(text(documents, "pont-letoile.localhost", "PV-2024-05-16.docx"))
                .contains("déclare sans suite");
        assertThat(text(documents, "roquebelle.localhost", "telechargement.php"))
                .contains("conseil");
    }

    @Test
    void whatRobotsTxtExcludesIsNeverAskedFor() throws IOException {
        assertThat(world.asked()).noneMatch(address -> address.contains("/prive/"));
        assertThat(collection.attempts())
                .filteredOn(attempt -> attempt.url().contains("/prive/"))
                .isNotEmpty()
                .extracting(Attempt::outcome)
                .containsOnly(AttemptOutcome.REFUSED);
        assertThat(deployments("99005"))
                .extracting(found -> found.path("vendor").asText())
                .doesNotContain("briefcam");
    }

    @Test
    void privateAddressesAreNeverContacted() throws IOException {
        assertThat(collection.documents().keySet()).noneMatch(url -> url.contains("169.254") || url.contains("10.0.0"));
        assertThat(collection.attempts())
                .filteredOn(attempt ->
                        attempt.url().contains("169.254") || attempt.url().contains("10.0.0.5"))
                .extracting(Attempt::outcome)
                .allMatch(outcome -> outcome == AttemptOutcome.REFUSED);
        assertThat(collection.attempts())
                .filteredOn(attempt -> attempt.outcome() == AttemptOutcome.FETCHED)
                .extracting(attempt -> java.net.URI.create(attempt.url()).getHost())
                .allMatch(host -> host.endsWith(".localhost"));
    }

    @Test
    void calendarWithoutEndIsLeftAfterSomePages() {
        assertThat(world.asked().stream()
                        .filter(address -> address.contains("/agenda"))
                        .count())
                .isBetween(1L, 120L);
    }

    @Test
    void deadSiteIsToldInStatusAndReport(@TempDir Path out) throws IOException {
        assertThat(first.err()).contains("combe-perdue");
        assertThat(line(collection.vigie("status").out(), "combe-perdue")).contains("injoignable");
        collection.vigie("report", "city", "99010", "--out", out.toString());
        assertThat(Files.readString(out.resolve("combe-perdue-99010.html")))
                .contains("injoignable", "Aucun document n’a été lu", "Ne rien trouver ne prouve pas");
    }

    @Test
    void coverageTellsTheMonthsOfATown() {
        Ran ran = collection.vigie("coverage", "--commune", "Brignac-l'Inventé");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Brignac-l'Inventé (99008)", "janv", "déc", "illisibles");
        JsonNode scans = collection
                .vigie("coverage", "--commune", "99008", "--format", "json")
                .json()
                .at("/sources/0");
        assertThat(scans.findValues("noText").stream().mapToInt(JsonNode::asInt).sum())
                .isEqualTo(2);
        JsonNode town = collection
                .vigie("coverage", "--commune", "99001", "--source", "val-moreau", "--format", "json")
                .json();
        assertThat(town.at("/commune/insee").asText()).isEqualTo("99001");
        assertThat(town.path("sources")).hasSize(1);
        assertThat(month(town, "2024-02").path("state").asText()).isEqualTo("read");
        assertThat(month(town, "2024-02").at("/counts/read").asInt()).isPositive();
        JsonNode dead = collection
                .vigie("coverage", "--commune", "99010", "--format", "json")
                .json();
        assertThat(dead.at("/sources/0/months").findValuesAsText("state")).containsOnly("unreachable");
    }

    @Test
    void coverageTellsWhatIsNearestToAWrongName() {
        List<String> csv = collection
                .vigie("coverage", "--source", "val-moreau", "--format", "csv")
                .out()
                .lines()
                .toList();
        assertThat(csv.get(0)).isEqualTo("source,name,month,read,no_text,unreadable,blocked,unreachable");
        assertThat(csv)
                .filteredOn(line -> line.contains(",2023-06,"))
                .singleElement()
                .asString()
                .startsWith("val-moreau,Site de Val-Moreau-l'Imaginaire,2023-06,");
        assertThat(collection.vigie("explain", "c-0000", "--format", "csv").exit())
                .as("no form that it does not have")
                .isEqualTo(Main.USAGE);
        assertThat(collection.vigie("explain", "c-0000", "--format", "csv").err())
                .contains("text, json");
        assertThat(collection.vigie("coverage").exit()).isEqualTo(Main.USAGE);
        Ran commune = collection.vigie("coverage", "--commune", "Fontclaire-le-Revet");
        assertThat(commune.exit()).isEqualTo(Main.USAGE);
        assertThat(commune.err()).contains("Fontclaire-le-Rêvé");
        Ran source = collection.vigie("coverage", "--source", "val-morau");
        assertThat(source.exit()).isEqualTo(Main.USAGE);
        assertThat(source.err()).contains("val-moreau");
    }

    private static JsonNode month(JsonNode coverage, String month) {
        return StreamSupport.stream(coverage.at("/sources/0/months").spliterator(), false)
                .filter(found -> found.path("month").asText().equals(month))
                .findFirst()
                .orElseThrow();
    }

    // ---- run again ----------------------------------------------------------------------------------------------

    @Test
    void secondRunReadsNothingAgain() throws IOException {
        assertThat(firstRun.at("/crawl/documents").asInt()).isGreaterThan(140);
        int before = world.asked().size();
        collection.vigie("run");
        assertNothingNew();
        // The feed, the dead site, and robots.txt at most.
        assertThat(pagesAsked(before)).isEmpty();
    }

    @Test
    void recheckAsksConditionallyAndReadsNothingAgain() throws IOException {
        Ran again = collection.vigie("run", "--recheck");
        assertThat(again.exit()).as(again.err()).isZero();
        assertNothingNew();
        assertThat(collection.lastRun().at("/crawl/notModified").asInt()).isGreaterThan(130);
    }

    @Test
    void rebuildMakesTheSameIndex() {
        String digest = IndexContent.digest(collection.data().index());
        String deployments = collection.vigie("deployments", "--format", "json").out();
        Ran rebuilt = collection.vigie("rebuild");
        assertThat(rebuilt.exit()).as(rebuilt.err()).isZero();
        assertThat(collection.vigie("deployments", "--format", "json").out()).isEqualTo(deployments);
        assertThat(IndexContent.digest(collection.data().index())).isEqualTo(digest);
    }

    @Test
    void lostCrawlStateIsMadeFromTheArchive() throws IOException {
        delete(collection.data().crawl());
        Ran rebuilt = collection.vigie("rebuild");
        assertThat(rebuilt.exit()).as(rebuilt.err()).isZero();
        int before = world.asked().size();
        collection.vigie("run");
        assertNothingNew();
        assertThat(pagesAsked(before)).isEmpty();
    }

    private void assertNothingNew() throws IOException {
        JsonNode run = collection.lastRun();
        assertThat(run.at("/crawl/documents").asInt()).isZero();
        assertThat(run.at("/index/seen").asInt()).isZero();
        assertThat(run.at("/index/indexed").asInt()).isZero();
    }

    /** What was asked of the towns' sites since; the feed has no date for "due". */
    private List<String> pagesAsked(int since) {
        return world.asked().stream()
                .skip(since)
                .filter(address -> !address.startsWith(WorldServer.FEED_HOST) && !address.endsWith("/robots.txt"))
                .toList();
    }

    @Tag("long")
    @Test
    void copyOfTheDataDirectoryIsABackup(@TempDir Path folder) throws IOException {
        String digest = IndexContent.digest(collection.data().index());
        Collection copy = new Collection(folder.resolve("all"), collection.seeds());
        copy(collection.folder(), copy.folder());
        assertThat(IndexContent.digest(copy.data().index())).isEqualTo(digest);
        assertThat(copy.vigie("deployments", "--format", "json").out())
                .isEqualTo(collection.vigie("deployments", "--format", "json").out());
        Collection archive = new Collection(folder.resolve("archive-alone"), collection.seeds());
        copy(collection.data().archive(), archive.data().archive());
        Ran rebuilt = archive.vigie("rebuild");
        assertThat(rebuilt.exit()).as(rebuilt.err()).isZero();
        assertThat(IndexContent.digest(archive.data().index())).isEqualTo(digest);
        int before = world.asked().size();
        List<String> documents = documents(archive);
        assertThat(archive.vigie("run").exit()).isZero();
        assertThat(pagesAsked(before)).isEmpty();
        // The feed's windows are asked for once more, for how far it was read is no part of the archive: nothing is
        // there twice.
        assertThat(world.asked().stream().skip(before)).anyMatch(address -> address.startsWith(WorldServer.FEED_HOST));
        assertThat(documents(archive)).isEqualTo(documents);
        assertThat(archive.vigie("deployments", "--format", "json").out())
                .isEqualTo(collection.vigie("deployments", "--format", "json").out());
    }

    /** As if the minutes of Val-Moreau had been a scan: who reads a quote sees how sure recognition was of its page. */
    @Test
    void confidenceOfRecognitionIsShownWithTheQuote(@TempDir Path folder) throws IOException {
        Collection scanned = new Collection(folder.resolve("data"), collection.seeds());
        copy(collection.data().archive(), scanned.data().archive());
        recogniseAllPages(scanned, 83);
        Ran rebuilt = scanned.vigie("rebuild");
        assertThat(rebuilt.exit()).as(rebuilt.err()).isZero();
        String claim = claimsOf(deployment("99001", "vsa", "briefcam")).stream()
                .filter(found -> found.at("/evidence/page").isInt())
                .map(found -> found.path("id").asText())
                .findFirst()
                .orElseThrow();

        assertThat(scanned.vigie("explain", claim).out()).contains("texte reconnu par OCR", "confiance 83 %");
        for (List<String> report : REPORTS) {
            Path out = folder.resolve(report.get(0));
            for (Path file : reports(scanned, report, out)) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .contains(
                                file.toString().endsWith(".json")
                                        ? "\"recognised\" : 83"
                                        : "texte reconnu par OCR, confiance 83");
            }
        }
    }

    private static List<Path> reports(Collection of, List<String> report, Path out) {
        List<String> command = new ArrayList<>(List.of("report"));
        command.addAll(report);
        command.addAll(List.of("--format", "html,md,json", "--out", out.toString()));
        Ran ran = of.vigie(command.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        List<Path> files = ran.out().lines().map(Path::of).limit(3).toList();
        assertThat(files).hasSize(3);
        return files;
    }

    private static void recogniseAllPages(Collection of, int confidence) throws IOException {
        Archive archive = Archive.open(of.data().archive(), issue -> {});
        for (String segment : archive.segments()) {
            List<SourceDocument> documents = new ArrayList<>();
            archive.documents(segment, documents::add);
            Path file = of.data().archive().resolve("documents-" + segment + ".jsonl.gz");
            try (OutputStream out = Files.newOutputStream(file)) {
                for (SourceDocument document : documents) {
                    member(out, Json.mapper().writeValueAsBytes(recognised(document, confidence)));
                }
                member(out, new byte[0]);
            }
        }
    }

    private static SourceDocument recognised(SourceDocument document, int confidence) {
        Map<String, String> metadata = new TreeMap<>(document.metadata());
        metadata.put(
                "ocr-page-confidence",
                IntStream.rangeClosed(1, document.pageStarts().size())
                        .mapToObj(page -> page + ":" + confidence)
                        .collect(Collectors.joining(",")));
        return new SourceDocument(
                document.id(),
                document.source(),
                document.capture(),
                document.locator(),
                document.kind(),
                document.title(),
                document.date(),
                document.publisher(),
                document.outcome(),
                document.cause(),
                document.text(),
                document.pageStarts(),
                document.links(),
                metadata);
    }

    private static void member(OutputStream out, byte[] content) throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
            gzip.write(content);
        }
        out.write(member.toByteArray());
    }

    /** Every document in the archive, each version of it. */
    private static List<String> documents(Collection collection) throws IOException {
        List<String> ids = new ArrayList<>();
        Archive archive = Archive.open(collection.data().archive(), issue -> {});
        for (String segment : archive.segments()) {
            archive.documents(segment, document -> ids.add(document.id()));
        }
        return ids;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    // ---- is all well? -----------------------------------------------------------------------------------------

    @Test
    void healthTellsTheDeadSite() {
        Ran health = collection.vigie("status", "--health");
        assertThat(health.exit()).isEqualTo(Main.PARTLY);
        assertThat(line(health.out(), "combe-perdue")).contains("n’a pas répondu");
        JsonNode json =
                collection.vigie("status", "--health", "--format", "json").json();
        assertThat(json.path("findings")).hasSize(1);
        assertThat(json.at("/findings/0/kind").asText()).isEqualTo("unreachable");
    }

    @Test
    void diskLimitTellsWhatCouldGoButNoEvidence() {
        assertThat(collection.vigie("status", "--disk-limit", "90GB").exit()).isZero();
        assertThat(collection.vigie("status", "--disk-limit", "much").exit()).isEqualTo(Main.USAGE);
        Ran over = collection.vigie("status", "--disk-limit", "1B");
        assertThat(over.exit()).isEqualTo(Main.PARTLY);
        assertThat(over.out()).contains("Vigie ne supprime rien", "faits de textes, de preuves");
        JsonNode json = collection
                .vigie("status", "--disk-limit", "1B", "--format", "json")
                .json();
        String cited = collection
                .vigie(
                        "explain",
                        claimsOf(deployment("99001", "vsa", "briefcam"))
                                .get(0)
                                .path("id")
                                .asText(),
                        "--format",
                        "json")
                .json()
                .at("/capture/warc/file")
                .asText();
        assertThat(cited).isNotEmpty();
        assertThat(json.path("drops").findValuesAsText("path")).noneMatch(path -> path.endsWith(cited));
    }

    @Test
    void explainTellsSinceWhenADocumentIsThere() {
        String claim = claimsOf(deployment("99001", "vsa", "briefcam"))
                .get(0)
                .path("id")
                .asText();
        assertThat(collection.vigie("explain", claim).out())
                .containsPattern("vu\\h: (?:du|le) \\d")
                .contains("une version");
        assertThat(collection
                        .vigie("explain", claim, "--format", "json")
                        .json()
                        .at("/presence/versions")
                        .asInt())
                .isOne();
    }

    // ---- questions ----------------------------------------------------------------------------------------------

    @Test
    void searchFindsPassagesAndMarksThem() {
        Ran ran = collection.vigie("search", "vidéosurveillance", "algorithmique");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains(VAL_MOREAU).contains("«vidéosurveillance");
        JsonNode json = collection
                .vigie(
                        "search",
                        "\"analyse d'images\"",
                        "--commune",
                        VAL_MOREAU,
                        "--format",
                        "json",
                        "--facets",
                        "type")
                .json();
        assertThat(json.path("total").asInt()).isPositive();
        assertThat(json.path("hits"))
                .allSatisfy(hit -> assertThat(hit.at("/commune/insee").asText()).isEqualTo("99001"));
        assertThat(json.path("facets").path("type")).isNotEmpty();
    }

    @Test
    void searchFilters() {
        assertThat(hits("conseil", "--since", "2025", "--until", "2025-02"))
                .isNotEmpty()
                .allMatch(hit -> hit.path("date").asText().startsWith("2025-0"));
        assertThat(hits("conseil", "--vendor", "two-i"))
                .isNotEmpty()
                .allMatch(hit -> hit.path("source").asText().equals("roquebelle"));
        assertThat(hits("conseil", "--stage", "rejected", "--technology", "vsa"))
                .extracting(hit -> hit.path("source").asText())
                .contains("fontclaire");
        assertThat(hits("BriefCam", "--source", "mirecombe")).isEmpty();
    }

    private List<JsonNode> hits(String... arguments) {
        List<String> all = new ArrayList<>(List.of("search"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--format", "json", "--limit", "50"));
        return list(collection.vigie(all.toArray(new String[0])).json().path("hits"));
    }

    @Test
    void deploymentsAsTableAndCsvSayTheSameAsJson() {
        List<JsonNode> json =
                list(collection.vigie("deployments", "--format", "json").json());
        List<String> csv =
                collection.vigie("deployments", "--format", "csv").out().lines().toList();
        String table = collection.vigie("deployments").out();
        assertThat(csv).hasSize(json.size() + 1);
        assertThat(csv.get(0)).startsWith("id,insee,commune,technology,vendor");
        assertThat(table)
                .as("people read names, programs ids")
                .contains("BriefCam", "Two-i")
                .doesNotContain("briefcam");
        assertThat(String.join("\n", csv)).contains("briefcam");
        for (JsonNode found : json) {
            assertThat(table).contains(found.path("id").asText());
            assertThat(line(String.join("\n", csv), found.path("id").asText()))
                    .contains(
                            found.at("/commune/insee").asText(),
                            found.path("technology").asText(),
                            found.path("stage").asText());
        }
    }

    @Test
    void deploymentsAreFiltered() {
        assertThat(filtered("--vendor", "briefcam"))
                .extracting(found -> found.path("technology").asText() + " "
                        + found.path("stage").asText())
                .containsExactlyInAnyOrder("vsa in-use", "facial-recognition suspended");
        assertThat(filtered("--stage", "rejected", "--technology", "vsa"))
                .extracting(found -> found.at("/commune/insee").asText())
                .contains("99007");
        assertThat(filtered("--technology", "lapi", "--commune", "Port-Mirage")).hasSize(1);
        assertThat(filtered("--since", "2030")).isEmpty();
        assertThat(filtered("--min-confidence", "1")).isEmpty();
        assertThat(filtered("--departement", "99")).hasSameSizeAs(filtered());
    }

    private List<JsonNode> filtered(String... arguments) {
        List<String> all = new ArrayList<>(List.of("deployments", "--format", "json"));
        all.addAll(List.of(arguments));
        return list(collection.vigie(all.toArray(new String[0])).json());
    }

    @Test
    void explainFollowsADeploymentDownToTheBytes() {
        JsonNode found = deployment("99001", "vsa", "briefcam");
        Ran text = collection.vigie("explain", found.path("id").asText());
        assertThat(text.exit()).as(text.err()).isZero();
        assertThat(text.out().replace('\u00a0', ' '))
                .contains("· BriefCam", "titulaire : SNEF", "intégrateur : SNEF")
                .doesNotContain("· briefcam", "titulaire : snef");
        for (JsonNode claim : claimsOf(found)) {
            assertThat(text.out().replaceAll("\\s+", " "))
                    .contains(
                            claim.path("id").asText(),
                            claim.at("/evidence/quote").asText().replaceAll("\\s+", " "),
                            claim.at("/evidence/url").asText(),
                            claim.at("/evidence/sha256").asText());
            assertThat(claim.path("because")).isNotEmpty();
        }
    }

    @Test
    void explainFollowsAClaim() {
        JsonNode claim = claimsOf(deployment("99002", "vsa", "two-i")).get(0);
        String id = claim.path("id").asText();
        Ran text = collection.vigie("explain", id);
        assertThat(text.out())
                .contains(id, claim.at("/evidence/url").asText(), ".warc.gz @ ", "indice «", "il s’agit de qui publie")
                .doesNotContain("speaks for", "about the publisher");
        JsonNode json = collection.vigie("explain", id, "--format", "json").json();
        assertThat(json.path("claim")).isEqualTo(claim);
        assertThat(json.at("/capture/sha256")).isEqualTo(claim.at("/evidence/sha256"));
        assertThat(collection.vigie("explain", id.substring(0, 8) + "…").out()).isEqualTo(text.out());
        assertThat(collection.vigie("explain", "c-").exit()).isEqualTo(Main.USAGE);
        Ran unknown = collection.vigie("explain", "p-0000000000000000");
        assertThat(unknown.exit()).isEqualTo(Main.USAGE);
        assertThat(unknown.err()).contains("p-0000000000000000");
    }

    @Test
    void statusCountsWhatWasRead() {
        JsonNode status = collection.vigie("status", "--format", "json").json();
        assertThat(status.at("/index/documents").asInt()).isGreaterThan(140);
        assertThat(status.at("/index/deployments").asInt()).isEqualTo(filtered().size());
        JsonNode brignac = list(status.path("sources")).stream()
                .filter(source -> source.path("source").asText().equals("brignac"))
                .findFirst()
                .orElseThrow();
        assertThat(brignac.path("noText").asInt()).isEqualTo(2);
        assertThat(brignac.path("unreadable").asInt()).isEqualTo(2);
        assertThat(brignac.path("read").asInt()).isGreaterThan(8);
    }

    // ---- reports ------------------------------------------------------------------------------------------------

    @Test
    void everyCitationIsVerbatimAndItsBytesAreInTheArchive(@TempDir Path out) throws IOException {
        Map<String, SourceDocument> byId = collection.documents().values().stream()
                .collect(Collectors.toMap(SourceDocument::id, document -> document));
        int citations = 0;
        for (String commune : world.communes()) {
            JsonNode report = reportJson(commune, out);
            for (JsonNode citation : report.path("citations")) {
                citations++;
                JsonNode claim = citation.path("claim");
                SourceDocument document = byId.get(claim.path("document").asText());
                assertVerbatim(claim.path("evidence"), Objects.requireNonNull(document));
                assertArchived(citation);
            }
        }
        assertThat(citations).isGreaterThan(12);
    }

    private static void assertVerbatim(JsonNode evidence, SourceDocument document) {
        int start = evidence.path("start").asInt();
        int end = evidence.path("end").asInt();
        assertThat(document.text().substring(start, end))
                .isEqualTo(evidence.path("quote").asText());
        assertThat(document.capture().sha256())
                .isEqualTo(evidence.path("sha256").asText());
        assertThat(document.address()).isEqualTo(evidence.path("url").asText());
        assertThat(document.capture().url())
                .isEqualTo(evidence.path("fetchedFrom").asText(document.address()));
        if (!evidence.path("page").isNull()) {
            assertThat(document.pageAt(start)).isEqualTo(evidence.path("page").asInt());
        }
    }

    private void assertArchived(JsonNode citation) throws IOException {
        JsonNode archived = citation.path("archived");
        WarcPosition position = new WarcPosition(
                archived.path("file").asText(), archived.path("offset").asLong());
        try (InputStream payload = collection.archive().payload(position)) {
            assertThat(Digest.sha256(payload.readAllBytes()))
                    .isEqualTo(citation.at("/claim/evidence/sha256").asText());
        }
    }

    @Test
    void noticeIsCitedAtItsOwnPageAndItsBytesAtTheQuery(@TempDir Path out) throws IOException {
        String page = "https://www.boamp.fr/pages/avis/?q=idweb:23-904711";
        JsonNode claim = claimsOf(deployment("99001", "vsa", "briefcam")).stream()
                .filter(one -> one.at("/evidence/url").asText().equals(page))
                .findFirst()
                .orElseThrow();
        String query = claim.at("/evidence/fetchedFrom").asText();
        assertThat(query).contains("/records?where=");
        assertThat(collection.vigie("explain", claim.path("id").asText()).out()).contains(page, query);
        collection.vigie("report", "city", "99001", "--format", "html,md,csv", "--out", out.toString());
        for (String file : List.of(".html", ".md", ".csv")) {
            assertThat(Files.readString(out.resolve("val-moreau-l-imaginaire-99001" + file)))
                    .contains(page)
                    .doesNotContain("/records?where=");
        }
        assertThat(collection.vigie("search", "23-904711").out()).contains(page);
    }

    @Test
    void reportSaysTheSameInAllFormats(@TempDir Path out) throws IOException {
        JsonNode report = reportJson(VAL_MOREAU, out);
        String html = Files.readString(out.resolve("val-moreau-l-imaginaire-99001.html"));
        String markdown = Files.readString(out.resolve("val-moreau-l-imaginaire-99001.md"));
        assertThat(html).contains("lang=\"fr\"", "BriefCam", "SNEF", "en service", "15 janvier 2024", "63");
        assertThat(markdown).contains("BriefCam", "SNEF", "en service", "15 janvier 2024");
        for (JsonNode citation : report.path("citations")) {
            String hash = citation.at("/claim/evidence/sha256").asText();
            assertThat(html).contains(hash, citation.at("/claim/id").asText());
            assertThat(markdown).contains(hash);
        }
        assertThat(html).contains("documents ont été lus");
        assertThat(html).doesNotContain("<script");
    }

    /** What vendor, département and national reports say of what was read is what the ledger says. */
    @Test
    void reportsAcrossTownsCountTheLedger(@TempDir Path out) throws IOException {
        JsonNode sources = collection.vigie("status", "--format", "json").json().path("sources");
        for (List<String> report : REPORTS.subList(1, REPORTS.size())) {
            List<JsonNode> counted = StreamSupport.stream(sources.spliterator(), false)
                    .filter(source -> !report.get(0).equals("departement") || source.hasNonNull("commune"))
                    .toList();
            for (Path file : reports(collection, report, out.resolve(report.get(0)))) {
                String text = Files.readString(file);
                assertThat(text).as(file.toString()).contains("Site de Combe-Perdue");
                if (file.toString().endsWith(".json")) {
                    JsonNode coverage = new Ran(0, text, "").json().path("coverage");
                    assertThat(coverage.path("sources").asInt()).isEqualTo(counted.size());
                    assertThat(coverage.path("documents").asInt()).isPositive().isEqualTo(sum(counted, "read"));
                    assertThat(coverage.path("noText").asInt()).isPositive().isEqualTo(sum(counted, "noText"));
                    assertThat(coverage.path("refused").asInt()).isPositive().isEqualTo(sum(counted, "refused"));
                    assertThat(coverage.path("silent").asInt()).isEqualTo(1);
                }
            }
        }
    }

    private static int sum(List<JsonNode> sources, String count) {
        return sources.stream().mapToInt(source -> source.path(count).asInt()).sum();
    }

    @Test
    void reportAboutATownWithScansSaysThatTheyWereNotRead(@TempDir Path out) throws IOException {
        JsonNode report = reportJson("Brignac-l'Inventé", out);
        assertThat(report.path("findings")).isEmpty();
        assertThat(report.at("/coverage/0/noText").asInt()).isEqualTo(2);
        assertThat(Files.readString(out.resolve("brignac-l-invente-99008.html")))
                .contains("2 documents sont des images sans texte", "Ne rien trouver ne prouve pas");
    }

    private JsonNode reportJson(String commune, Path out) throws IOException {
        Ran ran = collection.vigie("report", "city", commune, "--format", "html,md,json", "--out", out.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        List<Path> files = ran.out().lines().map(Path::of).toList();
        // Behind the three the request for documents, where there is something to ask for.
        assertThat(files).hasSizeBetween(3, 5).allMatch(Files::isRegularFile);
        Path json = files.stream()
                .filter(file -> file.toString().endsWith(".json"))
                .findFirst()
                .orElseThrow();
        return new Ran(0, Files.readString(json), "").json();
    }

    // ---- extract ------------------------------------------------------------------------------------------------

    @Test
    void extractReadsEveryFormatAndBelievesTheMeta(@TempDir Path folder) throws IOException {
        Path files = Files.createDirectory(folder.resolve("files"));
        StringBuilder meta = new StringBuilder("name\tcommune\tinsee\tdate\n");
        meta.append(file(files, "val-moreau.localhost", "pv-2024-02-08.pdf", "a.pdf", "99001"));
        meta.append(file(files, "saint-aubin.localhost", "cr_2023_09.odt", "b.odt", "99003"));
        meta.append(file(files, "pont-letoile.localhost", "PV-2024-05-16.docx", "c.docx", "99004"));
        meta.append(file(files, "trois-lanternes.localhost", "2023-10-05.html", "d.html", "99006"));
        Files.writeString(
                files.resolve("e.txt"), text(collection.documents(), "fontclaire.localhost", "pv_2022_12_15.pdf"));
        meta.append("e.txt\tFontclaire-le-Rêvé\t99007\t2022-12-15\n");
        Path table = Files.writeString(folder.resolve("meta.tsv"), meta);
        Ran ran = collection.vigie("extract", files.toString(), "--meta", table.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.jsonLines())
                .extracting(claim -> claim.path("document").asText().replaceFirst(".*/", "") + " "
                        + claim.at("/commune/insee").asText() + " "
                        + claim.path("vendor").asText())
                .contains("a.pdf 99001 briefcam", "b.odt 99003 wintics", "c.docx 99004 videtics", "e.txt 99007 evitech")
                .noneMatch(claim -> claim.startsWith("d.html") && claim.endsWith("briefcam"));
    }

    private String file(Path folder, String host, String ending, String name, String insee) throws IOException {
        SourceDocument document = document(collection.documents(), host, ending);
        WarcPosition position = document.capture().warc();
        assertThat(position).isNotNull();
        try (InputStream payload = collection.archive().payload(position)) {
            Files.write(folder.resolve(name), payload.readAllBytes());
        }
        return name + "\t\t" + insee + "\t" + Objects.toString(document.date(), "") + "\n";
    }

    @Test
    void extractReadsStandardInput() throws IOException {
        InputStream usual = System.in;
        String text = text(collection.documents(), "val-moreau.localhost", "pv-2024-02-08.pdf");
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            Ran ran = collection.vigie("extract", "-");
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.jsonLines()).anySatisfy(claim -> {
                assertThat(claim.path("document").asText()).isEqualTo("-");
                assertThat(claim.path("vendor").asText()).isEqualTo("briefcam");
                assertThat(text).contains(claim.at("/evidence/quote").asText());
            });
        } finally {
            System.setIn(usual);
        }
    }

    // ---- help for the above ---------------------------------------------------------------------------------------

    private List<JsonNode> deployments(String insee) {
        return filtered("--commune", insee);
    }

    private Set<String> stages(String insee) {
        return deployments(insee).stream()
                .filter(found -> found.path("technology").asText().equals("vsa"))
                .map(found -> found.path("stage").asText() + " "
                        + found.path("modality").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonNode deployment(String insee, String technology, String vendor) {
        List<JsonNode> found = deployments(insee).stream()
                .filter(one -> one.path("technology").asText().equals(technology)
                        && one.path("vendor").asText("").replace("null", "").equals(vendor))
                .toList();
        assertThat(found).as(insee + " " + technology + " " + vendor).hasSize(1);
        return found.get(0);
    }

    private List<JsonNode> claimsOf(JsonNode deployment) {
        return list(collection
                .vigie("explain", deployment.path("id").asText(), "--format", "json")
                .json()
                .path("claims"));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static SourceDocument document(Map<String, SourceDocument> documents, String host, String ending) {
        Pattern url = Pattern.compile("http://" + Pattern.quote(host) + ":\\d+.*" + Pattern.quote(ending) + ".*");
        return documents.values().stream()
                .filter(document -> url.matcher(document.capture().url()).matches())
                .findFirst()
                .orElseThrow(() -> new AssertionError(host + " " + ending + " was not read: " + documents.keySet()));
    }

    private static String text(Map<String, SourceDocument> documents, String host, String ending) {
        return document(documents, host, ending).text();
    }

    private static String line(String lines, String part) {
        return lines.lines().filter(line -> line.contains(part)).findFirst().orElse("");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
