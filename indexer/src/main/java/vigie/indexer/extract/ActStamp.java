package vigie.indexer.extract;

import org.jspecify.annotations.Nullable;
import vigie.model.PartialDate;
import vigie.model.id.Siren;

/**
 * The stamp {@code département-SIREN-date-number-nature} that an act bears once it was transmitted to the prefecture:
 * who decided, when, and which act it is.
 *
 * @param departement code such as {@code 38}, {@code 2A} or {@code 971}
 * @param siren of the publisher; null where its check digit is wrong, as misread stamps have it
 * @param date of the act
 * @param number as the publisher numbers its acts
 * @param nature such as {@code DE} for a deliberation, {@code AR} for an order, {@code AI}, {@code CC} for a contract
 */
public record ActStamp(String departement, @Nullable Siren siren, PartialDate date, String number, String nature) {}
