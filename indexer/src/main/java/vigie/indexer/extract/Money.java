package vigie.indexer.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vigie.model.Amount;
import vigie.model.CommuneRef;
import vigie.model.Mention;
import vigie.model.Modality;
import vigie.model.Stage;

/** The sum that a section ties to what a draft tells: in its sentence, or in one that goes on about the price. */
final class Money {

    private static final int FOLLOWING = 2;
    private static final int BEFORE = 4;

    /** An item of an agenda has no more sentences. */
    private static final int SHORT = 20;

    private static final Pattern FREE = Pattern.compile(
            "\\b(?:gratuit\\w*|a titre gracieux|gracieus\\w+|gracieux|sans bourse delier|rien a payer|a l'oeil"
                    + "|sans (?:aucuns? |le moindre )?(?:frais|cout|debours|depense|flux financier|contrepartie|facturation|engagement financier)|sans rien (?:payer|facturer|debourser|verser)"
                    + "|aucune? (?:frais|cout|debours|depense|somme|facture|facturation|loyer|redevance|contrepartie|participation)|(?:cout|prix|loyer|montant)s? ?:? (?:nul|zero|neant)|zero euro|pas un (?:centime|euro|sou)|neant|il n'y a pas de prix"
                    + "|n'(?:en |y |a |ont |aura |avons )*(?:cout\\w+|pai\\w+|pay\\w+|vers\\w+|debours\\w+|factur\\w+|regl\\w+|demand\\w+|depens\\w+)(?: \\w+)? rien|ne (?:nous |lui |leur |vous )?(?:cout\\w+|pai\\w+|pay\\w+|vers\\w+|debours\\w+|factur\\w+|regl\\w+|depens\\w+)(?: \\w+)? rien|n'(?:a|ont|aura|avons) rien (?:coute|facture|paye|verse|debourse|regle|depense)"
                    + "|rien (?:n'est|ne sera|n'a ete|n'est a) (?:facture|demande|du|verse|paye|payer|regler|debourser)|n'a verse aucune somme|offert\\w* par (?:l'editeur|la societe|le fabricant|l'entreprise)|pretee? gratuitement|pretant)\\b");

    /** What costs nothing, said of what a firm offers. */
    private static final Pattern GIFT = Pattern.compile(
            "\\b(?:gratuite?s?|gratuitement|gracieux|gracieusement|sans (?:aucune )?contrepartie(?: financiere)?|sans (?:rien facturer|facturation))\\b");

    /** What a firm may offer, and what becomes of it. */
    private static final Set<Stage> OFFERED =
            Set.of(Stage.PROPOSED, Stage.APPROVED, Stage.TRIAL, Stage.REJECTED, Stage.ENDED);

    /** What is done or planned beside what already runs. */
    private static final Pattern OTHER_ACT = Pattern.compile(
            "\\b(?:avenants?|renouvel\\w+|reconduct\\w+|extension|etude|achat|acquisition|acquerir|commande\\w*|devis|decide\\w*|sera|seront|coutera|souhaite\\w*|voudrait)\\b");

    /** What is told of something else than what was told of before. */
    private static final Pattern CONTRAST = Pattern.compile(
            ", (?:lui|elle|eux|elles)(?: aussi)?,|\\b(?:quant (?:a|aux?)|en revanche|par ailleurs|a titre de comparaison|pour memoire|pour rappel|a titre indicatif|de (?:son|leur) cote|pour (?:sa|leur) part)\\b");

    /** What costs something, where it is nothing that a program could be called or bought with: "the repair of the roof cost". */
    private static final Pattern OTHER_THING = Pattern.compile(
            "^(?:(?:la|le|les|un|une|cette|ce|ces) |l')(?!(?:" + PriceBehind.THINGS
                    + "|ensemble|tout|total|ville|commune|achat|acquisition|installation|pose|fourniture|mise|operation|projet|marche|offre|devis|equipement|reseau|video|centre|poste|analyse|detection|surveillance|reconnaissance|lecture|drone|micro|premier|second|tranche|option|reconduction|renouvellement|avenant|maintenance|produit|proposition|depense|extension|deploiement|moteur|brique|algorithme|application|serveur)\\w*)[a-z]+ [^,.;€]{0,60}\\bcout(?:e|es|ee|ees|ent|era|eront|ait|aient)\\b");

