package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.cli.DiskBudget.Drop;
import vigie.cli.DiskBudget.Why;
import vigie.model.archive.DataDirectory;

class DiskBudgetTest {

    @TempDir
    Path folder;

    private DataDirectory data;

    @BeforeEach
    void fill() throws IOException {
        data = new DataDirectory(folder);
        write("archive/1.warc.gz", 100);
        write("archive/2.warc.gz", 200);
        write("archive/3.warc.gz", 300);
        write("archive/documents-1.jsonl.gz", 50);
        write("index/segments_1", 40);
        write("reports/a.html", 10);
        write("reviews.csv", 5);
    }

    @Test
    void nothingIsDroppedWithinTheLimit() throws IOException {
        DiskBudget budget = DiskBudget.of(data, 705, () -> {
            throw new AssertionError("evidence is looked for only above the limit");
        });
        assertThat(budget.total()).isEqualTo(705);
        assertThat(budget.parts()).containsEntry("archive", 650L).containsEntry("reviews.csv", 5L);
        assertThat(budget.drops()).isEmpty();
        assertThat(budget.over()).isZero();
    }

    @Test
    void whatCanBeMadeAnewGoesFirstThenTheOldestBytesAndNeverEvidence() throws IOException {
        DiskBudget budget = DiskBudget.of(data, 500, () -> Set.of("1.warc.gz"));
        assertThat(budget.drops())
                .containsExactly(
                        new Drop("reports", 10, Why.REBUILDABLE), new Drop("archive/2.warc.gz", 200, Why.NOT_CITED));
        assertThat(budget.overAfterwards()).isZero();
        assertThat(folder.resolve("archive/2.warc.gz")).exists();
    }

    @Test
    void whatEvidenceAloneExceedsIsTold() throws IOException {
        DiskBudget budget = DiskBudget.of(data, 100, () -> Set.of("1.warc.gz", "3.warc.gz"));
        assertThat(budget.drops()).extracting(Drop::path).containsExactly("reports", "archive/2.warc.gz");
        assertThat(budget.overAfterwards()).isEqualTo(705 - 100 - 210);
    }

    private void write(String name, int bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
    }
}
