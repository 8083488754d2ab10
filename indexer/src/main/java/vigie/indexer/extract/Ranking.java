package vigie.indexer.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.Modality;
import vigie.model.Stage;

/** The table of an award in which offers are ranked or marked: the best offer is chosen, the others are not. */
final class Ranking {

    private static final Pattern HEAD = Pattern.compile("\\b(?:notes?|classement|rang|points|total)\\b");
    private static final Pattern RANKED = Pattern.compile("\\b(?:classement|rang|ordre)\\b");
    private static final Pattern OFFERS = Pattern.compile(
            "\\b(?:candidats?|offres?|soumissionnaires?|concurrents?|entreprises?|societes?|groupements?|propositions?)\\b");
    private static final Pattern RANK = Pattern.compile("^\\W{0,3}(\\d{1,2})(?:er|e|eme|°|\\.)? ?¦");
    private static final Pattern PLACE = Pattern.compile("(\\d{1,2}) ?(?:er|e|eme|°|\\.)?");
    private static final Pattern MARK = Pattern.compile("¦ ?(\\d{1,3}(?:[.,]\\d{1,2})?)(?: ?/ ?\\d{1,3})? ?(?=¦|$)");

    private static final Pattern WHOLE = Pattern.compile("\\b(?:total|notes? (?:finale|globale|sur 100)|score)\\b");
    private static final Pattern NUMBER = Pattern.compile("^\\D{0,3}(\\d{1,3}(?:[.,]\\d{1,2})?)(?!\\d| \\d)");

    private static final Pattern CHOSEN = Pattern.compile(
            "\\b(?:reten|choisi|class|attribu|prefer|l'emport|emporte|propos|confi|design|arrive|obtien|obten)\\w*");
    private static final Pattern BEHIND = Pattern.compile(
            "\\bdevant (?!(?:la|le|les|l'|un|une|etre|notre|nos|cette|ce)\\b(?! ?(?:societe|groupement|offre|entreprise|proposition)))[^;.:]{0,50}$");

    private static final Pattern NOT_CHOSEN = Pattern.compile(
            "(?:\\bne (?:retient|retiennent|choisit|suit|valide) (?:pas|point)|\\bn'(?:a|ont) (?:pas|point) (?:retenu|choisi|suivi|valide)|(?<!n')(?<!n'a )\\b(?:ecarte|elimine|rejette|ecartent|eliminent|rejettent)) (?:donc )?(?:(?:celle|celui|l'offre|la proposition|le devis|la candidature|la solution|le dossier)\\b)[^,;.:]{0,25}$");

    private static final Pattern POINTS =
            Pattern.compile("(?<![\\d,.])(\\d{1,3}(?:[.,]\\d{1,2})?) ?(?:points?\\b|pts\\b|/ ?100\\b|sur 100\\b)");

    private static final Pattern TOTAL = Pattern.compile(
            "\\b(?:total|notes? (?:totale|finale|globale))(?: [a-z]+)? ?[:=]? ?(\\d{1,3}(?:[.,]\\d{1,2})?)(?![\\d €]*€|\\d| \\d{3})|(?<![\\d,.])(\\d{1,3}(?:[.,]\\d{1,2})?) ?(?:/ ?100\\b|sur 100\\b|points? sur (?:100|cent)\\b)");

    private static final double MOST = 100;

    private final List<Sentence> offers;
    private final @Nullable Sentence best;

    private Ranking(List<Sentence> offers, @Nullable Sentence best) {
        this.offers = offers;
        this.best = best;
    }

    /** The ranking that a section's first row announces, or that its entries tell by their marks, if there is one. */
    static Ranking in(SectionText section) {
        List<Sentence> rows = section.sentences().stream().filter(Sentence::row).toList();
        boolean ranks = rows.size() >= 3
                && HEAD.matcher(rows.get(0).words()).find()
                && OFFERS.matcher(rows.get(0).words()).find();
        if (!ranks) {
            return marked(section);
        }
        List<Sentence> offers = rows.subList(1, rows.size());
        return new Ranking(offers, best(rows.get(0), offers));
    }

    /** "a) A, price 21, quality 40, total 61": each firm's offer in an entry of its own, with the whole of its marks. */
    private static Ranking marked(SectionText section) {
        List<Sentence> offers = section.sentences().stream()
                .filter(sentence -> !sentence.isTitle()
                        && sentence.hits().stream().anyMatch(Parties::isFirm)
                        && TOTAL.matcher(sentence.words()).results().count() == 1)
                .toList();
        List<Double> marks = offers.stream().map(Ranking::total).sorted().toList();
        boolean ranked = marks.size() > 1
                && marks.get(marks.size() - 1) <= MOST
                && marks.get(marks.size() - 1) > marks.get(marks.size() - 2);
        return ranked
                ? new Ranking(
                        offers,
                        offers.stream()
                                .filter(offer -> total(offer) == marks.get(marks.size() - 1))
                                .findFirst()
                                .orElse(null))
                : new Ranking(List.of(), null);
    }

