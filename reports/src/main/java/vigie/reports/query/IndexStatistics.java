package vigie.reports.query;

/**
 * How much is in the index.
 *
 * @param documents of any outcome
 * @param texts documents whose text was read
 * @param segments of the archive that are indexed
 * @param bytes on disk
 * @param project digest of the project that it was extracted with
 * @param version of Vigie that began it
 */
public record IndexStatistics(
        int documents,
        int texts,
        int passages,
        int claims,
        int deployments,
        int sources,
        int segments,
        long bytes,
        String project,
        String version) {}
