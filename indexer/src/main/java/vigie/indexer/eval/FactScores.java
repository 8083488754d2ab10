package vigie.indexer.eval;

import java.util.List;

/**
 * How single facts, marked in real documents, fared. Documents hold more claims than were marked, so there is no
 * precision here: of each fact the claim is judged whose quote overlaps the marked words.
 *
 * @param facts of kinds that Vigie makes claims about
 * @param readable of these, in documents with text
 * @param claimed of the readable ones, those that a claim was made of
 * @param commune and {@code technology}, {@code vendor}, {@code stage}: right among the claimed ones
 * @param wronglyAnalytics facts about something else of which an asserted claim of image analysis was made
 * @param misses readable facts without a claim, or with a wrong commune or technology
 */
public record FactScores(
        int facts,
        int readable,
        Ratio claimed,
        Ratio commune,
        Ratio technology,
        Ratio vendor,
        Ratio stage,
        int wronglyAnalytics,
        List<String> misses) {

    public FactScores {
        misses = List.copyOf(misses);
    }
}
