package vigie.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What users read, in French or English; immutable, thread-safe. */
final class Messages {

    private final ResourceBundle bundle;

    Messages(Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                "vigie.cli.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language of the command line's arguments, or of the environment; French unless English is asked for. */
    static Locale locale(String[] arguments, String environment) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                return locale(arguments[i].substring("--lang=".length()));
            }
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return locale(arguments[i + 1]);
            }
        }
        return locale(environment);
    }

    private static Locale locale(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.FRENCH;
    }

    Locale language() {
        return bundle.getLocale().equals(Locale.ENGLISH) ? Locale.ENGLISH : Locale.FRENCH;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** The message of that key with its {@code {0}} filled. */
    String get(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, language()).format(values);
    }
}
