package vigie.reports.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vigie.reports.query.QueryException.Fault;

/**
 * Reads the query language: words (all must be there), {@code "phrases"}, {@code "near words"~5}, {@code fuzzy~},
 * {@code prefix*}, {@code field:value}, {@code OU/OR}, {@code SAUF/NOT/-}, {@code ET/AND}, parentheses.
 */
final class QuerySyntax {

    static final int LONGEST = 1000;
    static final int MOST_TERMS = 64;
    static final int DEEPEST = 20;
    static final int WIDEST_SLOP = 100;

    private static final Set<String> AND = Set.of("AND", "ET", "&&");
    private static final Set<String> OR = Set.of("OR", "OU", "||", "|");
    private static final Set<String> NOT = Set.of("NOT", "SAUF");
    private static final String OPENING = "\"«“";
    private static final String CLOSING = "\"»”";

    private final String text;
    private int at;
    private int terms;

    private QuerySyntax(String text) {
        this.text = text;
    }

    /** The query; empty where nothing but white space is written. */
    static Optional<QueryNode> parse(String text) {
        if (text.length() > LONGEST) {
            throw new QueryException(Fault.TOO_LONG, text.length(), LONGEST);
        }
        QuerySyntax syntax = new QuerySyntax(text);
        if (!syntax.more()) {
            return Optional.empty();
        }
        QueryNode query = syntax.alternatives(0);
        if (syntax.more()) {
            throw new QueryException(Fault.STRAY_PARENTHESIS, syntax.at + 1);
        }
        return Optional.of(query);
    }

    private QueryNode alternatives(int depth) {
        List<QueryNode> parts = new ArrayList<>();
        parts.add(conjunction(depth));
        while (takeOperator(OR)) {
            parts.add(conjunction(depth));
        }
        return parts.size() == 1 ? parts.get(0) : new QueryNode.Or(parts);
    }

    private QueryNode conjunction(int depth) {
        List<QueryNode> parts = new ArrayList<>();
        do {
            parts.add(negatable(depth));
        } while (takeOperator(AND) || (more() && text.charAt(at) != ')' && !peekOperator(OR)));
        return parts.size() == 1 ? parts.get(0) : new QueryNode.And(parts);
    }

    private QueryNode negatable(int depth) {
        if (depth > DEEPEST) {
            throw new QueryException(Fault.TOO_DEEP, DEEPEST);
        }
        needOperand();
        char c = text.charAt(at);
        boolean sign = (c == '-' || c == '+') && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
        if (sign) {
            at++;
            QueryNode part = operand(depth);
            return c == '-' ? new QueryNode.Not(part) : part;
        }
        if (takeOperator(NOT)) {
            return new QueryNode.Not(negatable(depth + 1));
        }
        return operand(depth);
    }

    private QueryNode operand(int depth) {
        needOperand();
        if (++terms > MOST_TERMS) {
            throw new QueryException(Fault.TOO_MANY_TERMS, MOST_TERMS);
        }
        char c = text.charAt(at);
        if (c == '(') {
            return group(depth);
        }
        if (OPENING.indexOf(c) >= 0) {
            String words = quoted();
            return new QueryNode.Phrase(words, number(words, 0, 0, WIDEST_SLOP));
        }
        return word();
    }

    private QueryNode group(int depth) {
        int open = at++;
        QueryNode inside = alternatives(depth + 1);
        if (!more()) {
            throw new QueryException(Fault.UNCLOSED_PARENTHESIS, open + 1);
        }
        at++;
        return inside;
    }

    private String quoted() {
        int open = at++;
        int start = at;
        while (at < text.length() && CLOSING.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == text.length()) {
            throw new QueryException(Fault.UNCLOSED_QUOTE, open + 1);
        }
        return text.substring(start, at++);
    }

    /** The number after a tilde that stands here; {@code absent} without a tilde, {@code bare} for a tilde alone. */
    private int number(String subject, int absent, int bare, int greatest) {
        if (at >= text.length() || text.charAt(at) != '~') {
            return absent;
        }
        int start = ++at;
        while (at < text.length() && !boundary(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.isEmpty()) {
            return bare;
        }
        if (digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new QueryException(Fault.BAD_NUMBER, subject + "~" + digits, 0, greatest);
        }
        int value = Integer.parseInt(digits);
        if (value > greatest) {
            throw new QueryException(Fault.BAD_NUMBER, subject + "~" + digits, 0, greatest);
        }
        return value;
    }

    private QueryNode word() {
        int start = at;
        while (at < text.length() && !boundary(text.charAt(at)) && text.charAt(at) != '~') {
            if (text.charAt(at) == ':' && isFieldName(text.substring(start, at))) {
                return field(text.substring(start, at));
            }
            at++;
        }
        String word = text.substring(start, at);
        int edits = number(word, 0, 2, 2);
        int question = word.indexOf('?');
        boolean asks = question == word.length() - 1;
        if (word.indexOf('*') >= 0 || (question >= 0 && !asks)) {
            return new QueryNode.Wildcard(checkedWildcard(word));
        }
        return edits > 0 ? new QueryNode.Fuzzy(word, edits) : new QueryNode.Word(word);
    }

    private static String checkedWildcard(String word) {
        int literal = 0;
        while (literal < word.length() && word.charAt(literal) != '*' && word.charAt(literal) != '?') {
            literal++;
        }
        if (literal < 2) {
            throw new QueryException(literal == 0 ? Fault.LEADING_WILDCARD : Fault.SHORT_PREFIX, word);
        }
        return word;
    }

    private static boolean isFieldName(String name) {
        return name.length() > 1
                && name.chars().allMatch(c -> Character.isLetter(c) || c == '-')
                && !name.equals("http")
                && !name.equals("https");
    }

    private QueryNode field(String name) {
        int colon = at++;
        if (!more() || text.charAt(at) == ')') {
            throw new QueryException(Fault.MISSING_OPERAND, name + ":", colon + 2);
        }
        if (OPENING.indexOf(text.charAt(at)) >= 0) {
            return new QueryNode.Field(name, quoted());
        }
        int start = at;
        while (at < text.length() && !boundary(text.charAt(at))) {
            at++;
        }
        return new QueryNode.Field(name, text.substring(start, at));
    }

    private void needOperand() {
        boolean missing = !more() || text.charAt(at) == ')' || peekOperator(AND) || peekOperator(OR);
        if (missing) {
            if (more() && text.charAt(at) == ')' && at == 0) {
                throw new QueryException(Fault.STRAY_PARENTHESIS, 1);
            }
            throw new QueryException(Fault.MISSING_OPERAND, lastWord(), at + 1);
        }
    }

    private String lastWord() {
        String before = text.substring(0, at).strip();
        return before.substring(before.lastIndexOf(' ') + 1);
    }

    private boolean takeOperator(Set<String> operators) {
        if (!peekOperator(operators)) {
            return false;
        }
        at = wordEnd();
        return true;
    }

    private boolean peekOperator(Set<String> operators) {
        return more() && operators.contains(text.substring(at, wordEnd()));
    }

    private int wordEnd() {
        int end = at;
        while (end < text.length() && !boundary(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean more() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private static boolean boundary(char c) {
        return Character.isWhitespace(c) || c == '(' || c == ')' || OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0;
    }
}
