package vigie.model.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.MentionKind;
import vigie.model.Technology;

/**
 * An entry of {@code config/lexicon/fr/}.
 *
 * @param kind TECHNOLOGY, FUNCTION, EUPHEMISM, LEGAL or HINT
 * @param technology which one the term speaks of, or null
 * @param label how users read it, French
 * @param english how they read it in English, or null where it has no name there
 */
public record LexiconEntry(
        String id,
        MentionKind kind,
        @Nullable Technology technology,
        String label,
        @Nullable String english,
        List<TermForm> forms,
        Examples examples) {

    public LexiconEntry {
        forms = List.copyOf(forms);
    }

    /** How users read it in a language: {@code en}, or else French. */
    public String label(String language) {
        return english != null && language.equals("en") ? english : label;
    }
}
