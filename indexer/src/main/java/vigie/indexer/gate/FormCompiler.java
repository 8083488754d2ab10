package vigie.indexer.gate;

import java.util.BitSet;
import java.util.List;
import vigie.indexer.gate.Pattern.Choice;
import vigie.indexer.gate.Pattern.Joint;
import vigie.indexer.gate.Pattern.Part;
import vigie.indexer.gate.Pattern.Sign;

/** Adds forms to an automaton, with the ways in which real documents distort them. */
final class FormCompiler {

    /** Fewer letters than this, and a misread letter makes another word of one that is no name. */
    private static final int LETTERS_TO_MISREAD = 6;
    /** Fewer letters than this, and a lost apostrophe makes another word. */
    private static final int LETTERS_TO_ELIDE = 8;
    /** Fewer letters than this are not looked for misread, with spaces between them, or doubled. */
    private static final int LETTERS_TO_SPREAD = 4;

    private final Nfa nfa;
    private final Pattern pattern;
    private final boolean caseSensitive;
    private final boolean misread;
    private final int form;

    private FormCompiler(Nfa nfa, Pattern pattern, boolean caseSensitive, boolean misread, int form) {
        this.nfa = nfa;
        this.pattern = pattern;
        this.caseSensitive = caseSensitive;
        this.misread = misread;
        this.form = form;
    }

    /**
     * Adds a form.
     *
     * @param spread whether it is a name, which is also looked for with spaces between its letters and with every letter
     *     doubled, as some PDF yield it, and with misread letters though it is short or needs its capitals
     */
    static void add(Nfa nfa, Pattern pattern, boolean caseSensitive, boolean spread, int form) {
        boolean misread = spread
                ? pattern.letters() >= LETTERS_TO_SPREAD
                : !caseSensitive && pattern.letters() >= LETTERS_TO_MISREAD;
        FormCompiler compiler = new FormCompiler(nfa, pattern, caseSensitive, misread, form);
        compiler.addPlain();
        if (pattern.isAcronym()) {
            compiler.addDotted();
        }
        if (spread && pattern.letters() >= LETTERS_TO_SPREAD) {
            compiler.addSpaced();
            compiler.addDoubled();
        }
    }

    private void addPlain() {
        boolean elide = pattern.letters() >= LETTERS_TO_ELIDE && pattern.startsWithVowel();
        int entry = nfa.entry(elide);
        nfa.accept(sequence(pattern.parts(), entry, (sign, from) -> letter(sign, from, misread)), form);
        if (misread) {
            addMergedLetters(entry);
        }
    }

