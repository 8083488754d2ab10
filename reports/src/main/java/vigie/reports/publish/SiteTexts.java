package vigie.reports.publish;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import vigie.reports.render.Texts;
import vigie.reports.web.WebTexts;

/** The words of published sites in one language, beside those of reports and of the web pages; immutable, thread-safe. */
public final class SiteTexts {

    private final ResourceBundle bundle;
    private final Locale locale;
    private final WebTexts web;

    /** French, or English if {@code locale} is English. */
    public SiteTexts(Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        this.locale = english ? Locale.UK : Locale.FRANCE;
        this.bundle = ResourceBundle.getBundle(
                "vigie.reports.publish.publish",
                english ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.web = new WebTexts(locale);
    }

    /** The text of that key with its {@code {0}} filled. */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** What reports say. */
    public Texts words() {
        return web.words();
    }

    /** What the web pages say. */
    public WebTexts web() {
        return web;
    }

    /** For the document. */
    public String language() {
        return locale.getLanguage();
    }
}
