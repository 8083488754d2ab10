package vigie.crawler.parse;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The text of a PDF as it stands in the file, page by page: lines as printed, two columns of prose one after the other
 * ({@link ColumnOrder}). A page that cannot be read does not take the others with it.
 */
class PdfText extends PDFTextStripper {

    private static final Pattern LINE_TAIL = Pattern.compile("(?<![ \\t\u00a0])[ \\t\u00a0]++(?=\\n|\\z)");
    private static final Pattern GAP = Pattern.compile("\\n{3,}|\\A\\n+");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder current = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> unreadable = new ArrayList<>();

    PdfText() {
        setLineSeparator("\n");
        setPageEnd("\n");
        setSuppressDuplicateOverlappingText(true);
        // bold by printing twice would read "CCoonnsseeiill"
        setParagraphStart("\n");
        // a paragraph is told by the gap above it; indents are as often centred lines or lists
        setIndentThreshold(Float.MAX_VALUE);
    }

    /** Reads all pages; call once. */
    void read(PDDocument document) throws IOException {
        writeText(document, new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) {
                keep(new String(buffer, offset, length));
            }

            @Override
            public void write(String string) {
                keep(string);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    String text() {
        return text.toString();
    }

    /** Where each page starts in {@link #text}. */
    List<Integer> starts() {
        return starts;
    }

    /** Numbers of pages that could not be read, or only in part. */
    List<Integer> unreadable() {
        return unreadable;
    }

    /** The text page by page. */
    List<String> pages() {
        return IntStream.range(0, starts.size()).mapToObj(this::page).toList();
    }

    /** The text of page {@code index}, counted from 0. */
    String page(int index) {
        int end = index + 1 < starts.size() ? starts.get(index + 1) : text.length();
        return text.substring(starts.get(index), end);
    }

    @Override
    protected void writePage() throws IOException {
        charactersByArticle.replaceAll(ColumnOrder::of);
        setDropThreshold(LineGaps.threshold(charactersByArticle));
        super.writePage();
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        starts.add(text.length());
        try {
            super.processPage(page);
        } catch (BlockText.TooLongException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // PDFBox throws whatever a broken page makes it stumble over
            unreadable.add(starts.size());
        }
        text.append(tidy(current));
        current.setLength(0);
    }

    /** Spaces at line ends and runs of empty lines are how the program set the page, not what it says. */
    private static String tidy(CharSequence page) {
        String lines = LINE_TAIL.matcher(page).replaceAll("");
        String gaps = GAP.matcher(lines).replaceAll(m -> m.start() == 0 ? "" : "\n\n");
        return gaps.isEmpty() || gaps.endsWith("\n") ? gaps : gaps + "\n";
    }

    private void keep(String piece) {
        CleanText.append(current, piece);
        if (text.length() + current.length() > ReadLimits.MAX_TEXT) {
            throw new BlockText.TooLongException(ReadLimits.MAX_TEXT);
        }
    }
}
