package vigie.indexer.extract;

import vigie.model.PartialDate;

/** A date in the text. */
record When(Span span, PartialDate date) {}
