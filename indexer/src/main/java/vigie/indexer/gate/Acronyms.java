package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a text spells an acronym out: "V.S.A. : Volley Sport Amical", "un véhicule sans assurance (VSA)". A text that does so
 * anywhere, and never as what the lexicon means, means that by it everywhere.
 */
final class Acronyms {

    private static final Pattern ACRONYM = Pattern.compile("[A-Z]{3,6}");

    /** Signs between an acronym and its words. */
    private static final String SIGNS = "(=:,–—-\u00AB\u00BB\u201C\u201D\"";

    private static final Set<String> SMALL =
            Set.of("de", "du", "des", "d", "la", "le", "les", "l", "et", "a", "au", "aux", "en", "pour", "sur", "par");

    /** Longer than the words of any acronym. */
    private static final int FAR = 90;

    private final String text;
    private final String letters;

    private Acronyms(String text, String acronym) {
        this.text = text;
        this.letters = acronym;
    }

    /** Whether a form of this text is an acronym. */
    static boolean isOne(String form) {
        return ACRONYM.matcher(form).matches();
    }

    /**
     * Whether {@code text} spells {@code acronym} out as something else, and nowhere as what is meant.
     *
     * @param isMeant whether a stretch of the text speaks of what the lexicon means
     */
    static boolean meansAnother(String text, String acronym, BiPredicate<Integer, Integer> isMeant) {
        Acronyms one = new Acronyms(text, acronym);
        Matcher found = Pattern.compile(acronym.chars()
                        .mapToObj(letter -> String.valueOf((char) letter))
                        .collect(Collectors.joining("\\.?", "(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])")))
                .matcher(text);
        boolean another = false;
        while (found.find()) {
            int before = one.wordsBefore(found.start());
            int behind = one.wordsBehind(found.end());
            if (before >= 0 || behind >= 0) {
                boolean meant = isMeant.test(before >= 0 ? before : found.start(), behind >= 0 ? behind : found.end());
                if (meant) {
                    return false;
                }
                another = true;
            } else if (one.follows(found.start())
                    && isMeant.test(Math.max(0, found.start() - FAR / 2), found.start())) {
                return false;
            }
        }
        return another;
    }

    /** Whether the acronym stands in brackets, behind whatever it is short for. */
    private boolean follows(int start) {
        return start > 0 && text.charAt(start - 1) == '(';
    }

    /** Where the words begin that stand before {@code start} and have the letters as their initials; -1 if they have not. */
    private int wordsBefore(int start) {
        int end = signsBefore(start);
        return end == start ? -1 : spelled(backwards(end), letters.length() - 1, -1);
    }

    /** Where such words end behind {@code end}; -1 if there are none. */
    private int wordsBehind(int end) {
        int from = signsBehind(end);
        return from == end ? -1 : spelled(forwards(from), 0, 1);
    }

    /** Goes through words with the letters: where the last word is that was needed. */
    private int spelled(List<int[]> words, int first, int step) {
        int letter = first;
        for (int[] word : words) {
            String folded = FoldedWords.of(text, word[0], word[1]);
            if (folded.charAt(0) == Character.toLowerCase(letters.charAt(letter))) {
                letter += step;
                if (letter < 0 || letter == letters.length()) {
                    return step < 0 ? word[0] : word[1];
                }
            } else if (!SMALL.contains(folded)) {
                return -1;
            }
        }
        return -1;
    }

    private int signsBefore(int start) {
        int i = start;
        boolean sign = false;
        while (i > 0 && (isBlank(i - 1) || isSign(i - 1))) {
            sign |= isSign(--i);
        }
        return sign ? i : start;
    }

    private int signsBehind(int end) {
        int i = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
        boolean sign = false;
        while (i < text.length() && (isBlank(i) || isSign(i))) {
            sign |= isSign(i++);
        }
        return sign ? i : end;
    }

    private List<int[]> forwards(int from) {
        List<int[]> words = new ArrayList<>();
        int last = Math.min(text.length(), from + FAR);
        int start = -1;
        for (int i = from; i <= last; i++) {
            boolean inside = i < last && Symbols.inWord(Symbols.of(text.charAt(i)));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(new int[] {start, i});
                start = -1;
            }
            if (i < last && !inside && !isJoint(i)) {
                return words;
            }
        }
        return words;
    }

    private List<int[]> backwards(int to) {
        List<int[]> words = new ArrayList<>();
        int first = Math.max(0, to - FAR);
        int end = -1;
        for (int i = to - 1; i >= first - 1; i--) {
            boolean inside = i >= first && Symbols.inWord(Symbols.of(text.charAt(i)));
            if (inside && end < 0) {
                end = i + 1;
            } else if (!inside && end >= 0) {
                words.add(new int[] {i + 1, end});
                end = -1;
            }
            if (i >= first && !inside && !isJoint(i)) {
                return words;
            }
        }
        return words;
    }

    private boolean isJoint(int i) {
        return Symbols.isJoint(Symbols.of(text.charAt(i))) || Symbols.isInvisible(Symbols.of(text.charAt(i)));
    }

    private boolean isBlank(int i) {
        return Symbols.of(text.charAt(i)) == Symbols.BLANK;
    }

    private boolean isSign(int i) {
        return SIGNS.indexOf(text.charAt(i)) >= 0;
    }
}
