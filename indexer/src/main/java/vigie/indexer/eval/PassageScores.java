package vigie.indexer.eval;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well the claims of annotated passages were found.
 *
 * @param detection commune, technology and vendor right
 * @param endToEnd stage and modality right, too
 * @param stageGivenDetection share of the detected claims with the right stage and modality, null where none was
 *     detected
 * @param amount and {@code date}: of detected claims that have one
 * @param dateCompatible as {@code date}, a less precise date that agrees counts as right
 * @param vendor and {@code commune}: as sets per passage, whatever the claim
 * @param integratorAsVendor vendors given that only installed
 * @param withoutAnalytics passages in which nobody analyses images
 * @param forbiddenHits asserted claims that agree with a forbidden entry
 * @param byTag detection and end to end of the passages that bear a tag
 * @param confusions gold stage/modality taken for another, most frequent first
 * @param misses gold claims that were not found end to end
 * @param forbidden the hits
 */
public record PassageScores(
        int passages,
        Ratio detection,
        Ratio endToEnd,
        @Nullable Double stageGivenDetection,
        Ratio amount,
        Ratio date,
        Ratio dateCompatible,
        Ratio vendor,
        int integratorAsVendor,
        Ratio commune,
        WithoutAnalytics withoutAnalytics,
        int forbiddenHits,
        int forbiddenEntries,
        Map<String, Ratio> byTechnology,
        Map<String, Ratio> byStage,
        Map<String, Tagged> byTag,
        List<Confusion> confusions,
        List<Miss> misses,
        List<Hit> forbidden) {

    public PassageScores {
        confusions = List.copyOf(confusions);
        misses = List.copyOf(misses);
        forbidden = List.copyOf(forbidden);
    }

    /**
     * Passages without any gold claim of image analysis or facial recognition.
     *
     * @param hit of these, with an asserted claim of such
     * @param claims such claims
     */
    public record WithoutAnalytics(int passages, int hit, int claims) {

        /** Share of the passages that were hit, 0 where there are none. */
        public double share() {
            return passages == 0 ? 0 : (double) hit / passages;
        }
    }

    /** What the passages of one tag scored. */
    public record Tagged(int passages, Ratio detection, Ratio endToEnd) {}

    /** How often claims of one stage/modality came out as another. */
    public record Confusion(String gold, String predicted, int times) {}

    /** A gold claim that was not found, and the prediction that comes nearest. */
    public record Miss(
            String passage, Gold.GoldClaim gold, @Nullable String nearest) {}

    /** A forbidden claim that came out. */
    public record Hit(String passage, String why, String claim) {}
}
