package vigie.indexer.index;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/** The index cannot be opened or written; the message says why and what to do. What was committed before is intact. */
public final class IndexException extends RuntimeException {

    /** What is the matter. */
    public enum Kind {
        /** There is no index yet. */
        NONE,
        /** Another process writes it. */
        LOCKED,
        /** The file system is full. */
        DISK_FULL,
        /** We may not write there. */
        READ_ONLY,
        /** Its files are broken. */
        BROKEN,
        /** It was written by a Vigie with another format. */
        OTHER_SCHEMA,
        /** Any other failure of the file system. */
        IO
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public IndexException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What is the matter. */
    public Kind kind() {
        return kind;
    }

    /** Tells what a failure of Lucene or of the file system means for the index at {@code index}. */
    public static IndexException of(Path index, Throwable cause) {
        Kind kind = kindOf(cause);
        String what = switch (kind) {
            case NONE -> "there is no index in " + index + "; make one: vigie index";
            case LOCKED -> "another process is writing the index in " + index + "; wait for it to end";
            case DISK_FULL ->
                "no space left for the index in " + index
                        + "; what was indexed before is intact: free space and run again";
            case READ_ONLY -> "the index in " + index + " may not be written; check its permissions";
            case BROKEN, OTHER_SCHEMA ->
                "the index in " + index + " is broken (" + cause.getMessage() + "); make it anew: vigie rebuild";
            case IO -> "the index in " + index + " cannot be used: " + cause.getMessage();
        };
        return new IndexException(kind, what, cause);
    }

    private static Kind kindOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IndexNotFoundException) {
                return Kind.NONE;
            } else if (cause instanceof LockObtainFailedException) {
                return Kind.LOCKED;
            } else if (cause instanceof CorruptIndexException
                    || cause instanceof IndexFormatTooOldException
                    || cause instanceof IndexFormatTooNewException) {
                return Kind.BROKEN;
            } else if (cause instanceof AccessDeniedException) {
                return Kind.READ_ONLY;
            } else if (cause instanceof IOException && cause.getMessage() != null) {
                String message = cause.getMessage().toLowerCase(Locale.ROOT);
                if (message.contains("no space") || message.contains("quota")) {
                    return Kind.DISK_FULL;
                } else if (message.contains("read-only")) {
                    return Kind.READ_ONLY;
                }
            }
        }
        return Kind.IO;
    }
}
