package vigie.crawler.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;
import vigie.model.TextOutcome;

/**
 * Reads the files in a zip archive as one document, each under a line with its name. Nothing is written to disk, so that
 * names lead nowhere; {@link ZipGuard} has refused bombs before. Scans inside are not recognised. Not thread-safe.
 */
final class ArchiveReader {

    static final String TYPE = "application/zip";

    /** Archives in archives in an archive are not opened. */
    private static final int MAX_DEPTH = 2;

    private static final int MAX_FILES = 200;
    private static final int MAX_FILE = 64 << 20;

    /** What names are written in that do not say they are UTF-8: by Windows, in western Europe. */
    private static final Charset NAMES = Charset.forName("IBM850");

    /** Reads a file of the archive. */
    @FunctionalInterface
    interface Reader {
        ParsedDocument read(ParseRequest request, int depth) throws IOException, SAXException, TikaException;
    }

    private final MediaSniffer sniffer = new MediaSniffer();
    private final Reader reader;

    ArchiveReader(Reader reader) {
        this.reader = reader;
    }

    /** @param depth 1 for an archive that was fetched, more for one inside */
    ParsedDocument read(ParseRequest archive, int depth) throws IOException, SAXException, TikaException {
        if (depth > MAX_DEPTH) {
            return ParsedDocument.unsupported(TYPE);
        }
        Contents contents = new Contents();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.payload()), NAMES)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (isFile(entry)) {
                    contents.add(entry.getName(), file(archive, entry, zip, contents, depth));
                }
            }
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                return ParsedDocument.without(TextOutcome.NEEDS_PASSWORD, null, TYPE);
            }
            throw e;
        }
        return contents.document();
    }

    /** Not a folder, nor what macOS adds of its own. */
    private static boolean isFile(ZipEntry entry) {
        return !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/");
    }

    private ParsedDocument file(ParseRequest archive, ZipEntry entry, ZipInputStream zip, Contents contents, int depth)
            throws IOException, SAXException, TikaException {
        if (contents.files >= MAX_FILES) {
            return ParsedDocument.failed("one of too many files", TYPE);
        }
        byte[] bytes = zip.readNBytes(MAX_FILE + 1);
        if (bytes.length == 0 || bytes.length > MAX_FILE) {
            return ParsedDocument.failed("empty or larger than " + MAX_FILE + " bytes", TYPE);
        }
        Media media = sniffer.sniff(bytes, null, entry.getName());
        return reader.read(new ParseRequest(media, archive.url(), null, bytes), depth + 1);
    }

    /** What was read of an archive so far. */
    private static final class Contents {

        private final StringBuilder text = new StringBuilder();
        private final List<String> unread = new ArrayList<>();
        private final Map<TextOutcome, Integer> outcomes = new TreeMap<>();
        private int files;

        void add(String name, ParsedDocument file) {
            files++;
            outcomes.merge(file.outcome(), 1, Integer::sum);
            if (file.outcome() != TextOutcome.TEXT) {
                unread.add(file.mediaType());
                return;
            }
            text.append(text.length() == 0 ? "" : "\n\n");
            text.append(CleanText.of(name).strip())
                    .append("\n\n")
                    .append(file.text().strip());
            if (text.length() > ReadLimits.MAX_TEXT) {
                throw new BlockText.TooLongException(ReadLimits.MAX_TEXT);
            }
        }

        ParsedDocument document() {
            Map<String, String> facts = Map.of("archive-files", "" + files, "archive-unread", "" + unread.size());
            if (text.length() > 0) {
                return new ParsedDocument(
                        TextOutcome.TEXT, null, TYPE, text + "\n", List.of(), null, null, List.of(), facts);
            }
            return outcomes.containsKey(TextOutcome.NO_TEXT)
                    ? ParsedDocument.without(TextOutcome.NO_TEXT, null, TYPE, facts)
                    : ParsedDocument.without(TextOutcome.UNSUPPORTED, "nothing in it is read: " + unread, TYPE, facts);
        }
    }
}
