package vigie.cli.harvest;

import java.util.ArrayList;
import java.util.List;
import vigie.crawler.focus.Focus;
import vigie.crawler.parse.DocumentParser;

/** Two ways to crawl the same made-up sites, side by side. */
public final class Race {

    /** The share of all acts that must be had. */
    public static final double GOAL = 0.9;

    /** The present year of the made-up world. */
    public static final int YEAR = 2026;

    private final DocumentParser parser;
    private final Crawler plain = new BreadthFirst();
    private final Crawler focused;

    /** Makes a race; {@code parser} reads the pages. */
    public Race(DocumentParser parser, Focus focus) {
        this.parser = parser;
        this.focused = new Focused(focus);
    }

    /** Crawls {@code sites} sites of the world of that seed both ways. */
    public Outcome run(int sites, long seed) {
        List<Lane> lanes = new ArrayList<>();
        for (int number = 0; number < sites; number++) {
            lanes.add(lane(SiteMaker.make(number, seed)));
        }
        return new Outcome(seed, lanes);
    }

    private Lane lane(Site site) {
        Reader reader = new Reader(site, parser);
        List<String> order = plain.order(reader);
        List<Integer> breadthFirst = found(order, reader);
        List<Integer> best = found(focused.order(reader), reader);
        return new Lane(site.build(), order.size(), site.acts(), breadthFirst, best);
    }

    /** After how many requests each act was had. */
    private static List<Integer> found(List<String> order, Reader reader) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            if (reader.isAct(order.get(i))) {
                found.add(i + 1);
            }
        }
        return found;
    }

    /**
     * One site.
     *
     * @param build what it is built with
     * @param pages that a crawl asks it for in all
     * @param breadthFirst after how many requests each act was had, ascending
     * @param focused the same with our scoring
     */
    public record Lane(String build, int pages, long acts, List<Integer> breadthFirst, List<Integer> focused) {

        public Lane {
            breadthFirst = List.copyOf(breadthFirst);
            focused = List.copyOf(focused);
        }

        /** Requests until the goal is reached on this site; 0 where it has too few acts in reach. */
        public int needed(List<Integer> found) {
            int goal = (int) Math.ceil(GOAL * acts);
            return goal == 0 || found.size() < goal ? 0 : found.get(goal - 1);
        }
    }

    /**
     * What came of it.
     *
     * @param seed of the world
     */
    public record Outcome(long seed, List<Lane> lanes) {

        public Outcome {
            lanes = List.copyOf(lanes);
        }

        public int pages() {
            return lanes.stream().mapToInt(Lane::pages).sum();
        }

        public long acts() {
            return lanes.stream().mapToLong(Lane::acts).sum();
        }

        /** Requests to all sites, one to each in turn, until the goal is reached over all of them; 0 if it never is. */
        public int breadthFirst() {
            return inTurn(lanes.stream().map(Lane::breadthFirst).toList());
        }

        /** The same with our scoring. */
        public int focused() {
            return inTurn(lanes.stream().map(Lane::focused).toList());
        }

        /** Focused by breadth first. */
        public double ratio() {
            return (double) focused() / breadthFirst();
        }

        /** Focused by breadth first, on the average of the sites. */
        public double meanRatio() {
            return lanes.stream()
                    .filter(lane -> lane.needed(lane.breadthFirst()) > 0)
                    .mapToDouble(lane -> (double) lane.needed(lane.focused()) / lane.needed(lane.breadthFirst()))
                    .average()
                    .orElse(Double.NaN);
        }

        private int inTurn(List<List<Integer>> found) {
            List<Integer> turns = found.stream().flatMap(List::stream).sorted().toList();
            int goal = (int) Math.ceil(GOAL * acts());
            if (goal == 0 || turns.size() < goal) {
                return 0;
            }
            int turn = turns.get(goal - 1);
            int asked = 0;
            for (Lane lane : lanes) {
                asked += Math.min(turn, lane.pages());
            }
            return asked;
        }
    }
}
