package vigie.reports.export;

import java.io.IOException;
import java.nio.file.Path;

/** Writes towns in one format. */
interface Export {

    /**
     * Writes all files of the format.
     *
     * @param folder where to; empty
     */
    void write(Towns towns, About about, Path folder) throws IOException;
}