    private static final Sought DIFFERENCE = Sought.of(
            "\\bplus-values?\\b|\\bincidence financiere\\b|\\bsurcout\\b|\\bmontant de (?:l'|cet |l'present )?avenant\\b|\\b(?:il|l'avenant|celui-ci) s'eleve a\\b");

    /** What a decision calls by a general word was told before. */
    private static final Sought REFERS = Sought.of(
            "\\b(?:ce|cet|cette|ces|ledit|ladite|lesdits) (?:devis|offre|proposition|acquisition|achat|depense|convention|operation|projet|programme|marche|contrat|commande|avenant|equipement|dispositif|location|achats|acquisitions|essai|experimentation)\\b"
                    + "|\\b(?:le |la |l')(?:devis|offre|depense|acquisition|achat|commande)\\b");

    /** A debate before a vote has so many sentences. */
    private static final int DEBATE = 6;

    private static final Pattern ARTICLE = Pattern.compile("^art(?:icle|\\.) ");

    private Money() {}

    static Optional<Amount> of(SectionText section, Draft draft) {
        Stage stage = draft.judgement().stage();
        if (draft.judgement().modality() == Modality.HYPOTHETICAL) {
            return draft.sentence().row() ? Optional.empty() : AmountChoice.in(draft.sentence(), named(draft));
        }
        if (draft.judgement().modality() != Modality.ASSERTED || stage == Stage.MENTIONED) {
            return Optional.empty();
        }
        if (draft.judgement().cue().equals(Members.STAYS)) {
            return inSentence(draft);
        }
        if (draft.sentence().inCells()) {
            return Rows.amount(section, draft.sentence());
        }
        if (draft.sentence().row()) {
            return AmountChoice.first(draft.sentence(), named(draft))
                    .or(() -> inSentence(draft))
                    .or(() -> inEntry(section, draft.sentence()));
        }
        return inSentence(draft)
                .or(() -> stage == Stage.ENDED ? Optional.empty() : around(section, draft))
                .or(() -> lasting(section, draft));
    }

    /** The price of what runs or is over. */
    private static Optional<Amount> lasting(SectionText section, Draft draft) {
        return switch (draft.judgement().stage()) {
            case IN_USE, SUSPENDED -> PriceBehind.ofRunning(section, draft, false);
            case ENDED -> PriceBehind.ofRunning(section, draft, true);
            default -> Optional.empty();
        };
    }

    /** Nothing, where the sentence that names the firm says that it offers what it sells, and none near it tells a price. */
    static Optional<Amount> offered(SectionText section, Draft draft) {
        Judgement told = draft.judgement();
        if (told.modality() != Modality.ASSERTED || !OFFERED.contains(told.stage())) {
            return Optional.empty();
        }
        return section.naming(draft.subject())
                .filter(sentence -> GIFT.matcher(sentence.words()).find())
                .filter(sentence -> section.around(sentence, BEFORE, BEFORE).stream()
                        .allMatch(near -> near.finds().sums().isEmpty()))
                .findFirst()
                .map(sentence -> Amount.euros(BigDecimal.ZERO, null));
    }

    /** The price in what follows of the same entry of a list. */
    private static Optional<Amount> inEntry(SectionText section, Sentence begin) {
        return section.following(begin, BEFORE).stream()
                .filter(next -> next.block() == begin.block())
                .flatMap(next -> AmountChoice.in(next, next.start()).or(() -> free(next)).stream())
                .findFirst();
    }

