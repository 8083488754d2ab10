package vigie.model.config;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of {@code faults.properties} in the user's language; French unless there is a file for another. */
final class Messages {

    private final Locale locale;
    private final Lazy<ResourceBundle> texts = new Lazy<>(this::open);

    Messages(Locale locale) {
        this.locale = locale;
    }

    /** The text of {@code key}, with <code>{0}</code>, <code>{1}</code>… replaced. */
    String text(String key, String... args) {
        StringBuilder filled = new StringBuilder();
        String pattern = texts.get().getString(key);
        for (int i = 0; i < pattern.length(); i++) {
            int index = placeholder(pattern, i);
            if (index >= 0 && index < args.length) {
                filled.append(args[index]);
                i += 2;
            } else {
                filled.append(pattern.charAt(i));
            }
        }
        return filled.toString();
    }

    private static int placeholder(String pattern, int at) {
        boolean here = pattern.startsWith("{", at) && pattern.startsWith("}", at + 2);
        return here ? Character.digit(pattern.charAt(at + 1), 10) : -1;
    }

    private ResourceBundle open() {
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle("vigie.model.config.faults", locale, noFallback);
    }
}
