package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.PartialDate;

/** The sums and dates of a stretch of text, as the extraction needs them. */
final class Figures {

    /** A month without day and year: "en octobre". */
    private static final Sought MONTH = Sought.of(
            "(?<!\\p{L})(?:en|depuis|d[èe]s|mi-|d[ée]but|fin|courant|mois d[e'’]|jours d[e'’])\\s?(" + Months.NAME
                    + ")(?!\\s+\\d{4})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** "From March to August", "between mid-June and the end of July 2022": the first month without a year of its own, perhaps the second, too. */
    private static final Sought MONTHS = Sought.of(
            "(?<!\\p{L})(?:de|d['’]|entre)\\s?(?:la\\s)?(?:d[ée]but\\s|fin\\s|mi-)?(?<first>" + Months.NAME
                    + ")\\s+(?:[àa]|et|jusqu['’](?:[àa]|en))\\s+(?:la\\s)?(?:d[ée]but\\s|fin\\s|mi-)?(?:d[e'’]\\s?)?(?<second>"
                    + Months.NAME
                    + ")(?:\\s+(?<year>20\\d{2})\\b)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A day of a list, in a cell or before the line's words: "17/02  sweeping", "25/07 : renewal". */
    private static final Pattern LISTED_DAY = Pattern.compile(
            "(?m)(?:^[ \\t•–-]*|(?<![ \\u00a0])[ \\u00a0]{2,}|[\\t|] *)(0[1-9]|[12]\\d|3[01])/(0[1-9]|1[0-2])(?=[ \\u00a0]{2,}| ?[:|\\t–-]| [\\p{L}]|[ \\u00a0]*$)"
                    + "|(?:(?<![ \\u00a0])[ \\u00a0]{2,}|[\\t|] *)([1-9]|[12]\\d|3[01])/([1-9]|1[0-2])(?=[ \\u00a0]{2,}| *[|\\t])"
                    + "|(?<=\\b(?:[Ll]e|[Dd]u|LE|DU) )(0?[1-9]|[12]\\d|3[01])/(0?[1-9]|1[0-2])(?![\\d/])");

    /** Years told from the document's: "last year", "last autumn". */
    private static final Sought LAST_YEAR = Sought.of(
            "(?<!\\p{L})(?:l['’]\\s?an(?:n[ée]e)?\\s+(?:pass[ée]e?|derni(?:er|[eè]re)|pr[ée]c[ée]dente)"
                    + "|(?<summer>l['’]\\s?[ée]t[ée]\\s+dernier)|(?<autumn>l['’]\\s?automne\\s+dernier)|(?<spring>(?:le|au)\\s+printemps\\s+dernier))(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int MAY = 5;
    private static final int AUGUST = 8;
    private static final int NOVEMBER = 11;
    private static final int DECEMBER = 12;

    /** A day of two digits each, with two signs. */
    private static final int SHORT_DAY = 8;

    /** How far from a date its verb is looked for. */
    private static final int NEAR = 120;

    private static final Pattern STOP = Pattern.compile("[.;] ");

    /** Verbs in the future. */
    private static final Sought WILL = Sought.of(
            "\\b(?!(?:cam|op|mad)era\\b)\\w{2,}(?:er|ir|dr|vr|ttr|aur)(?:a|ont)\\b|\\b(?:sera|seront|aura|auront|ira|iront|fera|feront)\\b");

    /** Right before a day that is to come. */
    private static final Pattern COMING = Pattern.compile(
            "(?:a (?:compter|partir) du|des le|jusqu'au|(?:arriv\\w+|vient|parvient|prend|prendra) a? ?(?:son |sa )?(?:terme|echeance|fin) le|expir\\w+ le|s'acheve le|prend fin le|au plus tard le|avant le) $");

    /** What is over in the same clause may be what the date is of. */
    private static final Sought WAS = Sought.of(
            "\\b(?:a|ont) (?:ete|eu)\\b|\\b(?:etait|etaient|fut|furent|depuis|dernier|derniere|passe|passee)\\b");

    /** "The trial, closed on 3 May, will": what is told between commas is over. */
    private static final Pattern APPOSED = Pattern.compile(
            ", (?!(?:puis|ensuite|enfin|ou|et|mais|car|donc|soit|des|a|au|en|le|la)\\b)[a-z]+(?: [^,.;]{1,40})? (?:le|en|au|depuis(?: le)?) $");

    /** What was ordered, signed or put up, right before its day, whatever else the clause says will be. */
    private static final Pattern DONE = Pattern.compile(
            "(?<!\\b(?:sera|seront|serait|seraient|etre|soit|soient|aura|auront) )\\b(?:commande|signe|notifie|conclue?|attribue|achete|acquis|livre|pose|installe|paraphe)(?:e|s|es)?(?: (?:a|par|chez|aupres d[eu]|avec) [^,;.]{2,30})? (?:le|en|au|fin|debut|depuis|depuis le) $");

    private Figures() {}

    static List<Sum> sums(String text, Span range) {
        return Amounts.find(text, range.start(), range.end()).stream()
                .map(found -> new Sum(new Span(found.start(), found.end()), found.amount(), found.bound()))
                .toList();
    }

    /** The dates; one without a year is thought to be the last such day before the document's. */
    static List<When> dates(String text, Span range, Calendar calendar) {
        List<FoundDate> found = new ArrayList<>(plainDates(text, range));
        // A year behind the section is not of it.
        String own = text.substring(range.start(), range.end());
        MONTH.each(own, 0, own.length(), months -> {
            int start = range.start() + months.start(1);
            int end = range.start() + months.end(1);
            found.add(new FoundDate(start, end, null, Months.number(months.group(1)), null));
        });
        MONTHS.each(own, 0, own.length(), months -> addMonths(months, range.start(), found));
        boolean slashes = own.indexOf('/') >= 0;
        Matcher days = LISTED_DAY.matcher(text).region(range.start(), range.end());
        while (slashes && days.find()) {
            int day = days.group(1) != null ? 1 : days.group(3) != null ? 3 : 5;
            found.add(new FoundDate(
                    days.start(day),
                    days.end(day + 1),
                    null,
                    Integer.valueOf(days.group(day + 1)),
                    Integer.valueOf(days.group(day))));
        }
        LAST_YEAR.each(
                own,
                0,
                own.length(),
                years -> calendar.lastYear(lastMonth(years))
                        .ifPresent(year -> found.add(new FoundDate(
                                range.start() + years.start(), range.start() + years.end(), year, null, null))));
        found.addAll(RelativeDates.vague(own, range.start(), calendar));
        List<When> whens = found.stream()
                .filter(one -> found.stream().noneMatch(other -> isWithin(one, other)))
                .flatMap(one ->
                        date(text, one, calendar)
                                .map(date -> new When(new Span(one.start(), one.end()), date))
                                .stream())
                .toList();
        return RelativeDates.withReferring(own, range.start(), whens);
    }

    private static void addMonths(Matcher months, int from, List<FoundDate> found) {
        int first = Months.number(months.group("first"));
        int second = Months.number(months.group("second"));
        String year = months.group("year");
        Integer begun = year == null ? null : (Integer) (Integer.parseInt(year) - (first > second ? 1 : 0));
        found.add(new FoundDate(from + months.start("first"), from + months.end("first"), begun, first, null));
        if (year == null) {
            found.add(new FoundDate(from + months.start("second"), from + months.end("second"), null, second, null));
        }
    }

    /** Whether a longer date holds this one, "the new school year 2021" the year, or the same one is known with its year. */
    private static boolean isWithin(FoundDate one, FoundDate other) {
        int longer = (other.end() - other.start()) - (one.end() - one.start());
        return other.start() <= one.start()
                && one.end() <= other.end()
                && (longer > 0 || (longer == 0 && one.year() == null && other.year() != null));
    }

    /** The month in which the season ends that is named, or the year itself. */
    private static int lastMonth(Matcher years) {
        if (years.group("spring") != null) {
            return MAY;
        }
        if (years.group("summer") != null) {
            return AUGUST;
        }
        return years.group("autumn") != null ? NOVEMBER : DECEMBER;
    }

    /** The dates in a stretch that is made plain first: with words joined that are broken at a line end, letters repaired. */
    static List<FoundDate> plainDates(String text, Span range) {
        View view = View.of(text, range.start(), range.end());
        return Dates.find(view.text()).stream()
                .filter(found -> !isNumberOfEntry(text, view.sourceAt(found.start()), view.sourceEnd(found.end())))
                .map(found -> new FoundDate(
                        view.sourceAt(found.start()),
                        view.sourceEnd(found.end()),
                        found.year(),
                        found.month(),
                        found.day()))
                .toList();
    }

    /** "21-12-05" at the head of what it numbers: a year, a month and a number, and no day. */
    private static boolean isNumberOfEntry(String text, int start, int end) {
        int line = text.lastIndexOf('\n', start) + 1;
        return end - start <= SHORT_DAY
                && text.substring(start, end).matches("\\d{1,2}-\\d{1,2}-\\d{2}")
                && text.substring(line, start).isBlank();
    }

    private static Optional<PartialDate> date(String text, FoundDate found, Calendar calendar) {
        if (found.year() != null) {
            return found.date();
        }
        return isToCome(text, found) ? calendar.next(found) : calendar.past(found);
    }

    /** Whether the clause around a date tells what will be: "in June the town will test". */
    private static boolean isToCome(String text, FoundDate found) {
        String before =
                View.of(text, Math.max(0, found.start() - NEAR), found.start()).text() + " ";
        String after = View.of(text, found.end(), Math.min(text.length(), found.end() + NEAR))
                .text();
        String clause = before.substring(before.lastIndexOf(". ") + 1) + STOP.split(after, 2)[0];
        if (DONE.matcher(before).find() || (APPOSED.matcher(before).find() && after.startsWith(","))) {
            return false;
        }
        return (WILL.in(clause) || COMING.matcher(before).find()) && !WAS.in(clause);
    }
}
