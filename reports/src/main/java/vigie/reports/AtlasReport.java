package vigie.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.Deployment;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.ReviewState;
import vigie.model.Stage;
import vigie.model.VendorRole;

/**
 * What is known across communes: of a vendor, of a département, of the country. As a report says it, before it is written
 * in some format.
 *
 * @param generated when the report was made
 * @param index version of the index that it was made from, for people to quote
 * @param entries deployments, the most advanced first
 * @param possible deployments of which no source names the maker, and a rule says who may be behind: no conclusion
 * @param partners of a vendor: through whom it came, or whose software it installs; of a territory: the vendors of its
 *     algorithmic surveillance. The most communes first
 * @param prices of all contracts, each counted once; of a territory those for algorithmic surveillance
 * @param arrivals communes by the year in which something is first told of them; of a territory likewise
 * @param changes the latest dated events, newest first
 * @param proofs by their numbers
 */
public record AtlasReport(
        Subject subject,
        Instant generated,
        String index,
        List<Entry> entries,
        List<Entry> possible,
        List<Partner> partners,
        List<Price> prices,
        List<Arrivals> arrivals,
        List<Change> changes,
        List<Proof> proofs,
        Coverage coverage) {

    public AtlasReport {
        entries = List.copyOf(entries);
        possible = List.copyOf(possible);
        partners = List.copyOf(partners);
        prices = List.copyOf(prices);
        arrivals = List.copyOf(arrivals);
        changes = List.copyOf(changes);
        proofs = List.copyOf(proofs);
    }

    /** What a report is about. */
    public sealed interface Subject permits Firm, Territory {}

    /**
     * A vendor.
     *
     * @param role null where no vendor file knows the firm
     * @param aliases other names by which sources call it
     * @param products and of how many communes a source names them
     */
    public record Firm(String id, String name, @Nullable VendorRole role, List<String> aliases, List<Named> products)
            implements Subject {

        public Firm {
            aliases = List.copyOf(aliases);
            products = List.copyOf(products);
        }
    }

    /** A product and the number of communes of which a source names it. */
    public record Named(String name, int communes) {}

    /**
     * A département, or the country.
     *
     * @param code of the département, or null for the whole country
     * @param name of the département; empty for the whole country
     */
    public record Territory(@Nullable String code, String name) implements Subject {}

    /** How far a deployment may be taken for a fact. */
    public enum Standing {
        /** Sources say so. */
        TOLD,
        /** Sources only suppose it. */
        SUPPOSED,
        /** Sources deny it, or it was rejected. */
        DENIED
    }

    /**
     * A deployment as the report shows it.
     *
     * @param departement name of the commune's département
     * @param vendor display name, or null
     * @param product display name, or null
     * @param integrator display name, or null
     * @param possible display names of the makers whose software may be behind it
     * @param proofs numbers of the proofs of its current stage; of all that is said where sources contradict each other
     */
    public record Entry(
            Deployment deployment,
            Commune commune,
            String departement,
            @Nullable String vendor,
            @Nullable String product,
            @Nullable String integrator,
            List<String> possible,
            List<Integer> proofs) {

        public Entry {
            possible = List.copyOf(possible);
            proofs = List.copyOf(proofs);
        }

        /** How far it may be taken for a fact. */
        public Standing standing() {
            if (deployment.modality() == Modality.NEGATED || deployment.stage() == Stage.REJECTED) {
                return Standing.DENIED;
            }
            return deployment.modality() == Modality.ASSERTED ? Standing.TOLD : Standing.SUPPOSED;
        }
    }

    /** The entries of that standing. */
    public List<Entry> entries(Standing standing) {
        return entries.stream().filter(entry -> entry.standing() == standing).toList();
    }

    /**
     * A firm and what the entries that are told have to do with it.
     *
     * @param id of the vendor, or null for those where no source names one
     * @param name display name, or null with the id
     * @param inUse communes where something of it is in use
     * @param contracts each counted once
     * @param prices of these contracts
     */
    public record Partner(
            @Nullable String id, @Nullable String name, int communes, int inUse, int contracts, List<Price> prices) {

        public Partner {
            prices = List.copyOf(prices);
        }
    }

    /**
     * Prices of contracts added up, the same way of stating them only: never HT to TTC. Amendments are left out, for
     * sources say now the new price, now the difference; so are sums that no contract is known of, which may be budgets
     * or yearly.
     *
     * @param vat null where sources do not say
     * @param contracts how many contracts these are
     */
    public record Price(Amount.@Nullable Vat vat, String currency, BigDecimal sum, int contracts) {}

    /** How many communes something is first told of in a year. */
    public record Arrivals(int year, int communes) {}

    /**
     * What happened.
     *
     * @param deployment id
     * @param proof its number
     */
    public record Change(PartialDate date, String deployment, Stage stage, Modality modality, int proof) {}

    /**
     * A claim with what is needed to check it.
     *
     * @param number from 1
     * @param claim masked
     * @param title of the document, or null
     * @param published date of the document, or null
     * @param source display name of the source
     * @param review what people said of the claim
     * @param recognised how sure character recognition is of the page, 0 to 100, or null where the text is the file's own
     */
    public record Proof(
            int number,
            Claim claim,
            @Nullable String title,
            @Nullable PartialDate published,
            String source,
            ReviewState review,
            @Nullable Integer recognised) {}

    /**
     * What was read.
     *
     * @param communes in the territory
     * @param read communes with a source of their own of which at least one document was read
     * @param silent communes with a source of their own of which none was read
     * @param sources all that were counted, those of communes among them
     * @param unanswered names of sources that did not answer
     * @param documents whose text was read
     * @param noText documents without a text layer
     * @param unread documents and addresses that could not be read or reached
     * @param refused addresses that were not asked for
     * @param from date of the oldest document, or null
     * @param to date of the newest document, or null
     */
    public record Coverage(
            int communes,
            int read,
            int silent,
            int sources,
            List<String> unanswered,
            int documents,
            int noText,
            int unread,
            int refused,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public Coverage {
            unanswered = List.copyOf(unanswered);
        }
    }
}
