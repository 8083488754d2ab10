package vigie.crawler.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Writes ascending page numbers shortly, and reads them: {@code 2,5-7}. */
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

    static List<Integer> read(String written) {
        List<Integer> pages = new ArrayList<>();
        for (String range : written.isEmpty() ? new String[0] : written.split(",", -1)) {
            String[] ends = range.split("-", -1);
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int page = Integer.parseInt(ends[0]); page <= last; page++) {
                pages.add(page);
            }
        }
        return pages;
    }
}
