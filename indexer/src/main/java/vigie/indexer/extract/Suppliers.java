package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vigie.model.Mention;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;

/**
 * "The council allows a program that counts … It is made by A": whose it is may stand in a sentence that tells nothing
 * else. A claim about a technology without a vendor takes the only vendor of it that its section names near by.
 */
final class Suppliers {

    /** So many sentences off. */
    private static final int NEAR = 4;

    private static final Set<Stage> BOUGHT =
            Set.of(Stage.APPROVED, Stage.AWARDED, Stage.TRIAL, Stage.IN_USE, Stage.SUSPENDED, Stage.ENDED);

    private static final Pattern NOT_THEIRS = Pattern.compile(
            "\\b(?:comme|option\\w*|variante|concurrent\\w*|ancien\\w*|ecart\\w+|rejet\\w+|n'\\w+|ne|ni|sans|jamais|ailleurs|autres?|presse|rumeur\\w*|exemple|plutot|visite|demonstration)\\b|\\?");

    private static final Set<Stage> THERE = Set.of(Stage.TRIAL, Stage.IN_USE, Stage.SUSPENDED, Stage.ENDED);

    private static final Set<Stage> NOT_OFFERED = Set.of(Stage.TENDERED, Stage.MENTIONED);

    private static final Pattern OFFER_OF = Pattern.compile(
            "\\b(?:devis|offre|proposition|convention|contrat|marche|essai|experimentation|demonstration|test|partenariat|pret|commande)s?\\b[^.;:]{0,60}$");

    private static final Pattern OFFERS = Pattern.compile(
            "^(?:[^.;:]{0,40}[,)])? (?:nous |leur |lui )?(?:a |ont )?(?:propos|present|offr|pret|met|fourni|recherch|developp|edit|conc[oe]|demontr|test|essai|experiment)");

    /** What an offer is for that is not told to be a program or its trial. */
    private static final Pattern OTHER_OBJECT = Pattern.compile(
            "^[^.;]{0,40}? (?:pour|relati\\w+ a|concernant|portant sur) (?:la |le |les |l'|un |une |des |du )(?!(?:logiciel|programme|essai|experiment|test|analyse|detection|licence|drone|lecture|location))");

    /** So many sentences behind the one that names a technology its maker may be told. */
    private static final int BEHIND = 2;

    private static final int ANSWER = 2;

    private static final Pattern ANSWERS =
            Pattern.compile("^(?:[^:]{0,60}: ?)?\"? ?(?:c'est|ce sont|il s'agit|ce (?:logiciel|contrat)|cet outil) ");

    /** A vendor and the sentence that names it. */
    record Named(Subject subject, Sentence sentence) {}

    private Suppliers() {}

    /** The claims of a section, with the vendors that {@code named} tells. */
    static List<Draft> joined(List<Draft> claims, List<Named> named) {
        List<Draft> joined = new ArrayList<>();
        for (Draft claim : claims) {
            joined.add(isOpen(claim) ? joined(claim, claims, named) : claim);
        }
        return joined;
    }

    /** "X wonders about a contract with A. Y: it is the program that …" */
    private static boolean answers(Draft claim, Named asked) {
        int behind = claim.sentence().index() - asked.sentence().index();
        return behind > 0
                && behind <= ANSWER
                && ANSWERS.matcher(claim.sentence().words()).find();
    }

    /**
     * The claims of a section; one about a technology of nobody's make takes the firm that no vendor file knows, where that
     * alone is named near by as the one whose offer or agreement is spoken of.
     */
    static List<Draft> introduced(List<Draft> claims, SectionText section, Parties parties) {
        return claims.stream()
                .map(claim -> isOffered(claim, claims)
                        ? introducer(claim, section, parties)
                                .map(firm -> claim.about(new Subject(
                                        claim.subject().technology(),
                                        firm.ref(),
                                        null,
                                        null,
                                        claim.subject().anchor())))
                                .orElse(claim)
                        : claim)
                .toList();
    }

    private static boolean isOffered(Draft claim, List<Draft> claims) {
        Technology technology = claim.subject().technology();
        return claim.subject().vendor() == null
                && technology != Technology.VIDEOPROTECTION
                && claim.judgement().modality() == Modality.ASSERTED
                && !NOT_OFFERED.contains(claim.judgement().stage())
                && claims.stream()
                        .noneMatch(other -> other.subject().vendor() != null
                                && other.subject().technology() == technology);
    }

    private static Optional<Mention> introducer(Draft claim, SectionText section, Parties parties) {
        Optional<Sentence> naming = section.naming(claim.subject())
                .filter(sentence -> !sentence.row())
                .findFirst();
        List<Sentence> near =
                naming.map(sentence -> section.around(sentence, NEAR, BEHIND)).orElse(List.of());
        List<String> names = near.stream()
                .flatMap(sentence -> sentence.hits().stream())
                .filter(Parties::isName)
                .map(Mention::ref)
                .distinct()
                .toList();
        return names.size() != 1
                ? Optional.empty()
                : near.stream()
                        .flatMap(sentence -> sentence.hits().stream()
                                .filter(hit -> parties.isUnlisted(hit) && isOffering(sentence, hit)))
                        .findFirst();
    }

    /** Whether {@code sentence} speaks of what {@code firm} offers, and of nothing else that it would be for. */
    private static boolean isOffering(Sentence sentence, Mention firm) {
        String words = sentence.words();
        int at = sentence.view().at(firm.start());
        int end = sentence.view().at(firm.end() - 1) + 1;
        return !Voice.isQuestion(sentence)
                && !Voice.isAboutOthers(words)
                && !NOT_THEIRS.matcher(words).find()
                && !Parties.isOfAnotherUse(words)
                && !OTHER_OBJECT.matcher(words.substring(end)).find()
                && (OFFER_OF.matcher(words.substring(0, at)).find()
                        || OFFERS.matcher(words.substring(end)).find());
    }

    private static boolean isOpen(Draft claim) {
        return claim.subject().vendor() == null
                && claim.subject().technology() != Technology.VIDEOPROTECTION
                && claim.judgement().modality() == Modality.ASSERTED
                && BOUGHT.contains(claim.judgement().stage());
    }

    private static Draft joined(Draft claim, List<Draft> claims, List<Named> named) {
        Technology technology = claim.subject().technology();
        List<Named> same = named.stream()
                .filter(one -> one.subject().technology() == technology)
                .toList();
        List<Named> theirs = same.isEmpty()
                        && Parties.ON_IMAGES.contains(technology)
                        && THERE.contains(claim.judgement().stage())
                ? named
                : same;
        boolean one = theirs.stream()
                        .map(other -> other.subject().vendor())
                        .distinct()
                        .count()
                == 1;
        boolean told = claims.stream()
                .anyMatch(other ->
                        other.subject().vendor() != null && other.subject().technology() == technology);
        if (!one || told) {
            return claim;
        }
        return theirs.stream()
                .filter(other ->
                        Math.abs(other.sentence().index() - claim.sentence().index()) <= NEAR)
                .filter(other -> (Voice.of(other.sentence()) != Speaker.OPPOSITION || answers(claim, other))
                        && !Voice.isAboutOthers(other.sentence().words())
                        && !NOT_THEIRS.matcher(other.sentence().words()).find())
                .findFirst()
                .map(other -> claim.about(new Subject(
                        technology,
                        other.subject().vendor(),
                        other.subject().product(),
                        other.subject().integrator(),
                        claim.subject().anchor())))
                .orElse(claim);
    }
}
