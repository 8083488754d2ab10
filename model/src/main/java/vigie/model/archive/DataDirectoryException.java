package vigie.model.archive;

import org.jspecify.annotations.Nullable;

/** The data directory cannot be used; the message says why and what to do. */
public final class DataDirectoryException extends Exception {

    /** What is the matter. */
    public enum Kind {
        /** Another process holds it. */
        HELD,
        /** It cannot be written. */
        UNWRITABLE,
        /** Lines of its reviews cannot be understood. */
        REVIEWS
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String detail;

    DataDirectoryException(Kind kind, String detail, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.detail = detail;
    }

    /** What is the matter. */
    public Kind kind() {
        return kind;
    }

    /** Who holds it, what the file system says, or the faulty lines. */
    public String detail() {
        return detail;
    }
}
