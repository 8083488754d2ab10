package vigie.model.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import vigie.model.Attempt;
import vigie.model.Issue;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;

/**
 * The archive of a collection: a folder of segments, each of three files that share its name:
 * {@code <segment>.warc.gz}, {@code attempts-<segment>.jsonl.gz} and, written last, {@code documents-<segment>.jsonl.gz},
 * whose presence says that the segment is whole.
 */
public final class Archive {

    /** Opens (and creates) the folder; a torn last record of a file is cut and told to {@code issues}. */
    public static Archive open(Path directory, Consumer<Issue> issues) throws IOException {
        throw new UnsupportedOperationException("contract only");
    }

    /** Names of the whole segments, in the order in which they were archived (their names sort so). */
    public List<String> segments() throws IOException {
        throw new UnsupportedOperationException("contract only");
    }

    /** Whether that segment is whole. */
    public boolean has(String segment) {
        throw new UnsupportedOperationException("contract only");
    }

    /** Begins a segment; writes go to temporary files until {@link SegmentWriter#commit}. */
    public SegmentWriter begin(String segment) throws IOException {
        throw new UnsupportedOperationException("contract only");
    }

    /** Reads the documents of a segment one after another. */
    public void documents(String segment, Consumer<SourceDocument> sink) throws IOException {
        throw new UnsupportedOperationException("contract only");
    }

    /** Reads the attempts of a segment one after another. */
    public void attempts(String segment, Consumer<Attempt> sink) throws IOException {
        throw new UnsupportedOperationException("contract only");
    }

    /** The payload bytes of a capture. */
    public InputStream payload(WarcPosition position) throws IOException {
        throw new UnsupportedOperationException("contract only");
    }
}
