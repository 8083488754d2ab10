package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that a newcomer types first. */
@Tag("long")
class DemoIT {

    @TempDir
    Path folder;

    @Test
    void demoLeavesReportsAndALineOfItsRun() throws IOException {
        Ran ran = demo();
        assertThat(ran.exit()).as(ran.err()).isZero();
        Path report = Path.of(ran.out().strip());
        assertThat(report).isRegularFile().hasExtension("html");
        assertThat(Files.readString(report))
                .contains("BriefCam", "n° 2023-07")
                .containsPattern("pour 63\\h200\\h€\\hHT");
        assertThat(ran.err()).contains("Source injoignable : combe-perdue", "./vigie deployments --data");
        assertThat(ran.err())
                .contains("./vigie search 'vidéosurveillance algorithmique' --data", "./vigie serve --data");

        Collection collection = new Collection(folder.resolve("demo"), folder.resolve("demo/seeds"));
        JsonNode run = collection.lastRun();
        assertThat(run.path("command").asText()).isEqualTo("demo");
        assertThat(run.at("/crawl/documents").asInt()).isGreaterThan(140);
        assertThat(run.at("/index/claims").asInt()).isGreaterThan(12);
    }

    @Test
    void hintsCanBePastedIntoAShell() {
        assertThat(DemoCommand.quoted("data/demo")).isEqualTo("data/demo");
        assertThat(DemoCommand.quoted("mes données/l'essai")).isEqualTo("'mes données/l'\\''essai'");
    }

    @Test
    void folderThatNoDemoMadeIsLeftAlone() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("demo")).resolve("thesis.txt");
        Files.writeString(mine, "years of work");
        Ran ran = demo();
        assertThat(ran.exit()).isEqualTo(Main.USAGE);
        assertThat(mine).hasContent("years of work");
    }

    /** The seeds named are not those that the demo makes for itself. */
    private Ran demo() {
        return new Collection(folder, folder.resolve("seeds")).vigie("demo", "--no-open");
    }
}
