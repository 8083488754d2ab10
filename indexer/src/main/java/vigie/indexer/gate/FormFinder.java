package vigie.indexer.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vigie.model.config.TermForm;

/**
 * Finds written forms in raw text: the engine of the {@link Gate}, also for cues and other lists of
 * {@linkplain TermForm forms}. Looks at the spelling alone; {@link TermForm#needs}, {@link TermForm#notAfter} and
 * {@link TermForm#notBefore} are up to {@link Conditions}.
 *
 * <p>A form is found with other case and accents, typographic signs, ligatures, a lost apostrophe, a line break
 * inside, dots in an acronym, and, from six letters on, letters that character recognition confuses. It begins and ends
 * where words do. Thread-safe; what it learns of a text only spares time with the next. Time is linear in the length of
 * the text.
 */
public final class FormFinder {

    /** Where forms were looked for. */
    private record Stretch(int start, int end) {}

    private final FormTrie trie;
    private final Dfa dfa;

    FormFinder(Nfa nfa) {
        nfa.freeze();
        SymbolClasses classes = nfa.classes();
        this.trie = new FormTrie(nfa, classes);
        this.dfa = new Dfa(trie, classes, nfa.longest());
    }

    /**
     * A finder whose hits have the index of a form in {@code forms}.
     *
     * @throws IllegalArgumentException if a pattern cannot be understood; the message quotes it
     */
    public static FormFinder of(List<TermForm> forms) {
        Nfa nfa = new Nfa();
        IntStream.range(0, forms.size()).forEach(i -> add(nfa, forms.get(i), false, i));
        return new FormFinder(nfa);
    }

    static void add(Nfa nfa, TermForm form, boolean spread, int index) {
        FormCompiler.add(nfa, PatternParser.parse(form.text()), form.caseSensitive(), spread, index);
    }

    /** Every form in the text, by start; of a form that has several ends at one start, each. */
    public List<FormHit> find(String text) {
        return find(text, 0, text.length());
    }

    /** Every form that lies in {@code [from, to)}; what is around it still decides where words begin and end. */
    public List<FormHit> find(String text, int from, int to) {
        List<FormHit> hits = new ArrayList<>();
        scan(text, from, to, hit -> {
            hits.add(hit);
            return true;
        });
        hits.sort(Comparator.comparingInt(FormHit::start));
        return hits;
    }

    /** Hands out forms, each once, in no order, until {@code sink} has enough and says false; says whether it never did. */
    boolean scan(String text, int from, int to, Predicate<FormHit> sink) {
        Scan scan = new Scan(dfa, text, from, to);
        Matcher matcher = new Matcher(trie, text, to);
        Deque<Stretch> looked = new ArrayDeque<>();
        for (int end = scan.next(); end >= 0; end = scan.next()) {
            int first = earliest(text, from, end, scan.signs());
            int last = end;
            while (!looked.isEmpty() && looked.peek().end() > first) {
                Stretch before = looked.pop();
                if (!look(matcher, text, before.end(), last, sink)) {
                    return false;
                }
                last = before.start();
            }
            if (!look(matcher, text, first, last, sink)) {
                return false;
            }
            looked.push(new Stretch(Math.min(first, last), end));
        }
        return true;
    }

    private static boolean look(Matcher matcher, String text, int from, int to, Predicate<FormHit> sink) {
        for (int start = from; start < to; start++) {
            if (isWordStart(text, start)) {
                for (FormHit hit : matcher.at(start)) {
                    if (!sink.test(hit)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The first place, not before {@code from}, where a form of so many visible signs that reaches {@code end} may begin. */
    private static int earliest(String text, int from, int end, int signs) {
        int left = signs;
        int i = end;
        while (i > from && left > 0) {
            int symbol = Symbols.of(text.charAt(--i));
            if (!Symbols.isJoint(symbol) && !Symbols.isInvisible(symbol)) {
                left--;
            }
        }
        return i;
    }

    private static boolean isWordStart(String text, int i) {
        if (!Symbols.inWord(Symbols.of(text.charAt(i)))) {
            return false;
        }
        int before = i - 1;
        while (before >= 0 && Symbols.isInvisible(Symbols.of(text.charAt(before)))) {
            before--;
        }
        return before < 0 || !Symbols.inWord(Symbols.of(text.charAt(before)));
    }

    /** How big the automaton is, for measuring. */
    String size() {
        return dfa.stateCount() + " states, " + dfa.bytes() + " bytes";
    }
}
