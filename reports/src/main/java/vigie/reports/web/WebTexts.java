package vigie.reports.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import vigie.model.Term;
import vigie.reports.render.Texts;

/** The words of the web pages in one language; immutable, thread-safe. What reports say too is in {@link #words}. */
public final class WebTexts {

    private final ResourceBundle bundle;
    private final Locale locale;
    private final Texts words;

    /** French, or English if {@code locale} is English. */
    public WebTexts(Locale locale) {
        this.locale = locale.getLanguage().equals("en") ? Locale.UK : Locale.FRANCE;
        this.bundle = ResourceBundle.getBundle(
                "vigie.reports.web.web",
                locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.words = new Texts(locale);
    }

    /** The text of that key with its {@code {0}} filled. */
    public String get(String key, @Nullable Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** The name of a term of a vocabulary, such as {@code kind} and {@code deliberation}. */
    public String term(String vocabulary, Term term) {
        return get(vocabulary + "." + term.id());
    }

    /** The same, or {@code id} itself where it is no term of it. */
    public String term(String vocabulary, String id) {
        String key = vocabulary + "." + id;
        return bundle.containsKey(key) ? get(key) : id;
    }

    /** The name of a country by its ISO 3166 code. */
    String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    /** What reports say. */
    public Texts words() {
        return words;
    }

    /** For the document. */
    public String language() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }
}
