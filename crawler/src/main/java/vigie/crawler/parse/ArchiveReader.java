package vigie.crawler.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import vigie.model.TextOutcome;

/** Reads the files in a zip archive as one document; {@link ZipGuard} has refused bombs before. */
final class ArchiveReader {

    static final String TYPE = "application/zip";

    /** What names are written in that do not say they are UTF-8: by Windows, in western Europe. */
    private static final Charset NAMES = Charset.forName("IBM850");

    private ArchiveReader() {}

    static ParsedDocument read(byte[] payload, InnerFiles files) throws IOException {
        if (files.tooDeep()) {
            return ParsedDocument.unsupported(TYPE);
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(payload), NAMES)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (isFile(entry)) {
                    files.add(entry.getName(), zip);
                }
            }
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                return ParsedDocument.without(TextOutcome.NEEDS_PASSWORD, null, TYPE);
            }
            throw e;
        }
        return files.archive(TYPE);
    }

    /** Not a folder, nor what macOS adds of its own. */
    private static boolean isFile(ZipEntry entry) {
        return !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/");
    }
}
