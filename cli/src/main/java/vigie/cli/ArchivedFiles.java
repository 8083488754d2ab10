package vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;
import vigie.model.archive.Archive;
import vigie.model.archive.ArchivedReading;
import vigie.reports.web.Originals;

/** An archive that others may write meanwhile. */
record ArchivedFiles(Path archive) implements Originals {

    @Override
    public InputStream open(WarcPosition position) throws IOException {
        return Archive.payload(archive, position);
    }

    @Override
    public Optional<SourceDocument> reading(WarcPosition position, String document) throws IOException {
        return ArchivedReading.of(archive, position, document);
    }
}
