package vigie.crawler.parse;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;
import vigie.model.SourceDocument;
import vigie.model.TextOutcome;

/**
 * Reads the files inside another one (an archive, a PDF with attachments, an Office file with others in it), each under a
 * line with its name, within limits of depth, number and size. Nothing is written to disk, so that names lead nowhere. One that
 * cannot be read does not take the others with it; it is counted. Scans inside are not recognised. Not thread-safe.
 */
final class InnerFiles {

    /** Files in files in a file are not opened. */
    private static final int MAX_DEPTH = 2;

    private static final int MAX_FILES = 200;
    private static final int MAX_FILE = 64 << 20;

    /** Bytes of all files of one: what does not blow up may still be without end. */
    private static final long MAX_ALL = 512L << 20;

    /** Reads such a file. */
    @FunctionalInterface
    interface Reader {
        ParsedDocument read(ParseRequest request, int depth) throws IOException, SAXException, TikaException;
    }

    private final MediaSniffer sniffer = new MediaSniffer();
    private final Reader reader;
    private final URI url;
    private final int depth;
    private final StringBuilder text = new StringBuilder();
    private final List<String> unreadTypes = new ArrayList<>();
    private final Set<TextOutcome> outcomes = new TreeSet<>();
    private int files;
    private int unread;
    private long bytes;

    /** @param depth of the file that they are in: 1 where it was fetched */
    InnerFiles(Reader reader, URI url, int depth) {
        this.reader = reader;
        this.url = url;
        this.depth = depth;
    }

    /** Whether none of them may be read. */
    boolean tooDeep() {
        return depth > MAX_DEPTH;
    }

    /** Reads one more. Throws only what {@code content} throws. */
    void add(String name, InputStream content) throws IOException {
        if (tooDeep() || files >= MAX_FILES || bytes >= MAX_ALL) {
            missed();
            return;
        }
        byte[] payload = content.readNBytes(MAX_FILE + 1);
        bytes += payload.length;
        add(
                name,
                payload.length == 0 || payload.length > MAX_FILE
                        ? ParsedDocument.failed("empty or larger than " + MAX_FILE + " bytes", "unknown")
                        : read(name, payload));
    }

    /** Counts one that cannot even be taken out. */
    void missed() {
        add("", ParsedDocument.failed("not taken out", "unknown"));
    }

    private ParsedDocument read(String name, byte[] payload) {
        Media media = sniffer.sniff(payload, null, name);
        try {
            return reader.read(new ParseRequest(media, url, null, payload), depth + 1);
        } catch (IOException | SAXException | TikaException | RuntimeException | StackOverflowError e) {
            // readers throw whatever a broken file makes them stumble over
            return ParsedDocument.failed(String.valueOf(e.getMessage()), media.type());
        }
    }

    private void add(String name, ParsedDocument file) {
        files += 1 + count(file, "attachments") + count(file, "archive-files");
        unread += count(file, "attachments-unread") + count(file, "archive-unread");
        outcomes.add(file.outcome());
        boolean fits = (long) text.length() + name.length() + file.text().length() < ReadLimits.MAX_TEXT;
        if (file.outcome() != TextOutcome.TEXT || !fits) {
            unread++;
            unreadTypes.add(file.mediaType());
            return;
        }
        text.append(text.length() == 0 ? "" : "\n\n");
        text.append(CleanText.of(name).strip())
                .append("\n\n")
                .append(file.text().strip());
    }

    private static int count(ParsedDocument file, String fact) {
        return Integer.parseInt(file.metadata().getOrDefault(fact, "0"));
    }

    /** All of them as one document. */
    ParsedDocument archive(String type) {
        Map<String, String> facts = Map.of("archive-files", "" + files, "archive-unread", "" + unread);
        if (text.length() > 0) {
            return new ParsedDocument(
                    TextOutcome.TEXT, null, type, text + "\n", List.of(), null, null, List.of(), facts);
        }
        return outcomes.contains(TextOutcome.NO_TEXT)
                ? ParsedDocument.without(TextOutcome.NO_TEXT, null, type, facts)
                : ParsedDocument.without(TextOutcome.UNSUPPORTED, "nothing in it is read: " + unreadTypes, type, facts);
    }

    /** {@code document}, which carries them, with what they say behind what it says itself. */
    ParsedDocument attachedTo(ParsedDocument document) {
        boolean whole = document.outcome() == TextOutcome.TEXT || document.outcome() == TextOutcome.NO_TEXT;
        if (files == 0 || !whole) {
            return document;
        }
        Map<String, String> facts = new LinkedHashMap<>(document.metadata());
        facts.put("attachments", "" + files);
        String own = document.text();
        if (text.length() == 0 || (long) own.length() + text.length() > ReadLimits.MAX_TEXT) {
            facts.put("attachments-unread", "" + files);
            return document.with(document.outcome(), own, document.pageStarts(), facts);
        }
        if (unread > 0) {
            facts.put("attachments-unread", "" + unread);
        }
        String before = own + gapAfter(own);
        facts.put(SourceDocument.ATTACHED_FROM, "" + before.length());
        return document.with(TextOutcome.TEXT, before + text + "\n", document.pageStarts(), facts);
    }

    /** What a file's own text lacks of a blank line at its end. */
    static String gapAfter(String own) {
        return own.isEmpty() || own.endsWith("\n\n") ? "" : own.endsWith("\n") ? "\n" : "\n\n";
    }
}
