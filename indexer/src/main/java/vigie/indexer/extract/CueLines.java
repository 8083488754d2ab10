package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The patterns of a {@link CueBook}, tried only where they can begin: most of them begin with a word, and few with the two
 * letters with which a given word does. Finds what searching for each pattern by itself finds. Immutable, thread-safe.
 */
final class CueLines {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** What may follow the first letter of a word. */
    private static final String SECOND = LETTERS + " '";

    /** A pattern that cannot match from the middle of a word on, whatever must or must not stand before. */
    private static final Pattern WORD_FIRST = Pattern.compile("(?:\\(\\?<![^()]*\\))*(?:\\\\b.*|\\(\\?<!\\[.*)");

    private final List<CueBook.Line> all;
    private final List<Integer> anywhere = new ArrayList<>();
    private final List<Integer> atWords = new ArrayList<>();
    private final Map<String, int[]> byBeginning = new HashMap<>();

    CueLines(List<CueBook.Line> lines) {
        all = List.copyOf(lines);
        for (int i = 0; i < all.size(); i++) {
            boolean word = WORD_FIRST.matcher(all.get(i).pattern().pattern()).matches();
            (word ? atWords : anywhere).add(i);
        }
        for (char first : LETTERS.toCharArray()) {
            List<Integer> one = beginning(atWords, String.valueOf(first));
            for (char second : SECOND.toCharArray()) {
                String both = String.valueOf(new char[] {first, second});
                byBeginning.put(
                        both, beginning(one, both).stream().mapToInt(i -> i).toArray());
            }
        }
    }

    private List<Integer> beginning(List<Integer> lines, String letters) {
        return lines.stream()
                .filter(line -> canBegin(all.get(line).pattern(), letters))
                .toList();
    }

    /** Whether a match that is all of {@code letters} or begins with them is possible. */
    private static boolean canBegin(Pattern pattern, String letters) {
        Matcher matcher = pattern.matcher(letters);
        return matcher.lookingAt() || matcher.hitEnd();
    }

    /** Who is told of matches. */
    interface Finder {
        void found(CueBook.Line line, int start, int end);
    }

    /** Tells of all matches in {@code words}, those of one line in order and without overlap. */
    void search(String words, Finder finder) {
        for (int line : anywhere) {
            Matcher matcher = all.get(line).pattern().matcher(words);
            while (matcher.find()) {
                finder.found(all.get(line), matcher.start(), matcher.end());
            }
        }
        int[] ends = new int[all.size()];
        int[] every = atWords.stream().mapToInt(i -> i).toArray();
        for (int at = 0; at < words.length(); at++) {
            if (isWordStart(words, at)) {
                for (int line : candidates(words, at, every)) {
                    if (at >= ends[line]) {
                        ends[line] = tried(words, at, all.get(line), finder);
                    }
                }
            }
        }
    }

    private static boolean isWordStart(String words, int at) {
        return Character.isLetterOrDigit(words.charAt(at))
                && (at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1)));
    }

    private int[] candidates(String words, int at, int[] every) {
        int[] found = byBeginning.get(words.substring(at, Math.min(words.length(), at + 2)));
        return found == null ? every : found;
    }

    /** Where the match of {@code line} at {@code at} ends, or 0. */
    private static int tried(String words, int at, CueBook.Line line, Finder finder) {
        Matcher matcher = line.pattern()
                .matcher(words)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(at, words.length());
        if (!matcher.lookingAt()) {
            return 0;
        }
        finder.found(line, matcher.start(), matcher.end());
        return matcher.end();
    }
}
