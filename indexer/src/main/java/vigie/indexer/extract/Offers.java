package vigie.indexer.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Modality;
import vigie.model.Stage;

/**
 * A sentence that lists the offers of several firms: "Three bids: A (12 000 €), B (11 000 €) and C". Who wins, another
 * sentence tells, by a name or by the place on the list; the others lose. Where none tells, nobody has won.
 */
final class Offers {

    private static final int FOLLOWING = 4;

    private static final Sought LISTED = Sought.of(
            "\\ben lice\\b|\\boffres? ?:|\\boffres? (?:recues?|remises?|parvenues?|deposees?)|\\b(?:analyse|ouverture|examen|tableau) des (?:offres|plis)|\\bdevis\\b|\\bcandidatures?\\b|\\bcandidats\\b"
                    + "|\\bsoumissionnaires?\\b|\\bont (?:remis|depose|soumissionne|repondu|concouru|candidate)\\b(?! (?:une?|des|leurs?) (?:descriptif|documentation|plaquette|brochure|catalogue|argumentaire|estimation))|\\bclasse\\w* (?:deux|trois|quatre|cinq|les)\\b|\\btableau de tete\\b|\\bconsulte\\w*\\b");

    private static final Sought CHOSEN = Sought.of(
            "\\b(?:reten(?:u\\w*|ir)|retient|attribu\\w+|choisi\\w*|l'emport\\w+|confi(?:e|er|ee?s?)|prefer\\w+|signer|signature|conclure|accept\\w+|obtient|approuv\\w+|valid\\w+|designe\\w*)\\b");

    private static final Pattern PLACE = Pattern.compile(
            "\\b(?:la|le) (premiere?|deuxieme|seconde?|troisieme|quatrieme|derniere?)(?: (?:offre|proposition|nommee?|citee?|societe|devis|entreprise|groupement|candidat|de la liste|d'entre))?(?! (?:adjoint|tranche|fois|phase|annee|lot|temps|lecture|trimestre|semestre|partie|question|vice))");

    private static final Pattern CHEAPEST = Pattern.compile(
            "\\b(?:moins[- ]disante?|moins chere?|moins elevee?|plus basse?|moins couteuse|moindre prix)\\b");

    private static final Pattern PARTED = Pattern.compile("[;,)]|\\bet\\b|\\bpuis\\b");

    /** Who is likely to be chosen is not chosen. */
    private static final Pattern FAVOURITE_BEHIND = Pattern.compile(
            "^[^,;.:]{0,30}?\\b(?:tien(?:t|nent|drait) la corde|(?:par(?:t|ti)|fait figure de|est|reste|serait|semble) (?:donnee? |toujours |le |la |notre |grande? )*favori(?:te)?\\b|(?:a|garde|aurait|recueille) (?:notre|nos|la|ma|sa|leur|les) (?:faveurs?|preference)|(?:est|reste|serait|semble) (?:en pole position|(?:la |le )?(?:mieux placee?|pressentie?))|(?:a|garde) (?:une longueur d'avance|les faveurs))");

    private static final Pattern FAVOURITE_BEFORE = Pattern.compile(
            "\\b(?:preferences?|faveurs?)\\b[^,;.:]{0,30} (?:va|vont|irait|iraient) (?:plutot )?(?:a|au|vers)(?: la| l'(?:outil|offre) d[eu]| la societe)? ?$|\\b(?:penche(?:nt|rait)?|penchons|incline(?:nt)?) (?:plutot )?(?:pour|vers)(?: la| la societe| l'(?:outil|offre) d[eu])? ?$");

    private static final double LIKELY = 0.75;

    private Offers() {}

    /** What is told of a firm that may be chosen one day: "A has a head start". */
    static Optional<Judgement> favoured(Sentence sentence, Subject subject) {
        boolean favoured = sentence.contains(subject.anchor().start())
                && (FAVOURITE_BEHIND
                                .matcher(sentence.words().substring(end(sentence, subject)))
                                .find()
                        || FAVOURITE_BEFORE
                                .matcher(sentence.before(subject.anchor().start()))
                                .find());
        return favoured
                ? Optional.of(new Judgement(Stage.PROPOSED, Modality.ASSERTED, LIKELY, "likely to be chosen", 0))
                : Optional.empty();
    }

