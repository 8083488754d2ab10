package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates in raw text: days, months and, where a word before says that a number is one, years from 1990 to 2040.
 * Stateless; time is linear in the length of the text.
 */
public final class Dates {

    static final int FIRST_YEAR = 1990;
    static final int LAST_YEAR = 2040;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String GAP = "[\\s\\u00A0\\u202F\\u2009]{1,4}";
    private static final String NO_DIGIT_BEFORE = "(?<![\\d\\p{L}/.-])";
    private static final String DAY = "(?<day>0?[1-9]|[12]\\d|3[01])(?:[\\s\\u00A0]?(?:er|ier|°))?";
    private static final String YEAR = "(?<year>(?:19|20)\\d\\d)(?!\\d)";
    private static final Sought NAMED = Sought.of(
            NO_DIGIT_BEFORE + "(?:" + DAY + GAP + ")?(?<month>" + Months.NAME + ")(?:[\\s\\u00A0\\u202F\\u2009]{0,4}"
                    + YEAR + ")?",
            FLAGS);
    private static final Sought NUMBERED = Sought.of(
            NO_DIGIT_BEFORE + "(?<day>0?[1-9]|[12]\\d|3[01])(?<sign>[/.–-])(?<month>0?[1-9]|1[0-2]|[IVX]{1,4})\\k<sign>"
                    + "(?<year>(?:19|20)\\d\\d|\\d\\d)(?![\\d/-]|[.]\\d)");
    private static final Sought ISO = Sought.of(
            "(?<![\\d-])(?<year>(?:19|20)\\d\\d)-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])(?![\\d-])");
    private static final Sought MONTH_NUMBER =
            Sought.of("(?<![\\d/.-])(?<month>0[1-9]|1[0-2])/(?<year>20\\d\\d)(?![\\d/-])");
    private static final Sought BARE_YEAR = Sought.of(
            NO_DIGIT_BEFORE + YEAR
                    + "(?![/.,-]?\\d|[\\s\\u00A0]*(?:€|euros|habitants|cam[ée]ras|heures|agents|m[²2]|voix|km|kg))",
            FLAGS);
    /** What stands before a number that is a year. */
    private static final Pattern YEAR_CUE = Pattern.compile(
            "(?:(?<!\\p{L})(?:en|depuis|fin|d[ée]but|courant|an|ann[ée]es?|exercices?|d[èe]s|mi|[ée]t[ée]|printemps|automne|hiver"
                    + "|rentr[ée]e|trimestre|semestre|budget|primitif|suppl[ée]mentaire|avant|apr[èe]s|mandat|programme|saison|de|et"
                    + "|[àa])[\\s\\u00A0-]{1,3}|[(]|(?:19|20)\\d\\d[-–])$",
            FLAGS);

    private static final Sought WRITTEN_OUT = Sought.of(
            "\\ban[\\s\\u00A0]+(?<year>deux[\\s\\u00A0-]+mil(?:le)?" + "(?:[\\s\\u00A0-]+(?:et[\\s\\u00A0]+)?"
                    + NumberWords.WORD
                    + "){0,4})[\\s\\u00A0,]+(?:et[\\s\\u00A0]+)?le[\\s\\u00A0]+(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[\\s\\u00A0]+)?"
                    + "(?<day>\\d{1,2}|premier|1er|" + NumberWords.NUMBER + ")[\\s\\u00A0]+(?<month>" + Months.NAME
                    + ")",
            FLAGS);
    /** "le vingt-trois janvier deux mille vingt-trois". */
    private static final Sought DAY_IN_WORDS = Sought.of(
            "(?<!\\p{L})(?<day>premier|" + NumberWords.NUMBER + ")[\\s\\u00A0]+(?<month>" + Months.NAME
                    + ")[\\s\\u00A0]+(?<year>deux[\\s\\u00A0-]+mil(?:le)?(?:[\\s\\u00A0-]+(?:et[\\s\\u00A0]+)?"
                    + NumberWords.WORD + "){0,4})",
            FLAGS);

    /** "du 14 au 25 mai 2019", "les 12 et 13 juin": the first day has no month of its own. */
    private static final Pattern FIRST_DAY =
            Pattern.compile(NO_DIGIT_BEFORE + DAY + GAP + "(?:au|et|ou|-)" + GAP + "(?:le" + GAP + ")?$", FLAGS);

    private static final Pattern LINK =
            Pattern.compile("[\\s\\u00A0]+(?:au|et)[\\s\\u00A0]+(?:le[\\s\\u00A0]+)?", FLAGS);

    private Dates() {}