    /** "rn" read as "m". The other way round is an alternative of each single m. */
    private void addMergedLetters(int entry) {
        List<Part> parts = pattern.parts();
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (isLetter(parts.get(i), 'r') && isLetter(parts.get(i + 1), 'n')) {
                int before = sequence(parts.subList(0, i), entry, (sign, from) -> letter(sign, from, true));
                int after = nfa.node();
                nfa.edge(before, bothCases('m'), after);
                List<Part> rest = parts.subList(i + 2, parts.size());
                nfa.accept(sequence(rest, after, (sign, from) -> letter(sign, from, true)), form);
            }
        }
    }

    private void addDotted() {
        int at = nfa.entry(false);
        for (Part part : pattern.parts()) {
            int dot = letter((Sign) part, at, false);
            int next = nfa.node();
            nfa.edge(dot, Symbols.of('.'), next);
            int blank = nfa.node();
            nfa.edge(next, Symbols.BLANK, blank);
            at = nfa.node();
            nfa.jump(next, at);
            nfa.jump(blank, at);
            if (part == pattern.parts().get(pattern.parts().size() - 1)) {
                nfa.accept(dot, form);
                nfa.accept(next, form);
            }
        }
    }

    private void addSpaced() {
        int entry = nfa.entry(false);
        nfa.accept(
                sequence(pattern.parts(), entry, (sign, from) -> {
                    int gap = from;
                    if (from != entry) {
                        gap = nfa.node();
                        nfa.edge(from, Symbols.BLANK, gap);
                    }
                    return letter(sign, gap, false);
                }),
                form);
    }

    private void addDoubled() {
        nfa.accept(
                sequence(
                        pattern.parts(),
                        nfa.entry(false),
                        (sign, from) -> letter(sign, letter(sign, from, false), false)),
                form);
    }

    /** Adds one sign after a node; answers the node behind it. */
    private interface SignWriter {
        int write(Sign sign, int from);
    }

    private int sequence(List<Part> parts, int from, SignWriter writer) {
        int at = from;
        for (Part part : parts) {
            if (part instanceof Sign sign) {
                at = writer.write(sign, at);
            } else if (part instanceof Choice choice) {
                at = choice(choice, at, writer);
            } else {
                at = joint((Joint) part, at);
            }
        }
        return at;
    }

    private int choice(Choice choice, int from, SignWriter writer) {
        int end = nfa.node();
        for (List<Part> branch : choice.branches()) {
            nfa.jump(sequence(branch, from, writer), end);
        }
        return end;
    }

    private int joint(Joint joint, int from) {
        int end = nfa.node();
        int blank = nfa.node();
        nfa.edge(from, Symbols.BLANK, blank);
        nfa.edge(blank, Symbols.BLANK, blank);
        nfa.jump(blank, end);
        if (joint != Joint.SPACE) {
            nfa.jump(from, end);
        }
        if (joint == Joint.HYPHEN || joint == Joint.APOSTROPHE) {
            int symbol = joint == Joint.HYPHEN ? Symbols.HYPHEN : Symbols.APOSTROPHE;
            int sign = nfa.node();
            nfa.edge(from, symbol, sign);
            nfa.edge(blank, symbol, sign);
            nfa.edge(sign, symbol, sign);
            nfa.edge(sign, Symbols.BLANK, blankAfter(end));
            nfa.jump(sign, end);
        }
        return end;
    }

    private int blankAfter(int end) {
        int blank = nfa.node();
        nfa.edge(blank, Symbols.BLANK, blank);
        nfa.jump(blank, end);
        return blank;
    }

    private int letter(Sign sign, int from, boolean mayBeMisread) {
        int end = nfa.node();
        if (!Symbols.isLetter(sign.symbol())) {
            nfa.edge(from, sign.symbol(), end);
            return end;
        }
        boolean misread = mayBeMisread && !sign.numbered();
        BitSet symbols = spellings(sign, misread);
        nfa.edge(from, symbols, end);
        if (sign.accented()) {
            int parted = nfa.node();
            nfa.edge(from, accents(), parted);
            nfa.edge(parted, symbols, end);
            nfa.edge(end, accents(), end);
        }
        if (misread && isLetter(sign, 'm')) {
            int half = nfa.node();
            nfa.edge(from, bothCases('r'), half);
            nfa.edge(half, bothCases('n'), end);
        }
        return end;
    }

    private BitSet spellings(Sign sign, boolean mayBeMisread) {
        char c = Symbols.character(sign.symbol());
        BitSet symbols = bothCases(c);
        if (caseSensitive && Symbols.isUpper(sign.symbol())) {
            symbols.clear(Symbols.lower(c));
        }
        if (sign.accented()) {
            symbols.set(Symbols.LOST);
        }
        if (mayBeMisread) {
            lookAlikes(c).chars().map(look -> Symbols.of((char) look)).forEach(symbols::set);
        }
        return symbols;
    }

    private static String lookAlikes(char c) {
        return switch (c) {
            case 'l' -> "iI1|";
            case 'i' -> "lL1|";
            case 'o' -> "0";
            default -> "";
        };
    }

    private static boolean isLetter(Part part, char c) {
        return part instanceof Sign sign && Symbols.isLetter(sign.symbol()) && Symbols.character(sign.symbol()) == c;
    }

    private static BitSet bothCases(char c) {
        BitSet symbols = new BitSet();
        symbols.set(Symbols.lower(c));
        symbols.set(Symbols.upper(c));
        return symbols;
    }

    private static BitSet accents() {
        BitSet symbols = new BitSet();
        symbols.set(Symbols.ACCENT);
        symbols.set(Symbols.APOSTROPHE);
        return symbols;
    }
}
