package vigie.indexer.extract;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Until when one document may be read for claims. It is looked at before each paragraph is cut into sentences, each quote
 * searched for names and each sentence judged. For one document; thread-safe.
 */
public final class Deadline {

    private static final Deadline NEVER = new Deadline(Duration.ofNanos(Long.MAX_VALUE), () -> 0);

    private final Duration time;
    private final LongSupplier nanoTime;
    private final long begun;

    /** A deadline {@code time} from now on, by {@code nanoTime}. */
    public Deadline(Duration time, LongSupplier nanoTime) {
        this.time = time;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    /** As much time as it takes. */
    public static Deadline never() {
        return NEVER;
    }

    private void check() {
        long nanos = nanoTime.getAsLong() - begun;
        if (Duration.ofNanos(nanos).compareTo(time) > 0) {
            throw new OutOfTimeException(time);
        }
    }

    Linguist over(Linguist linguist) {
        return new Linguist() {
            @Override
            public List<Span> sentences(String text) {
                check();
                return linguist.sentences(text);
            }

            @Override
            public List<Name> names(String text) {
                check();
                return linguist.names(text);
            }
        };
    }

    StageClassifier over(StageClassifier classifier) {
        return situation -> {
            check();
            return classifier.judge(situation);
        };
    }
}