    private static double total(Sentence offer) {
        Matcher total = TOTAL.matcher(offer.words());
        return total.find() ? number(total.group(1) == null ? total.group(2) : total.group(1)) : 0;
    }

    private static @Nullable Sentence best(Sentence head, List<Sentence> offers) {
        Optional<Sentence> best = RANKED.matcher(head.words()).find()
                ? offers.stream().filter(offer -> rank(head, offer) == 1).findFirst()
                : offers.stream()
                        .filter(offer -> mark(head, offer) > 0)
                        .reduce((one, other) -> mark(head, other) > mark(head, one) ? other : one);
        return best.orElse(null);
    }

    /** What the place of {@code row} among the others makes of its offer; empty where nothing is ranked. */
    Optional<Judgement> of(Sentence row) {
        if (best == null || !offers.contains(row)) {
            return Optional.empty();
        }
        return Optional.of(
                best.equals(row)
                        ? new Judgement(Stage.AWARDED, Modality.ASSERTED, 0.8, "ranked first among the offers", 0)
                        : new Judgement(Stage.REJECTED, Modality.ASSERTED, 0.75, "ranked behind another offer", 0));
    }

    /** "The committee chose A ahead of B": whether what stands at {@code anchor} is B. */
    static boolean isBehind(Sentence sentence, Span anchor) {
        if (!sentence.contains(anchor.start())) {
            return false;
        }
        String before = sentence.words().substring(0, sentence.view().at(anchor.start()));
        Matcher behind = BEHIND.matcher(before);
        return behind.find()
                && CHOSEN.matcher(before.substring(0, behind.start())).find();
    }

    /** "The committee does not choose A's offer": whether what stands at {@code anchor} is A. */
    static boolean isNotChosen(Sentence sentence, Span anchor) {
        return sentence.contains(anchor.start())
                && NOT_CHOSEN.matcher(sentence.before(anchor.start())).find();
    }

    /** "A obtains 87 points, B 81 points": whether what stands at {@code anchor} has fewer than another; no mark counts beyond a semicolon. */
    static boolean hasFewerPoints(Sentence sentence, Span anchor) {
        if (!sentence.contains(anchor.start())) {
            return false;
        }
        String words = sentence.words();
        int at = sentence.view().at(anchor.start());
        int from = words.lastIndexOf(';', at);
        int end = words.indexOf(';', at);
        List<MatchResult> marks = POINTS.matcher(words).results().toList();
        List<MatchResult> theirs = marks.stream()
                .filter(mark -> mark.start() > from && (end < 0 || mark.start() < end))
                .toList();
        return marks.size() > 1
                && theirs.stream()
                        .filter(mark -> mark.start() > at)
                        .findFirst()
                        .or(() -> theirs.stream().reduce((earlier, later) -> later))
                        .filter(own -> marks.stream().anyMatch(other -> points(other) > points(own)))
                        .isPresent();
    }

    private static double points(MatchResult mark) {
        return number(mark.group(1));
    }

    /** The place in the column that is headed as such, else in the first one. */
    private static int rank(Sentence head, Sentence offer) {
        String[] heads = head.words().split("¦", -1);
        String[] cells = offer.words().split("¦", -1);
        for (int i = 1; i < heads.length && heads.length == cells.length; i++) {
            Matcher place = PLACE.matcher(cells[i].strip());
            if (RANKED.matcher(heads[i]).find() && place.matches()) {
                return Integer.parseInt(place.group(1));
            }
        }
        Matcher rank = RANK.matcher(offer.words());
        return rank.find() ? Integer.parseInt(rank.group(1)) : 0;
    }

    /** The mark in the column that is headed as the whole, else the first one; the names' column may have no head. */
    private static double mark(Sentence head, Sentence offer) {
        String[] heads = head.words().split("¦", -1);
        String[] cells = offer.words().split("¦", -1);
        int unheaded = cells.length - heads.length;
        boolean alike = unheaded == 0 || unheaded == 1;
        for (int i = heads.length - 1; i >= 0 && alike; i--) {
            if (WHOLE.matcher(heads[i]).find()) {
                Matcher whole = NUMBER.matcher(cells[i + unheaded]);
                return whole.find() ? number(whole.group(1)) : 0;
            }
        }
        Matcher mark = MARK.matcher(offer.words());
        return mark.find() ? number(mark.group(1)) : 0;
    }

    private static double number(String written) {
        return Double.parseDouble(written.replace(',', '.'));
    }
}
