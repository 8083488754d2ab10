package vigie.cli.harvest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vigie.crawler.focus.DocumentKinds;
import vigie.crawler.focus.Focus;
import vigie.crawler.focus.Place;
import vigie.crawler.focus.Promise;
import vigie.crawler.focus.RoundShare;
import vigie.crawler.focus.Yields;
import vigie.crawler.parse.ParsedDocument;
import vigie.model.DocumentKind;

/**
 * As the real crawl does it: in rounds, each with the best of what is due, in no order within a round. Scores, learning
 * and the size of rounds are the crawl's own classes; only Nutch is left out.
 */
final class Focused implements Crawler {

    private final Focus focus;
    private final RoundShare shares;

    Focused(Focus focus, RoundShare shares) {
        this.focus = focus;
        this.shares = shares;
    }

    @Override
    public List<String> order(Reader reader) {
        return new Run(reader).order();
    }

    private record Ranked(String url, float rank) {}

    private final class Run {

        private final Reader reader;
        private final Yields yields = new Yields();
        private final Map<String, Promise> due = new HashMap<>();
        private final Set<String> asked = new HashSet<>();
        private final List<String> order = new ArrayList<>();

        Run(Reader reader) {
            this.reader = reader;
            reader.starts().forEach(url -> due.put(url, new Promise(Focus.SEED, 0, null, null, "seed")));
        }

        List<String> order() {
            for (int round = 1; !due.isEmpty(); round++) {
                Map<String, Promise> chosen = new HashMap<>();
                for (String url : best(shares.of(Math.min(round, shares.rounds())))) {
                    chosen.put(url, due.get(url));
                }
                due.keySet().removeAll(chosen.keySet());
                asked.addAll(chosen.keySet());
                chosen.forEach(this::fetch);
            }
            return order;
        }

        private List<String> best(int count) {
            return due.entrySet().stream()
                    .map(page -> new Ranked(page.getKey(), rank(page.getKey(), page.getValue())))
                    .sorted(Comparator.comparing((Ranked page) -> -page.rank()).thenComparing(Ranked::url))
                    .limit(count)
                    .map(Ranked::url)
                    .toList();
        }

        private float rank(String url, Promise promise) {
            return yields.rank(promise.score(), url, promise.place());
        }

        private void fetch(String url, Promise promise) {
            order.add(url);
            ParsedDocument page = reader.read(url);
            Place place = focus.place(url, page.title(), page.metadata().get("crumbs"), promise.near());
            boolean sitemap = page.mediaType().equals("application/xml");
            Map<String, Promise> links = new HashMap<>();
            focus.promises(place, page.links(), reader::address)
                    .forEach((to, link) -> links.put(to, sitemap ? focus.promise(to) : link));
            DocumentKind kind = DocumentKinds.guess(url, page.mediaType(), page.title(), page.text());
            if (!sitemap) {
                Focus.pays(kind, page.outcome(), promise.near(), links.values())
                        .ifPresent(paid -> yields.learn(url, promise.place(), paid));
            }
            links.forEach((to, link) -> {
                if (!asked.contains(to)) {
                    due.merge(to, link, (one, other) -> other.score() > one.score() ? other : one);
                }
            });
        }
    }
}
