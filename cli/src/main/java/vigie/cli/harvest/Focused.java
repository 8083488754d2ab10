package vigie.cli.harvest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigie.crawler.focus.DocumentKinds;
import vigie.crawler.focus.Focus;
import vigie.crawler.focus.Frontier;
import vigie.crawler.focus.Place;
import vigie.crawler.focus.Promise;
import vigie.crawler.focus.Shown;
import vigie.crawler.focus.Yields;
import vigie.crawler.parse.ParsedDocument;
import vigie.model.DocumentKind;

/**
 * As the real crawl does it: always the best of what is known by then. Scores, learning and what waits are the crawl's own
 * classes; only Nutch is left out.
 */
final class Focused implements Crawler {

    private final Focus focus;

    Focused(Focus focus) {
        this.focus = focus;
    }

    @Override
    public List<String> order(Reader reader) {
        return new Run(reader).order();
    }

    private record Due(String url, Promise promise) {}

    private final class Run {

        private final Reader reader;
        private final Yields yields = new Yields();
        private final Shown shown = new Shown();
        private final Frontier<Due> due = new Frontier<>(yields);
        private final Set<String> asked = new HashSet<>();
        private final List<String> order = new ArrayList<>();

        Run(Reader reader) {
            this.reader = reader;
            reader.starts().forEach(url -> add(url, new Promise(Focus.SEED, 0, null, null, "seed")));
        }

        List<String> order() {
            for (Optional<Due> best = due.take(); best.isPresent(); best = due.take()) {
                asked.add(best.get().url());
                fetch(best.get().url(), best.get().promise());
            }
            return order;
        }

        private void add(String url, Promise promise) {
            due.add(url, promise.score(), promise.place(), new Due(url, promise));
        }

        private void fetch(String url, Promise promise) {
            order.add(url);
            ParsedDocument page = reader.read(url);
            Place place = focus.place(url, page.title(), page.metadata().get("crumbs"), promise.near());
            boolean sitemap = page.mediaType().equals("application/xml");
            Map<String, Promise> links = new LinkedHashMap<>();
            focus.promises(place, page.links(), reader::address)
                    .forEach((to, link) -> links.put(to, sitemap ? focus.promise(to) : link));
            DocumentKind kind = DocumentKinds.guess(url, page.mediaType(), page.title(), page.text());
            if (!sitemap) {
                Map<String, Promise> first = shown.firstShown(links);
                Focus.pays(kind, page.outcome(), promise.near(), first.values())
                        .ifPresent(paid -> yields.learn(url, promise.place(), paid));
            }
            links.forEach((to, link) -> {
                if (!asked.contains(to)) {
                    add(to, link);
                }
            });
        }
    }
}
