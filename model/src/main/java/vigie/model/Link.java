package vigie.model;

/** A link out of a document: absolute URL and the text that a reader clicks on. */
public record Link(String url, String anchor) {}
