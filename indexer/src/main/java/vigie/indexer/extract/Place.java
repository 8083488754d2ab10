package vigie.indexer.extract;

import vigie.model.CommuneRef;

/** A commune named in the text, and where. */
public record Place(Span span, CommuneRef commune) {}