    private static Optional<Amount> inSentence(Draft draft) {
        Sentence judged = draft.sentence();
        Optional<Amount> here = AmountChoice.in(judged, named(draft));
        boolean free = here.isEmpty()
                && draft.judgement().stage() != Stage.ENDED
                && FREE.matcher(judged.words()).find();
        return free ? Optional.of(Amount.euros(BigDecimal.ZERO, null)) : here;
    }

    /** Where the sentence names the subject, or its beginning. */
    private static int named(Draft draft) {
        int named = draft.subject().anchor().start();
        return draft.sentence().contains(named) ? named : draft.sentence().start();
    }

    private static Optional<Amount> around(SectionText section, Draft draft) {
        boolean runs = draft.judgement().stage() == Stage.IN_USE;
        return section.following(draft.sentence(), FOLLOWING).stream()
                .filter(next -> !isOfOtherTowns(next, draft))
                .filter(next -> !(runs && OTHER_ACT.matcher(next.words()).find()))
                .flatMap(next -> AmountChoice.after(next).stream())
                .findFirst()
                .or(() -> ofAmendment(section, draft))
                .or(() -> whereNamed(section, draft))
                .or(() -> sameParties(section, draft))
                .or(() -> bought(draft) ? next(section, draft) : Optional.empty())
                .or(() -> PriceBehind.of(section, draft))
                .or(() -> decided(section, draft));
    }

    /** The one price of the sentences before a decision that names what it is about by a general word: "this purchase is approved". */
    private static Optional<Amount> decided(SectionText section, Draft draft) {
        Stage stage = draft.judgement().stage();
        Sentence own = draft.sentence();
        if (!(stage == Stage.APPROVED || stage == Stage.AWARDED) || !REFERS.in(own.words())) {
            return Optional.empty();
        }
        List<Sentence> priced = section.preceding(own, DEBATE).stream()
                .filter(before -> before.finds().sums().stream().anyMatch(sum -> AmountChoice.mayBePrice(before, sum)))
                .toList();
        if (priced.size() != 1) {
            return Optional.empty();
        }
        Sentence price = priced.get(0);
        boolean other = price.row()
                || price.inCells()
                || CONTRAST.matcher(price.words()).find()
                || OTHER_THING.matcher(price.words()).find()
                || isOfOtherTowns(price, draft);
        return other
                ? Optional.empty()
                : price.finds().sums().size() == 1
                        ? price.finds().sums().stream().map(Sum::amount).findFirst()
                        : AmountChoice.prices(price) == 1 ? AmountChoice.price(price) : Optional.empty();
    }

    /** Whether a sentence names only towns that the draft's, which names some, does not. */
    private static boolean isOfOtherTowns(Sentence sentence, Draft draft) {
        List<CommuneRef> own =
                draft.sentence().finds().places().stream().map(Place::commune).toList();
        List<Place> theirs = sentence.finds().places();
        return !own.isEmpty() && !theirs.isEmpty() && theirs.stream().noneMatch(place -> own.contains(place.commune()));
    }

