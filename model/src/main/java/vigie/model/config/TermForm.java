package vigie.model.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One written form of a vendor, product or lexicon term, and when it counts.
 *
 * <p>{@code text} is a small pattern: a hyphen stands for hyphen, white space or nothing; a space for any white space;
 * {@code (s)} for optional letters; <code>{a|b}</code> for one of several. Case and accents never matter unless
 * {@code caseSensitive}; then the pattern's capitals must be capitals in the text, its small letters may be either.
 *
 * @param caseSensitive for forms such as {@code XXII} whose lower-case look-alikes are common words
 * @param needs id of a {@link ContextGroup}, one form of which must stand within {@code within} characters, or null
 * @param within characters before the start and after the end of the form
 * @param notAfter words that must not stand directly before the form ({@code Louis XXII})
 * @param notBefore words that must not stand directly after the form
 */
public record TermForm(
        String text,
        boolean caseSensitive,
        @Nullable String needs,
        int within,
        List<String> notAfter,
        List<String> notBefore) {

    public TermForm {
        notAfter = List.copyOf(notAfter);
        notBefore = List.copyOf(notBefore);
    }

    /** A form that counts wherever it stands. */
    public static TermForm plain(String text) {
        return new TermForm(text, false, null, 0, List.of(), List.of());
    }
}
