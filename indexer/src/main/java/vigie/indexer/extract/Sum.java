package vigie.indexer.extract;

import vigie.model.Amount;

/**
 * A sum of money in the text.
 *
 * @param bound whether it is the sum itself or a limit
 */
record Sum(Span span, Amount amount, FoundAmount.Bound bound) {}
