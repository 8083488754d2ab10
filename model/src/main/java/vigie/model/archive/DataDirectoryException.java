package vigie.model.archive;

import org.jspecify.annotations.Nullable;

/** The data directory cannot be used; the message says why and what to do. */
public final class DataDirectoryException extends Exception {

    private static final long serialVersionUID = 1L;

    DataDirectoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
