package vigie.model;

/**
 * How often addresses of a source were tried in one month, by what came of it.
 *
 * @param got answered, be it that nothing had changed
 * @param blocked not asked for because of robots.txt
 * @param missing answered 404 or 410: dead links, no failure of the source
 * @param failed every other try that brought nothing
 */
public record Tries(int got, int blocked, int missing, int failed) {

    /** No try at all. */
    public static Tries none() {
        return new Tries(0, 0, 0, 0);
    }

    /** These and those. */
    public Tries plus(Tries other) {
        return new Tries(got + other.got, blocked + other.blocked, missing + other.missing, failed + other.failed);
    }

    /** These and one more. */
    public Tries plus(Attempt attempt) {
        return switch (attempt.state()) {
            case READ -> plus(new Tries(1, 0, 0, 0));
            case BLOCKED -> plus(new Tries(0, 1, 0, 0));
            default -> plus(attempt.missing() ? new Tries(0, 0, 1, 0) : new Tries(0, 0, 0, 1));
        };
    }

    /** Share of what should have answered that did not, from 0 to 1; dead links and what is blocked do not count. */
    public double shareFailed() {
        return got + failed == 0 ? 0 : (double) failed / (got + failed);
    }
}
