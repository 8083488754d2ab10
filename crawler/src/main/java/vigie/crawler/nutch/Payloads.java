package vigie.crawler.nutch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps large bodies out of Nutch's records, which are sorted and copied in memory several times: they wait in a folder
 * of the same file system until their segment is archived.
 */
final class Payloads {

    private static final int INLINE = 512 << 10;

    private final Path folder;
    private final Configuration conf;

    Payloads(Configuration conf) {
        this.folder = new Path(conf.get(NutchConf.PAYLOADS));
        this.conf = conf;
    }

    /** Puts a large body aside and returns its file's name; null for a small one, which stays in its record. */
    @Nullable
    String putAside(String sha256, byte[] body) throws IOException {
        if (body.length <= INLINE) {
            return null;
        }
        Path file = new Path(folder, sha256);
        FileSystem files = file.getFileSystem(conf);
        Path unfinished = new Path(folder, sha256 + "." + Thread.currentThread().getId());
        try (OutputStream out = files.create(unfinished, true)) {
            out.write(body);
        }
        files.delete(file, false);
        files.rename(unfinished, file);
        return sha256;
    }

    /** The body of {@code response}, wherever it is. */
    byte[] body(byte[] inline, Response response) throws IOException {
        if (response.spool() == null) {
            return inline;
        }
        Path file = new Path(folder, response.spool());
        try (InputStream in = file.getFileSystem(conf).open(file)) {
            return in.readAllBytes();
        }
    }

    /** Forgets all bodies: nothing refers to them any more. */
    void clear() throws IOException {
        folder.getFileSystem(conf).delete(folder, true);
    }
}
