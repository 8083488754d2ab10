package vigie.model;

/** How a source is read. */
public enum SourceKind implements Term {
    /** A web site, crawled link by link. */
    SITE,
    /** A programming interface that is paged through by an adapter. */
    FEED
}
