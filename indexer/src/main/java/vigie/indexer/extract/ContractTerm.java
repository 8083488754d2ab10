package vigie.indexer.extract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.PartialDate;

/** How long a contract is made for, as far as words say. */
final class ContractTerm {

    private static final String NUMBER =
            "(?:(?<figures>\\d{1,3})|(?<words>" + NumberWords.NUMBER + "))(?: ?\\(\\d{1,3}\\))?";
    private static final Pattern DURATION = Pattern.compile(
            "(?:\\bduree(?! (?:de )?(?:conserv|stock))[^.;:\\d]{0,30}?(?: de| d'| est de|:| fixee a)|\\b(?:marche|contrat|accord-cadre|licences?|abonnement|maintenance|convention|conclue?|souscrit\\w*)\\b[^.;:]{0,40}? (?:pour|de|sur)) ?"
                    + NUMBER + " ?(?<unit>mois|ans?|annees?)\\b");
    /** "pendant quatre ans", "36 mois à compter de la notification", "48 mois fermes", where a contract is spoken of. */
    private static final Pattern LASTS = Pattern.compile(
            "(?:(?:\\bpendant|\\bpour (?:une )?(?:periode|duree)(?: ferme| initiale| totale)* de|\\bsur|\\bpour) "
                    + NUMBER + " ?(?<unit>mois|ans?|annees?)\\b|\\b"
                    + NUMBER.replace("(?<figures>", "(?<f>").replace("(?<words>", "(?<w>")
                    + " ?(?<u>mois|ans?|annees?) ?(?:(?:a compter|a partir) d|fermes?\\b|,? ?(?:tacitement )?(?:renouvelables?|reconductibles?)\\b))");

    private static final Pattern CONTRACT = Pattern.compile(
            "\\b(?:marches?|contrats?|accord-cadre|conventions?|licences?|abonnement\\w*|location|loue\\w*|maintenance|prestations?|bail|conclu\\w*|sign\\w+|notifi\\w+|attribu\\w+|souscri\\w+|confi\\w+)\\b");
    /** What is tried, guaranteed, paid back or was waited for is no contract's term. */
    private static final Pattern OTHER_TERM = Pattern.compile(
            "(?:garanti|amorti|emprunt|essai|experiment|test|attend|depuis|preavis|mandat|delai|il y a|forma|subvention|fonction)[^.;]{0,60}$");
    /** Fields of forms, whose unit stands in their name. */
    private static final Pattern FIELD =
            Pattern.compile("\\b(?:duree (?<unit>mois)|nb (?<years>annees?))(?: \\w+)? ?: ?(?<figures>\\d{1,3})\\b");

    private static final Pattern KEPT = Pattern.compile("(?:conserv|stock|enregistre|effac|images? )[^.;]{0,60}$");
    private static final Pattern UNTIL = Pattern.compile(
            "(?:jusqu'au|(?:expir\\w+|echeance|prend\\w* fin|acheve\\w*|terme)(?: \\w+){0,3} (?:le|au)) ?$");

    private static final Pattern FROM = Pattern.compile("(?:^|[^a-z])du ?$");
    private static final Pattern TO = Pattern.compile("^ ?(?:inclus )?au ?$");
    private static final Pattern STARTS = Pattern.compile(
            "(?:(?:a compter|a partir) du|(?:prend\\w*|pris) effet(?: \\w+){0,2} (?:le|au|a compter du)|debut\\w*(?: \\w+){0,2} le) ?$");

    private static final int LEFT = 60;
    private static final int CLAUSE = 160;
    private static final int MONTHS = 12;
    private static final int LONGEST = 600;

    private ContractTerm() {}

    /** The months of the first duration in plain {@code words}; how long images are kept is none. */
    static Optional<Integer> months(String words) {
        Matcher field = FIELD.matcher(words);
        if (field.find()) {
            return months(Long.parseLong(field.group("figures")), field.group("years") != null);
        }
        Matcher duration = DURATION.matcher(words);
        while (duration.find()) {
            String left = words.substring(Math.max(0, duration.start() - LEFT), duration.start());
            if (!KEPT.matcher(left).find()) {
                OptionalLong number = duration.group("figures") == null
                        ? NumberWords.value(duration.group("words"))
                        : OptionalLong.of(Long.parseLong(duration.group("figures")));
                return number.isPresent()
                        ? months(number.getAsLong(), !duration.group("unit").equals("mois"))
                        : Optional.empty();
            }
        }
        return lasting(words);
    }

