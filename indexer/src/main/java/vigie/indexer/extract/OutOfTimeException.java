package vigie.indexer.extract;

import java.time.Duration;

/**
 * A document took longer to read for claims than is permitted. None are made then: what was read says less than the whole
 * document, and might be taken back in what was not.
 */
public final class OutOfTimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** {@code time} is what was permitted. */
    public OutOfTimeException(Duration time) {
        super("reading it for claims took longer than " + time.toSeconds() + " s");
    }
}
