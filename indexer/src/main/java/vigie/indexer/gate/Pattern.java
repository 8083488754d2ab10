package vigie.indexer.gate;

import java.util.List;

/** The pattern language of {@link vigie.model.config.TermForm#text}, parsed. */
record Pattern(List<Part> parts) {

    Pattern {
        parts = List.copyOf(parts);
    }

    /** One element of a pattern. */
    sealed interface Part permits Sign, Joint, Choice {}

    /**
     * One letter, digit or sign.
     *
     * @param accented the pattern has an accent on it, so that a text may have lost more than the accent
     * @param numbered a figure stands just before it, so that what looks like it makes another number: 2-i is not 21
     */
    record Sign(int symbol, boolean accented, boolean numbered) implements Part {

        private boolean isFigure() {
            return Symbols.inWord(symbol) && Character.isDigit(Symbols.character(symbol));
        }
    }

    /** Whether the last of {@code parts}, or what stands before a joint there, is a figure. */
    static boolean endsWithFigure(List<Part> parts) {
        int last = parts.size() - 1;
        int before = last > 0 && parts.get(last) instanceof Joint ? last - 1 : last;
        return before >= 0 && parts.get(before) instanceof Sign sign && sign.isFigure();
    }

    /** A place where words meet. */
    enum Joint implements Part {
        HYPHEN,
        SPACE,
        /** A space beside a quotation mark or other sign, where typography is free. */
        LOOSE_SPACE,
        APOSTROPHE
    }

    /** One of several sequences, of which one may be empty. */
    record Choice(List<List<Part>> branches) implements Part {

        public Choice {
            branches = branches.stream().map(List::copyOf).toList();
        }
    }

    /** How many letters and digits every match has at least. */
    int letters() {
        return letters(parts);
    }

    private static int letters(List<Part> parts) {
        return parts.stream()
                .mapToInt(part -> {
                    if (part instanceof Sign sign) {
                        return Symbols.inWord(sign.symbol()) ? 1 : 0;
                    }
                    return part instanceof Choice choice
                            ? choice.branches().stream()
                                    .mapToInt(Pattern::letters)
                                    .min()
                                    .orElse(0)
                            : 0;
                })
                .sum();
    }

    /** Whether every match starts with a vowel or an h, so that {@code l'} or {@code d'} can stand before it. */
    boolean startsWithVowel() {
        return startsWithVowel(parts);
    }

    private static boolean startsWithVowel(List<Part> parts) {
        if (parts.isEmpty()) {
            return false;
        }
        Part first = parts.get(0);
        if (first instanceof Choice choice) {
            return choice.branches().stream().allMatch(Pattern::startsWithVowel);
        }
        return first instanceof Sign sign
                && Symbols.isLetter(sign.symbol())
                && "aeiouyh".indexOf(Symbols.character(sign.symbol())) >= 0;
    }

    /** Whether this is an acronym of two to six capitals and nothing else. */
    boolean isAcronym() {
        return parts.size() >= 2
                && parts.size() <= 6
                && parts.stream().allMatch(part -> part instanceof Sign sign && Symbols.isUpper(sign.symbol()));
    }
}
