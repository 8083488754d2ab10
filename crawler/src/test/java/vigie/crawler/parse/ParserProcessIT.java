package vigie.crawler.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.crawler.parse.SampleFiles.SENTENCE;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigie.model.TextOutcome;
import vigie.model.config.CrawlSettings;
import vigie.model.config.OcrSettings;

/** The real child process, on files that are hostile or lead it astray. */
class ParserProcessIT {

    private static final URI URL = URI.create("https://valmont.example/acte");
    private static final Duration TIME = Duration.ofSeconds(10);

    private static DocumentParser parser;

    @BeforeAll
    static void start() {
        parser = parser(ParserProcess.Terms.of(TIME, 256), 1);
    }

    @AfterAll
    static void stop() {
        parser.close();
    }

    @Test
    void pagesOfAPdfAreTold() throws Exception {
        ParsedDocument pdf =
                parse(SampleFiles.pdf("Délibération n° 12, première page\n" + SENTENCE, "Deuxième page\n" + SENTENCE));

        assertThat(pdf.outcome()).isEqualTo(TextOutcome.TEXT);
        assertThat(pdf.text()).contains(SENTENCE);
        assertThat(pdf.pageStarts()).hasSize(2).startsWith(0);
        assertThat(pdf.text().substring(pdf.pageStarts().get(1))).startsWith("Deuxième page\n" + SENTENCE);
        assertThat(pdf.title()).isEqualTo("Délibération 12");
        assertThat(pdf.published()).hasToString("2024-03-12");
        assertThat(pdf.metadata()).containsEntry("pages", "2").containsEntry("author-tool", "Outil d'essai 1.0");
    }

    @Test
    void bytesDecideWhateverTheServerSays() throws Exception {
        byte[] pdf = SampleFiles.pdf(SENTENCE);
        byte[] late = new byte[pdf.length + 100];
        Arrays.fill(late, (byte) '\n');
        System.arraycopy(pdf, 0, late, 100, pdf.length);

        assertThat(parser.parse(URL, "text/html", pdf).mediaType()).isEqualTo("application/pdf");
        assertThat(parser.parse(URL, "application/octet-stream", late).text()).contains(SENTENCE);
        assertThat(parser.parse(
                                URI.create("https://valmont.example/a.doc"),
                                "application/msword",
                                SampleFiles.rtf(SENTENCE))
                        .mediaType())
                .isEqualTo("application/rtf");
    }

    @Test
    void officeFilesAreRead() throws Exception {
        ParsedDocument docx = parse(SampleFiles.docx("Compte rendu", SENTENCE, "Fin."));
        ParsedDocument odt = parse(SampleFiles.odt("<text:h>Séance</text:h><text:p>" + SENTENCE
                + "</text:p><text:list><text:list-item><text:p>Point un</text:p></text:list-item></text:list>"));
        ParsedDocument rtf = parse(SampleFiles.rtf(SENTENCE));

        assertThat(docx.text()).isEqualTo("Compte rendu\n\n" + SENTENCE + "\n\nFin.\n\nCaméras | 63 000 €");
        assertThat(docx.title()).isEqualTo("Compte rendu");
        assertThat(docx.mediaType()).endsWith("wordprocessingml.document");
        assertThat(odt.text()).isEqualTo("Séance\n\n" + SENTENCE + "\n\n- Point un");
        assertThat(odt.mediaType()).isEqualTo("application/vnd.oasis.opendocument.text");
        assertThat(rtf.text()).isEqualTo(SENTENCE);
    }