    /** What an amendment costs itself, where a sentence before it tells. */
    private static Optional<Amount> ofAmendment(SectionText section, Draft draft) {
        return draft.sentence().words().contains("avenant")
                ? section.preceding(draft.sentence(), BEFORE).stream()
                        .filter(before -> DIFFERENCE.in(before.words()) && !before.row())
                        .flatMap(before -> AmountChoice.price(before).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean bought(Draft draft) {
        Stage stage = draft.judgement().stage();
        return stage != Stage.IN_USE && stage != Stage.SUSPENDED && stage != Stage.REJECTED;
    }

    /** The price that the sentence behind tells, or that nothing is to pay. */
    private static Optional<Amount> next(SectionText section, Draft draft) {
        return section.following(draft.sentence(), 1).stream()
                .filter(next -> !next.isTitle())
                .flatMap(next -> AmountChoice.next(next).or(() -> free(next)).stream())
                .findFirst();
    }

    /** Whether it tells that nothing is to pay, and names nobody whom that could concern alone. */
    static boolean isFree(Sentence sentence) {
        return sentence.finds().sums().isEmpty()
                && sentence.hits().isEmpty()
                && FREE.matcher(sentence.words()).find();
    }

    private static Optional<Amount> free(Sentence sentence) {
        return isFree(sentence) ? Optional.of(Amount.euros(BigDecimal.ZERO, null)) : Optional.empty();
    }

    /**
     * The one price of a short section about one purchase, which can only be that; or nothing, where it says so. What ended
     * was seldom paid what another sentence tells.
     */
    static Optional<Amount> only(SectionText section, Draft draft) {
        List<Sentence> sentences = section.sentences();
        Judgement told = draft.judgement();
        boolean priced = told.modality() == Modality.ASSERTED
                && told.stage() != Stage.MENTIONED
                && told.stage() != Stage.SUSPENDED;
        if (!priced || sentences.size() > SHORT || sentences.stream().anyMatch(Money::isTable)) {
            return Optional.empty();
        }
        List<Sentence> sums = sentences.stream()
                .filter(sentence -> !AmountChoice.pricesNothing(sentence))
                .toList();
        if (sentences.stream().allMatch(sentence -> sentence.finds().sums().isEmpty())) {
            boolean free = told.stage() != Stage.REJECTED
                    && sentences.stream()
                            .anyMatch(sentence -> FREE.matcher(sentence.words()).find());
            return free ? Optional.of(Amount.euros(BigDecimal.ZERO, null)) : Optional.empty();
        }
        if (sums.size() != 1 || told.stage() == Stage.ENDED) {
            return Optional.empty();
        }
        Sentence first = sums.get(0);
        boolean apart = !first.contains(draft.subject().anchor().start()) && !first.equals(draft.sentence());
        if (apart
                && (CONTRAST.matcher(first.words()).find()
                        || OTHER_THING.matcher(first.words()).find()
                        || isOfOtherTowns(first, draft))) {
            return Optional.empty();
        }
        if (told.stage() == Stage.IN_USE && OTHER_ACT.matcher(first.words()).find()) {
            return Optional.empty();
        }
        return AmountChoice.prices(first) != 1 || namesOthers(first, draft.subject())
                ? Optional.empty()
                : AmountChoice.price(first);
    }

    /** Articles of a decision are read as entries, but they are about one matter. */
    private static boolean isTable(Sentence sentence) {
        return sentence.row()
                && !ARTICLE.matcher(sentence.words()).find()
                && sentence.words().indexOf('¦') >= 0;
    }

    static boolean namesOthers(Sentence sentence, Subject subject) {
        return sentence.hits().stream().anyMatch(hit -> Parties.isFirm(hit) && !isParty(hit, subject));
    }

    /** The price where the purchase was named, if the decision came in a later sentence. */
    private static Optional<Amount> whereNamed(SectionText section, Draft draft) {
        int anchor = draft.subject().anchor().start();
        return section.naming(draft.subject())
                .filter(sentence -> !sentence.equals(draft.sentence()))
                .findFirst()
                .flatMap(before -> (before.inCells() ? Rows.amount(section, before) : AmountChoice.in(before, anchor))
                        .or(() -> section.following(before, 1).stream()
                                .flatMap(next -> AmountChoice.after(next).stream())
                                .findFirst()));
    }

    /** "The firm offers it for 6,840 € … the council accepts the firm's estimate." */
    private static Optional<Amount> sameParties(SectionText section, Draft draft) {
        List<Sentence> before = section.preceding(draft.sentence(), BEFORE);
        Optional<Amount> found = Optional.empty();
        for (int i = before.size() - 1; i >= 0 && found.isEmpty(); i--) {
            Sentence sentence = before.get(i);
            found = sentence.hits().stream()
                    .filter(hit -> isParty(hit, draft.subject()))
                    .findFirst()
                    .flatMap(hit -> AmountChoice.in(sentence, hit.start()));
        }
        return found;
    }

    static boolean isParty(Mention mention, Subject subject) {
        return mention.ref().equals(subject.vendor()) || mention.ref().equals(subject.integrator());
    }
}
