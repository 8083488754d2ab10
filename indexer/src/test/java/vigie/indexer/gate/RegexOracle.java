package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.List;

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

    private final String form;
    private final boolean misread;

    private RegexOracle(String form, boolean misread) {
        this.form = form;
        this.misread = misread;
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
        String elided = letters >= 8 && "aeiouyhé".indexOf(form.charAt(0)) >= 0 ? "|(?<=(?<!" + WORD + ")[lLdD])" : "";
        return "(?:(?<!" + WORD + INVISIBLE + "{0,9})" + elided + ")(?=" + WORD + ")(?:" + String.join("|", branches)
                + ")(?!" + INVISIBLE + "*" + WORD + ")(?!\\p{Mn})";
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
            String next = element(form.charAt(i));
            if (misread && form.startsWith("rn", i)) {
                next = "(?:" + next + FILL + element('n') + "|[mM])";
                i++;
            }
            if (form.startsWith("fi", i)) {
                next = "(?:" + next + FILL + element('i') + "|ﬁ)";
                i++;
            }
            regex.append(next).append(i + 1 < form.length() ? FILL : "\\p{Mn}*");
        }
        return regex.toString();
    }

    private String element(char c) {
        return switch (c) {
            case ' ' -> SPACE + "(?:" + INVISIBLE + "*" + SPACE + ")*";
            case '-' -> joint(HYPHEN);
            case '\'' -> joint(APOSTROPHE);
            default -> letter(c, misread);
        };
    }

    private static String joint(String sign) {
        String spaces = "(?:" + SPACE + INVISIBLE + "*)*";
        return spaces + "(?:" + sign + INVISIBLE + "*)*" + spaces;
    }

    private static String letter(char c, boolean misread) {
        return switch (Character.toLowerCase(c)) {
            case 'a' -> "[aA]";
            case 'é' -> "(?:" + ACCENT + FILL + ")?[eEéÉ\\uFFFD](?:" + FILL + ACCENT + ")*";
            case 'i' -> misread ? "[iIlL1|]" : "[iI]";
            case 'l' -> misread ? "[lLI1i|]" : "[lL]";
            case 'm' -> misread ? "(?:[mM]|[rR]" + FILL + "[nN])" : "[mM]";
            default -> "[" + Character.toLowerCase(c) + Character.toUpperCase(c) + "]";
        };
    }
}
