package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.cli.demo.WorldServer;
import vigie.indexer.index.IndexContent;

/** Full disks, disks that may not be written, and files that are no longer what they were. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamageIT {

    /** A feed alone: {@link FullDiskIT} crawls sites too. */
    private static final String[] RUN = {"run", "--source", "boamp"};

    private static final String[] REPORT = {"report", "city", "99001", "--format", "html,md,json"};

    private WorldServer world;
    private Collection whole;

    @BeforeAll
    void collect(@TempDir Path folder) throws IOException {
        world = new WorldServer();
        whole = new Collection(folder.resolve("whole"), world.seeds(folder.resolve("seeds")));
        Ran ran = whole.vigie(RUN);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(whole.vigie(REPORT).exit()).isZero();
    }

    @AfterAll
    void close() {
        world.close();
    }

    // ---- a full disk --------------------------------------------------------------------------------------------

    @Tag("long")
    @Test
    void fullDiskLeavesTheIndexThatWas(@TempDir Path folder) throws IOException {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"))) {
            Collection full = copy(disk.folder());
            String before = IndexContent.digest(full.data().index());
            String found = full.vigie("search", "vidéoprotection").out();
            for (long free : new long[] {0, 8_000, 40_000}) {
                disk.leave(free);
                Ran ran = full.vigie("rebuild");
                assertThat(ran.exit()).as(free + " free: " + ran.err()).isEqualTo(Main.FAILED);
                assertThat(ran.err()).doesNotContain("\tat ").contains("index");
                assertThat(IndexContent.digest(full.data().index())).isEqualTo(before);
                assertThat(full.vigie("search", "vidéoprotection").out()).isEqualTo(found);
            }
            disk.makeRoom();
            assertThat(full.vigie("rebuild").exit()).isZero();
            assertThat(IndexContent.digest(full.data().index())).isEqualTo(before);
        }
    }

    @Test
    void fullDiskLeavesTheReportAndTheLinesThatWere(@TempDir Path folder) throws IOException {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"))) {
            Collection full = copy(disk.folder());
            List<Path> files = files(full.data().reports());
            List<String> reports = contents(files);
            List<String> runs = Files.readAllLines(full.data().runs());
            disk.leave(0);
            Files.write(disk.folder().resolve("rest"), new byte[4096]);

            Ran report = full.vigie(REPORT);
            assertThat(report.exit()).isEqualTo(Main.FAILED);
            assertThat(report.err()).contains("reports/").doesNotContain("\tat ");
            assertThat(files(full.data().reports())).isEqualTo(files);
            assertThat(contents(files)).isEqualTo(reports);

            Ran run = full.vigie("run", "--source", "boamp");
            assertThat(run.exit()).as(run.err()).isEqualTo(Main.FAILED);
            assertThat(run.err()).doesNotContain("\tat ");
            assertThat(Files.readAllLines(full.data().runs())).isEqualTo(runs);

            disk.makeRoom();
            assertThat(full.vigie(REPORT).exit()).isZero();
            assertThat(full.vigie(RUN).exit()).isZero();
            assertThat(documents(full)).isEqualTo(documents(whole));
        }
    }

    // ---- a disk that may not be written -------------------------------------------------------------------------

    @Test
    void readOnlyCollectionAnswersAndSaysThatItCannotBeWritten(@TempDir Path folder) throws IOException {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"))) {
            Collection fixed = copy(disk.folder());
            disk.readOnly();
            for (String command : List.of("run", "crawl", "index", "rebuild")) {
                Ran ran = fixed.vigie(command);
                assertThat(ran.exit()).isEqualTo(Main.FAILED);
                assertThat(ran.err()).contains(fixed.folder().toString()).doesNotContain("\tat ");
            }
            assertThat(fixed.vigie("search", "vidéoprotection").out())
                    .isEqualTo(whole.vigie("search", "vidéoprotection").out());
            assertThat(fixed.vigie("deployments").exit()).isZero();
            assertThat(fixed.vigie("status").exit()).isZero();
            Ran doctor = fixed.vigie("doctor", "--archive");
            assertThat(doctor.exit()).isEqualTo(Main.FAILED);
            assertThat(doctor.out()).contains("FAIL", fixed.folder().toString(), "tout se lit");
            Ran report = fixed.vigie(REPORT);
            assertThat(report.exit()).isEqualTo(Main.FAILED);
            assertThat(report.err()).contains("reports/").doesNotContain("\tat ");
            Path out = folder.resolve("out");
            assertThat(fixed.vigie("report", "city", "99001", "--out", out.toString())
                            .exit())
                    .isZero();
        }
    }

    // ---- files that are not what they were ----------------------------------------------------------------------

    @Test
    void flippedAndCutFilesAreNamedAndTheRestIsUsed(@TempDir Path folder) throws IOException {
        damaged(1, folder);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void otherFilesToo(long seed, @TempDir Path folder) throws IOException {
        damaged(seed, folder);
    }

    private void damaged(long seed, Path folder) throws IOException {
        Collection damaged = copy(folder);
        Random random = new Random(seed);
        Set<String> names = new TreeSet<>();
        List<Path> files = files(damaged.data().archive());
        for (int i = 0; i < 2; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] bytes = Files.readAllBytes(file);
            if (random.nextBoolean()) {
                bytes[bytes.length / 3 + random.nextInt(bytes.length / 3)] ^= (byte) 0x55;
                Files.write(file, bytes);
            } else {
                Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length - 1)));
            }
            names.add(file.getFileName().toString());
        }

        Ran doctor = damaged.vigie("doctor", "--archive");
        assertThat(doctor.exit()).isEqualTo(Main.FAILED);
        assertThat(doctor.out()).contains(names);
        for (String[] status : new String[][] {{"status"}, {"status", "--health"}}) {
            assertThat(damaged.vigie(status).out()).contains(names).contains("archive endommagée", "vigie rebuild");
        }
        assertThat(damaged.vigie("search", "vidéoprotection").exit()).isZero();

        Ran rebuilt = damaged.vigie("rebuild");
        assertThat(rebuilt.exit()).as(rebuilt.err()).isZero();
        assertThat(damaged.vigie("search", "vidéoprotection").exit()).isZero();
        assertThat(damaged.vigie(REPORT).exit()).isZero();
        Ran next = damaged.vigie(RUN);
        assertThat(next.exit()).as(next.err()).isIn(Main.OK, Main.PARTLY);
        for (Path file : files) {
            assertThat(file).exists();
        }
    }

    @Test
    void damageIsToldSinceItWasFirstMetUntilTheFileIsPutBack(@TempDir Path folder) throws IOException {
        Collection damaged = copy(folder);
        Path captures = files(damaged.data().archive()).stream()
                .filter(file -> file.toString().endsWith(".warc.gz"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(captures);
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= (byte) 0x55;
        Files.write(captures, flipped);
        assertThat(damaged.vigie("doctor", "--archive").exit()).isEqualTo(Main.FAILED);
        JsonNode first = damage(damaged);
        assertThat(first.path("file").asText()).isEqualTo(captures.toString());
        assertThat(first.path("detail").asText()).contains("cannot be read");
        assertThat(first.path("remedy").asText()).contains("backup");

        assertThat(damaged.vigie("doctor", "--archive").exit()).isEqualTo(Main.FAILED);
        assertThat(damage(damaged)).isEqualTo(first);
        assertThat(damaged.vigie("status", "--format", "json").json().at("/damages/0"))
                .isEqualTo(first);

        Files.write(captures, bytes);
        assertThat(damage(damaged).isMissingNode()).isTrue();
        assertThat(damaged.vigie("status", "--health").out()).doesNotContain("endommagée");
    }

    private static JsonNode damage(Collection collection) {
        for (JsonNode finding : collection
                .vigie("status", "--health", "--format", "json")
                .json()
                .path("findings")) {
            if (finding.path("kind").asText().equals("archive-damaged")) {
                return finding;
            }
        }
        return MissingNode.getInstance();
    }

    private Collection copy(Path into) throws IOException {
        Path data = into.resolve("data");
        try (Stream<Path> files = Files.walk(whole.folder())) {
            for (Path file : files.toList()) {
                Files.copy(file, data.resolve(whole.folder().relativize(file).toString()));
            }
        }
        return new Collection(data, whole.seeds());
    }

    /** What a collection has of each document, but the times. */
    static Set<String> documents(Collection collection) throws IOException {
        Set<String> documents = new TreeSet<>();
        collection
                .documents()
                .values()
                .forEach(document -> documents.add(document.id() + " " + document.outcome() + " "
                        + document.capture().sha256() + " " + document.text()));
        return documents;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<String> contents(List<Path> files) throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path file : files) {
            contents.add(Files.readString(file));
        }
        return contents;
    }
}
