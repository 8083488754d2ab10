package vigie.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.id.InseeCode;
import vigie.model.id.Siret;

/** A public buyer (<em>acheteur</em>) and the communes that it buys for; none where that is not known. */
public record Buyer(@Nullable Siret siret, String name, BuyerKind kind, List<InseeCode> communes) {

    public Buyer {
        communes = List.copyOf(communes);
    }
}
