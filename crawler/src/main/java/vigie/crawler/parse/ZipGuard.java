package vigie.crawler.parse;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Unpacks an office file once into nothing, to see how large it gets: those that blow up are not opened. */
final class ZipGuard {

    private static final long MAX_UNPACKED = 512L << 20;
    private static final long SUSPICIOUS = 64L << 20;
    private static final long MAX_RATIO = 100;
    private static final int MAX_ENTRIES = 20_000;

    private ZipGuard() {}

    /**
     * Checks.
     *
     * @throws IOException if the archive is a bomb
     */
    static void check(byte[] payload) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(payload))) {
            while (zip.getNextEntry() != null) {
                entries++;
                for (int n = zip.read(buffer); n > 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (isBomb(unpacked, payload.length) || entries > MAX_ENTRIES) {
                        throw new IOException("an archive bomb: unpacks to " + unpacked + " bytes or more");
                    }
                }
            }
        } catch (ZipException | EOFException e) {
            // broken rather than hostile: whether it can be read all the same is for its reader to find out
            return;
        }
    }

    private static boolean isBomb(long unpacked, long packed) {
        return unpacked > MAX_UNPACKED || (unpacked > SUSPICIOUS && unpacked > MAX_RATIO * packed);
    }
}
