package vigie.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What passages taught, kept in a file. */
class LessonFileTest {

    private static final Lessons LESSONS = new Lessons(
            List.of(
                    new Labelled("p-2", List.of("w=essai", "q=§", "v=="), "trial", "asserted"),
                    new Labelled("p-1", List.of(), StageModel.NONE, "asserted")),
            List.of(new Spoken("p-2", List.of("a", "été"), true), new Spoken("p-1", List.of("a"), false)),
            List.of(
                    new Chosen(
                            "p-2",
                            List.of(Map.of("o:none=1", 1.0, "o:top", -0.1 - 0.2), Map.of("o:trial", Math.PI)),
                            List.of(false, true)),
                    new Chosen("p-2", List.of(Map.of()), List.of(true))));

    @Test
    void whatIsReadIsWhatWasWrittenInItsOrder() throws IOException {
        assertThat(LessonFile.read(new ByteArrayInputStream(written()))).isEqualTo(LESSONS);
    }

    @Test
    void theSameLessonsAreTheSameBytes() throws IOException {
        assertThat(written()).isEqualTo(written());
    }

    @Test
    void aLineThatIsNoLessonIsNamed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("spoken\tp-1\ttrue\ta\nsung\tp-1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> LessonFile.read(new ByteArrayInputStream(packed.toByteArray())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 2 is no lesson");
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LessonFile.write(LESSONS, out);
        return out.toByteArray();
    }
}
