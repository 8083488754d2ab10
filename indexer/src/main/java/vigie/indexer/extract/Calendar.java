package vigie.indexer.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vigie.model.PartialDate;
import vigie.model.SourceDocument;

/**
 * The day of a document, against which "since 2 May" is understood.
 *
 * @param session day of the session or publication, or null
 * @param issue the month of the magazine that it is, or the last of its season; or null
 * @param budget the year whose budget the document is, or null
 * @param listed the year, or the month, whose contracts or decisions it lists, or null
 * @param list whether it lists what was decided before
 */
record Calendar(
        @Nullable PartialDate session,
        @Nullable PartialDate issue,
        @Nullable PartialDate budget,
        @Nullable PartialDate listed,
        boolean list) {

    private static final int HEAD = 1_500;
    private static final int BEFORE = 80;
    private static final Pattern BUDGET = Pattern.compile(
            "\\b(?:budget(?: (?:primitif|supplementaire|principal|annexe|previsionnel|general))?|(?<![a-z])(?:bp|rob|dob)|orientations? budgetaires?(?: (?:de|pour|–|-))?) ((?:19|20)\\d{2})\\b");
    private static final String MONTH =
            "(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)";

    /** "List of the decisions of the third quarter of 2023", "contracts notified in 2022". */
    private static final Pattern LISTED = Pattern.compile(
            "\\b(?:decisions|delegations|marches|contrats|commandes|achats|engagements)\\b(?:[^.;]|\\b(?:art|l)\\.){0,100}?(?:\\b(?:trimestre|semestre|annee|exercice|en|au titre de) ?(?:de |[a-z]+ )?|(?:\\b1er au (?:28|29|30|31) |(?<!\\d )(?<!\\der )\\b)"
                    + MONTH + " )((?:19|20)\\d{2})\\b");

    /** One month before its year, and not the last of several. */
    private static final Pattern ONE_MONTH =
            Pattern.compile("(?<!\\b(?:a|et|au|a fin)) (?<!\\b[a-z]{3,9}(?: \\d{4})? au \\d\\d )(" + MONTH + ") $");

    /** How a paper ends: "done at the town hall, 2 August 2021". */
    private static final Pattern SIGNED_AT = Pattern.compile(
            "\\b(?:fait|donne|signe|prise?)(?: (?:a|en|au) [^.;]{2,40}?)?,? le (?:[a-z]+di |dimanche )?$|\\bdeliberation [^.;]{0,60}\\( ?$");

    private static final Pattern SESSION = Pattern.compile(
            "\\b(?:seance|reunion|conseil|comite|proces-verbal|comptes?[- ]rendu (?:[a-z]+ )?du|p\\. ?-? ?v\\.|pv|assemblee|session|decisions?|commission|bureau|arrete|delibere)\\b[^.;]*$"
                    + "|\\bl'an $"
                    + "|(?<!\\b(?:vu|par|de) (?:la|sa) )\\bdeliberation (?:(?:n° ?)?\\S*\\d\\S* )?(?:du|en date du) $");

    /** So far the first line of a paper reaches that begins with its place and day: "LE PRÉ, 4 juillet 2024". */
    private static final int MASTHEAD = 160;

    /** Words for a session itself, where the source gives another day. */
    private static final Pattern SITTING = Pattern.compile(
            "\\b(?:seance (?:publique |ordinaire |extraordinaire )?|proces-verbal (?:de la seance |de la reunion )?|reunion )(?:du conseil \\w+ )?(?:du |de |– |- )+(?:[a-z]+di |dimanche )?$");

    /** "Municipal council of 17 September": the session of an agenda, whose head names no sitting. */
    private static final Pattern COUNCIL = Pattern.compile(
            "\\b(?:conseil (?:municipal|communautaire|metropolitain)|comite syndical) (?:du |de |– |- )+(?:[a-z]+di |dimanche )?$");

    /** The minutes of an earlier session, which are approved in this one. */
    private static final Pattern APPROVED = Pattern.compile(
            "\\b(?:approbation|adoption|approuv|adopt)[^.;]{0,30} (?:proces-verbal|proces-verbaux|pv|comptes?[- ]rendus?)\\b[^;]*$");

    /** Minutes are published within so many days. */
    private static final int MOST_DAYS = 120;

    /** A file may have been saved so many days before the session for which it was written, as agendas are. */
    private static final int WRITTEN_AHEAD = 45;

    /** A day without a year is that to come, if it comes in so many days: nobody calls one so that is ten months ago. */
    private static final int SOON = 60;

    /** Days that are told without their month lie so near the document's. */
    private static final int AHEAD = 20;

    private static final int BACK = 45;

    private static final int LAST_MONTH = 12;

    /** Behind the day of an entry of a list. */
    private static final Pattern ENTRY = Pattern.compile("[ \\u00a0]*[;|\\t]|[ \\u00a0]{2,}[^\\s]");

    /** A signature stands so near the end. */
    private static final int SIGNATURE = 300;

    /** What may stand behind the day: nothing, or who signs. */
    private static final Pattern SIGNATORY = Pattern.compile("[\\s.,]*(?:[.,]\\s+(?:Le|La|L['’]|Pour)\\b.{0,60})?");

    private static final Pattern PLACE_ALONE = Pattern.compile(
            "(?:(?:fait )?(?:a |au |en )?[a-z' -]{2,40}, ?)?(?:le )?(?:(?:lun|mar|mercre|jeu|vendre|same)di )?\\s?");

    private static final Pattern WEEKDAY_ALONE =
            Pattern.compile("(?:le |du )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )? ?");

    private static final Pattern PLACE_AND = Pattern.compile(
            "(?:^|[,/|–—.-]|\\bregistre) ?(?:le |du |en date du )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?$");
    /** Another act, to which this one refers. */
    private static final Pattern REFERRED = Pattern.compile(
            "\\b(?:par|de la|de l'|sa|une|vu la|vu l') ?(?:deliberation|decision|arrete)s?\\b[^.;]{0,70}$");

    /** Laws, letters and acts that a paper refers to, or from which its maker has his powers. */
    private static final Pattern VISA = Pattern.compile(
            "\\b(?:vu (?:la|le|les|l'|son|sa)|loi|decret|ordonnance|demande|courrier|lettre|delegation) ?[^;]{0,70}$|\\(deliberation [^;)]{0,40}$");

    private static final Pattern NUMBERED = Pattern.compile(
            "\\b(?:deliberation|decision|arrete)s? (?:municipale? |prefectorale? )?(?:n ?[°º] ?)?(20\\d{2})[-/]\\d|\\bannee (20\\d{2}) \\(");

    /** A month or a season with its year, as of a magazine or after a day, where nothing stands before that makes it a part of a sentence. */
    private static final Pattern ISSUE = Pattern.compile(
            "(?:(?<=\\b(?:conseil|seance|reunion|lettre|bulletin|journal|magazine|gazette|numero|edition)(?: municipale?)? (?:du mois )?(?:de |d'))|(?<!\\b(?:en|de|du|depuis|fin|debut|mi|au|a|d'|avant|apres|et|des)[ -]?)(?<![a-z\\d]))(?:(?<month>"
                    + Months.NAME + ")|(?:l')?(?<season>hiver|printemps|ete|automne)) (?<year>20\\d{2})\\b");

    private static final Map<String, Integer> SEASONS = Map.of("printemps", 5, "ete", 8, "automne", 11);

    /** A day in what an order or an article says is not that of the act. */
    private static final Pattern ORDERS = Pattern.compile("\\barticle (?:\\d|premier)[^;]*$|\\barrete ?: [^;]*$");

    private static final Pattern COLUMN = Pattern.compile("[\\p{L})][ \\u00a0\\t]{3,}(?:[Ll]e )?$");

    /** What a paper is called that lists what was decided before it. */
    private static final Pattern LIST = Pattern.compile(
            "\\b(?:compte[- ]rendu|releve|liste|bordereau|etat|information sur|communication)s? (?:des |les )?(?:decisions|actes|marches|delegations|contrats)|\\bdecisions (?:suivantes|prises|du maire prises)|\\bmarches (?:sans formalites|inferieurs|conclus en)|\\bdecisions municipales\\b");

    /** The number that an entry of a list begins with, and the year in it. */
    private static final Pattern CODE = Pattern.compile(
            "^[^a-z0-9]{0,4}(?:decision )?(?:n ?[°º] ?)?(?:[a-z]{1,4}[-_ ]?)?((?:20)?\\d{2})[-/._]\\d{1,4}\\b");

    /** The year behind the number that an entry begins with: "112/2022". */
    private static final Pattern CODE_AND_YEAR =
            Pattern.compile("^[^a-z0-9]{0,4}(?:decision )?(?:n ?[°º] ?)?\\d{1,4}[/-](20\\d{2})\\b");

    /** A number with a year of four digits, which can be nothing else. */
    private static final Pattern WHOLE_YEAR = Pattern.compile("^\\D{0,16}(?:20\\d{2}[-/._]|\\d{1,4}[-/]20\\d{2}\\b)");

    static Calendar of(SourceDocument document) {
        String text = document.text();
        View head = View.of(text, 0, Math.min(text.length(), HEAD));
        Matcher budget = BUDGET.matcher(head.text());
        PartialDate year = budget.find() ? new PartialDate(Integer.parseInt(budget.group(1)), null, null) : null;
        Matcher listed = LISTED.matcher(head.text());
        PartialDate listedTime = listed.find() ? time(head.text(), listed) : null;
        return new Calendar(
                session(document),
                issue(head.text()),
                year,
                listedTime,
                LIST.matcher(head.text()).find());
    }

    /** The month of a list, where it is of one month alone, or its year. */
    private static PartialDate time(String head, Matcher listed) {
        Matcher month = ONE_MONTH.matcher(" " + head.substring(0, listed.start(1)));
        return new PartialDate(
                Integer.parseInt(listed.group(1)), month.find() ? Months.number(month.group(1)) : null, null);
    }

    /** The year of an entry without a day, which was decided before the session that is told of it: that of its number, or the list's. */
    Optional<PartialDate> yearOf(String entry, boolean row) {
        OptionalInt coded = codedYear(entry);
        if (listed != null && (row || coded.isPresent())) {
            return Optional.of(listed);
        }
        if (!list || !(row || coded.isPresent())) {
            return Optional.empty();
        }
        if (session == null) {
            return coded.stream()
                    .filter(year -> WHOLE_YEAR.matcher(entry).find())
                    .mapToObj(year -> new PartialDate(year, null, null))
                    .findFirst();
        }
        int told = coded.orElse(session.year());
        boolean plausible = told == session.year() || told == session.year() - 1;
        return Optional.of(new PartialDate(plausible ? told : session.year(), null, null));
    }

    /** The year in the number that an entry begins with. */
    private static OptionalInt codedYear(String entry) {
        Matcher last = CODE_AND_YEAR.matcher(entry);
        if (last.find()) {
            return OptionalInt.of(Integer.parseInt(last.group(1)));
        }
        Matcher first = CODE.matcher(entry);
        return first.find() ? OptionalInt.of(Integer.parseInt(first.group(1)) % 100 + 2_000) : OptionalInt.empty();
    }

    /**
     * The day of the session that the head of the text names, if it is not after the day that the source gives (which may
     * be that of publication); or else the source's, the paper's or the act's. When a file was saved counts last, and as the
     * latest day that it can be.
     */
    private static @Nullable PartialDate session(SourceDocument document) {
        PartialDate told = document.date();
        String text = document.text();
        List<FoundDate> days = Figures.plainDates(text, new Span(0, Math.min(text.length(), HEAD))).stream()
                .filter(found -> found.day() != null && found.year() != null)
                .filter(found -> told == null || !document.datedBySaving() || !isAfter(found, told))
                .toList();
        Optional<PartialDate> sitting = days.stream()
                .filter(found -> isSitting(before(text, found)))
                .findFirst()
                .flatMap(FoundDate::date);
        Optional<PartialDate> stamped = stamped(text);
        if (told != null && told.day() != null && !document.datedBySaving()) {
            return sitting.or(() -> stamped)
                    .or(() -> signed(text).flatMap(FoundDate::date))
                    .filter(day -> isShortlyBefore(day, told))
                    .orElse(told);
        }
        if (stamped.isPresent()) {
            return sitting.or(() -> stamped).orElse(null);
        }
        return days.stream()
                .filter(found -> isSession(text, found)
                        && !ORDERS.matcher(before(text, found)).find())
                .findFirst()
                .or(() -> signed(text))
                .or(() ->
                        days.stream().filter(found -> isInMasthead(text, found)).findFirst())
                .flatMap(FoundDate::date)
                .or(() -> Optional.ofNullable(told))
                .or(() -> numbered(text))
                .orElse(null);
    }

    /** The month of a magazine, or the last of its season, as the head of its first page gives it. */
    private static @Nullable PartialDate issue(String head) {
        String masthead = head.substring(0, Math.min(head.length(), MASTHEAD));
        Matcher month = ISSUE.matcher(masthead);
        if (!month.find()) {
            return null;
        }
        String season = month.group("season");
        int last = season == null ? Months.number(month.group("month")) : SEASONS.getOrDefault(season, LAST_MONTH);
        return new PartialDate(Integer.parseInt(month.group("year")), last, null);
    }

    /** The day of the act on the stamp of its transmission; empty where a paper bears the stamps of several days. */
    private static Optional<PartialDate> stamped(String text) {
        Set<PartialDate> days = References.find(text, 0, text.length(), EnumSet.of(FoundReference.Kind.STAMP)).stream()
                .flatMap(found -> Optional.ofNullable(found.stamp()).stream())
                .map(ActStamp::date)
                .collect(Collectors.toSet());
        return days.size() == 1 ? days.stream().findFirst() : Optional.empty();
    }

    private static boolean isSitting(String left) {
        return (SITTING.matcher(left).find() || COUNCIL.matcher(left).find())
                && !APPROVED.matcher(left).find();
    }

    /** Whether a day is too late for what was saved on another: only agendas are written before their session. */
    private static boolean isAfter(FoundDate found, PartialDate saved) {
        return found.date()
                .filter(day -> day.earliest().isAfter(saved.latest().plusDays(WRITTEN_AHEAD)))
                .isPresent();
    }

    private static boolean isShortlyBefore(PartialDate day, PartialDate told) {
        return !day.earliest().isAfter(told.latest())
                && day.earliest().plusDays(MOST_DAYS).isAfter(told.earliest());
    }

    /** The day on which the paper says at its end that it was made. */
    private static Optional<FoundDate> signed(String text) {
        return Figures.plainDates(text, new Span(Math.max(0, text.length() - HEAD), text.length())).stream()
                .filter(found -> found.day() != null && found.year() != null)
                .filter(found -> SIGNED_AT.matcher(before(text, found)).find() || endsPaper(text, found))
                .reduce((first, last) -> last);
    }

    /** Whether a line near the end holds nothing but a day, and perhaps a place before it: "Courtevigne, le 13 janvier 2025". */
    private static boolean endsPaper(String text, FoundDate found) {
        int line = text.lastIndexOf('\n', found.start()) + 1;
        int end = text.indexOf('\n', found.end());
        String right = text.substring(found.end(), end < 0 ? text.length() : end);
        return text.length() - found.end() < SIGNATURE
                && line > 0
                && SIGNATORY.matcher(right).matches()
                && PLACE_ALONE
                        .matcher(View.of(text, line, found.start()).text() + " ")
                        .matches();
    }

    private static boolean beginsLine(String text, FoundDate found) {
        int line = text.lastIndexOf('\n', found.start()) + 1;
        return WEEKDAY_ALONE
                .matcher(View.of(text, line, found.start()).text() + " ")
                .matches();
    }

    /** Whether a wide gap stands before a day, as between a town's name and it. */
    private static boolean isInColumn(String text, FoundDate found) {
        return COLUMN.matcher(text.substring(Math.max(0, found.start() - MASTHEAD), found.start()))
                .find();
    }

    private static boolean isInMasthead(String text, FoundDate found) {
        return found.start() < MASTHEAD
                && !ENTRY.matcher(text.substring(found.end())).lookingAt()
                && (beginsLine(text, found)
                        || isInColumn(text, found)
                        || PLACE_AND
                                .matcher(View.of(text, 0, found.start()).text() + " ")
                                .find());
    }

    /** The year in the number of the first act, with the day of a session that has no year. */
    private static Optional<PartialDate> numbered(String text) {
        Span masthead = new Span(0, Math.min(text.length(), MASTHEAD));
        Matcher number =
                NUMBERED.matcher(View.of(text, masthead.start(), masthead.end()).text());
        if (!number.find()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(number.group(number.group(1) == null ? 2 : 1));
        return Figures.plainDates(text, masthead).stream()
                .filter(found -> found.day() != null && found.year() == null && isSession(text, found))
                .findFirst()
                .flatMap(found -> found.in(year))
                .or(() -> Optional.of(new PartialDate(year, null, null)));
    }

    private static String before(String text, FoundDate found) {
        return View.of(text, Math.max(0, found.start() - BEFORE), found.start()).text() + " ";
    }

    private static boolean isSession(String text, FoundDate found) {
        String left = before(text, found);
        return SESSION.matcher(left).find()
                && !ENTRY.matcher(text.substring(found.end())).lookingAt()
                && !VISA.matcher(left).find()
                && !REFERRED.matcher(left).find()
                && !APPROVED.matcher(left).find();
    }

    private @Nullable PartialDate told() {
        return session != null ? session : issue;
    }

    /** The year in which a season last began, with {@code month}. */
    OptionalInt yearOf(int month) {
        PartialDate now = told();
        return now == null || now.month() == null
                ? OptionalInt.empty()
                : OptionalInt.of(now.month() >= month ? now.year() : now.year() - 1);
    }

    OptionalInt yearsAgo(int years) {
        PartialDate now = told();
        return now == null ? OptionalInt.empty() : OptionalInt.of(now.year() - years);
    }

    /** The last day of that number before the document's, or as the weekday told soon after; empty where none is near. */
    Optional<LocalDate> lastDay(int number, @Nullable DayOfWeek weekday) {
        PartialDate now = told();
        if (now == null || now.month() == null) {
            return Optional.empty();
        }
        int from = weekday == null ? 0 : -AHEAD;
        return IntStream.rangeClosed(from, BACK)
                .boxed()
                .sorted(Comparator.comparingInt(Math::abs))
                .map(now.latest()::minusDays)
                .filter(day -> day.getDayOfMonth() == number && (weekday == null || day.getDayOfWeek() == weekday))
                .findFirst();
    }

    /** The year of the last season before the document's day that ends with {@code month}. */
    OptionalInt lastYear(int month) {
        PartialDate now = told();
        if (now == null || (now.month() == null && month < LAST_MONTH)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(now.month() != null && now.month() > month ? now.year() : now.year() - 1);
    }

    /** The last such day or month that lies before the document's day or, as a day, soon after; empty where that has none. */
    Optional<PartialDate> past(FoundDate found) {
        if (listed != null && found.day() != null) {
            return found.in(listed.year());
        }
        PartialDate now = told();
        if (now == null) {
            return Optional.empty();
        }
        if (now.month() == null) {
            return Optional.of(new PartialDate(now.year(), null, null));
        }
        LocalDate latest = found.day() == null ? now.latest() : now.latest().plusDays(SOON);
        return IntStream.of(now.year() + 1, now.year())
                .mapToObj(found::in)
                .flatMap(Optional::stream)
                .filter(date -> !date.earliest().isAfter(latest))
                .findFirst()
                .or(() -> found.in(now.year() - 1));
    }

    /** The next such day or month from the document's day on; empty where that has none. */
    Optional<PartialDate> next(FoundDate found) {
        PartialDate now = told();
        if (now == null) {
            return Optional.empty();
        }
        return IntStream.of(now.year(), now.year() + 1)
                .mapToObj(found::in)
                .flatMap(Optional::stream)
                .filter(date -> !date.latest().isBefore(now.earliest()))
                .findFirst();
    }
}
