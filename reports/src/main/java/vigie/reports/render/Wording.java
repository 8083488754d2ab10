package vigie.reports.render;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a message file in one language; immutable, thread-safe. French has no-break spaces before {@code : ; ! ? %} and inside
 * quotation marks, whatever spaces the file has there; what is filled in, quotes of documents above all, stays as it is.
 */
public final class Wording {

    private static final Pattern BEFORE = Pattern.compile(" (?=[:;!?»%](?:\\W|$))");
    private static final Pattern AFTER = Pattern.compile("« ");
    private static final String NO_BREAK = "\u00a0";

    private final ResourceBundle bundle;
    private final Locale locale;

    /** The file {@code name}, in French, or in English if {@code locale} is English. */
    public Wording(String name, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        this.locale = english ? Locale.UK : Locale.FRANCE;
        this.bundle = ResourceBundle.getBundle(
                name,
                english ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language and country that it is written for. */
    public Locale locale() {
        return locale;
    }

    /** Whether the file has that key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The text of that key with its {@code {0}} filled. */
    public String get(String key, @Nullable Object... values) {
        String text = bundle.getString(key);
        return new MessageFormat(locale.equals(Locale.FRANCE) ? spaced(text) : text, locale).format(values);
    }

    /** French text of ours with its no-break spaces. */
    static String spaced(String text) {
        return AFTER.matcher(BEFORE.matcher(text).replaceAll(NO_BREAK)).replaceAll("«" + NO_BREAK);
    }
}
