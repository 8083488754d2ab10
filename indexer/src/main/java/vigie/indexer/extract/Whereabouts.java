package vigie.indexer.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Buyer;
import vigie.model.CommuneRef;

/**
 * What is known about the communes of a document before its claims are read.
 *
 * @param publisher the commune whose document this is, or null where that is not certain
 * @param certainty of that, 0 to 1
 * @param joint whether a body of several communes speaks, so that a claim is about the communes that a sentence names
 * @param places the communes named in the text, in order, only those that are surely meant
 * @param names where the text names any commune, also one that is only an address or compared with, in order
 * @param buyer the body that publishes, which is the buyer of what its notices and acts say is bought; null where not known
 * @param because how this was found out
 */
public record Whereabouts(
        @Nullable CommuneRef publisher,
        double certainty,
        boolean joint,
        List<Place> places,
        List<Span> names,
        @Nullable Buyer buyer,
        List<String> because) {

    public Whereabouts {
        places = List.copyOf(places);
        names = List.copyOf(names);
        because = List.copyOf(because);
    }
}
