package vigie.cli.harvest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import vigie.model.Link;

/** Page by page in the order in which links are found: what a crawl does that knows nothing of its subject. */
final class BreadthFirst implements Crawler {

    @Override
    public List<String> order(Reader reader) {
        List<String> order = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>(reader.starts());
        Queue<String> due = new ArrayDeque<>(known);
        while (!due.isEmpty()) {
            String url = due.remove();
            order.add(url);
            for (Link link : reader.read(url).links()) {
                reader.address(link.url()).filter(known::add).ifPresent(due::add);
            }
        }
        return order;
    }
}
