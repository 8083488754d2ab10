package vigie.reports.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Evidence;
import vigie.model.ReviewState;
import vigie.model.SourceDocument;

/**
 * Which claims everybody may see. What readers accepted or corrected is published, however sure the extraction was of it; what
 * they rejected, or do not agree on, never is.
 *
 * @param unreviewed whether claims that nobody has judged are published too
 * @param minConfidence how sure these must be at least, 0 to 1
 */
public record Publication(boolean unreviewed, double minConfidence) {

    /** Of the metadata of a document: how well its pages were recognised, figures only; a record's own address. */
    private static final Set<String> TOLD = Set.of("ocr-page-confidence", SourceDocument.PAGE);

    /** Whether a claim is published: one that no commune is known of has no place to be shown. */
    boolean admits(Claim extracted, ReviewState state) {
        return extracted.commune() != null
                && switch (state) {
                    case ACCEPTED, CORRECTED -> true;
                    case UNREVIEWED -> unreviewed && extracted.confidence() >= minConfidence;
                    case REJECTED, DISPUTED -> false;
                };
    }

    /** A document as it may be cited: without its text, names of people in its title masked. */
    SourceDocument cited(SourceDocument document) {
        Map<String, String> told = new TreeMap<>(document.metadata());
        told.keySet().retainAll(TOLD);
        return new SourceDocument(
                document.id(),
                document.source(),
                document.capture(),
                document.locator(),
                document.kind(),
                masked(document.title()),
                document.date(),
                document.publisher(),
                document.outcome(),
                null,
                "",
                List.of(),
                List.of(),
                told);
    }

    private static @Nullable String masked(@Nullable String title) {
        return title == null
                ? null
                : new Evidence(title, 0, title.length(), null, "", null, null, List.of())
                        .masked()
                        .quote();
    }
}
