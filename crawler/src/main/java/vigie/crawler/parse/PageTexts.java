package vigie.crawler.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vigie.model.SourceDocument;

/** The text of a document, page by page, of which pages can be replaced. */
final class PageTexts {

    private final List<String> pages = new ArrayList<>();

    /** The files that it carries, behind its pages. */
    private final String attached;

    PageTexts(List<String> pages) {
        this.pages.addAll(pages);
        this.attached = "";
    }

    /** @param count of pages, which all are empty where {@code document} has no text */
    PageTexts(ParsedDocument document, int count) {
        List<Integer> starts = document.pageStarts();
        String from = document.metadata().get(SourceDocument.ATTACHED_FROM);
        String text =
                document.text().substring(0, from == null ? document.text().length() : Integer.parseInt(from));
        this.attached = document.text().substring(text.length());
        for (int i = 0; i < count; i++) {
            int start = i < starts.size() ? starts.get(i) : text.length();
            int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            pages.add(text.substring(start, end));
        }
    }

    /** @param page from 1 */
    void replace(int page, String text) {
        pages.set(page - 1, text);
    }

    String text() {
        String own = String.join("", pages);
        return attached.isEmpty() ? own : own + InnerFiles.gapAfter(own) + attached;
    }

    /** Where in {@link #text} the files that it carries begin, if there are any. */
    OptionalInt attachedFrom() {
        return attached.isEmpty() ? OptionalInt.empty() : OptionalInt.of(text().length() - attached.length());
    }

    /** Where each page starts in {@link #text}. */
    List<Integer> starts() {
        List<Integer> starts = new ArrayList<>();
        int start = 0;
        for (String page : pages) {
            starts.add(start);
            start += page.length();
        }
        return starts;
    }
}
