package vigie.reports.render;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Modality;
import vigie.model.MonthCounts;
import vigie.model.PartialDate;
import vigie.model.Presence;
import vigie.model.ReviewState;
import vigie.model.SourceCoverage;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Vote;
import vigie.reports.CityReport.Function;

/** The words of reports in one language, and how dates, sums and terms are written in it; immutable, thread-safe. */
public final class Texts {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Wording wording;
    private final Locale locale;

    /** French, or English if {@code locale} is English. */
    public Texts(Locale locale) {
        this.wording = new Wording("vigie.reports.report", locale);
        this.locale = wording.locale();
    }

    /** The language code for the document. */
    public String language() {
        return locale.getLanguage();
    }

    /** What ends an item of a French list that goes on. */
    static final String END = "\u00a0;";

    /** What something is called, and what it is. */
    public String labelled(String label, String value) {
        return label + (locale.equals(Locale.FRANCE) ? "\u00a0: " : ": ") + value;
    }

    /** A text of ours that is French in every language, such as a question of law. */
    public String french(String text) {
        return Wording.spaced(text);
    }

    /** A quote in quotation marks. */
    public String quoted(String quote) {
        return locale.equals(Locale.FRANCE) ? "«\u00a0" + quote + "\u00a0»" : "“" + quote + "”";
    }

    /** What stands between the items of a list, which may have commas. */
    public String separator() {
        return locale.equals(Locale.FRANCE) ? "\u00a0; " : "; ";
    }

    /** Such a list. */
    Collector<CharSequence, ?, String> joining() {
        return Collectors.joining(separator());
    }

    /** The text of that key with its {@code {0}} filled. */
    public String get(String key, Object... values) {
        return wording.get(key, values);
    }

    /** The name of a stage, told as denied or supposed where it is. */
    public String stage(Stage stage, Modality modality) {
        String name = get("stage." + stage.id());
        return modality == Modality.ASSERTED ? name : get("modality.told", get("modality." + modality.id()), name);
    }

    /** How a vote went, in numbers as far as they are told. */
    public String vote(Vote vote) {
        return Stream.of(
                        vote.unanimous() ? get("votes.unanimous") : "",
                        counted("votes.for", vote.inFavour()),
                        counted("votes.against", vote.against()),
                        counted("votes.abstained", vote.abstained()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String counted(String key, @Nullable Integer count) {
        return count == null ? "" : get(key, count);
    }

    /** The name of a technology. */
    public String technology(Technology technology) {
        return get("technology." + technology.id());
    }

    /** The name of a function. */
    public String function(Function function) {
        return locale.getLanguage().equals("en") ? function.english() : function.label();
    }

    /** What people said of a claim or deployment. */
    public String review(ReviewState state) {
        return get("deployments.review." + state.id());
    }

    /** How sure: a word and a share. The method section defines the words. */
    public String confidence(double confidence) {
        String word = confidence >= 0.85 ? "high" : confidence >= 0.65 ? "medium" : "low";
        return get("confidence." + word) + " ("
                + NumberFormat.getPercentInstance(locale).format(confidence) + ")";
    }

    /** A date as people write it, only as precise as it is known. */
    public String date(@Nullable PartialDate date) {
        if (date == null) {
            return get("date.unknown");
        }
        if (date.day() != null) {
            return date(date.earliest());
        }
        return date.month() == null
                ? String.valueOf(date.year())
                : YearMonth.of(date.year(), date.month()).format(DateTimeFormatter.ofPattern("MMMM yyyy", locale));
    }

    /** A day in full. */
    public String date(LocalDate day) {
        String text =
                day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
        return locale.getLanguage().equals("fr") && text.startsWith("1 ") ? "1er" + text.substring(1) : text;
    }

    /** The day of an instant, in Paris. */
    public String day(Instant instant) {
        return date(LocalDate.ofInstant(instant, PARIS));
    }

    /** Day and hour of an instant, in Paris. */
    public String time(Instant instant) {
        return day(instant) + " " + DateTimeFormatter.ofPattern("HH:mm", locale).format(instant.atZone(PARIS));
    }

    /** What stands for the name of a vendor that no source names; empty for cameras alone, which need none. */
    public String unnamed(Technology technology) {
        return technology == Technology.VIDEOPROTECTION ? "" : get("deployments.unnamed");
    }

    /** A sum with its currency and whether VAT is included. */
    public String amount(Amount amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        String sign = amount.currency().equals("EUR") ? "€" : amount.currency();
        String sum = format.format(amount.value());
        return (amount.least() == null ? sum : get("amount.range", format.format(amount.least()), sum)) + "\u00a0"
                + sign
                + (amount.vat() == null ? "" : "\u00a0" + amount.vat().name())
                + (amount.value().signum() == 0 ? " (" + get("amount.free") + ")" : "");
    }

    /** The short name of a month, without a full stop. */
    public String month(Month month) {
        return month.getDisplayName(TextStyle.SHORT, locale).replace(".", "");
    }

    /** What a source holds that tells no month. */
    public String undated(MonthCounts counts) {
        return get(
                "coverage.undated",
                counts.read(),
                counts.noText() + counts.unreadable(),
                counts.blocked(),
                counts.unreachable());
    }

    /** Why nothing is had of a source; empty where it gives something. */
    public String silence(SourceCoverage source) {
        SourceCoverage.Silence silence = source.silence();
        return silence == null ? "" : get("coverage.silence." + silence.id());
    }

    /** What became of a document since it was captured: how often it changed, and whether it is gone; or empty. */
    public String since(@Nullable Presence presence) {
        if (presence == null) {
            return "";
        }
        if (presence.vanished() != null) {
            return get("evidence.vanished", day(presence.vanished()), day(presence.lastSeen()));
        }
        return presence.versions() == 1 ? "" : get("evidence.versions", presence.versions(), day(presence.firstSeen()));
    }

    /** A whole number with the language's grouping. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }
}
