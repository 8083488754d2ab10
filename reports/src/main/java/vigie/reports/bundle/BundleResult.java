package vigie.reports.bundle;

import java.util.List;
import vigie.model.Term;

/**
 * What came of checking a bundle.
 *
 * @param files how many were read
 * @param captures how many captured payloads were compared
 * @param quotes how many were looked for in their documents
 * @param differences none where all is as it was written
 */
public record BundleResult(int files, int captures, int quotes, List<Difference> differences) {

    public BundleResult {
        differences = List.copyOf(differences);
    }

    /** Something that is not as it was written; {@code detail} may be empty. */
    public record Difference(String file, Fault fault, String detail) {}

    /** What is the matter with a file. */
    public enum Fault implements Term {
        /** Its bytes are not those that its sum was taken of. */
        CHANGED,
        /** It is listed and not there. */
        MISSING,
        /** It is there and not listed. */
        UNLISTED,
        /** It cannot be read as what it should be. */
        UNREADABLE,
        /** The payload of the captured record is not the one that the report cites. */
        PAYLOAD,
        /** A quote does not stand at its place in its document. */
        QUOTE
    }
}