    /** All dates in the text, in order. */
    public static List<FoundDate> find(String text) {
        return find(text, 0, text.length());
    }

    /** All dates in {@code [from, to)}, in order; of overlapping ones the longest. */
    public static List<FoundDate> find(String text, int from, int to) {
        List<FoundDate> found = new ArrayList<>();
        for (Sought form : List.of(NAMED, NUMBERED, ISO, MONTH_NUMBER, BARE_YEAR)) {
            form.each(text, from, to, matcher -> {
                if (form != BARE_YEAR || hasCue(text, from, matcher.start())) {
                    add(form, matcher, found);
                }
            });
        }
        addWrittenOut(WRITTEN_OUT, text, from, to, found);
        addWrittenOut(DAY_IN_WORDS, text, from, to, found);
        found.sort(Comparator.comparingInt(FoundDate::start)
                .thenComparing(Comparator.comparingInt(FoundDate::end).reversed()));
        return completed(text, from, withoutOverlaps(found));
    }

    private static void add(Sought form, Matcher m, List<FoundDate> found) {
        Integer day = form == BARE_YEAR || form == MONTH_NUMBER ? null : number(m.group("day"));
        Integer month = form == BARE_YEAR ? null : (Integer) Months.number(m.group("month"));
        Integer year = year(m.group("year"));
        if (form == NAMED && day == null && (year == null || Months.isShort(m.group("month")))) {
            return;
        }
        if (form != NAMED && year == null) {
            return;
        }
        FoundDate date = new FoundDate(m.start(), m.end(), year, month, day);
        if (date.in(2024).isPresent()) {
            found.add(date);
        }
    }

    private static boolean hasCue(String text, int from, int start) {
        return YEAR_CUE.matcher(text.substring(Math.max(from, start - 20), start))
                .find();
    }

    private static void addWrittenOut(Sought form, String text, int from, int to, List<FoundDate> found) {
        form.each(text, from, to, m -> {
            OptionalLong year = NumberWords.value(m.group("year"));
            String day = m.group("day").toLowerCase(Locale.ROOT);
            OptionalLong number = day.equals("premier") || day.equals("1er")
                    ? OptionalLong.of(1)
                    : Character.isDigit(day.charAt(0)) ? OptionalLong.of(Long.parseLong(day)) : NumberWords.value(day);
            if (year.isPresent() && number.isPresent() && number.getAsLong() <= 31) {
                found.add(new FoundDate(
                        Math.min(m.start("year"), m.start("day")),
                        m.end(),
                        (int) year.getAsLong(),
                        Months.number(m.group("month")),
                        (int) number.getAsLong()));
            }
        });
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    private static @Nullable Integer year(@Nullable String digits) {
        if (digits == null) {
            return null;
        }
        int year = Integer.parseInt(digits);
        int full = digits.length() == 4 ? year : year <= LAST_YEAR % 100 ? 2000 + year : 1900 + year;
        return full >= FIRST_YEAR && full <= LAST_YEAR ? (Integer) full : null;
    }

    private static List<FoundDate> withoutOverlaps(List<FoundDate> sorted) {
        List<FoundDate> kept = new ArrayList<>();
        for (FoundDate date : sorted) {
            FoundDate last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last == null || date.start() >= last.end()) {
                kept.add(date);
            } else if (date.end() - date.start() > last.end() - last.start()) {
                kept.set(kept.size() - 1, date);
            }
        }
        return kept;
    }

    /** Gives the first of two joined dates what only the second one says. */
    private static List<FoundDate> completed(String text, int from, List<FoundDate> found) {
        List<FoundDate> all = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            FoundDate date = found.get(i);
            FoundDate next = i + 1 < found.size() ? found.get(i + 1) : null;
            if (date.year() == null
                    && next != null
                    && next.year() != null
                    && LINK.matcher(text.substring(date.end(), next.start())).matches()) {
                date = new FoundDate(date.start(), date.end(), next.year(), date.month(), date.day());
            }
            FoundDate first = firstDay(text, from, date);
            if (first != null) {
                all.add(first);
            }
            all.add(date);
        }
        return List.copyOf(all);
    }

    private static @Nullable FoundDate firstDay(String text, int from, FoundDate second) {
        if (second.day() == null) {
            return null;
        }
        int left = Math.max(from, second.start() - 20);
        Matcher m = FIRST_DAY.matcher(text).region(left, second.start()).useTransparentBounds(true);
        if (!m.find()) {
            return null;
        }
        FoundDate first =
                new FoundDate(m.start(), m.end("day"), second.year(), second.month(), Integer.valueOf(m.group("day")));
        return first.in(2024).isPresent() ? first : null;
    }
}