    /** What the list makes of {@code subject}, one of its {@code subjects}; empty where the sentence lists no offers. */
    static Optional<Judgement> of(SectionText section, Sentence sentence, Subject subject, List<Subject> subjects) {
        List<Subject> offers = offers(sentence, subject, subjects);
        if (offers.size() < 2) {
            return Optional.empty();
        }
        Subject winner = winner(section, sentence, offers);
        if (winner == null) {
            return Optional.of(new Judgement(Stage.MENTIONED, Modality.ASSERTED, 0, "one of several offers", 0));
        }
        return Optional.of(
                winner.sameAs(subject)
                        ? new Judgement(Stage.AWARDED, Modality.ASSERTED, 0.8, "the offer that is chosen of several", 0)
                        : new Judgement(Stage.REJECTED, Modality.ASSERTED, 0.7, "another offer is chosen", 0));
    }

    /** The offers of the list in their order. */
    private static List<Subject> offers(Sentence sentence, Subject subject, List<Subject> subjects) {
        String words = sentence.words();
        Matcher listed = LISTED.first(words);
        if (listed == null
                || CHOSEN.in(words)
                || !sentence.contains(subject.anchor().start())) {
            return List.of();
        }
        List<Subject> offers = subjects.stream()
                .filter(other -> other.vendor() != null && other.technology() == subject.technology())
                .filter(other -> sentence.contains(other.anchor().start()))
                .sorted(Comparator.comparingInt(other -> other.anchor().start()))
                .toList();
        boolean parted = IntStream.range(1, offers.size())
                .allMatch(i -> PARTED.matcher(
                                words.substring(end(sentence, offers.get(i - 1)), at(sentence, offers.get(i))))
                        .find());
        return parted ? offers : List.of();
    }

    private static int at(Sentence sentence, Subject subject) {
        return sentence.view().at(subject.anchor().start());
    }

    private static int end(Sentence sentence, Subject subject) {
        return sentence.view().at(subject.anchor().end() - 1) + 1;
    }

    private static @Nullable Subject winner(SectionText section, Sentence sentence, List<Subject> offers) {
        return section.following(sentence, FOLLOWING).stream()
                .filter(next -> CHOSEN.in(next.words()))
                .flatMap(next -> chosen(sentence, next, offers).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<Subject> chosen(Sentence sentence, Sentence next, List<Subject> offers) {
        Optional<Subject> named = offers.stream()
                .filter(offer -> next.hits().stream().anyMatch(hit -> isOf(hit.ref(), offer)))
                .findFirst();
        Matcher place = PLACE.matcher(next.words());
        return named.or(() -> place.find() ? placed(place.group(1), offers) : Optional.empty())
                .or(() -> CHEAPEST.matcher(next.words()).find() ? cheapest(sentence, offers) : Optional.empty());
    }

    private static boolean isOf(String ref, Subject offer) {
        return Stream.of(offer.vendor(), offer.integrator(), offer.product()).anyMatch(ref::equals);
    }

    private static Optional<Subject> placed(String ordinal, List<Subject> offers) {
        int place = ordinal.startsWith("prem")
                ? 0
                : ordinal.startsWith("deux") || ordinal.startsWith("sec")
                        ? 1
                        : ordinal.startsWith("trois") ? 2 : ordinal.startsWith("quatr") ? 3 : offers.size() - 1;
        return place < offers.size() ? Optional.of(offers.get(place)) : Optional.empty();
    }

    /** The offer of the smallest sum, where each has one sum. */
    private static Optional<Subject> cheapest(Sentence sentence, List<Subject> offers) {
        List<Sum> sums = sentence.finds().sums();
        return sums.size() == offers.size()
                ? IntStream.range(0, sums.size())
                        .boxed()
                        .min(Comparator.comparing(i -> sums.get(i).amount().value()))
                        .map(offers::get)
                : Optional.empty();
    }
}
