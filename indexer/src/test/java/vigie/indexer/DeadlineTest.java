package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vigie.indexer.extract.Deadline;
import vigie.indexer.extract.OutOfTimeException;

/** Reading ends when its time is up, and does not differ where there is enough of it. */
class DeadlineTest {

    private static final String TEXT = """
            DÉLIBÉRATION N° 3 : vidéoprotection

            Le conseil approuve l'acquisition du logiciel BriefCam.

            DÉLIBÉRATION N° 4 : cantine

            La commune exploite les caméras augmentées de Wintics depuis 2021.
            """;

    /** A clock that goes on by a second whenever one looks. */
    private final AtomicLong looks = new AtomicLong();

    private Deadline seconds(long seconds) {
        return new Deadline(Duration.ofSeconds(seconds), () -> looks.incrementAndGet() * 1_000_000_000);
    }

    @Test
    void enoughTimeChangesNothing() {
        assertThat(Roquebelle.claims(TEXT, seconds(1_000)))
                .hasSizeGreaterThan(1)
                .isEqualTo(Roquebelle.claims(TEXT));
    }

    @Test
    void noTimeIsEnough() {
        assertThatThrownBy(() -> Roquebelle.claims(TEXT, seconds(0))).isInstanceOf(OutOfTimeException.class);
    }

    @Test
    void timeCanRunOutAtTheVeryEnd() {
        Roquebelle.claims(TEXT, seconds(1_000));
        long all = looks.get() - 1;
        looks.set(0);
        assertThat(Roquebelle.claims(TEXT, seconds(all))).isNotEmpty();
        looks.set(0);
        assertThatThrownBy(() -> Roquebelle.claims(TEXT, seconds(all - 1)))
                .isInstanceOf(OutOfTimeException.class)
                .hasMessageContaining(all - 1 + " s");
    }

    @Test
    void isLookedAtForEachSentenceThatIsJudged() {
        Roquebelle.claims(TEXT, seconds(1_000));
        long few = looks.getAndSet(0);
        Roquebelle.claims(TEXT + "\nLa commune a renoncé à Videtics.\n".repeat(50), seconds(1_000));
        assertThat(looks.get()).isGreaterThan(few + 50);
    }
}
