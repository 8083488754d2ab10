package vigie.indexer.extract;

import java.util.List;

/**
 * What the extraction asks of a language library, always about short stretches of text around hits, never about whole
 * documents. Implementations are thread-safe.
 */
public interface Linguist {

    /** Kinds of names that are told apart. */
    enum NameKind {
        PERSON,
        ORGANISATION,
        PLACE
    }

    /** A name in the text that was asked about. */
    record Name(NameKind kind, Span span) {}

    /** The sentences of {@code text}, in order; together they cover all that is not white space. */
    List<Span> sentences(String text);

    /** The names in {@code text}, in order. May load a large model on first use. */
    List<Name> names(String text);
}
