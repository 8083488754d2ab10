package vigie.reports.publish;

import java.text.NumberFormat;
import java.util.Locale;
import vigie.reports.render.Texts;
import vigie.reports.render.Wording;
import vigie.reports.web.WebTexts;

/** The words of published sites in one language, beside those of reports and of the web pages; immutable, thread-safe. */
public final class SiteTexts {

    private final Wording wording;
    private final WebTexts web;

    /** French, or English if {@code locale} is English. */
    public SiteTexts(Locale locale) {
        this.wording = new Wording("vigie.reports.publish.publish", locale);
        this.web = new WebTexts(locale);
    }

    /** The text of that key with its {@code {0}} filled. */
    public String get(String key, Object... values) {
        return wording.get(key, values);
    }

    /** A share of one in percent. */
    String percent(double share) {
        return NumberFormat.getPercentInstance(wording.locale()).format(share);
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
        return wording.locale().getLanguage();
    }
}
