package vigie.crawler.feed;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.model.DocumentKind;
import vigie.model.PartialDate;

/**
 * What a procurement notice or contract record says, whichever feed it is from. Contact persons are no part of it.
 *
 * @param label what it is called, such as "Avis BOAMP n°"
 * @param number in its feed, stable
 * @param nature as the source words it, or null
 * @param buyers through their references only: never the first organisation that is named
 * @param title what is bought
 * @param estimate of the whole contract by the buyer, or null
 * @param cpv codes of the Common Procurement Vocabulary, eight digits, without check digit
 * @param earlier numbers of notices that this one corrects, cancels, modifies or gives the result of
 * @param more what else it says, labelled, in its order
 * @param metadata by the feed's own field names
 */
record Notice(
        String label,
        String number,
        DocumentKind kind,
        @Nullable String nature,
        @Nullable PartialDate published,
        List<Party> buyers,
        String title,
        @Nullable String description,
        @Nullable Sum estimate,
        List<String> cpv,
        List<Lot> lots,
        List<Award> awards,
        List<String> earlier,
        List<Line> more,
        Map<String, String> metadata) {

    Notice {
        buyers = List.copyOf(buyers);
        cpv = List.copyOf(cpv);
        lots = List.copyOf(lots);
        awards = List.copyOf(awards);
        earlier = List.copyOf(earlier);
        more = List.copyOf(more);
        metadata = Map.copyOf(metadata);
    }

    /** The same with one more field of metadata. */
    Notice with(String field, String value) {
        Map<String, String> more = new TreeMap<>(metadata);
        more.put(field, value);
        return new Notice(
                label,
                number,
                kind,
                nature,
                published,
                buyers,
                title,
                description,
                estimate,
                cpv,
                lots,
                awards,
                earlier,
                this.more,
                more);
    }

    /** Metadata of fields that may have several values, separated by commas; without those that have none. */
    static Map<String, String> joined(Map<String, List<String>> fields) {
        Map<String, String> metadata = new TreeMap<>();
        fields.forEach((key, values) -> {
            if (!values.isEmpty()) {
                metadata.put(key, String.join(",", new LinkedHashSet<>(values)));
            }
        });
        return metadata;
    }

    /**
     * An organisation.
     *
     * @param name null where the record has the number alone
     * @param number SIRET or SIREN, or another country's, as written
     * @param departement code, or null
     */
    record Party(
            @Nullable String name,
            @Nullable String number,
            @Nullable String city,
            @Nullable String departement) {}

    /** @param number as the notice counts, such as 1 or LOT-0001 */
    record Lot(
            String number,
            @Nullable String title,
            @Nullable String description,
            @Nullable Sum estimate,
            List<String> cpv) {

        Lot {
            cpv = List.copyOf(cpv);
        }
    }

    /**
     * The result for a lot or for the whole.
     *
     * @param lot number of the lot, or null
     * @param contract number of the contract, or null
     * @param duration in words, or null
     * @param without why there is no holder, in words, where there is none; else null
     */
    record Award(
            @Nullable String lot,
            @Nullable String contract,
            List<Party> holders,
            @Nullable Sum amount,
            @Nullable PartialDate date,
            @Nullable String duration,
            @Nullable String without) {

        Award {
            holders = List.copyOf(holders);
        }
    }

    /**
     * @param currency ISO 4217
     * @param vat HT or TTC, or null where the source does not tell
     */
    record Sum(BigDecimal value, String currency, @Nullable String vat) {

        String text() {
            return value.stripTrailingZeros().toPlainString() + " " + (currency.equals("EUR") ? "€" : currency)
                    + (vat == null ? "" : " " + vat);
        }
    }

    record Line(String label, String value) {}
}
