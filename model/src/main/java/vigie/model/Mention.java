package vigie.model;

/**
 * A surface form in a text.
 *
 * @param start offset of the surface form in the document's text
 * @param end exclusive
 * @param surface the text between the two, verbatim
 * @param ref what it refers to: a vendor, product, lexicon term or INSEE code; for amounts and dates the normal form
 */
public record Mention(MentionKind kind, int start, int end, String surface, String ref) {}
