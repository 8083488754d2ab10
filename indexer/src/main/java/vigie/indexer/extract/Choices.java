package vigie.indexer.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.CommuneRef;
import vigie.model.Technology;

/**
 * What a section may tell of a technology or of a vendor's: one of {@code choices}, of which the first is that it tells
 * nothing.
 *
 * @param vendor id, or null where only a technology is named
 * @param communes that it may be told about, as far as known
 */
public record Choices(Technology technology, @Nullable String vendor, List<CommuneRef> communes, List<Choice> choices) {

    public Choices {
        communes = List.copyOf(communes);
        choices = List.copyOf(choices);
    }
}
