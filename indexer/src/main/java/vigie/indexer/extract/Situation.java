package vigie.indexer.extract;

/**
 * What a stage is judged from.
 *
 * @param words the clause, plain: lower case, no accents, single spaces
 * @param anchor position in {@code words} of what the claim is about
 * @param heading of the section, plain, or empty
 * @param setting what kind of section
 * @param speaker whose words these are
 */
public record Situation(String words, int anchor, String heading, Setting setting, Speaker speaker) {}
