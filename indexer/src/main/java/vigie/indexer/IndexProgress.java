package vigie.indexer;

/** Follows a run of the indexer, and may end it. */
@FunctionalInterface
public interface IndexProgress {

    /** {@code done} of {@code total} documents are through. */
    void at(long done, long total);

    /** Whether to stop before the next document; what was not committed will be done again by the next run. */
    default boolean stopped() {
        return false;
    }
}
