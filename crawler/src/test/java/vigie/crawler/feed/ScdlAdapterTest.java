package vigie.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.crawler.feed.FeedFixture.Answer;
import vigie.model.Attempt;
import vigie.model.AttemptOutcome;
import vigie.model.Issue;
import vigie.model.PartialDate;
import vigie.model.Source;
import vigie.model.SourceDocument;
import vigie.model.id.InseeCode;

class ScdlAdapterTest {

    @TempDir
    Path folder;

    private FeedFixture feed;

    @BeforeEach
    void start() throws Exception {
        feed = new FeedFixture(folder);
    }

    @AfterEach
    void stop() {
        feed.close();
    }

    @Test
    void rowsBecomeDeliberationsOfTheirTown() throws Exception {
        serve("coll_nom;COLL_SIRET;delib_id;Delib date;DELIB_OBJET;VOTE_POUR;DELIB_URL\n"
                + "Ville d'Audierne;20005472400014;2026-1;14/02/2026;\"Vidéoprotection : caméras\nde la place\";17;"
                + feed.url("/acte.pdf") + "\n");
        feed.routes.put("/acte.pdf", query -> Answer.ok("%PDF acte"));

        FeedReport report = feed.collect(source(Map.of()));

        assertThat(report.records()).isEqualTo(1);
        assertThat(feed.documents()).hasSize(2);
        SourceDocument row = feed.documents().get(0);
        assertThat(row.text())
                .contains("Objet : Vidéoprotection : caméras de la place\n")
                .contains("Pour : 17\n");
        assertThat(row.date()).hasToString("2026-02-14");
        assertThat(row.address()).isEqualTo(feed.url("/acte.pdf"));
        assertThat(row.publisher().insee()).isEqualTo(new InseeCode("29003"));
        assertThat(feed.documents().get(1).title()).startsWith("Vidéoprotection");
        assertThat(feed.issues).isEmpty();
    }

    @Test
    void rowsAndTheirFilesAreReadAgainByAMendedReader() throws Exception {
        serve("DELIB_ID;DELIB_DATE;DELIB_OBJET;DELIB_URL\n1;2026-02-14;Caméras;" + feed.url("/a.pdf")
                + "\n2;2026-02-15;Budget;\n");
        feed.routes.put("/a.pdf", query -> Answer.ok("%PDF acte"));
        feed.collect(source(Map.of()));
        List<SourceDocument> right = feed.documents();
        assertThat(right).hasSize(3);
        assertThat(feed.reread(source(Map.of()))).isZero();
        feed.archivedAs(document -> document.locator().endsWith("2")
                ? document
                : RaaAdapterTest.said(document, PartialDate.parse("1999-01-01"), document.title()));

        assertThat(feed.reread(source(Map.of()))).isEqualTo(2);
        assertThat(feed.documents().subList(3, 5))
                .containsExactlyInAnyOrderElementsOf(right.stream()
                        .filter(document -> !document.locator().endsWith("2"))
                        .toList());
    }

