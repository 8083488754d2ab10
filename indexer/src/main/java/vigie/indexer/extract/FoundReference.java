package vigie.indexer.extract;

import org.jspecify.annotations.Nullable;

/**
 * A reference to an act, contract, notice or law.
 *
 * @param start offset of the surface form
 * @param end exclusive
 * @param value the number in its normal form
 * @param stamp what a transmission stamp says, for {@link Kind#STAMP} only
 */
public record FoundReference(
        int start,
        int end,
        Kind kind,
        String value,
        @Nullable ActStamp stamp) {

    /** What is referred to. */
    public enum Kind {
        /** The stamp of the transmission of an act to the prefecture. */
        STAMP,
        DELIBERATION,
        DECISION,
        ARRETE,
        /** A contract (marché) or its lot. */
        MARCHE,
        /** A procurement notice. */
        AVIS,
        /** A code of the Common Procurement Vocabulary. */
        CPV,
        /** A law, ordinance or decree. */
        LAW,
        /** An article of a code. */
        ARTICLE
    }
}
