package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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

    private static final Beside NOTHING = new Beside(List.of(), List.of());

    private final FormFinder contexts;
    private final List<TermForm> contextForms = new ArrayList<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final List<Integer> groupOf = new ArrayList<>();

    /** By the form itself, filled while the gate is made: a hit must not fold the words again. */
    private final IdentityHashMap<TermForm, Beside> beside = new IdentityHashMap<>();

    /** Words that must not stand directly before and behind a form, folded. */
    private record Beside(List<String> after, List<String> before) {

        static Beside of(TermForm form) {
            return new Beside(folded(form.notAfter()), folded(form.notBefore()));
        }

        private static List<String> folded(List<String> words) {
            return words.stream().map(FoldedWords::of).toList();
        }
    }

    Conditions(List<ContextGroup> contexts) {
        for (ContextGroup context : contexts) {
            int group = groups.computeIfAbsent(context.id(), id -> groups.size());
            for (TermForm form : context.forms()) {
                contextForms.add(form);
                beside.put(form, Beside.of(form));
                groupOf.add(group);
            }
        }
        this.contexts = FormFinder.of(contextForms);
    }

    /**
     * Takes in a form and checks that the context which it names exists.
     *
     * @throws IllegalArgumentException if it does not
     */
    void check(TermForm form) {
        beside.put(form, Beside.of(form));
        if (form.needs() != null && !groups.containsKey(form.needs())) {
            throw new IllegalArgumentException(
                    "term form \"" + form.text() + "\" needs the unknown context '" + form.needs() + "'");
        }
    }

    boolean hold(TermForm form, String text, int start, int end) {
        return isFree(form, text, start, end) && hasContext(form, text, start, end);
    }

    private boolean isFree(TermForm form, String text, int start, int end) {
        Beside words = beside.getOrDefault(form, NOTHING);
        return (words.after().isEmpty() || !endsWithOneOf(text, start, words.after()))
                && (words.before().isEmpty() || !startsWithOneOf(text, end, words.before()));
    }

    private static boolean endsWithOneOf(String text, int end, List<String> words) {
        String before =
                " " + FoldedWords.of(text, Math.max(0, end - BESIDE), end).stripTrailing();
        return words.stream()
                .anyMatch(word -> before.endsWith(word) && before.charAt(before.length() - word.length() - 1) == ' ');
    }

    private static boolean startsWithOneOf(String text, int start, List<String> words) {
        int to = Math.min(text.length(), start + BESIDE);
        String after = FoldedWords.of(text, start, to).stripLeading() + " ";
        return words.stream().anyMatch(word -> startsWithWord(after, word));
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
        int wanted = group == null ? -1 : group;
        return !contexts.scan(
                text,
                from,
                to,
                hit -> !(groupOf.get(hit.form()) == wanted
                        && (hit.end() <= start || hit.start() >= end)
                        && isFree(contextForms.get(hit.form()), text, hit.start(), hit.end())));
    }
}
