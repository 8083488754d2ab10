package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vigie.cli.demo.WorldServer;

/** What wrong words, broken files, held or unwritable folders and a dead network get. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private WorldServer world;
    private Path seeds;
    private Path folder;
    private Collection collection;

    @BeforeAll
    void serve(@TempDir Path all) throws IOException {
        world = new WorldServer();
        seeds = world.seeds(all.resolve("seeds"));
    }

    @BeforeEach
    void empty(@TempDir Path each) {
        folder = each;
        collection = new Collection(each.resolve("data"), seeds);
    }

    @AfterAll
    void close() {
        world.close();
    }

    // ---- wrong words --------------------------------------------------------------------------------------------

    @Test
    void unknownCommuneGetsTheNearestNames() {
        usage(collection.vigie("deployments", "--commune", "Val-Moro-l'Imaginaire"), "Val-Moreau-l'Imaginaire (99001)");
        usage(collection.vigie("search", "caméra", "--commune", "Montpelier"), "Montpellier (34172)");
        usage(collection.vigie("report", "city", "Roquebele sur Brume"), "Roquebelle-sur-Brume (99002)");
        usage(collection.vigie("report", "city", "34999"), "34999");
    }

    @Test
    void communesOfOneNameAreToldApartByCode() {
        usage(collection.vigie("deployments", "--commune", "Saint-Denis"), "93066", "97411");
    }

    @Test
    void unknownDepartementGetsTheNearest() {
        usage(collection.vigie("deployments", "--departement", "Herot"), "Hérault (34)");
        usage(collection.vigie("search", "caméra", "--departement", "Isere Nord"), "Isère (38)");
    }

    @Test
    void reportsAreWrittenIntoAFolder() {
        usage(collection.vigie("report", "city", "99001", "--out", "val-moreau.html"), "val-moreau.html", "dossier");
    }

    @Test
    void confidenceIsAShare() {
        usage(collection.vigie("deployments", "--min-confidence", "2"), "0 à 1");
        usage(collection.vigie("export", "--format", "csv", "--min-confidence", "-0.1"), "0 à 1");
    }

    @Test
    void unknownVendorGetsTheNearestIds() {
        usage(collection.vigie("deployments", "--vendor", "briefcan"), "briefcam");
        usage(collection.vigie("search", "caméra", "--vendor", "winticks"), "wintics");
    }

    @Test
    void unknownOptionOrCommandGetsTheNearest() {
        usage(collection.vigie("search", "caméra", "--limite", "3"), "--limit");
        usage(collection.vigie("publish", "--out", "site", "--unreviewed"), "--include-unreviewed");
        usage(collection.vigie("serch", "caméra"), "search");
        usage(collection.vigie("deployments", "--stage", "in-usage"), "in-use");
        usage(collection.vigie("deployments", "--format", "xml"), "xml");
        usage(collection.vigie("search", "caméra", "--since", "hier"), "hier");
    }

    @Test
    void unknownSourceGetsTheNearestIds() {
        usage(collection.vigie("crawl", "--source", "val-moro"), "val-moreau");
    }

    @Test
    void whatIsNotClaimedForWantOfACertainTownIsTold(@TempDir Path folder) throws IOException {
        Path text = folder.resolve("conseil.txt");
        Files.writeString(text, "Le conseil de Saint-Denis approuve l'achat du logiciel BriefCam.\n");
        Ran ran = collection.vigie("extract", text.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("Une affirmation écartée", "--meta");
        assertThat(collection.vigie("extract", text.toString(), "--quiet").err())
                .isEmpty();
    }

    @Test
    void textThatTakesTooLongIsToldAndTheNextOneRead(@TempDir Path folder) throws IOException {
        Path config = copy(Collection.root().resolve("config"), folder.resolve("config"));
        Files.writeString(config.resolve("crawl.yml"), "extract-time: 1ms\n");
        Path slow = folder.resolve("conseil.txt");
        Files.writeString(slow, "La commune exploite les caméras augmentées de Wintics.\n\n".repeat(2_000));
        Path other = folder.resolve("menu.txt");
        Files.writeString(other, "Carottes râpées, gratin.\n");
        Ran ran = Ran.vigie(List.of(
                "extract",
                "--config",
                config.toString(),
                "--seeds",
                seeds.toString(),
                "--lang",
                "en",
                slow.toString(),
                other.toString()));
        assertThat(ran.exit()).isEqualTo(Main.PARTLY);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).singleElement().asString().contains("conseil.txt", "extract-time");
    }

    private void usage(Ran ran, String... said) {
        assertThat(ran.err()).contains(said);
        assertThat(ran.exit()).isEqualTo(Main.USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(collection.folder()).doesNotExist();
    }

    // ---- broken files -------------------------------------------------------------------------------------------

    @Test
    void allFaultsOfAllFilesAreToldAndNothingIsStarted() throws IOException {
        Path config = copy(Collection.root().resolve("config"), folder.resolve("config"));
        Path own = copy(seeds, folder.resolve("seeds"));
        Files.writeString(config.resolve("vendors/wrong.yml"), "id: wrong\nname: [\n");
        Files.writeString(
                config.resolve("crawl.yml"), "contact: null\nsite-gap: soon\nthreads: none\nno-such-key: 1\n");
        Files.writeString(own.resolve("more.yml"), """
                sources:
                  - id: more
                    name: More
                    kind: site
                    url: http://more.example/
                    commune: "99999"
                    origin: test
                """);
        Ran ran = Ran.vigie(List.of(
                "run",
                "--data",
                collection.folder().toString(),
                "--config",
                config.toString(),
                "--seeds",
                own.toString(),
                "--lang",
                "fr"));
        assertThat(ran.exit()).isEqualTo(Main.USAGE);
        assertThat(ran.err())
                .containsPattern("wrong\\.yml:\\d+")
                .contains("crawl.yml:2", "crawl.yml:3", "crawl.yml:4", "more.yml:6")
                .contains("rien n’a été lancé");
        assertThat(collection.folder()).doesNotExist();
    }

    @Test
    void faultsAreToldInTheLanguageAskedFor() throws IOException {
        Path config = copy(Collection.root().resolve("config"), folder.resolve("config"));
        Files.writeString(config.resolve("crawl.yml"), "site-gap: soon\n");
        Ran ran =
                Ran.vigie(List.of("crawl", "--config", config.toString(), "--seeds", seeds.toString(), "--lang", "en"));
        assertThat(ran.exit()).isEqualTo(Main.USAGE);
        assertThat(ran.err()).contains("crawl.yml:1: bad duration").doesNotContain("durée");
    }

    @Test
    void runStartsNothingWhereVerdictsCannotBeRead() throws IOException {
        Files.createDirectories(collection.folder());
        Files.writeString(collection.data().reviews(), "claim,verdict\nc-1\n");
        Ran ran = collection.vigie("run");
        assertThat(ran.exit()).isEqualTo(Main.USAGE);
        assertThat(ran.err()).contains("reviews.csv:1", "reviews.csv:2").doesNotContain("Collecte");
        try (Stream<Path> files = Files.list(collection.folder())) {
            assertThat(files).containsExactly(collection.data().reviews());
        }
    }

    @Test
    void faultsOfMetaAreToldByLine() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "Le conseil approuve.");
        Path meta =
                Files.writeString(folder.resolve("meta.tsv"), "a\tVille\t99001\t2024\nb\tVille\nc\tVille\t1\t2024\n");
        Ran ran = collection.vigie("extract", text.toString(), "--meta", meta.toString());
        assertThat(ran.exit()).isEqualTo(Main.USAGE);
        assertThat(ran.err()).contains("meta.tsv:2", "meta.tsv:3").doesNotContain("meta.tsv:1");
    }

    @Test
    void codeOfNoCommuneInTheMetaIsTold(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "Le conseil approuve l'achat du logiciel BriefCam.");
        Path meta = Files.writeString(folder.resolve("meta.tsv"), "a\tVoiron\t38000\t2024\n");
        Ran ran = collection.vigie("extract", text.toString(), "--meta", meta.toString());
        assertThat(ran.exit()).isEqualTo(Main.OK);
        assertThat(ran.err()).contains("aucune commune n’a le code INSEE 38000");
    }

    /** A folder that is not mounted, for instance: a run that nobody watches would read nothing for ever. */
    @Test
    void folderWithoutSourcesIsToldAndNothingIsStarted() throws IOException {
        Path none = Files.createDirectory(folder.resolve("none"));
        Collection idle = new Collection(folder.resolve("data"), none);
        for (String command : List.of("run", "crawl")) {
            usage(idle.vigie(command), "aucune source", none.toString());
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void unreadableFilesAreToldAndTheOthersAreRead() throws IOException {
        Path good = Files.writeString(
                folder.resolve("a.txt"),
                "Ville de Val-Moreau-l'Imaginaire. Le conseil municipal approuve l'achat du logiciel BriefCam.");
        Path bad = Files.write(
                folder.resolve("b.pdf"), "%PDF-1.7 and no more".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Ran ran = collection.vigie("extract", bad.toString(), good.toString());
        assertThat(ran.exit()).isEqualTo(Main.PARTLY);
        assertThat(ran.err()).contains("b.pdf");
        assertThat(ran.jsonLines())
                .anyMatch(claim -> claim.path("vendor").asText().equals("briefcam"));
        usage(collection.vigie("extract", folder.resolve("none.pdf").toString()), "none.pdf");
    }

    @Test
    void hugeAndUnreadableFilesDoNotKeepTheOthersFromBeingRead() throws IOException {
        Path huge = folder.resolve("huge.txt");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(3L << 30); // takes no place
        }
        Path good =
                Files.writeString(folder.resolve("a.txt"), "Le conseil de Val-Moreau-l'Imaginaire achète BriefCam.");
        // Exists, and nobody may read its beginning.
        Path unreadable = Path.of("/proc/self/mem");
        List<String> files = Stream.of(huge, unreadable, good)
                .filter(Files::exists)
                .map(Path::toString)
                .toList();

        Ran ran = collection.vigie(
                Stream.concat(Stream.of("extract"), files.stream()).toArray(String[]::new));

        assertThat(ran.exit()).as(ran.err()).isEqualTo(Main.PARTLY);
        assertThat(ran.err()).contains("huge.txt: illisible (larger than ");
        assertThat(ran.err().lines().filter(line -> line.contains(": illisible (")))
                .hasSize(files.size() - 1);
        assertThat(ran.jsonLines())
                .anyMatch(claim -> claim.path("vendor").asText().equals("briefcam"));
    }

    // ---- folders ------------------------------------------------------------------------------------------------

    @Test
    void withoutAnIndexTheMessageSaysHowToMakeOne() {
        for (String command : new String[] {"status", "deployments"}) {
            Ran ran = collection.vigie(command);
            assertThat(ran.exit()).isEqualTo(Main.FAILED);
            assertThat(ran.err()).contains(collection.folder().toString(), "vigie index");
            assertThat(ran.err().lines()).hasSize(1);
        }
        assertThat(collection.vigie("search", "caméra").exit()).isEqualTo(Main.FAILED);
        assertThat(collection.folder()).doesNotExist();
    }

    @Test
    void secondRunIsToldWhichProcessHoldsTheFolder() throws Exception {
        try (Holder holder = Holder.of(collection.folder())) {
            Ran ran = collection.vigie("run");
            assertThat(ran.exit()).isEqualTo(Main.FAILED);
            assertThat(ran.err())
                    .contains(
                            collection.folder().toString(),
                            String.valueOf(holder.process().pid()));
            assertThat(collection.data().archive()).doesNotExist();
            assertThat(collection.vigie("status").err())
                    .doesNotContain(String.valueOf(holder.process().pid()));
        }
    }

    @Test
    void lockOfAProcessThatDiedIsTakenOver() throws Exception {
        long pid;
        try (Holder holder = Holder.of(collection.folder())) {
            pid = holder.process().pid();
            holder.process().destroyForcibly().waitFor();
        }
        Ran ran = collection.vigie("index");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains(String.valueOf(pid));
        assertThat(collection.vigie("index").err()).doesNotContain(String.valueOf(pid));
    }

    @Test
    void folderThatCannotBeWrittenIsAClearError() throws IOException {
        Files.writeString(collection.folder(), "a file where the folder should be");
        Ran ran = collection.vigie("run");
        assertThat(ran.exit()).isEqualTo(Main.FAILED);
        assertThat(ran.err()).contains(collection.folder().toString());
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(collection.folder()).hasContent("a file where the folder should be");
    }

    @Test
    void archiveThatCannotBeWrittenLosesNothing() throws IOException {
        Files.createDirectories(collection.folder());
        Path archive = Files.writeString(collection.data().archive(), "a file where the archive should be");
        Ran ran = collection.vigie("run");
        assertThat(ran.exit()).isEqualTo(Main.FAILED);
        assertThat(ran.err()).contains(archive.toString());
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(archive).hasContent("a file where the archive should be");
    }

    // ---- network ------------------------------------------------------------------------------------------------

    @Test
    void withoutNetworkTheRunSaysSoAndTheNextOneTriesAgain() throws IOException {
        Path dead = copy(seeds, folder.resolve("seeds"));
        // Port 9 is the discard service: nobody listens there.
        Files.writeString(
                dead.resolve("world.yml"),
                Files.readString(dead.resolve("world.yml")).replace(":" + world.port() + "/", ":9/"));
        Collection cutOff = new Collection(collection.folder(), dead);
        for (int time = 1; time <= 2; time++) {
            Ran ran = cutOff.vigie("run");
            assertThat(ran.exit()).as(ran.err()).isEqualTo(Main.PARTLY);
            assertThat(ran.err()).contains("val-moreau", "boamp", "combe-perdue", "injoignable");
            assertThat(cutOff.lastRun().at("/crawl/unreachable")).hasSize(11);
            assertThat(cutOff.lastRun().at("/crawl/documents").asInt()).isZero();
        }
        assertThat(cutOff.vigie("status").out()).contains("injoignable");
    }

    @Test
    void publicSitesAreNotReadWithoutAContact() throws IOException {
        Path open = copy(seeds, folder.resolve("seeds"));
        Files.writeString(open.resolve("more.yml"), """
                sources:
                  - id: more
                    name: More
                    kind: site
                    url: https://ville.example/
                    origin: test
                """);
        Ran ran = new Collection(collection.folder(), open).vigie("crawl");
        assertThat(ran.err()).contains("contact:", "crawl.yml");
        assertThat(ran.exit()).isEqualTo(Main.USAGE);
        assertThat(collection.data().crawl()).doesNotExist();
    }

    // ---- help for the above ---------------------------------------------------------------------------------------

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return to;
    }
}