    /** As a row that could not be read before. */
    @Test
    void aRecordThatNobodyCouldReadBecomesADocument() throws Exception {
        serve("DELIB_ID;DELIB_DATE;DELIB_OBJET\n1;2026-02-14;Caméras\n2;2026-02-15;Budget\n");
        feed.collect(source(Map.of()));
        List<SourceDocument> right = feed.documents();
        feed.archivedWithout(right.get(1).id());

        assertThat(feed.reread(source(Map.of()))).isEqualTo(1);
        assertThat(feed.documents())
                .usingRecursiveComparison()
                .ignoringFields("capture.mediaType")
                .isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-14, 2026-02-14",
        "14/02/2026, 2026-02-14",
        "4/2/2026, 2026-02-04",
        "2026/02/14 00:00:00+00, 2026-02-14",
        "2026-02-14T00:00:00Z, 2026-02-14",
        "20260214, 2026-02-14"
    })
    void daysAreWrittenInManyWays(String text, String day) {
        assertThat(ActDocuments.day(text)).get().hasToString(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"février 2026", "31/02/2026", "2026", "n.c."})
    void whatIsNoDayIsNotGuessed(String text) {
        assertThat(ActDocuments.day(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16", "x-MacRoman"})
    void encodingsAndSeparatorsAreTakenFromTheBytes(String charset) throws Exception {
        for (String separator : List.of(";", ",", "\t", "|")) {
            byte[] csv = String.join(separator, "DELIB_ID", "DELIB_DATE", "DELIB_OBJET")
                    .concat("\r\n" + String.join(separator, "1", "2026-01-05", "Caméras augmentées d’été") + "\r\n")
                    .getBytes(Charset.forName(charset));
            assertThat(CsvElements.read(csv).get(0).at("DELIB_OBJET"))
                    .extracting(Element::text)
                    .containsExactly("Caméras augmentées d’été");
        }
    }

    /** What old spreadsheets write; CP850 has no curved apostrophe. */
    @ParameterizedTest
    @ValueSource(strings = {"x-MacRoman", "IBM850", "windows-1252"})
    void lettersTellTheEncoding(String charset) throws Exception {
        String rows = """
                1;2026-01-05;Création d'un emploi à l'école élémentaire
                2;2026-01-05;MARCHÉ N° 7 : FORÊT
                3;2026-01-05;Façade de l'hôtel de ville
                4;2026-01-05;Ça va où ? Noël à Crécy-en-Ré
                """;
        feed.routes.put(
                "/delib.csv",
                query -> new Answer(
                        200, ("DELIB_ID;DELIB_DATE;DELIB_OBJET\n" + rows).getBytes(Charset.forName(charset))));

        feed.collect(source(Map.of()));

        assertThat(feed.documents())
                .extracting(SourceDocument::title)
                .containsExactly(
                        "Création d'un emploi à l'école élémentaire",
                        "MARCHÉ N° 7 : FORÊT",
                        "Façade de l'hôtel de ville",
                        "Ça va où ? Noël à Crécy-en-Ré");
        assertThat(feed.issues).isEmpty();
    }

    @Test
    void lettersOfAnEncodingThatWeDoNotKnowAreTold() throws Exception {
        feed.routes.put("/delib.csv", query -> new Answer(200, unknownLetters()));

        feed.collect(source(Map.of()));

        assertThat(feed.documents()).hasSize(1);
        assertThat(feed.issues).extracting(Issue::kind).containsExactly("encoding-unsure");
    }

    /** Accents of ISO-8859-2 on other letters, as no French word has them. */
    private static byte[] unknownLetters() {
        return "DELIB_ID;DELIB_DATE;DELIB_OBJET\n1;2026-01-05;Zażółć gęślą jaźń\n"
                .getBytes(Charset.forName("ISO-8859-2"));
    }

    /** Rows pasted together from two programs. */
    @Test
    void rowsOfTwoEncodingsAreReadWhole() throws Exception {
        byte[] utf8 = "DELIB_ID;DELIB_DATE;DELIB_OBJET\n1;2026-01-05;Caméras à Nîmes, école, forêt\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] windows = "2;2026-01-05;Coût élevé\n".getBytes(Charset.forName("windows-1252"));
        byte[] both = Arrays.copyOf(utf8, utf8.length + windows.length);
        System.arraycopy(windows, 0, both, utf8.length, windows.length);

        assertThat(CsvElements.read(both))
                .flatExtracting(row -> row.at("DELIB_OBJET"))
                .extracting(Element::text)
                .containsExactly("Caméras à Nîmes, école, forêt", "Coût élevé");
    }

    @Test
    void aLinkThatAnswersAWebPageIsAnIssueNotAnAct() throws Exception {
        serve("DELIB_ID;DELIB_DATE;DELIB_OBJET;DELIB_URL\n1;2026-02-14;Caméras;" + feed.url("/dead.pdf") + "\n");
        feed.routes.put("/dead.pdf", query -> Answer.ok("\n<!DOCTYPE html><html><p>Page introuvable</html>"));

        FeedReport report = feed.collect(source(Map.of()));

        assertThat(report.failed()).isEqualTo(1);
        assertThat(feed.documents()).hasSize(1);
        assertThat(feed.issues).extracting(Issue::kind).containsExactly("link-is-no-file");
    }

    /** An act may be a web page; one that says that there is nothing is none. */
    @Test
    void linksToWebPagesAreActsUnlessThePageIsNotFound() throws Exception {
        serve("DELIB_ID;DELIB_DATE;DELIB_OBJET;DELIB_URL\n1;2026-02-14;Caméras;" + feed.url("/dead.html")
                + "\n2;2026-02-14;Caméras;" + feed.url("/act.html") + "\n");
        feed.routes.put(
                "/dead.html",
                query -> Answer.ok("<!DOCTYPE html><html><title>Mairie</title><p>Page introuvable</html>"));
        feed.routes.put(
                "/act.html", query -> Answer.ok("<!DOCTYPE html><html><title>Caméras</title><p>Article 1</html>"));

        FeedReport report = feed.collect(source(Map.of()));

        assertThat(report.failed()).isEqualTo(1);
        assertThat(feed.documents())
                .extracting(SourceDocument::address)
                .contains(feed.url("/act.html"))
                .hasSize(3);
        assertThat(feed.issues)
                .singleElement()
                .satisfies(issue -> assertThat(issue.kind()).isEqualTo("link-is-no-file"))
                .satisfies(issue -> assertThat(issue.toString()).contains("/dead.html"));
        assertThat(feed.attempts()).extracting(Attempt::outcome).containsOnlyOnce(AttemptOutcome.FAILED);
    }

    /** Menus and news make such pages long; marks and comments before their first tag hide what they are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dead.html|<!DOCTYPE html><title>Page introuvable - Mairie</title>",
                "/dead.html|<!DOCTYPE html><title>Mairie</title><h1>Erreur 404</h1>",
                "/dead.pdf|\uFEFF<!DOCTYPE html><title>Accueil</title>",
                "/dead.pdf|<?xml version=\"1.0\"?>\n<!DOCTYPE html><title>Accueil</title>",
                "/dead.pdf|<!-- cache -->\n<html><title>Accueil</title>"
            })
    void longWebPagesInsteadOfFilesAreTold(String answer) throws Exception {
        String[] parts = answer.split("\\|", 2);
        serve("DELIB_ID;DELIB_DATE;DELIB_OBJET;DELIB_URL\n1;2026-02-14;Caméras;" + feed.url(parts[0]) + "\n");
        String page = parts[1] + "<p>Toute l'actualité de la ville et de ses quartiers.</p>".repeat(40);
        feed.routes.put(parts[0], query -> Answer.ok(page));

        assertThat(feed.collect(source(Map.of())).failed()).isEqualTo(1);

        assertThat(feed.documents()).hasSize(1);
        assertThat(feed.issues).extracting(Issue::kind).containsExactly("link-is-no-file");
    }

    @Test
    void onlyFilesOfWantedRowsAreFetched() throws Exception {
        serve("DELIB_ID;DELIB_DATE;DELIB_OBJET;DELIB_URL\n1;2026-02-14;Subvention au club;" + feed.url("/a.pdf")
                + "\n2;2026-02-14;Système de VIDEO-PROTECTION;" + feed.url("/b.pdf") + "\n");
        feed.routes.put("/b.pdf", query -> Answer.ok("%PDF"));
        feed.collect(source(Map.of("words", "vidéo-protection")));
        assertThat(feed.asked).anyMatch(path -> path.contains("b.pdf")).noneMatch(path -> path.contains("a.pdf"));
        assertThat(feed.documents()).hasSize(3);
    }

    @Test
    void unreadableRowsAndOddColumnsAreTold() throws Exception {
        serve(
                "DELIB_ID;DELIB_DATE;DELIB_OBJET;RAPPORTEUR\n1;hier;Caméras;x\n2;2026-02-14;;x\n1;2026-02-14;Encore;x;y\n");
        FeedReport report = feed.collect(source(Map.of()));
        assertThat(report.records()).isEqualTo(3);
        assertThat(feed.documents()).hasSize(2);
        assertThat(feed.issues)
                .extracting(Issue::kind)
                .containsExactlyInAnyOrder("field-left-over", "unknown-value", "record-unreadable", "field-left-over");
    }

    /** As spreadsheets write long numbers. */
    @Test
    void aNumberThatIsNoSiretIsTold() throws Exception {
        serve("COLL_SIRET;DELIB_ID;DELIB_DATE;DELIB_OBJET\n2,00055E+13;1;2026-02-14;Caméras\n;2;2026-02-14;Radars\n");

        feed.collect(source(Map.of()));

        assertThat(feed.documents()).hasSize(2);
        assertThat(feed.issues)
                .extracting(Issue::kind, Issue::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("unknown-value", "COLL_SIRET is no SIRET: 2,00055E+13"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>Bientôt</body></html>", "A;B\n1;2\n", "rien"})
    void anotherTableIsNoEmptyOne(String body) throws Exception {
        serve(body);
        assertThat(feed.collect(source(Map.of())).failed()).isEqualTo(1);
        assertThat(feed.issues).extracting(Issue::kind).containsExactly("feed-shape");
    }

    @Test
    void anUnchangedTableIsNotReadAgain() throws Exception {
        serve("DELIB_ID;DELIB_DATE;DELIB_OBJET\n1;2026-02-14;Caméras\n");
        feed.collect(source(Map.of()));
        assertThat(feed.collect(source(Map.of()))).isEqualTo(new FeedReport(1, 1, 0, 0, 0, null));
    }

    @Test
    void rowThatIsNoLongerThereIsToldOnceAndATableThatIsCutIsAnIssue() throws Exception {
        String head = "DELIB_ID;DELIB_DATE;DELIB_OBJET\n";
        serve(head + "1;2026-02-14;Caméras\n2;2026-02-14;Voirie\n3;2026-02-14;École\n");
        feed.collect(source(Map.of()));
        serve(head + "1;2026-02-14;Caméras\n3;2026-02-14;École\n");
        feed.collect(source(Map.of()));
        serve(head + "1;2026-02-14;Caméras\n3;2026-02-14;École\n4;2026-03-01;Parc\n");
        feed.collect(source(Map.of()));

        assertThat(feed.attempts())
                .filteredOn(Attempt::missing)
                .extracting(Attempt::url)
                .containsExactly(source(Map.of()).url() + "#2");
        assertThat(feed.issues).isEmpty();

        serve(head + "4;2026-03-01;Parc\n");
        feed.collect(source(Map.of()));
        assertThat(feed.attempts()).filteredOn(Attempt::missing).hasSize(1);
        assertThat(feed.issues).extracting(Issue::kind).containsExactly("feed-shrunk");
    }

    @Test
    void runThatEndedBetweenArchiveAndStateArchivesNothingTwice() throws Exception {
        serve("DELIB_ID;DELIB_DATE;DELIB_OBJET\n1;2026-02-14;Caméras\n");
        feed.collect(source(Map.of()));
        feed.forget();
        serve("DELIB_ID;DELIB_DATE;DELIB_OBJET\n1;2026-02-14;Caméras\n2;2026-02-14;Voirie\n");
        assertThat(feed.collect(source(Map.of())).documents()).isEqualTo(1);
        assertThat(feed.documents()).hasSize(2);
    }

    @Test
    void captureThatIsGoneCostsNoRebuild() throws Exception {
        serve("DELIB_ID;DELIB_DATE;DELIB_OBJET\n1;2026-02-14;Caméras\n");
        feed.collect(source(Map.of()));
        feed.loseCaptures();
        feed.remember(source(Map.of()));
        assertThat(feed.issues).extracting(Issue::kind).containsExactly("capture-unreadable");
        assertThat(feed.issues.get(0).message()).contains(".warc.gz");
    }

    private void serve(String csv) {
        feed.routes.put("/delib.csv", query -> new Answer(200, csv.getBytes(StandardCharsets.UTF_8)));
    }

    private Source source(Map<String, String> options) {
        return feed.source("scdl", "/delib.csv", options);
    }
}
