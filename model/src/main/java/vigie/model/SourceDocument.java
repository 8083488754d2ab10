package vigie.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.id.Digest;

/**
 * Text and metadata read out of a capture; one capture may hold many documents (an API page, a bulletin).
 *
 * @param id stable: {@link #idOf}
 * @param source id of the {@link Source}
 * @param locator what tells the documents of one capture apart (a notice number), or empty
 * @param date that the document bears or was published on, or null
 * @param outcome what came of reading; {@code text} is empty unless it is {@code TEXT}
 * @param cause for {@code FAILED}, {@code UNSUPPORTED}: why; else null
 * @param text as read; all offsets anywhere are UTF-16 positions in this string
 * @param pageStarts offset at which each page starts, ascending, the first 0; empty where there are no pages
 * @param links links out of the document, in order, without repeats
 * @param metadata what else the source says, by its own field names
 */
public record SourceDocument(
        String id,
        String source,
        Capture capture,
        String locator,
        DocumentKind kind,
        @Nullable String title,
        @Nullable PartialDate date,
        Publisher publisher,
        TextOutcome outcome,
        @Nullable String cause,
        String text,
        List<Integer> pageStarts,
        List<Link> links,
        Map<String, String> metadata) {

    /** In the metadata: the address that was asked for, where another one answered. */
    public static final String REQUESTED = "requested-url";

    /** In the metadata: where the date was found. */
    public static final String PUBLISHED_FROM = "published-from";

    /** The value of it where the date is the day on which the file was saved: what it holds may be much older. */
    public static final String SAVED = "file";

    /** In the metadata: where in the text the files begin that it carries (attachments), which are on none of its pages. */
    public static final String ATTACHED_FROM = "attached-from";

    /** In the metadata of a record of a feed: where people can read the same record. */
    public static final String PAGE = "url";

    public SourceDocument {
        pageStarts = List.copyOf(pageStarts);
        links = List.copyOf(links);
        metadata = Map.copyOf(metadata);
    }

    /** The stable id of what is published at {@code url}: the same for every version of it. */
    public static String idOf(String url, String locator) {
        return "d-"
                + Digest.sha256((url + "\n" + locator).getBytes(StandardCharsets.UTF_8))
                        .substring(0, 16);
    }

    /**
     * Where people can read it: for a record of many that one capture holds (a notice in the answer to a query), the record's
     * own page where it names one, else the address that the bytes came from.
     */
    public String address() {
        String page = locator.isEmpty() ? null : metadata.get(PAGE);
        return page != null && isWebAddress(page) ? page : capture.url();
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether the date is only the day on which the file was saved. */
    public boolean datedBySaving() {
        return SAVED.equals(metadata.get(PUBLISHED_FROM));
    }

    /** The same, read out of {@code archived}: a capture of the same bytes whose position in the archive is known. */
    public SourceDocument of(Capture archived) {
        return copy(archived, text, links);
    }

    /** The same without its text and links; where its pages began in the text stays. */
    public SourceDocument withoutText() {
        return copy(capture, "", List.of());
    }

    private SourceDocument copy(Capture from, String words, List<Link> found) {
        return new SourceDocument(
                id,
                source,
                from,
                locator,
                kind,
                title,
                date,
                publisher,
                outcome,
                cause,
                words,
                pageStarts,
                found,
                metadata);
    }

    /**
     * A stretch of the text.
     *
     * @param page from 1; null for what is on no page
     */
    public record Sheet(@Nullable Integer page, int start, int end) {}

    /** Its pages, in order, and one sheet more for the files that it carries; one for all where it has no pages. */
    public List<Sheet> sheets() {
        if (pageStarts.isEmpty()) {
            return List.of(new Sheet(null, 0, text.length()));
        }
        int end = pagesEnd();
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < pageStarts.size(); i++) {
            int to = i + 1 < pageStarts.size() ? pageStarts.get(i + 1) : end;
            sheets.add(new Sheet(i + 1, Math.min(pageStarts.get(i), end), Math.min(to, end)));
        }
        if (end < text.length()) {
            sheets.add(new Sheet(null, end, text.length()));
        }
        return sheets;
    }

    private int pagesEnd() {
        String told = metadata.getOrDefault(ATTACHED_FROM, "");
        return told.isEmpty() ? text.length() : Math.min(text.length(), Integer.parseInt(told));
    }

    /** The page, from 1, that holds {@code offset}; null where the document has no pages, or in a file that it carries. */
    public @Nullable Integer pageAt(int offset) {
        if (pageStarts.isEmpty() || (metadata.containsKey(ATTACHED_FROM) && offset >= pagesEnd())) {
            return null;
        }
        int page = 0;
        while (page < pageStarts.size() && pageStarts.get(page) <= offset) {
            page++;
        }
        return Math.max(1, page);
    }

    /**
     * How sure character recognition is of the text of {@code page}, 0 to 100; null where the text is the file's own. From
     * {@code ocr-page-confidence} in the metadata, such as {@code 2:91,5:78}.
     */
    public @Nullable Integer recognised(@Nullable Integer page) {
        String key = page + ":";
        for (String entry : metadata.getOrDefault("ocr-page-confidence", "").split(",", -1)) {
            if (entry.startsWith(key)) {
                return Integer.valueOf(entry.substring(key.length()));
            }
        }
        return null;
    }
}
