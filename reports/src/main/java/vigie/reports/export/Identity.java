package vigie.reports.export;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Contract;
import vigie.model.id.Digest;
import vigie.model.id.Siren;

/**
 * An organisation as others identify it: stable over exports.
 *
 * @param id SIREN behind its register's code; where it is not known, of Vigie's own making
 * @param name as it is called
 * @param siren of the body, or null
 * @param siret of its establishment, or null
 */
record Identity(
        String id,
        String name,
        @Nullable String siren,
        @Nullable String siret) {

    /** The code of the SIRENE register at <a href="https://org-id.guide/list/FR-INSEE">org-id.guide</a>. */
    static final String SIRENE = "FR-INSEE";

    /** The commune itself. */
    static Identity of(Town town) {
        Siren siren = town.commune() == null ? null : town.commune().siren();
        String name = town.ref().name();
        return siren == null
                ? new Identity("vigie-commune-" + town.ref().insee(), name, null, null)
                : registered(siren.toString(), name, null);
    }

    /** The buyer of a contract; the commune where it buys for itself and nothing else is known of it. */
    static Identity of(Buyer buyer, Town town) {
        if (buyer.siret() != null) {
            String siret = buyer.siret().toString();
            return registered(siret.substring(0, 9), buyer.name(), siret);
        }
        boolean self = buyer.kind() == BuyerKind.COMMUNE
                && (buyer.communes().isEmpty()
                        || buyer.communes().contains(town.ref().insee()));
        return self ? of(town) : named("buyer", buyer.name());
    }

    /** A firm; one that no vendor file knows is the same as the holder of that name. */
    static Identity of(Firm firm) {
        if (firm.role() == null) {
            return named("firm", firm.name());
        }
        return firm.siren() == null
                ? new Identity("vigie-vendor-" + firm.id(), firm.name(), null, null)
                : registered(firm.siren().toString(), firm.name(), null);
    }

    /** The holder of a contract, or null where none is known. */
    static @Nullable Identity holder(Contract contract, Town town) {
        String holder = contract.holder();
        if (holder == null) {
            return null;
        }
        Firm firm = town.firms().get(holder);
        return firm == null ? named("firm", holder) : of(firm);
    }

    private static Identity registered(String siren, String name, @Nullable String siret) {
        return new Identity(SIRENE + "-" + siren, name, siren, siret);
    }

    private static Identity named(String kind, String name) {
        String digest = Digest.sha256(name.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        return new Identity("vigie-" + kind + "-" + digest, name, null, null);
    }
}
