package vigie.reports.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vigie.model.WarcPosition;

/** Pictures of the pages of archived PDF files. Thread-safe. */
@FunctionalInterface
public interface PageImages {

    /**
     * A page as a PNG; empty where it cannot be drawn, or not now.
     *
     * @param page from 1
     * @param quotes what of its text to mark
     */
    Optional<byte[]> draw(WarcPosition position, int page, List<String> quotes) throws IOException;
}