    @Test
    void scansHaveNoTextEvenWithAStamp() throws Exception {
        String stamp = "Envoyé en préfecture le 12/03/2024\nReçu en préfecture le 12/03/2024\nPublié le 13/03/2024\n"
                + "ID : 099-219900018-20240312-DE2024_12-DE";

        ParsedDocument bare = parse(SampleFiles.pdf(SampleFiles.SCAN, SampleFiles.SCAN));
        ParsedDocument stamped = parse(SampleFiles.pdf(SampleFiles.SCAN + stamp));

        assertThat(bare.outcome()).isEqualTo(TextOutcome.NO_TEXT);
        assertThat(bare.metadata()).containsEntry("pages", "2");
        assertThat(stamped.outcome()).isEqualTo(TextOutcome.NO_TEXT);
        assertThat(stamped.text()).isEmpty();
        assertThat(stamped.metadata()).containsEntry("transmission-id", "099-219900018-20240312-DE2024_12-DE");
    }

    @Test
    void pagesWithoutTextAmongOthersAreNumbered() throws Exception {
        ParsedDocument mixed =
                parse(SampleFiles.pdf(SENTENCE, SampleFiles.SCAN, "", SampleFiles.SCAN, SampleFiles.SCAN));

        assertThat(mixed.outcome()).isEqualTo(TextOutcome.TEXT);
        assertThat(mixed.metadata()).containsEntry("pages-without-text", "2,4-5");
    }

    @Test
    void shortTextIsText() throws Exception {
        assertThat(parse(SampleFiles.pdf("Annulé")).text()).isEqualTo("Annulé\n");
    }

    @Test
    void boldMadeByPrintingTwiceIsReadOnce() {
        ParsedDocument bold = parse(SampleFiles.rawPdf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
                SampleFiles.stream("BT /F 12 Tf 50 700 Td (Conseil municipal) Tj 0.3 0 Td (Conseil municipal) Tj ET")));

