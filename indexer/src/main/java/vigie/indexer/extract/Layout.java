package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Cuts a document into its {@linkplain Section sections}, by the look of its lines alone. */
final class Layout {

    private static final int LONGEST_HEADING = 160;
    private static final int MOST_TITLE_LINES = 5;

    private static final Pattern DECISION = Pattern.compile(
            "^[-•*·–]?\\s*(?:d[ée]cisions?\\s+(?:du maire\\s+)?)?(?:n\\s?[°ºo]\\s*)?(?:[A-Z]{1,4}[-_ ]?)?"
                    + "(?:(?:19|20)\\d{2}\\s?[-/._]\\s?\\d{1,4}|\\d{1,4}\\s?[-/]\\s?(?:19|20)\\d{2})\\s*(?:[:–—-]|\\s{2,}|\\s(?=[A-ZÀ-Ü])).*"
                    + "|^[-•*·–]?\\s*d[ée]cisions?\\s+(?:du maire\\s+)?n\\s?[°ºo]\\s*[\\w./-]{1,12}\\s+(?:en date )?du\\s+(?:\\d{1,2}(?:er)?\\s+\\p{L}{3,9}\\s+\\d{4}|\\d{1,2}/\\d{1,2}/\\d{2,4})\\s*[:–—-].*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** How a line of a table of sums ends. */
    private static final Pattern FIGURES = Pattern.compile("(?:\\s{2,}(?:\\d[\\d .,\\u00a0\\u202f]*|[–-])){2,}\\s*$");

    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:(?:point|affaire|rapport|question|information|d[ée]lib[ée]ration|dossier)\\s*"
                    + "(?:n\\s?[°ºo])?\\s*[\\w./-]{1,15}|(?:n\\s?[°ºo]\\s*)?\\d{1,3}(?:[.-]\\d{1,2})*|[IVXL]{1,6})\\s*(?:[–—:]|[-)]\\s|\\.[ -])\\s*\\S.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BRACKETED = Pattern.compile("^\\[\\p{Lu}[^\\]]{3,90}\\]$");

    /** "§ 28. Déchèterie", "E) Conventions". */
    private static final Pattern LETTERED = Pattern.compile("^(?:§\\s?\\d{1,3}\\s*[.:)–—-]?|[A-Z]\\))\\s+\\p{Lu}.*");

    /** "2023-06-01 SUBVENTION": the number of the act with its month or session, and its title. */
    private static final Pattern THREE_NUMBERS =
            Pattern.compile("^(?:n\\s?[°ºo]\\s*)?(?:19|20)\\d{2}[-/._]\\d{1,2}[-/._]\\d{1,3}\\s*[:–—.-]?\\s+\\S.*");

    /** A number before a title, which says nothing of what it is. */
    private static final Pattern NUMBER =
            Pattern.compile("^(?:\\d{1,3}(?:[.-]\\d{1,2})*|[IVXL]{1,6})\\s*[.)–—:-]+\\s*");

