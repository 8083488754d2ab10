package vigie.indexer.index;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an index says about itself, kept with each commit.
 *
 * @param segments segments of the archive that are in it
 * @param project digest of the project that everything in it was extracted with
 * @param version of Vigie that began it
 */
public record IndexState(Set<String> segments, String project, String version) {

    private static final String SEGMENTS = "segments";
    private static final String PROJECT = "project";
    private static final String WRITER = "vigie";
    private static final String SCHEMA = "schema";

    public IndexState {
        segments = Set.copyOf(segments);
    }

    /** The state with more segments. */
    public IndexState with(Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(segments);
        all.addAll(more);
        return new IndexState(all, project, version);
    }

    Map<String, String> toCommit() {
        List<String> sorted = segments.stream().sorted().toList();
        return Map.of(
                SEGMENTS, String.join("\n", sorted), PROJECT, project, WRITER, version, SCHEMA, IndexSchema.VERSION);
    }

    /**
     * Reads the user data of a commit.
     *
     * @throws IndexException if the index was written under another schema
     */
    public static IndexState ofCommit(Map<String, String> data) {
        String schema = data.getOrDefault(SCHEMA, "");
        if (!schema.equals(IndexSchema.VERSION)) {
            throw new IndexException(
                    IndexException.Kind.OTHER_SCHEMA,
                    "the index has format '" + schema + "', this Vigie reads '" + IndexSchema.VERSION
                            + "'; make it anew: vigie rebuild",
                    null);
        }
        String segments = data.getOrDefault(SEGMENTS, "");
        return new IndexState(
                segments.isEmpty() ? Set.of() : Set.of(segments.split("\n")),
                data.getOrDefault(PROJECT, ""),
                data.getOrDefault(WRITER, ""));
    }
}