        assertThat(bold.text()).isEqualTo("Conseil municipal\n");
    }

    @Test
    void scratchFilesGoWithTheChild() throws Exception {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> before = scratch(temp);
        DocumentParser own = parser(ParserProcess.Terms.of(TIME, 128), 1);
        own.parse(URL, null, SampleFiles.rtf(SENTENCE));
        assertThat(scratch(temp)).hasSizeGreaterThan(before.size());
        own.close();

        assertThat(scratch(temp)).hasSameElementsAs(before);
    }

    private static List<Path> scratch(Path temp) throws Exception {
        try (Stream<Path> files = Files.list(temp)) {
            return files.filter(f -> f.getFileName().toString().startsWith(ScratchDirectory.prefix()))
                    .toList();
        }
    }

    @Test
    void passwordsAreToldAndEmptyOnesTried() throws Exception {
        for (int bits : List.of(128, 256)) {
            assertThat(parse(SampleFiles.encryptedPdf("secret", bits, SENTENCE)).outcome())
                    .isEqualTo(TextOutcome.NEEDS_PASSWORD);
            assertThat(parse(SampleFiles.encryptedPdf("", bits, SENTENCE)).text())
                    .contains(SENTENCE);
        }
        assertThat(parse(SampleFiles.encryptedDocx("secret")).outcome()).isEqualTo(TextOutcome.NEEDS_PASSWORD);
        assertThat(parse(SampleFiles.encryptedOdt()).outcome()).isEqualTo(TextOutcome.NEEDS_PASSWORD);
    }

    @Test
    void truncatedFilesFailOrGiveWhatIsThere() throws Exception {
        byte[] pdf = SampleFiles.pdf(SENTENCE, SENTENCE);
        byte[] docx = SampleFiles.docx("Séance", SENTENCE);

        for (byte[] whole : List.of(pdf, docx)) {
            for (int part = 1; part < 8; part++) {
                ParsedDocument cut = parse(Arrays.copyOf(whole, whole.length * part / 8));
                assertThat(cut.outcome())
                        .isIn(TextOutcome.FAILED, TextOutcome.UNSUPPORTED, TextOutcome.TEXT, TextOutcome.NO_TEXT);
                assertThat(cut.cause() == null)
                        .isEqualTo(cut.outcome() == TextOutcome.TEXT || cut.outcome() == TextOutcome.NO_TEXT);
            }
        }
    }

    @Test
    void recursivePdfEnds() {
        byte[] pages = SampleFiles.rawPdf(
                "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>");
        byte[] form = SampleFiles.rawPdf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /XObject << /F 4 0 R >> >> >>",
                "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 4 0 R >> >> /Length 5 >>\nstream\n/F Do\nendstream",
                SampleFiles.stream("/F Do"));

        assertThat(parse(pages).outcome()).isIn(TextOutcome.FAILED, TextOutcome.NO_TEXT);
        assertThat(parse(form).outcome()).isIn(TextOutcome.FAILED, TextOutcome.NO_TEXT);
        assertAlive();
    }

    @Test
    void deepNestingInAPdfIsOneFailure() {
        byte[] deep = SampleFiles.rawPdf(
                "<< /Type /Catalog /Pages 2 0 R /X " + "[".repeat(200_000) + "]".repeat(200_000) + " >>",
                "<< /Type /Pages /Kids [] /Count 0 >>");

        assertThat(parse(deep).outcome()).isIn(TextOutcome.FAILED, TextOutcome.NO_TEXT);
        assertAlive();
    }

    @Tag("long")
    @Test
    void hugePageCountEndsInTime() {
        String kids = "3 0 R ".repeat(200_000);
        byte[] pdf = SampleFiles.rawPdf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [" + kids + "] /Count 200000 >>",
                "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
                SampleFiles.stream("BT /F 9 Tf 10 10 Td (Une page parmi tant d'autres, toutes pareilles) Tj ET"));

        try (DocumentParser hasty = parser(ParserProcess.Terms.of(Duration.ofSeconds(2), 128), 1)) {
            assertThat(hasty.parse(URL, null, pdf).outcome()).isEqualTo(TextOutcome.TIMED_OUT);
            assertThat(hasty.parse(URL, null, SampleFiles.rtf(SENTENCE)).text()).isEqualTo(SENTENCE);
        }
    }

    @Test
    void largePagesAndTextsAreReadByTheChildToo() {
        String items = ("<li>" + SENTENCE + "</li>").repeat(20_000);
        ParsedDocument page = parse(("<html><meta charset=utf-8><title>Actes</title><ul>" + items + "</ul>")
                .getBytes(StandardCharsets.UTF_8));
        ParsedDocument text = parse((SENTENCE + "\n").repeat(20_000).getBytes(Charset.forName("windows-1252")));

        assertThat(page.text()).hasSize(20_000 * (SENTENCE.length() + 3) - 1);
        assertThat(page.title()).isEqualTo("Actes");
        assertThat(text.text()).isEqualTo((SENTENCE + "\n").repeat(20_000));
        assertThat(text.metadata()).containsEntry("charset", "windows-1252");
    }

    @Test
    void bombsFailFast() throws Exception {
        ParsedDocument bomb = parse(SampleFiles.bomb(600));

        assertThat(bomb.outcome()).isEqualTo(TextOutcome.FAILED);
        assertThat(bomb.cause()).contains("bomb");
        assertAlive();
    }

    @Test
    void entitiesOfOfficeFilesAreNotExpanded() throws Exception {
        StringBuilder dtd = new StringBuilder("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'haha'>");
        for (char c = 'b'; c < 'k'; c++) {
            dtd.append("<!ENTITY ")
                    .append(c)
                    .append(" '")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("'>");
        }
        ParsedDocument odt =
                parse(SampleFiles.odf("application/vnd.oasis.opendocument.text", dtd + "]><x>&j;</x>", ""));

        assertThat(odt.outcome()).isIn(TextOutcome.FAILED, TextOutcome.NO_TEXT);
        assertAlive();
    }

    @Tag("long")
    @Test
    void brokenFilesOfAllKindsAreReadByOneChild() throws Exception {
        assertAlive();
        Long pid = parser.processes().get(0).pid();
        Random random = new Random(11);
        List<byte[]> files = List.of(
                SampleFiles.pdf(SENTENCE, SampleFiles.SCAN),
                SampleFiles.docx("Séance", SENTENCE),
                SampleFiles.odt("<text:p>" + SENTENCE + "</text:p>"),
                SampleFiles.rtf(SENTENCE));
        for (int i = 0; i < 200; i++) {
            byte[] broken = files.get(i % files.size()).clone();
            for (int changes = random.nextInt(20); changes >= 0; changes--) {
                broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt(256);
            }
            assertThat(parse(broken).outcome()).isNotEqualTo(TextOutcome.TIMED_OUT);
        }

        assertThat(parser.processes().get(0).pid()).isEqualTo(pid);
    }

    @Test
    void archivesAreNamedNotRead() throws Exception {
        ParsedDocument zip = parse(SampleFiles.odf("application/x-something", "x", ""));

        assertThat(zip.outcome()).isEqualTo(TextOutcome.UNSUPPORTED);
        assertThat(zip.cause()).contains("application/x-something");
    }

    @Test
    void childThatWasKilledIsReplaced() throws Exception {
        assertAlive();
        long pid = Objects.requireNonNull(parser.processes().get(0).pid());
        kill(pid);

        assertAlive();
        assertThat(parser.processes().get(0).pid()).isNotEqualTo(pid);
    }

    @Tag("long")
    @Test
    void childThatIsKilledInTheMiddleIsReplacedAndTheDocumentReadAgain() throws Exception {
        try (DocumentParser own = parser(ParserProcess.Terms.of(TIME, 256), 1)) {
            String[] pages = new String[1500];
            Arrays.fill(pages, SENTENCE);
            byte[] large = SampleFiles.pdf(pages);
            own.parse(URL, null, SampleFiles.pdf(SENTENCE));
            long pid = Objects.requireNonNull(own.processes().get(0).pid());
            ExecutorService executor = Executors.newSingleThreadExecutor();
            Future<ParsedDocument> reading = executor.submit(() -> own.parse(URL, null, large));
            TimeUnit.MILLISECONDS.sleep(100);
            kill(pid);

            assertThat(reading.get().pageStarts()).hasSize(1500);
            assertThat(own.processes().get(0).pid()).isNotEqualTo(pid);
            executor.shutdown();
        }
    }

    @Tag("long")
    @Test
    void documentsThatTakeTooLongAreGivenUp() throws Exception {
        try (DocumentParser hasty = parser(ParserProcess.Terms.of(Duration.ofMillis(400), 256), 1)) {
            String[] pages = new String[3000];
            Arrays.fill(pages, (SENTENCE + "\n").repeat(40));
            byte[] large = SampleFiles.pdf(pages);

            assertThat(hasty.parse(URL, null, large).outcome()).isEqualTo(TextOutcome.TIMED_OUT);
            assertThat(hasty.processes().get(0).pid()).isNull();
        }
    }

    @Test
    void documentsThatTakeTooMuchMemoryFailWithTheReason() throws Exception {
        try (DocumentParser small = parser(ParserProcess.Terms.of(TIME, 24), 1)) {
            ParsedDocument document = small.parse(URL, null, Arrays.copyOf(SampleFiles.pdf(SENTENCE), 40 << 20));

            assertThat(document.outcome()).isEqualTo(TextOutcome.FAILED);
            assertThat(document.cause()).contains("OutOfMemoryError");
            assertThat(small.parse(URL, null, SampleFiles.rtf(SENTENCE)).text()).isEqualTo(SENTENCE);
        }
    }

    @Test
    void childThatCannotStartFailsTheDocumentAndSaysWhy() throws Exception {
        List<String> command = new ArrayList<>(ParserProcess.Terms.of(TIME, 64).command());
        command.set(command.size() - 1, "vigie.NoSuchClass");
        try (DocumentParser broken = parser(new ParserProcess.Terms(command, TIME, 10), 1)) {
            ParsedDocument document = broken.parse(URL, null, SampleFiles.pdf(SENTENCE));

            assertThat(document.outcome()).isEqualTo(TextOutcome.FAILED);
            assertThat(document.cause()).contains("does not start").contains("NoSuchClass");
        }
    }

    @Tag("long")
    @Test
    void freshChildTakesOverAfterSomeDocuments() throws Exception {
        List<String> command = ParserProcess.Terms.of(TIME, 128).command();
        try (DocumentParser own = parser(new ParserProcess.Terms(command, TIME, 2), 1)) {
            List<Long> pids = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                assertThat(own.parse(URL, null, SampleFiles.rtf(SENTENCE)).text())
                        .isEqualTo(SENTENCE);
                pids.add(Objects.requireNonNull(own.processes().get(0).pid()));
            }

            assertThat(pids.get(1)).isEqualTo(pids.get(0));
            assertThat(pids.get(2)).isNotEqualTo(pids.get(0));
        }
    }

    @Test
    void manyThreadsShareTheChildren() throws Exception {
        try (DocumentParser two = parser(ParserProcess.Terms.of(TIME, 128), 2)) {
            ExecutorService executor = Executors.newFixedThreadPool(8);
            List<Future<ParsedDocument>> read = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                byte[] pdf = SampleFiles.pdf("Délibération numéro " + i + " du conseil municipal de Valmont");
                read.add(executor.submit(() -> two.parse(URL, null, pdf)));
            }
            for (int i = 0; i < 40; i++) {
                assertThat(read.get(i).get().text()).contains("numéro " + i + " du");
            }
            executor.shutdown();
        }
    }

    @Tag("long")
    @Test
    void childEndsWithItsParentEvenInTheMiddleOfADocument() throws Exception {
        Path scratch = Files.createTempDirectory("vigie-test-");
        List<String> command =
                new ArrayList<>(ParserProcess.Terms.of(Duration.ofHours(1), 128).command());
        command.add(scratch.toString());
        Process child = new ProcessBuilder(command).start();
        assertThat(new DataInputStream(child.getInputStream()).readInt()).isEqualTo(ParserProtocol.READY);
        String[] pages = new String[3000];
        Arrays.fill(pages, SENTENCE);
        ParserProtocol.writeRequest(
                new DataOutputStream(child.getOutputStream()),
                new ParseRequest(new Media(Media.Kind.PDF, "application/pdf"), URL, null, SampleFiles.pdf(pages)));

        child.getOutputStream().close();

        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(child.getInputStream().readAllBytes()).isEmpty();
        assertThat(scratch).doesNotExist();
    }

    @Test
    void closedParserLeavesNoChild() throws Exception {
        DocumentParser own = parser(ParserProcess.Terms.of(TIME, 128), 1);
        own.parse(URL, null, SampleFiles.rtf(SENTENCE));
        ProcessHandle child = ProcessHandle.of(
                        Objects.requireNonNull(own.processes().get(0).pid()))
                .orElseThrow();
        own.close();

        assertThat(child.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(own.parse(URL, null, SampleFiles.rtf(SENTENCE)).cause()).contains("closed");
    }

    private static void assertAlive() {
        assertThat(parse(SampleFiles.rtf(SENTENCE)).text()).isEqualTo(SENTENCE);
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
        child.destroyForcibly();
        child.onExit().get(10, TimeUnit.SECONDS);
    }

    private static ParsedDocument parse(byte[] payload) {
        return parser.parse(URL, null, payload);
    }

    private static DocumentParser parser(ParserProcess.Terms terms, int processes) {
        return new DocumentParser(
                CrawlSettings.defaults().with(OcrSettings.off()), terms, processes, "tesseract", new OcrCache(null));
    }
}
