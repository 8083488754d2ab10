package vigie.model.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Correction;
import vigie.model.Review;
import vigie.model.Verdict;

class ReviewFileTest {

    private static final Review.Subject SUBJECT = new Review.Subject(
            "c-1", "d-1", "01999", "vsa", "", "in-use", "Le maire dit : \"on s'en sert\", depuis 2021");

    private final Path path;
    private final ReviewFile file;

    ReviewFileTest(@TempDir Path folder) {
        path = folder.resolve("reviews.csv");
        file = new ReviewFile(path);
    }

    @Test
    void whatIsAppendedIsRead() throws Exception {
        Review first = review(0, Verdict.CORRECT, "stage=ended; vendor=", "=1+1, \"voir\"\np. 3");
        Review second = review(1, Verdict.ACCEPT, "", "'-5 %");
        file.append(first);
        file.append(second);

        assertThat(file.read().all()).containsExactly(first, second);
        assertThat(Files.readAllLines(path)).hasSize(3).first().asString().startsWith("time,reviewer,verdict,claim");
        assertThat(Files.readString(path)).contains("'=1+1");
    }

    @Test
    void noFileHoldsNoReviews() throws Exception {
        assertThat(file.read().all()).isEmpty();
    }

    @Test
    void aMergeOfTwoFilesIsRead() throws Exception {
        file.append(review(1, Verdict.ACCEPT, "", ""));
        Files.writeString(path, Files.readString(path) + Files.readString(path));
        file.append(review(0, Verdict.REJECT, "", ""));

        assertThat(file.read().all()).extracting(Review::verdict).containsExactly(Verdict.REJECT, Verdict.ACCEPT);
    }

    @Test
    void everyLineThatCannotBeUnderstoodIsNamed() throws Exception {
        file.append(review(0, Verdict.ACCEPT, "", ""));
        Files.writeString(
                path,
                "<<<<<<< ours\n2026-03-02T12:00:00Z,ada,perhaps,c-1,d-1,01999,vsa,,in-use,quote,,\n",
                StandardOpenOption.APPEND);

        assertThatThrownBy(file::read)
                .isInstanceOf(DataDirectoryException.class)
                .hasMessageContaining("reviews.csv:3: ")
                .hasMessageContaining("reviews.csv:4: unknown Verdict 'perhaps'")
                .hasMessageContaining("correct or delete");
    }

    @Test
    void aLineTornByACrashCountsForNothing() throws Exception {
        Review first = review(0, Verdict.ACCEPT, "", "");
        Review last = review(2, Verdict.REJECT, "", "");
        file.append(first);
        Files.writeString(path, "2026-03-02T13:00:00Z,ada,rej", StandardOpenOption.APPEND);

        assertThat(file.read().all()).containsExactly(first);
        file.append(last);
        assertThat(file.read().all()).containsExactly(first, last);
    }

    @Test
    void aWholeLastLineWithoutItsEndIsKept() throws Exception {
        Review first = review(0, Verdict.ACCEPT, "", "");
        file.append(first);
        Files.writeString(path, Files.readString(path).stripTrailing());
        Review second = review(1, Verdict.REJECT, "", "");
        file.append(second);

        assertThat(file.read().all()).isEqualTo(List.of(first, second));
    }

    private static Review review(int hours, Verdict verdict, String correction, String note) {
        return new Review(
                Instant.parse("2026-03-02T12:00:00Z").plusSeconds(hours * 3600L),
                "ada",
                verdict,
                SUBJECT,
                Correction.parse(correction),
                note);
    }
}
