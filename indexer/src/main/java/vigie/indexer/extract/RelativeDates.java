package vigie.indexer.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vigie.model.PartialDate;

/** Days and years that are told from the document's day, "two years ago", or from a day just told, "the next day". */
final class RelativeDates {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Seasons without a year, and numbers of years. */
    private static final Sought VAGUE = Sought.of(
            "(?<!\\p{L})(?:(?:(?:depuis|d[èe]s|au|ce)\\s+(?:le\\s+)?(?<spring>printemps)"
                    + "|(?:(?:depuis|d[èe]s|[àa])\\s+l['’]\\s?|cet\\s+)(?:(?<summer>[ée]t[ée])|(?<autumn>automne)))"
                    + "(?!\\s+(?:(?:19|20)\\d|prochain|dernier|pass[ée]|d[eu]))"
                    + "|(?:depuis|il\\s+y\\s+a)\\s+(?<years>" + NumberWords.WORD + "|\\d{1,2})\\s+ans)(?!\\p{L})",
            FLAGS);

    /** The month in which schools begin, the first of November, Christmas, and the last day of a year. */
    private static final Sought OF_YEAR = Sought.of(
            "(?<!\\p{L})(?:(?:(?:depuis|d[èe]s|[àa])\\s+la\\s+(?<term>rentr[ée]e(?:\\s+scolaire)?(?:\\s+(?:de\\s+)?(?:septembre\\s+)?(?<termyear>20\\d{2})))"
                    + "|depuis\\s+la\\s+(?<now>rentr[ée]e(?:\\s+(?:scolaire|de\\s+septembre|derni[èe]re))?)(?!\\s+(?:de\\s+)?\\p{L}*\\s?20\\d))"
                    + "|(?:depuis|d[èe]s|[àa])\\s+(?<feast>(?:la\\s+)?(?:(?<saints>toussaint)|no[ëe]l)(?:\\s+(?<feastyear>20\\d{2}))?)"
                    + "|avec\\s+(?<end>l['’]\\s?ann[ée]e(?:\\s+(?<endyear>20\\d{2}))?))(?![\\p{L}\\d])",
            FLAGS);

    /** "Wednesday 13", "signed on the 12th": days without a month. */
    private static final Sought DAY_ALONE = Sought.of(
            "(?<!\\p{L})(?:(?<weekday>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?:sign|notifi|conclu)\\p{L}*\\s+le)\\s+(?<day>[1-9]|[12]\\d|3[01])(?!\\d|er|\\s?(?:/|h\\b|h\\d|heures|au\\b|et\\b|"
                    + Months.NAME + "))",
            FLAGS);

    /** What refers to the last day that was told. */
    private static final Sought REFERRING = Sought.of(
            "(?<!\\p{L})(?:(?<same>(?:le|du|d[èe]s le)\\s+(?:jour|soir|matin)\\s+m[êe]me|ce\\s+jour[ -]l[àa]|[àa]\\s+cette\\s+(?:derni[èe]re\\s+)?date)|(?<return>par\\s+retour(?:\\s+d[eu]\\s+(?:courrier|courriel|mail))?|sur-le-champ)|(?<next>(?:d[èe]s\\s+)?le\\s+lendemain(?!\\s+d))"
                    + "|(?:le|du|au)\\s+(?<day>[1-9]|[12]\\d|3[01])\\s+(?:du\\s+m[êe]me\\s+mois|de\\s+ce\\s+mois))(?!\\p{L})",
            FLAGS);

    private static final int MARCH = 3;
    private static final int JUNE = 6;
    private static final int SEPTEMBER = 9;
    private static final int NOVEMBER = 11;
    private static final int DECEMBER = 12;
    private static final int CHRISTMAS = 25;
    private static final int LAST_DAY = 31;

    /** A day that is referred to was told so shortly before. */
    private static final int NEAR = 300;

    private static final List<String> WEEKDAYS =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

    private RelativeDates() {}

