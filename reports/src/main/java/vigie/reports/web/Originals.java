package vigie.reports.web;

import java.io.IOException;
import java.io.InputStream;
import vigie.model.WarcPosition;

/** The archived bytes. Thread-safe. */
@FunctionalInterface
public interface Originals {

    /** The payload of the capture that lies there; the caller closes it. */
    InputStream open(WarcPosition position) throws IOException;
}
