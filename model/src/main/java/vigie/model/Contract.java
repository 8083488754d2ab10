package vigie.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract (<em>marché</em>).
 *
 * @param id stable
 * @param holder vendor id or name of the <em>titulaire</em>, or null
 * @param amounts as the notices give them, oldest first
 * @param notices document ids of the notices, oldest first
 * @param amendments document ids of the amendments (<em>avenants</em>), oldest first
 */
public record Contract(
        String id,
        Buyer buyer,
        @Nullable String holder,
        @Nullable String integrator,
        List<Amount> amounts,
        List<String> notices,
        List<String> amendments) {

    public Contract {
        amounts = List.copyOf(amounts);
        notices = List.copyOf(notices);
        amendments = List.copyOf(amendments);
    }
}
