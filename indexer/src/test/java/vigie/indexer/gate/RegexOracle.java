package vigie.indexer.gate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Translates term forms to slow regular expressions, written apart from the automaton and knowing only what the
 * documentation of the pattern language says.
 */
final class RegexOracle {

    private static final String WORD = "(?:[\\p{L}\\p{N}\\uFFFD&&[^º]])";
    private static final String INVISIBLE = "[\\p{Mn}\\u00AD\\u200B]";
    private static final String SPACE = "[\\s\\u00A0\\u202F]";
    private static final String HYPHEN = "[-–\u2011]";
    private static final String APOSTROPHE = "['’´]";
    private static final String ACCENT = "[´'’^¨]";
    /** Between two characters of a form: invisible ones, or a line break behind a hyphen. */
    private static final String BROKEN =
            "(?<=" + WORD + ")(?:" + HYPHEN + "|\\u00AD)" + SPACE + "*?\\n" + SPACE + "*(?=" + WORD + ")";

    private static final String FILL = "(?:" + INVISIBLE + "|" + BROKEN + ")*";

    private static final Map<Character, String> DRESSED = dressed();

    private static final int MOST_SPELLINGS = 200;

    private final String form;
    private final boolean misread;

    private RegexOracle(String form, boolean misread) {
        this.form = form;
        this.misread = misread;
    }

    /**
     * Whether the oracle can judge {@code form}: it writes out every spelling, so not those with hundreds of them, nor those
     * that may end in a space.
     */
    static boolean canTell(String form) {
        long spellings = 1;
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) == '(') {
                spellings *= 2;
            } else if (form.charAt(i) == '{') {
                String group = form.substring(i, form.indexOf('}', i));
                spellings *= group.chars().filter(c -> c == '|').count() + 1;
            }
        }
        return spellings <= MOST_SPELLINGS
                && expand(form).stream().allMatch(spelling -> spelling.equals(spelling.strip()));
    }

    static String regex(String form) {
        List<String> spellings = expand(form);
        int letters = spellings.stream()
                .mapToInt(s -> s.replaceAll("[^\\p{L}\\p{N}]", "").length())
                .min()
                .orElseThrow();
        List<String> branches = new ArrayList<>();
        for (String spelling : spellings) {
            branches.add(new RegexOracle(spelling, letters >= 6).translate());
        }
        if (form.matches("[A-Z]{2,6}")) {
            branches.add(dotted(form));
        }
        String elided = letters >= 8 && startWithVowel(spellings) ? "|(?<=(?<!" + WORD + ")[lLdD])" : "";
        return "(?:(?<!" + WORD + INVISIBLE + "{0,9})" + elided + ")(?=" + WORD + ")(?:" + String.join("|", branches)
                + ")(?!" + INVISIBLE + "*" + WORD + ")(?!\\p{Mn})";
    }

    private static boolean startWithVowel(List<String> spellings) {
        return spellings.stream().allMatch(s -> s.matches("[aeiouyhAEIOUYHéèêàâîôÉÈÊÀœ].*"));
    }

    private static String dotted(String form) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < form.length(); i++) {
            regex.append(letter(form.charAt(i), false)).append(FILL);
            regex.append(i + 1 < form.length() ? "\\." + FILL + "(?:" + SPACE + FILL + ")?" : "\\.?");
        }
        return regex.toString().replace(FILL + "\\.?", "(?:" + FILL + "\\.|\\p{Mn}*)");
    }

    /** All spellings without brackets. */
    static List<String> expand(String form) {
        int open = Math.max(form.lastIndexOf('('), form.lastIndexOf('{'));
        if (open < 0) {
            return List.of(form);
        }
        boolean optional = form.charAt(open) == '(';
        int close = form.indexOf(optional ? ')' : '}', open);
        List<String> spellings = new ArrayList<>();
        String inside = form.substring(open + 1, close);
        for (String branch : (optional ? inside + "|" : inside).split("\\|", -1)) {
            spellings.addAll(expand(form.substring(0, open) + branch + form.substring(close + 1)));
        }
        return spellings;
    }

    private String translate() {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < form.length(); i++) {
            String next = element(i);
            String ligature = i + 1 < form.length() ? ligature(form.substring(i, i + 2)) : "";
            if (misread && form.startsWith("rn", i)) {
                next = "(?:" + next + FILL + element(i + 1) + "|[mM])";
                i++;
            } else if (!ligature.isEmpty()) {
                next = "(?:" + next + FILL + element(i + 1) + "|" + ligature + ")";
                i++;
            }
            regex.append(next).append(i + 1 < form.length() ? FILL : "\\p{Mn}*");
        }
        return regex.toString();
    }

    private static String ligature(String letters) {
        return switch (letters) {
            case "fi" -> "ﬁ";
            case "fl" -> "ﬂ";
            case "ff" -> "ﬀ";
            case "oe" -> "[œŒ]";
            case "ss" -> "ß";
            default -> "";
        };
    }

    private String element(int i) {
        char c = form.charAt(i);
        return switch (c) {
            case ' ' -> "(?:" + SPACE + "(?:" + INVISIBLE + "*" + SPACE + ")*" + (isBesideSign(i) ? "|)" : ")");
            case '-' -> joint(HYPHEN);
            case '\'', '’' -> joint(APOSTROPHE);
            case '«', '»', '"' -> "[«»“”\"„]";
            case '°' -> "[°º]";
            case 'œ' -> "(?:" + letter('o', misread) + FILL + letter('e', misread) + "|[œŒ])";
            default -> letter(c, misread && !form.substring(0, i).matches(".*\\d[-' ]?"));
        };
    }

    private boolean isBesideSign(int i) {
        return isSign(form.charAt(i - 1)) || isSign(form.charAt(i + 1));
    }

    private static boolean isSign(char c) {
        return !Character.isLetterOrDigit(c) && " -'’".indexOf(c) < 0;
    }

    private static String joint(String sign) {
        String spaces = "(?:" + SPACE + INVISIBLE + "*)*";
        return spaces + "(?:" + sign + INVISIBLE + "*)*" + spaces;
    }

    private static String letter(char c, boolean misread) {
        if (!Character.isLetter(c)) {
            return Pattern.quote(String.valueOf(c));
        }
        char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        String plain = dressed(base) + lookAlikes(Character.toLowerCase(base), misread);
        String one = "[" + plain + (base == c ? "" : "\\uFFFD") + "]";
        if (misread && Character.toLowerCase(base) == 'm') {
            one = "(?:" + one + "|" + letter('r', false) + FILL + letter('n', false) + ")";
        }
        return base == c ? one : "(?:" + ACCENT + FILL + ")?" + one + "(?:" + FILL + ACCENT + ")*";
    }

    private static String lookAlikes(char c, boolean misread) {
        return !misread ? "" : c == 'i' ? "lL1|" : c == 'l' ? "Ii1|" : c == 'o' ? "0" : "";
    }

    /** A letter in both cases and with every accent. */
    private static String dressed(char base) {
        return DRESSED.getOrDefault(Character.toLowerCase(base), String.valueOf(base));
    }

    private static Map<Character, String> dressed() {
        return IntStream.rangeClosed('A', '\u017F')
                .filter(Character::isLetter)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.groupingBy(
                        c -> Character.toLowerCase(
                                Normalizer.normalize(c, Normalizer.Form.NFD).charAt(0)),
                        Collectors.joining()));
    }
}
