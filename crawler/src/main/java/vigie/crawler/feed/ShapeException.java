package vigie.crawler.feed;

import java.io.IOException;

/** An answer has another shape than its feed gives: the interface has changed, or it is no answer of it. */
final class ShapeException extends IOException {

    private static final long serialVersionUID = 1L;

    ShapeException(String message) {
        super(message);
    }

    ShapeException(String message, Throwable cause) {
        super(message, cause);
    }
}
