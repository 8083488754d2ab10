package vigie.reports.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vigie.model.Term;
import vigie.reports.render.Texts;
import vigie.reports.render.Wording;

/** The words of the web pages in one language; immutable, thread-safe. What reports say too is in {@link #words}. */
public final class WebTexts {

    private final Wording wording;
    private final Locale locale;
    private final Texts words;

    /** French, or English if {@code locale} is English. */
    public WebTexts(Locale locale) {
        this.wording = new Wording("vigie.reports.web.web", locale);
        this.locale = wording.locale();
        this.words = new Texts(locale);
    }

    /** The text of that key with its {@code {0}} filled. */
    public String get(String key, @Nullable Object... values) {
        return wording.get(key, values);
    }

    /** The name of a term of a vocabulary, such as {@code kind} and {@code deliberation}. */
    public String term(String vocabulary, Term term) {
        return get(vocabulary + "." + term.id());
    }

    /** The same, or {@code id} itself where it is no term of it. */
    public String term(String vocabulary, String id) {
        String key = vocabulary + "." + id;
        return wording.has(key) ? get(key) : id;
    }

    /** Figures of a line of its own; as it is written where we have no words for it. */
    public String remark(QualityFigures.Remark remark) {
        String key = "method.remark." + remark.id();
        return wording.has(key)
                ? get(key, remark.numbers().stream().map(this::figure).toArray())
                : remark.text();
    }

    /** A figure as the language writes it, as precise as it is given; anything else stays. */
    public String figure(String figure) {
        if (figure.isEmpty() || !Character.isDigit(figure.charAt(0))) {
            return figure;
        }
        BigDecimal number = new BigDecimal(figure.replace(",", ""));
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
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