    private static Optional<Integer> lasting(String words) {
        Matcher lasts = LASTS.matcher(words);
        while (lasts.find()) {
            String clause = words.substring(Math.max(0, lasts.start() - CLAUSE), lasts.start());
            clause = clause.substring(Math.max(clause.lastIndexOf(';'), clause.lastIndexOf('.')) + 1);
            boolean other =
                    KEPT.matcher(clause).find() || OTHER_TERM.matcher(clause).find();
            if (!other && CONTRACT.matcher(clause).find()) {
                String figures = lasts.group("figures") == null ? lasts.group("f") : lasts.group("figures");
                String spelt = lasts.group("words") == null ? lasts.group("w") : lasts.group("words");
                String unit = lasts.group("unit") == null ? lasts.group("u") : lasts.group("unit");
                OptionalLong number =
                        figures == null ? NumberWords.value(spelt) : OptionalLong.of(Long.parseLong(figures));
                return number.isPresent() ? months(number.getAsLong(), !unit.equals("mois")) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The months by the words of a sentence, or from its first day to its last: "du 1er mars 2023 au 28 février 2027". */
    static Optional<Integer> months(Sentence sentence) {
        return months(sentence.words()).or(() -> period(sentence).flatMap(ContractTerm::whole));
    }

    /** First and last day. */
    private static Optional<List<PartialDate>> period(Sentence sentence) {
        String words = sentence.words();
        List<When> dates = sentence.finds().dates();
        for (int i = 0; i + 1 < dates.size(); i++) {
            int first = sentence.view().at(dates.get(i).span().start());
            int behind = sentence.view().at(dates.get(i).span().end() - 1) + 1;
            int second = sentence.view().at(dates.get(i + 1).span().start());
            String clause = words.substring(Math.max(0, first - CLAUSE), first);
            boolean period = behind <= second
                    && FROM.matcher(clause).find()
                    && TO.matcher(words.substring(behind, second)).find();
            if (period
                    && CONTRACT.matcher(clause).find()
                    && !KEPT.matcher(clause).find()
                    && !OTHER_TERM.matcher(clause).find()) {
                return Optional.of(List.of(dates.get(i).date(), dates.get(i + 1).date()));
            }
        }
        return Optional.empty();
    }

    /** Whole months only: other periods have no such number. */
    private static Optional<Integer> whole(List<PartialDate> period) {
        LocalDate first = period.get(0).earliest();
        LocalDate behind = period.get(1).latest().plusDays(1);
        long months = ChronoUnit.MONTHS.between(first, behind);
        return first.plusMonths(months).equals(behind) ? months(months, false) : Optional.empty();
    }

    private static Optional<Integer> months(long number, boolean years) {
        long months = years ? number * MONTHS : number;
        return months > 0 && months <= LONGEST ? Optional.of((int) months) : Optional.empty();
    }

    /** The day until which something runs by a sentence. */
    static Optional<PartialDate> end(Sentence sentence) {
        return sentence.finds().dates().stream()
                .filter(when -> {
                    int at = sentence.view().at(when.span().start());
                    return UNTIL.matcher(sentence.words().substring(Math.max(0, at - LEFT), at))
                            .find();
                })
                .map(When::date)
                .findFirst()
                .or(() -> period(sentence).map(days -> days.get(1)))
                .or(() -> counted(sentence));
    }

    /** The last day, where the first and the months are told: "36 mois à compter du 1er mars 2023". */
    private static Optional<PartialDate> counted(Sentence sentence) {
        Optional<Integer> months = months(sentence.words());
        return sentence.finds().dates().stream()
                .filter(when -> months.isPresent()
                        && when.date().earliest().equals(when.date().latest()))
                .filter(when -> {
                    int at = sentence.view().at(when.span().start());
                    return STARTS.matcher(sentence.words().substring(Math.max(0, at - LEFT), at))
                            .find();
                })
                .map(when -> PartialDate.of(
                        when.date().earliest().plusMonths(months.orElseThrow()).minusDays(1)))
                .findFirst();
    }
}
