package vigie.indexer.index;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vigie.model.CommuneRef;
import vigie.model.PartialDate;
import vigie.model.id.InseeCode;

/**
 * What a list of hits shows of a document: a doc value of its own, because reading the record would cost more than
 * finding it.
 *
 * @param document its id
 * @param kind of publication, kebab-case
 * @param source id of the source
 * @param commune that published it, or null
 */
public record Shown(
        String document,
        String kind,
        String source,
        String url,
        @Nullable PartialDate date,
        @Nullable CommuneRef commune,
        @Nullable String title) {

    private static final String BETWEEN = "\u0001";
    private static final int PARTS = 8;

    BytesRef bytes() {
        String joined = String.join(
                BETWEEN,
                List.of(
                        document,
                        kind,
                        source,
                        url.replace(BETWEEN, ""),
                        date == null ? "" : date.toString(),
                        commune == null ? "" : commune.insee().value(),
                        commune == null ? "" : commune.name(),
                        title == null ? "" : title));
        return new BytesRef(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #bytes} wrote. */
    public static Shown read(BytesRef bytes) {
        String[] parts = bytes.utf8ToString().split(BETWEEN, PARTS);
        return new Shown(
                parts[0],
                parts[1],
                parts[2],
                parts[3],
                parts[4].isEmpty() ? null : PartialDate.parse(parts[4]),
                parts[5].isEmpty() ? null : new CommuneRef(new InseeCode(parts[5]), parts[6]),
                parts[7].isEmpty() ? null : parts[7]);
    }
}
