package vigie.indexer.extract;

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
    /** Fields of forms, whose unit stands in their name. */
    private static final Pattern FIELD =
            Pattern.compile("\\b(?:duree (?<unit>mois)|nb (?<years>annees?))(?: \\w+)? ?: ?(?<figures>\\d{1,3})\\b");

    private static final Pattern KEPT = Pattern.compile("(?:conserv|stock|enregistre|effac|images? )[^.;]{0,60}$");
    private static final Pattern UNTIL = Pattern.compile(
            "(?:jusqu'au|(?:expir\\w+|echeance|prend\\w* fin|acheve\\w*|terme)(?: \\w+){0,3} (?:le|au)) ?$");

    private static final int LEFT = 60;
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
        return Optional.empty();
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
                .findFirst();
    }
}
