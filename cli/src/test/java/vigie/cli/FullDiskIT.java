package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.cli.demo.WorldServer;

/** A disk that is full at different times of a run. What a full disk must leave alone: {@link DamageIT}. */
@Tag("long")
class FullDiskIT {

    private static final String[] RUN = {"run", "--source", "boamp,roquebelle"};

    @Test
    void endsTheRunWithTheFileAndTheNextRunMakesItWhole(@TempDir Path folder) throws IOException {
        try (WorldServer world = new WorldServer();
                SmallDisk disk = SmallDisk.at(folder.resolve("disk"))) {
            Collection whole = new Collection(folder.resolve("whole"), world.seeds(folder.resolve("seeds")));
            Ran first = whole.vigie(RUN);
            assertThat(first.exit()).as(first.err()).isZero();
            Collection cut = new Collection(disk.folder().resolve("data"), whole.seeds());
            int failed = 0;
            for (long free : new long[] {0, 300_000, 1_000_000, 2_000_000}) {
                disk.leave(free);
                Ran ran = cut.vigie(RUN);
                System.out.println("full disk: " + free + " free: exit " + ran.exit() + ": " + last(ran.err()));
                if (ran.exit() != Main.OK) {
                    failed++;
                    assertThat(ran.exit()).as(ran.err()).isEqualTo(Main.FAILED);
                    assertThat(ran.err()).doesNotContain("\tat ").containsPattern("No space|full disk");
                }
                disk.makeRoom();
            }
            assertThat(failed).isPositive();
            Ran next = cut.vigie(RUN);
            assertThat(next.exit()).as(next.err()).isZero();
            assertThat(DamageIT.documents(cut)).isEqualTo(DamageIT.documents(whole));
        }
    }

    private static String last(String said) {
        return said.strip().lines().reduce("", (earlier, line) -> line);
    }
}
