package vigie.model.config;

import java.util.List;

/** All that {@code config/vendors/} and {@code config/lexicon/} say, in the order of their files. */
public record Lexicon(List<Vendor> vendors, List<LexiconEntry> entries, List<ContextGroup> contexts, List<Cue> cues) {

    public Lexicon {
        vendors = List.copyOf(vendors);
        entries = List.copyOf(entries);
        contexts = List.copyOf(contexts);
        cues = List.copyOf(cues);
    }
}
