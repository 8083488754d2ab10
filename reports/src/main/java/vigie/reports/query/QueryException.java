package vigie.reports.query;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** A query that people wrote cannot be run; {@link #describe} tells them why in their language. */
public final class QueryException extends RuntimeException {

    /** What is wrong; the key of the message. */
    public enum Fault {
        EMPTY,
        TOO_LONG,
        TOO_MANY_TERMS,
        TOO_DEEP,
        UNCLOSED_QUOTE,
        UNCLOSED_PARENTHESIS,
        STRAY_PARENTHESIS,
        MISSING_OPERAND,
        LEADING_WILDCARD,
        SHORT_PREFIX,
        BAD_NUMBER,
        UNKNOWN_FIELD,
        UNKNOWN_VALUE,
        BAD_RANGE,
        BAD_DATE,
        NO_WORDS,
        BAD_PAGE
    }

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient List<String> values;

    QueryException(Fault fault, Object... values) {
        super(fault + " " + Arrays.toString(values));
        this.fault = fault;
        this.values = Arrays.stream(values).map(String::valueOf).toList();
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** What is wrong and what to write instead, in French or English. */
    public String describe(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "vigie.reports.query.messages",
                locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(
                        bundle.getString(fault.name().toLowerCase(Locale.ROOT).replace('_', '-')), locale)
                .format(values.toArray());
    }
}
