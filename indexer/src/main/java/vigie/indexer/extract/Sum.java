package vigie.indexer.extract;

import vigie.model.Amount;

/** A sum of money in the text. */
record Sum(Span span, Amount amount) {}