    private static final Pattern QUESTIONS = Pattern.compile(
            "^questions? (?:diverses?|orales?|[ée]crites?|des? (?:habitants|citoyens|[ée]lus|conseillers|l['’]opposition)).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern UNDERLINE = Pattern.compile("[-=_~]{5,}");

    /** What stands at the head of each page. */
    private static final Pattern PAGE_HEAD = Pattern.compile(
            "^(?:(?:ville|commune|mairie) d.*|proc[eè]s[- ]verbal.*|compte[- ]rendu.*|conseil (?:municipal|communautaire)\\b.*|s[ée]ance (?:du|ordinaire|publique).*|page \\d+.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int HEAD_LINES = 3;

    /** How an item begins whose title and text are one paragraph. */
    private static final Pattern RUN_IN = Pattern.compile(
            "^(?:point|affaire|rapport|d[ée]lib[ée]ration|dossier|dcm|del)\\s*(?:n\\s?[°ºo])?\\s*\\d[\\w/-]{0,14}\\s*[.:)–—].*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** How a paragraph begins that is an item of its own, where several do: "04. FONDERIE. The site is …". */
    private static final Pattern PARAGRAPH =
            Pattern.compile("^(?:20\\d{2}[-/.])?\\d{1,3}(?: (?:bis|ter))?\\s*[.)–—-]+\\s*\\p{Lu}.*");

    private static final int SERIES = 3;

    private static final Pattern OPERATIVE = Pattern.compile(
            "^[\\d.)\\s–—°-]*(?:d['’ ]|de |s['’])?\\s*(?:approuv|autoris|d[ée]cid|donn|di[tr]|pr[ée]cis|charg|inscri|fix|prend|adopt|sollicit|imput|vot"
                    + "|[ée]met|confirm|engage|demand|valid|rappel|constat|sign|exclu|refus|attribu).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern TALK = Pattern.compile(
            "^(?:questions?|interventions?|réponses? à|trois questions|deux questions|parole (?:est )?(?:donn[ée]e )?(?:au|du) public|expression (?:des groupes|du public)|v[œo]e?ux?|motions?|proposition de v[œo]e?u)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SUBJECT =
            Pattern.compile("^(?:objet|titre|intitul[ée])\\s*:.*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern WISH = Pattern.compile(
            "^(?:v[œo]e?u|motion|proposition de (?:v[œo]e?u|motion)).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final String text;
    private final long paragraphs;
    private final List<Section> sections = new ArrayList<>();
    private Setting kind = Setting.ITEM;
    private List<Span> heading = new ArrayList<>();
    private List<Span> body = new ArrayList<>();

    private Layout(String text, List<Span> lines) {
        this.text = text;
        this.paragraphs = IntStream.range(0, lines.size())
                .filter(i -> (i == 0 || blank(lines.get(i - 1))) && isParagraph(Lines.words(text, lines.get(i))))
                .count();
    }

    private static boolean isParagraph(String words) {
        return PARAGRAPH.matcher(words).matches() && !OPERATIVE.matcher(words).matches();
    }

    /** The sections of {@code text}, in reading order; every line with letters is in one of them. */
    static List<Section> of(String text) {
        List<Span> lines = Lines.of(text);
        Layout layout = new Layout(text, lines);
        Map<Integer, Integer> records = Records.in(text, lines);
        Map<Integer, ContractTable.Row> rows = ContractTable.in(text, lines);
        if (records.isEmpty() && rows.isEmpty() && Notice.looksLikeOne(text, lines)) {
            return List.of(new Section(Setting.NOTICE, List.of(), lines));
        }
        for (int i = 0; i < lines.size(); i++) {
            Integer end = records.get(i);
            ContractTable.Row row = rows.get(i);
            if (row != null) {
                layout.contract(lines.subList(i, row.end()), row.cells());
                i = row.end() - 1;
            } else if (end == null) {
                layout.add(lines, i);
            } else {
                layout.record(lines.subList(i, end));
                i = end - 1;
            }
        }
        layout.close();
        return layout.sections;
    }

    private void add(List<Span> lines, int i) {
        Span line = lines.get(i);
        String words = Lines.words(text, line);
        boolean afterBlank = i == 0 || blank(lines.get(i - 1));
        boolean underlined = afterBlank
                && words.length() >= 8
                && i + 1 < lines.size()
                && UNDERLINE.matcher(Lines.words(text, lines.get(i + 1))).matches();
        if (isPageHead(lines, i, words)) {
            body.add(line);
        } else if (!words.isEmpty()
                && words.length() <= LONGEST_HEADING
                && (underlined || isHeading(words, afterBlank))) {
            open(line, words);
        } else if (DECISION.matcher(words).matches()
                && !FIGURES.matcher(text.substring(line.start(), line.end())).find()) {
            close();
            kind = Setting.DECISION;
            body.add(line);
        } else if (RUN_IN.matcher(words).matches() || (afterBlank && paragraphs >= SERIES && isParagraph(words))) {
            close();
            body.add(line);
        } else {
            body.add(line);
        }
    }

    /** Whether a line repeats, on a page behind the first, whose paper it is. */
    private boolean isPageHead(List<Span> lines, int i, String words) {
        boolean behindPage = false;
        for (int at = i; at > Math.max(0, i - HEAD_LINES) && !behindPage; at--) {
            int start = lines.get(at).start();
            behindPage = start > 0 && text.charAt(start - 1) == '\f';
            if (!PAGE_HEAD.matcher(Lines.words(text, lines.get(at))).matches() && !blank(lines.get(at))) {
                return false;
            }
        }
        return behindPage && PAGE_HEAD.matcher(words).matches();
    }

    private void record(List<Span> lines) {
        close();
        kind = Setting.NOTICE;
        body.addAll(lines);
        close();
    }

    private void contract(List<Span> lines, List<ContractTable.Cell> cells) {
        close();
        sections.add(new Section(Setting.NOTICE, List.of(), lines, cells));
    }

    private void open(Span line, String words) {
        boolean continued = heading.size() < MOST_TITLE_LINES
                && body.stream().allMatch(this::blank)
                && !heading.isEmpty()
                && kind != Setting.DECISION;
        if (!continued) {
            close();
        }
        heading.add(line);
        String title = NUMBER.matcher(words).replaceFirst("");
        Setting seen = TALK.matcher(words).matches() || QUESTIONS.matcher(title).matches()
                ? WISH.matcher(words).matches() ? Setting.WISH : Setting.QUESTION
                : Setting.ITEM;
        kind = continued && seen == Setting.ITEM ? kind : seen;
    }

    private void close() {
        if (!heading.isEmpty() || body.stream().anyMatch(line -> !blank(line))) {
            sections.add(new Section(kind, heading, body));
        }
        kind = Setting.ITEM;
        heading = new ArrayList<>();
        body = new ArrayList<>();
    }

    private static boolean isHeading(String words, boolean afterBlank) {
        if (THREE_NUMBERS.matcher(words).matches() && upper(words)) {
            return true;
        }
        if (DECISION.matcher(words).matches() || OPERATIVE.matcher(words).matches()) {
            return false;
        }
        if (BRACKETED.matcher(words).matches()) {
            return afterBlank;
        }
        if (LETTERED.matcher(words).matches()) {
            return afterBlank && words.length() < 90 && ".,;".indexOf(words.charAt(words.length() - 1)) < 0;
        }
        if (NUMBERED.matcher(words).matches() || SUBJECT.matcher(words).matches()) {
            return !words.endsWith(",") && !words.endsWith(";") && (words.length() < 120 || upper(words));
        }
        if (TALK.matcher(words).matches()) {
            return words.length() < 100 && !words.endsWith(".") && (upper(words) || afterBlank);
        }
        return afterBlank && words.length() >= 8 && words.length() < 120 && upper(words) && !words.endsWith(".");
    }

    /** Whether the letters are capitals, names of months and the like aside. */
    private static boolean upper(String words) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < words.length(); i++) {
            upper += Character.isUpperCase(words.charAt(i)) ? 1 : 0;
            lower += Character.isLowerCase(words.charAt(i)) ? 1 : 0;
        }
        return upper >= 4 && upper > 2 * lower;
    }

    private boolean blank(Span line) {
        return Lines.words(text, line).isEmpty();
    }
}
