package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vigie.model.config.ContextGroup;
import vigie.model.config.TermForm;

/**
 * Whether a form that was found counts: {@link TermForm#needs}, {@link TermForm#notAfter}, {@link TermForm#notBefore}.
 */
final class Conditions {

    /** How far context may be where a form does not say. */
    private static final int USUAL_DISTANCE = 150;
    /** Longer than any words that must not stand beside a form. */
    private static final int BESIDE = 60;

    private final FormFinder contexts;
    private final List<TermForm> contextForms = new ArrayList<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final List<Integer> groupOf = new ArrayList<>();

    Conditions(List<ContextGroup> contexts) {
        for (ContextGroup context : contexts) {
            int group = groups.computeIfAbsent(context.id(), id -> groups.size());
            for (TermForm form : context.forms()) {
                contextForms.add(form);
                groupOf.add(group);
            }
        }
        this.contexts = FormFinder.of(contextForms);
    }

    /**
     * Checks that the context which {@code form} names exists.
     *
     * @throws IllegalArgumentException if it does not
     */
    void check(TermForm form) {
        if (form.needs() != null && !groups.containsKey(form.needs())) {
            throw new IllegalArgumentException(
                    "term form \"" + form.text() + "\" needs the unknown context '" + form.needs() + "'");
        }
    }

    boolean hold(TermForm form, String text, int start, int end) {
        return isFree(form, text, start, end) && hasContext(form, text, start, end);
    }

    private static boolean isFree(TermForm form, String text, int start, int end) {
        return (form.notAfter().isEmpty() || !endsWithOneOf(text, start, form.notAfter()))
                && (form.notBefore().isEmpty() || !startsWithOneOf(text, end, form.notBefore()));
    }

    private static boolean endsWithOneOf(String text, int end, List<String> words) {
        String before =
                " " + FoldedWords.of(text, Math.max(0, end - BESIDE), end).stripTrailing();
        return words.stream().anyMatch(word -> before.endsWith(" " + FoldedWords.of(word)));
    }

    private static boolean startsWithOneOf(String text, int start, List<String> words) {
        int to = Math.min(text.length(), start + BESIDE);
        String after = FoldedWords.of(text, start, to).stripLeading() + " ";
        return words.stream().anyMatch(word -> startsWithWord(after, FoldedWords.of(word)));
    }

    private static boolean startsWithWord(String text, String word) {
        return text.startsWith(word)
                && (text.length() == word.length() || !Character.isLetterOrDigit(text.charAt(word.length())));
    }

    private boolean hasContext(TermForm form, String text, int start, int end) {
        if (form.needs() == null) {
            return true;
        }
        Integer group = groups.get(form.needs());
        int within = form.within() > 0 ? form.within() : USUAL_DISTANCE;
        int from = Math.max(0, start - within);
        int to = Math.min(text.length(), end + within);
        Set<Integer> wanted = group == null ? Set.of() : Set.of(group);
        return !contexts.scan(
                text,
                from,
                to,
                hit -> !(wanted.contains(groupOf.get(hit.form()))
                        && (hit.end() <= start || hit.start() >= end)
                        && isFree(contextForms.get(hit.form()), text, hit.start(), hit.end())));
    }
}
