package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The patterns of a {@link CueBook}, tried only where they can begin: nearly all begin where no word goes on, and few with the
 * two signs that stand there. Finds what searching for each pattern by itself finds. Thread-safe.
 */
final class CueLines {

    /** What plain text is nearly all made of. */
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** So many characters tell most words apart, not all numbers; so many different beginnings are remembered at most. */
    private static final int TOLD_APART = 8;

    private static final int MOST = 20_000;

    private static final String SIGNS = " !\"#$%&'()*+,-./:;<=>?@[]_|–";

    /** A pattern that cannot match from the middle of a word on, whatever must or must not stand before. */
    private static final Pattern BOUNDED = Pattern.compile("(?:\\(\\?<![^()]*\\))*(?:\\\\b.*|\\(\\?<!\\[.*)");

    /** The same by {@code \b}, which also stands at a word's end. */
    private static final Pattern AT_EDGE = Pattern.compile("(?:\\(\\?<![^()]*\\))*\\\\b.*");

    private final List<CueBook.Line> all;
    private final int[] anywhere;
    private final int[] bounded;
    private final Map<String, int[]> byBeginning = new HashMap<>();

    /** The lines that can begin with what was met at the beginnings of words so far. */
    private final Map<String, int[]> met = new ConcurrentHashMap<>();

    CueLines(List<CueBook.Line> lines) {
        all = List.copyOf(lines);
        anywhere =
                IntStream.range(0, all.size()).filter(line -> !isBounded(line)).toArray();
        bounded = IntStream.range(0, all.size()).filter(this::isBounded).toArray();
        for (char first : (LETTERS + SIGNS).toCharArray()) {
            int[] one = beginning(bounded, String.valueOf(first));
            for (char second : (LETTERS + SIGNS).toCharArray()) {
                String both = String.valueOf(new char[] {first, second});
                byBeginning.put(both, Character.isLetter(first) ? beginning(one, both) : one);
            }
        }
    }

    private boolean isBounded(int line) {
        String pattern = all.get(line).pattern().pattern();
        return BOUNDED.matcher(pattern).matches()
                && !(AT_EDGE.matcher(pattern).matches()
                        && canBeginWithSign(all.get(line).pattern()));
    }

    private static boolean canBeginWithSign(Pattern pattern) {
        return SIGNS.chars().anyMatch(sign -> canBegin(pattern, String.valueOf((char) sign)));
    }

    private int[] beginning(int[] lines, String letters) {
        return IntStream.of(lines)
                .filter(line -> canBegin(all.get(line).pattern(), letters))
                .toArray();
    }

    /** Whether a match that is all of {@code letters} or begins with them is possible. */
    private static boolean canBegin(Pattern pattern, String letters) {
        Matcher matcher = pattern.matcher(letters);
        return matcher.lookingAt() || matcher.hitEnd();
    }

    /** Where a line matches. */
    private record Match(int line, int start, int end) {}

    /** All matches in {@code words} in the order of the lines, those of one line in that of the words and without overlap. */
    List<CueBook.Found> in(String words) {
        List<Match> matches = new ArrayList<>();
        for (int line : anywhere) {
            Matcher matcher = all.get(line).pattern().matcher(words);
            while (matcher.find()) {
                matches.add(new Match(line, matcher.start(), matcher.end()));
            }
        }
        int[] ends = new int[all.size()];
        for (int at = 0; at < words.length(); at++) {
            if (isFree(words, at)) {
                for (int line : candidates(words, at)) {
                    int end = at < ends[line]
                            ? 0
                            : matchEnd(words, at, all.get(line).pattern());
                    if (end > 0) {
                        ends[line] = end;
                        matches.add(new Match(line, at, end));
                    }
                }
            }
        }
        matches.sort(Comparator.comparingInt(Match::line));
        return matches.stream().map(this::found).toList();
    }

    private CueBook.Found found(Match match) {
        CueBook.Line line = all.get(match.line());
        return new CueBook.Found(line.stage(), line.weight(), line.negation(), match.start(), match.end());
    }

    /** Whether no word goes on at {@code at}. */
    private static boolean isFree(String words, int at) {
        return at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1));
    }

    private int[] candidates(String words, int at) {
        int end = at + 1;
        while (end < words.length() && end < at + TOLD_APART && !Character.isDigit(words.charAt(end - 1))) {
            end++;
        }
        String beginning = words.substring(at, end);
        int[] known = met.get(beginning);
        if (known == null) {
            if (met.size() >= MOST) {
                met.clear();
            }
            int[] some = byBeginning.getOrDefault(beginning.substring(0, Math.min(2, beginning.length())), bounded);
            known = beginning(some, beginning);
            met.put(beginning, known);
        }
        return known;
    }

    /** Where the match at {@code at} ends, or 0. */
    private static int matchEnd(String words, int at, Pattern pattern) {
        Matcher matcher = pattern.matcher(words)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(at, words.length());
        return matcher.lookingAt() ? matcher.end() : 0;
    }
}
