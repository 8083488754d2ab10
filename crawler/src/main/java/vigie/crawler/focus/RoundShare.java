package vigie.crawler.focus;

/**
 * How many new pages of one site a round may take. Small rounds come first, because what they lead to decides what comes
 * next; each is larger by the same factor, so that all of them together use up what a site may have in a run.
 *
 * @param pages of a site in a run
 * @param rounds of the run
 */
public record RoundShare(int pages, int rounds) {

    private static final double GROWTH = 1.2;

    /** A round costs seconds, so it should bring some pages. */
    private static final int LEAST = 10;

    /** The share of a round; the first is 1. */
    public int of(int round) {
        double first = pages * (GROWTH - 1) / (Math.pow(GROWTH, rounds) - 1);
        return (int) Math.max(LEAST, Math.ceil(first * Math.pow(GROWTH, round - 1.0)));
    }
}