    /** The vague dates in a stretch of a document that begins at {@code from}. */
    static List<FoundDate> vague(String own, int from, Calendar calendar) {
        List<FoundDate> found = new ArrayList<>();
        VAGUE.each(
                own,
                0,
                own.length(),
                vague -> year(vague, calendar)
                        .ifPresent(year ->
                                found.add(new FoundDate(from + start(vague), from + vague.end(), year, null, null))));
        OF_YEAR.each(own, 0, own.length(), told -> found.add(ofYear(told, from)));
        DAY_ALONE.each(own, 0, own.length(), alone -> {
            String name = alone.group("weekday");
            DayOfWeek weekday = name == null ? null : DayOfWeek.of(WEEKDAYS.indexOf(View.fold(name)) + 1);
            calendar.lastDay(Integer.parseInt(alone.group("day")), weekday)
                    .ifPresent(day -> found.add(new FoundDate(
                            from + alone.start("day"),
                            from + alone.end(),
                            day.getYear(),
                            day.getMonthValue(),
                            day.getDayOfMonth())));
        });
        return found;
    }

    private static FoundDate ofYear(Matcher told, int from) {
        if (told.group("feast") != null) {
            String year = told.group("feastyear");
            boolean saints = told.group("saints") != null;
            return new FoundDate(
                    from + told.start("feast"),
                    from + told.end(),
                    year == null ? null : Integer.valueOf(year),
                    saints ? NOVEMBER : DECEMBER,
                    saints ? 1 : CHRISTMAS);
        }
        boolean end = told.group("end") != null;
        String year = end ? told.group("endyear") : told.group("termyear");
        return new FoundDate(
                from + (end ? told.start("end") : told.group("term") != null ? told.start("term") : told.start("now")),
                from + told.end(),
                year == null ? null : Integer.valueOf(year),
                end ? DECEMBER : SEPTEMBER,
                end ? LAST_DAY : null);
    }

    private static int start(Matcher vague) {
        return Stream.of("spring", "summer", "autumn", "years")
                .mapToInt(vague::start)
                .filter(start -> start >= 0)
                .findFirst()
                .orElseGet(vague::start);
    }

    private static Optional<Integer> year(Matcher vague, Calendar calendar) {
        String years = vague.group("years");
        OptionalInt year;
        if (years == null) {
            int month = vague.group("spring") != null ? MARCH : vague.group("summer") != null ? JUNE : SEPTEMBER;
            year = calendar.yearOf(month);
        } else {
            OptionalLong ago = Character.isDigit(years.charAt(0))
                    ? OptionalLong.of(Long.parseLong(years))
                    : NumberWords.value(years);
            year = ago.isEmpty() ? OptionalInt.empty() : calendar.yearsAgo((int) ago.getAsLong());
        }
        return year.stream().boxed().findFirst();
    }

    /** The dates and those that refer to one of them, in order. */
    static List<When> withReferring(String own, int from, List<When> dates) {
        List<When> all = new ArrayList<>(dates);
        REFERRING.each(own, 0, own.length(), referring -> {
            int at = from + referring.start();
            dates.stream()
                    .filter(when -> when.span().end() <= at && at - when.span().end() < NEAR)
                    .max(Comparator.comparingInt(when -> when.span().end()))
                    .flatMap(when -> referred(referring, when.date()))
                    .ifPresent(date -> all.add(new When(new Span(at, from + referring.end()), date)));
        });
        return all.stream()
                .sorted(Comparator.comparingInt(when -> when.span().start()))
                .toList();
    }

    private static Optional<PartialDate> referred(Matcher referring, PartialDate told) {
        String day = referring.group("day");
        if (day != null) {
            return told.month() == null
                    ? Optional.empty()
                    : new FoundDate(0, 0, told.year(), told.month(), Integer.valueOf(day)).date();
        }
        if (referring.group("return") != null) {
            return Optional.of(told);
        }
        if (told.day() == null) {
            return Optional.empty();
        }
        LocalDate date = referring.group("next") == null
                ? told.earliest()
                : told.earliest().plusDays(1);
        return Optional.of(new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
    }
}
