package vigie.indexer.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.PartialDate;

/** The sums and dates of a section, read from its plain form so that line breaks and typographic signs do not matter. */
final class Figures {

    private static final Pattern SUM = Pattern.compile(
            "(?<![\\d.,/-])(\\d{1,3}(?:[ .][\\do]{3})+|\\d[\\do]{0,8})(?:,(\\d{1,2}|\\d{3}))? ?(millions?|milliers?|m|k)? ?(?:d')?(€|euros?|eur)(?![a-z])(?: ?\\(?(?:(h\\.? ?t\\.?|hors ta(?:xe|xes)|hors tva|hors t\\.?v\\.?a)|(t\\.? ?t\\.? ?c|toutes taxes|tva incluse))\\b)?");
    private static final Pattern VAT_LATER =
            Pattern.compile("^[^.;,€\\d]{0,12}?\\(?(?:(h\\.?t\\b|hors tax|hors tva)|(t\\.?t\\.?c\\b|toutes taxes))");
    private static final String MONTHS =
            "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre";
    private static final Map<String, Integer> MONTH = Map.ofEntries(
            Map.entry("janvier", 1),
            Map.entry("fevrier", 2),
            Map.entry("mars", 3),
            Map.entry("avril", 4),
            Map.entry("mai", 5),
            Map.entry("juin", 6),
            Map.entry("juillet", 7),
            Map.entry("aout", 8),
            Map.entry("septembre", 9),
            Map.entry("octobre", 10),
            Map.entry("novembre", 11),
            Map.entry("decembre", 12));
    private static final Pattern DATE = Pattern.compile(
            "(?<![\\d/.-])(\\d{1,2})(?:er)?(?: ?[/.-] ?(\\d{1,2}) ?[/.-] ?((?:19|20)\\d{2}|\\d{2})(?!\\d)| (" + MONTHS
                    + ")(?: ((?:19|20)\\d{2}))?\\b)"
                    + "|\\b(" + MONTHS
                    + ")(?: ((?:19|20)\\d{2}))?\\b|(?<![\\d./€-])((?:19|20)\\d{2})(?!\\d|[/€-]|[.,]\\d| ?(?:€|euros|ht|ttc|cameras|habitants|heures|agents|voix|metres|m2))"
                    + "|(?<=\\bdu )(\\d{1,2})(?:er)? au \\d{1,2}(?:er)? (" + MONTHS + ")(?: ((?:19|20)\\d{2}))?");

    private Figures() {}

    static List<Sum> sums(String text, Section section) {
        List<Sum> sums = new ArrayList<>();
        View view = view(text, section);
        Matcher matcher = SUM.matcher(view.text());
        while (matcher.find()) {
            Amount amount = amount(matcher, view.text());
            if (amount != null) {
                sums.add(new Sum(new Span(view.sourceAt(matcher.start()), view.sourceEnd(matcher.end())), amount));
            }
        }
        return sums;
    }

    private static View view(String text, Section section) {
        StringBuilder raw = new StringBuilder();
        List<Integer> offsets = new ArrayList<>();
        List<Span> spans = new ArrayList<>(section.heading());
        spans.addAll(section.lines());
        for (Span span : spans) {
            for (int i = span.start(); i <= span.end(); i++) {
                raw.append(i < span.end() ? text.charAt(i) : '\n');
                offsets.add(i);
            }
        }
        return View.of(raw.toString(), offsets::get);
    }

    private static @Nullable Amount amount(Matcher matcher, String words) {
        String digits = matcher.group(1).replaceAll("[ .]", "").replace('o', '0');
        if (!digits.chars().allMatch(Character::isDigit)) {
            return null;
        }
        String unit = matcher.group(3) == null ? "" : matcher.group(3);
        String cents = matcher.group(2) == null ? "" : "." + matcher.group(2);
        BigDecimal value = new BigDecimal(digits + cents);
        if (unit.startsWith("mill")) {
            value = value.multiply(BigDecimal.valueOf(unit.startsWith("million") ? 1_000_000 : 1_000));
        } else if (!unit.isEmpty()) {
            value = value.multiply(BigDecimal.valueOf(unit.equals("m") ? 1_000_000 : 1_000));
        }
        return Amount.euros(value.stripTrailingZeros().scale() < 0 ? value.setScale(0) : value, vat(matcher, words));
    }

    private static Amount.@Nullable Vat vat(Matcher matcher, String words) {
        if (matcher.group(5) != null) {
            return Amount.Vat.HT;
        }
        if (matcher.group(6) != null) {
            return Amount.Vat.TTC;
        }
        Matcher later = VAT_LATER.matcher(words.substring(matcher.end(), Math.min(words.length(), matcher.end() + 40)));
        if (later.find()) {
            return later.group(1) != null ? Amount.Vat.HT : Amount.Vat.TTC;
        }
        String left = words.substring(Math.max(0, matcher.start() - 30), matcher.start());
        if (left.matches(".*(?:montant|prix|cout|estimation|valeur)[^.;]{0,15}\\b(?:ht|h\\.t\\.?)\\b.*")) {
            return Amount.Vat.HT;
        }
        return left.matches(".*(?:montant|prix|cout|estimation|valeur)[^.;]{0,15}\\b(?:ttc|t\\.t\\.c\\.?)\\b.*")
                ? Amount.Vat.TTC
                : null;
    }

    static List<When> dates(String text, Section section, Calendar calendar) {
        List<When> dates = new ArrayList<>();
        View view = view(text, section);
        Matcher matcher = DATE.matcher(view.text());
        while (matcher.find()) {
            PartialDate date = date(matcher, calendar, view.text());
            if (date != null) {
                dates.add(new When(new Span(view.sourceAt(matcher.start()), view.sourceEnd(matcher.end())), date));
            }
        }
        return dates;
    }

    private static @Nullable PartialDate date(Matcher m, Calendar calendar, String words) {
        if (m.group(2) != null) {
            int year = Integer.parseInt(m.group(3));
            return valid(year < 100 ? 2000 + year : year, Integer.valueOf(m.group(2)), Integer.valueOf(m.group(1)));
        }
        if (m.group(4) != null) {
            return dayOf(m.group(4), Integer.parseInt(m.group(1)), m.group(5), calendar);
        }
        if (m.group(6) != null) {
            return dayOf(m.group(6), null, m.group(7), calendar);
        }
        if (m.group(8) != null) {
            String left = words.substring(Math.max(0, m.start() - 12), m.start());
            return left.matches(".*(?:\\bn\\W{0,2}|-|\\d[ .])$")
                    ? null
                    : new PartialDate(Integer.parseInt(m.group(8)), null, null);
        }
        return dayOf(m.group(10), Integer.parseInt(m.group(9)), m.group(11), calendar);
    }

    private static @Nullable PartialDate dayOf(
            String month, @Nullable Integer day, @Nullable String year, Calendar calendar) {
        int number = MONTH.getOrDefault(month, 1);
        if (year != null) {
            return valid(Integer.parseInt(year), number, day);
        }
        return calendar.past(number, day);
    }

    static @Nullable PartialDate valid(int year, int month, @Nullable Integer day) {
        try {
            return new PartialDate(year, month, day);
        } catch (IllegalArgumentException noSuchDay) {
            return null;
        }
    }
}
