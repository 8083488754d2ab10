package vigie.crawler.parse;

import java.util.List;
import java.util.StringJoiner;

/** Writes ascending page numbers shortly: {@code 2,5-7}. */
final class PageNumbers {

    private PageNumbers() {}

    static String write(List<Integer> pages) {
        StringJoiner out = new StringJoiner(",");
        for (int i = 0; i < pages.size(); ) {
            int first = i;
            while (i + 1 < pages.size() && pages.get(i + 1) == pages.get(i) + 1) {
                i++;
            }
            out.add(first == i ? "" + pages.get(i) : pages.get(first) + "-" + pages.get(i));
            i++;
        }
        return out.toString();
    }
}
