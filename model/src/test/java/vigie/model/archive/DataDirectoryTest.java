package vigie.model.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Issue;

class DataDirectoryTest {

    @TempDir
    Path root;

    @Test
    void secondHolderIsToldWhoTheFirstIs() throws Exception {
        DataDirectory data = new DataDirectory(root);
        try (DataDirectory.Lock lock = data.lock()) {
            assertThat(lock.stale()).isEmpty();
            assertThatThrownBy(data::lock)
                    .isInstanceOf(DataDirectoryException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        data.lock().close();
    }

    @Test
    void lockFileThatACrashLeftIsTakenOver() throws Exception {
        Files.writeString(root.resolve("lock"), "process 1 since yesterday");
        try (DataDirectory.Lock lock = new DataDirectory(root).lock()) {
            assertThat(lock.stale()).contains("process 1 since yesterday");
        }
    }

    @Test
    void folderThatIsAFileIsAClearError() throws Exception {
        Path file = Files.writeString(root.resolve("plain"), "x");
        assertThatThrownBy(() -> new DataDirectory(file).lock())
                .isInstanceOf(DataDirectoryException.class)
                .hasMessageContaining("cannot write to " + file);
    }

    @Test
    void partOfALineThatAKilledProcessLeftIsReplaced(@TempDir Path folder) throws IOException {
        DataDirectory data = new DataDirectory(folder);
        data.run(Map.of("a", 1));
        Files.writeString(data.runs(), "{\"torn\": tr", StandardOpenOption.APPEND);
        data.run(Map.of("b", 2));
        assertThat(data.runs()).hasContent("{\"a\":1}\n{\"b\":2}\n");
    }

    @Test
    void issuesAreLines() throws Exception {
        DataDirectory data = new DataDirectory(root);
        Issue issue = new Issue(Instant.EPOCH, "crawl", "s", null, "kind", "mëssage", "remedy");
        data.issue(issue);
        data.issue(issue);
        assertThat(Files.readAllLines(data.issues()))
                .hasSize(2)
                .allMatch(line -> line.contains("\"message\":\"mëssage\"") && line.contains("1970-01-01T00:00:00Z"));
    }
}
