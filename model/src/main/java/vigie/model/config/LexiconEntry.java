package vigie.model.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.MentionKind;
import vigie.model.Technology;

/**
 * An entry of {@code config/lexicon/fr/}.
 *
 * @param kind TECHNOLOGY, FUNCTION, EUPHEMISM or LEGAL
 * @param technology which one the term speaks of, or null
 * @param label how users read it, French
 */
public record LexiconEntry(
        String id,
        MentionKind kind,
        @Nullable Technology technology,
        String label,
        List<TermForm> forms,
        Examples examples) {

    public LexiconEntry {
        forms = List.copyOf(forms);
    }
}
