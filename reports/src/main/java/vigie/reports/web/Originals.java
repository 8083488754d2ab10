package vigie.reports.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;

/** The archive: bytes, and what was read of them. Thread-safe. */
@FunctionalInterface
public interface Originals {

    /** The payload of the capture that lies there; the caller closes it. */
    InputStream open(WarcPosition position) throws IOException;

    /** What was read of the capture there as that document when it was archived; empty where that is not known. */
    default Optional<SourceDocument> reading(WarcPosition position, String document) throws IOException {
        return Optional.empty();
    }
}
