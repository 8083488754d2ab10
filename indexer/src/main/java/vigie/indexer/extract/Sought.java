package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for at least one character that is tried only where the next two are some that it can begin with: a look at a
 * table costs a fraction of a try. Finds what {@link Matcher#find()} finds with transparent bounds that anchor nothing.
 * Immutable, thread-safe.
 */
final class Sought {

    /** From here to {@link #UNKNOWN} characters are told apart; before or behind others a pattern is always tried. */
    private static final char KNOWN = ' ';

    private static final char UNKNOWN = 128;

    /** What must or must not stand before, and what must. */
    private static final Pattern BEFORE = Pattern.compile("\\(\\?<[!=](?:[^()]|\\([^()]*\\))*\\)");

    private static final Pattern MUST_BEFORE = Pattern.compile("\\(\\?<=(?:[^()]|\\([^()]*\\))*\\)");

    private final Pattern pattern;
    /** Whether capitals are as good as small letters. */
    private final boolean small;

    private final Table behindWord;
    private final Table elsewhere;

    private Sought(Pattern pattern) {
        this.pattern = pattern;
        small = (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
        Pattern bare = without(BEFORE, pattern);
        String left = bare.pattern();
        if (left.contains("(?<!") || left.contains("(?<=") || left.contains("(?m")) {
            throw new IllegalArgumentException("cannot tell what this begins with: " + pattern);
        }
        Pattern bounded = without(MUST_BEFORE, pattern);
        behindWord = Table.of(bare, bounded, true);
        elsewhere = Table.of(bare, bounded, false);
    }

    private static Pattern without(Pattern part, Pattern pattern) {
        return Pattern.compile(part.matcher(pattern.pattern()).replaceAll(""), pattern.flags());
    }

    static Sought of(String regex) {
        return of(regex, 0);
    }

    static Sought of(String regex, int flags) {
        return new Sought(Pattern.compile(regex, flags));
    }

    /** The same, tried everywhere. */
    Pattern pattern() {
        return pattern;
    }

    /** Whether it is somewhere in {@code words}. */
    boolean in(String words) {
        return first(words) != null;
    }

    /** The first match in {@code words}, or null. */
    @Nullable
    Matcher first(String words) {
        int begin = candidate(words, 0, words.length());
        if (begin < 0) {
            return null;
        }
        Matcher matcher = matcher(words);
        return next(matcher, words, begin, words.length()) ? matcher : null;
    }

    /** All matches in {@code [from, to)} of {@code text} in turn; what they look at before and ahead may lie outside. */
    void each(String text, int from, int to, Consumer<Matcher> taker) {
        int at = candidate(text, from, to);
        if (at < 0) {
            return;
        }
        Matcher matcher = matcher(text);
        while (next(matcher, text, at, to)) {
            taker.accept(matcher);
            at = Math.max(matcher.end(), matcher.start() + 1);
        }
    }

    /** Where all matches in {@code words} begin. */
    List<Integer> starts(String words) {
        List<Integer> starts = new ArrayList<>();
        each(words, 0, words.length(), match -> starts.add(match.start()));
        return starts;
    }

    private Matcher matcher(String text) {
        return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    private boolean next(Matcher matcher, String text, int from, int to) {
        for (int at = candidate(text, from, to); at >= 0; at = candidate(text, at + 1, to)) {
            if (matcher.region(at, to).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** The first place in {@code [from, to)} where a match can begin, or -1. */
    private int candidate(String text, int from, int to) {
        char before = from == 0 ? UNKNOWN : text.charAt(from - 1);
        char here = from < to ? text.charAt(from) : UNKNOWN;
        int first = slot(here);
        for (int at = from; at < to; at++) {
            char behind = at + 1 < to ? text.charAt(at + 1) : UNKNOWN;
            int second = slot(behind);
            if (first == 0 || before >= UNKNOWN || (isOfWord(before) ? behindWord : elsewhere).has(first, second)) {
                return at;
            }
            before = here;
            here = behind;
            first = second;
        }
        return -1;
    }

    /** Where the tables tell of a character; 0 for those that are not told apart, capitals too where they matter. */
    private int slot(char c) {
        if (isCapital(c)) {
            return small ? c + ('a' - 'A') : 0;
        }
        return c < KNOWN || c >= UNKNOWN ? 0 : c;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isOfWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /** The pairs of characters that a match can begin with behind certain others. */
    private static final class Table {

        /** For each first character two words of bits, one bit for each second one. */
        private final long[] pairs = new long[2 * UNKNOWN];

        /** What can begin behind the signs of words, or behind others; {@code bare} is the pattern whatever stands before. */
        static Table of(Pattern bare, Pattern bounded, boolean word) {
            Table table = new Table();
            List<String> one = List.of(word ? "a" : " ");
            List<String> all = before(word);
            for (char first = KNOWN; first < UNKNOWN; first++) {
                if (!isCapital(first)
                        && canBegin(bare, one, String.valueOf(first))
                        && canBegin(bounded, all, String.valueOf(first))) {
                    table.set(first, 0);
                    for (char second = KNOWN; second < UNKNOWN; second++) {
                        if (!isCapital(second) && canBegin(bare, one, String.valueOf(new char[] {first, second}))) {
                            table.set(first, second);
                        }
                    }
                }
            }
            return table;
        }

        private static List<String> before(boolean word) {
            return IntStream.range(0, UNKNOWN)
                    .filter(c -> isOfWord((char) c) == word)
                    .mapToObj(Character::toString)
                    .toList();
        }

        /** Whether a match that is all of {@code begin} or begins with it is possible behind one of {@code befores}. */
        private static boolean canBegin(Pattern pattern, List<String> befores, String begin) {
            for (String before : befores) {
                Matcher matcher = pattern.matcher(before + begin)
                        .useTransparentBounds(true)
                        .useAnchoringBounds(false)
                        .region(before.length(), before.length() + begin.length());
                if (matcher.lookingAt() || matcher.hitEnd()) {
                    return true;
                }
            }
            return false;
        }

        private void set(int first, int second) {
            pairs[2 * first + (second >> 6)] |= 1L << second;
        }

        boolean has(int first, int second) {
            return (pairs[2 * first + (second >> 6)] >>> second & 1) != 0;
        }
    }
}
