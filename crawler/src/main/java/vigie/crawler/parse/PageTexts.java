package vigie.crawler.parse;

import java.util.ArrayList;
import java.util.List;

/** The text of a document, page by page, of which pages can be replaced. */
final class PageTexts {

    private final List<String> pages = new ArrayList<>();

    PageTexts(List<String> pages) {
        this.pages.addAll(pages);
    }

    /** @param count of pages, which all are empty where {@code document} has no text */
    PageTexts(ParsedDocument document, int count) {
        List<Integer> starts = document.pageStarts();
        for (int i = 0; i < count; i++) {
            int start = i < starts.size() ? starts.get(i) : document.text().length();
            int end =
                    i + 1 < starts.size() ? starts.get(i + 1) : document.text().length();
            pages.add(document.text().substring(start, end));
        }
    }

    /** @param page from 1 */
    void replace(int page, String text) {
        pages.set(page - 1, text);
    }

    String text() {
        return String.join("", pages);
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
