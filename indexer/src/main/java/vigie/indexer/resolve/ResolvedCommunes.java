package vigie.indexer.resolve;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.CommuneRef;

/**
 * The communes of a document.
 *
 * @param publisher whose document it is, or null where that is not certain
 * @param certainty of that, 0 to 1
 * @param joint whether a body of several communes speaks
 * @param named the communes that the text names and surely means, in order; comparisons with other towns, addresses and
 *     courts left out
 * @param because the steps that led here
 */
public record ResolvedCommunes(
        @Nullable CommuneRef publisher, double certainty, boolean joint, List<Named> named, List<String> because) {

    public ResolvedCommunes {
        named = List.copyOf(named);
        because = List.copyOf(because);
    }

    /** A commune named at {@code [start, end)}. */
    public record Named(int start, int end, CommuneRef commune) {}
}
