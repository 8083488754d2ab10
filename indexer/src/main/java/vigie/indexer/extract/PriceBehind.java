package vigie.indexer.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.Amount;
import vigie.model.Modality;
import vigie.model.Stage;

/** The price that a text tells some sentences behind the name of what is paid for: "It is … – How much? – 5,000 € a year." */
final class PriceBehind {

    private static final int MOST = 6;

    /** Who speaks, the number of an article, a dash: what stands before a sentence begins. */
    private static final Pattern LEAD = Pattern.compile(
            "^(?:[-–•\"] ?)*(?:reponse ?:? ?|(?:m\\.|mm\\.|mme|mlle|le |la |l'|[a-z]\\. ?[a-z]\\.)[^:–.;\\d]{0,50}(?:\\. ?–|[:–]) ?|art(?:icle|\\.) \\d+\\w*[ .:–-]* ?|[a-z]\\) )?(?:[-–\"] ?)*"
                    + "(?:(?:c'est|ce sera|soit|environ|moyennant|pour|a|et|disons|exactement|a peine) )*");

    private static final Pattern LABEL = Pattern.compile(
            "^(?:(?:la|le|les|l'|son|sa|ses|leur|cette|cet|ce|un|une|pour un|au) ?)?(?:cout|prix|montant|redevance|forfait|loyer|abonnement|tarif|budget|enveloppe|depense|facture|devis|location|contribution|contrepartie|valeur|plus-value|surcout|incidence|difference|total|plafond|maximum|somme|credits?|engagement|investissement|part (?:du|de la|des) (?:logiciel|licence|module|analyse))\\b[^.;\\d]{0,70}$");

    /** Who pays, or what is paid for: what else costs something is another matter. */
    private static final Pattern COSTS = Pattern.compile(
            "(?:\\b(?:il|elle|ils|elles|on|nous|ca|cela|celui-ci|celle-ci|ce dernier|le tout|l'ensemble|qui|(?:la|notre) (?:ville|commune|collectivite|municipalite|communaute))\\b|\\b(?:appareil|logiciel|outil|licence|flux|module|abonnement|location|contrat|marche|convention|essai|test|prestation|solution|systeme|equipement|dispositif|materiel|camera|offre|devis|avenant|acquisition|achat|souscription|maintenance|installation|depense|fourniture|produit|programme|plateforme|projet|operation|reconduction|renouvellement|commande|proposition)s?\\b)[^.;,\\d]{0,40}"
                    + "\\b(?:s'eleve\\w*|se mont\\w+|s'etabli\\w+|revien\\w+|reviendra\\w*|cout(?:e|ent|ait|aient|era\\w*)|vaut|valait|vaudra\\w*|represente\\w*|se chiffre\\w*|se lou\\w+|debours\\w+|pai\\w+|paye\\w*|vers(?:e|ent|era|ons)|acquitte\\w*|(?:est|sont|sera|serait|a ete) (?:fixe|de|evalue|estime|chiffre|facture|propose|arrete)\\w*)\\b[^.;\\d]{0,30}$");

    private static final Pattern PERIOD = Pattern.compile(
            "^ ?(?:ht|ttc|hors taxes?|toutes taxes(?: comprises)?)?,? ?(?:par (?:an|mois|trimestre|annee)\\b|/ ?(?:an|mois)\\b|l'an(?:nee)?\\b|le mois\\b|(?:chaque|tous les) (?:mois|an)|annuel|mensuel)");

    /** What begins another matter. */
    private static final Pattern OTHER_MATTER = Pattern.compile(
            "^\\d{1,3} ?[/.)°-]|\\b(?:quant (?:a|aux?)|en revanche|par ailleurs|pour (?:memoire|rappel)|a titre (?:de comparaison|de rappel|indicatif)|de (?:son|leur) cote)\\b");

    /** What a price is told of: what runs or is over was paid for long ago, often at another price. */
    private static final Set<Stage> PAID = Set.of(
            Stage.PROPOSED,
            Stage.TENDERED,
            Stage.APPROVED,
            Stage.AWARDED,
            Stage.TRIAL,
            Stage.REJECTED,
            Stage.MENTIONED);

    /** What is bought, by its general names; other things cost something, too. */
    static final String THINGS =
            "logiciel|outil|dispositif|systeme|module|solution|service|boitier|appareil|licence|abonnement|contrat|convention|camera|capteur|flux|essai|test|experience|experimentation|location|prestation|materiel|programme|plateforme";

    private static final String THING = "(?:" + THINGS + ")s?";

    private static final String WHO =
            "\\b(?:cela|ca|il|elle|ils|elles|on|nous|l'ensemble|le tout|(?:la|notre) (?:ville|commune|collectivite)|(?:(?:le|la|les|ce|cette|cet|ces) |l')"
                    + THING + ")(?:, [^,.;]{3,40},)?(?: (?:nous|lui|leur|vous|en|y|la|le|les|se)| l')*";

    /** What is told to be paid for what runs, for a time that the words behind the sum name. */
    private static final Pattern RUNNING = Pattern.compile(
            WHO
                    + " ?(?:cout\\w+|revien\\w+|revenait|lou(?:e|ons|ent|ait)|pai\\w+|pay\\w+|vers\\w+|debours\\w+)\\b[^.;€]{0,50}$|\\b"
                    + THING
                    + ",? loue(?:e|es|s)? [^.;€]{0,30}$|\\ben (?:paye|paie|paient|payons|verse|loue|louent|debourse)\\b[^.;€]{0,50}$");

    private static final Pattern RUNNING_LABEL = Pattern.compile(
            "^(?:(?:la|le|l'|son|sa|leur) ?)?(?:location|abonnement|redevance|loyer|cout|prix|facture|forfait|licence|part du logiciel|contrat)(?: (?:annuel|mensuel|total|global)\\w*)?(?: (?:(?:de la|de|du|des|dans la|pour la) ?|de l'|dans l'|pour l')(?:ville|commune|facture|"
                    + THING + "))? ?(?::|est de|etait de|s'eleve a|(?:nous )?revient a|est fixee? a)(?: environ)? ?$");

    /** What was paid for what is over. */
    private static final Pattern SPENT = Pattern.compile(
            WHO
                    + " ?(?:a|ont|avait|avaient|avons|avions|aura|auront)(?: (?:bien|ainsi|deja|donc|tout de meme|finalement|au total))? (?:coute|paye|depense|verse|debourse|regle)\\b[^.;\\d]{0,30}$");

    /** A question for the price, which the next sentence answers. */
    private static final Pattern HOW_MUCH = Pattern.compile(
            "\\b(?:combien|cout|prix|coute\\w*|facture|abonnement|tarif|montant|chiffre|revien\\w+|loyer|depense)\\b[^.;?]{0,60}\\?");

    /** The name of who speaks, where a dot ends it. */
    private static final Pattern SPEAKER = Pattern.compile("(?:m\\.|mme|mlle|le|la) [^.:?!€\\d]{2,40}\\.?");

    private PriceBehind() {}

    /** The price of what runs or is over, which is told more strictly: what is paid for it, or what answers a question. */
    static Optional<Amount> ofRunning(SectionText section, Draft draft, boolean over) {
        return behind(section, draft, next -> {
            boolean asked = asks(section, next);
            return next.finds().sums().stream()
                    .filter(sum -> AmountChoice.mayBePrice(next, sum) && isPaid(next, sum, over, asked))
                    .findFirst()
                    .map(Sum::amount);
        });
    }

    /** Whether the sentence before, but for the name of who answers, asks for the price. */
    private static boolean asks(SectionText section, Sentence answer) {
        List<Sentence> before = section.preceding(answer, 2);
        int last = before.size() - 1;
        boolean named = last > 0 && SPEAKER.matcher(before.get(last).words()).matches();
        return last >= 0
                && HOW_MUCH.matcher(before.get(named ? last - 1 : last).words()).find();
    }

    /** The price in the first of the sentences behind the one that names a subject, as far as they go on about it, that has one. */
    private static Optional<Amount> behind(
            SectionText section, Draft draft, Function<Sentence, Optional<Amount>> price) {
        for (Sentence next : section.following(named(section, draft), MOST)) {
            if (next.inCells()
                    || Money.namesOthers(next, draft.subject())
                    || OTHER_MATTER.matcher(next.words()).find()) {
                return Optional.empty();
            }
            Optional<Amount> found = price.apply(next);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isPaid(Sentence sentence, Sum sum, boolean over, boolean asked) {
        String words = sentence.words();
        Matcher lead = LEAD.matcher(words);
        int begin = lead.find() ? lead.end() : 0;
        int start = sentence.view().at(sum.span().start());
        int end = Math.min(words.length(), sentence.view().at(sum.span().end() - 1) + 1);
        String left = words.substring(Math.min(begin, start), start);
        if (asked && start <= begin) {
            return true;
        }
        return over
                ? SPENT.matcher(left).find()
                : RUNNING_LABEL.matcher(left).find()
                        || (RUNNING.matcher(left).find()
                                && PERIOD.matcher(words.substring(end)).find());
    }

    static Optional<Amount> of(SectionText section, Draft draft) {
        Judgement told = draft.judgement();
        if (!PAID.contains(told.stage()) || told.modality() != Modality.ASSERTED) {
            return Optional.empty();
        }
        int named = named(section, draft).index();
        return behind(section, draft, next -> in(next, told.stage() == Stage.REJECTED, next.index() == named + 1));
    }

    private static Sentence named(SectionText section, Draft draft) {
        return section.naming(draft.subject()).findFirst().orElse(draft.sentence());
    }

    private static Optional<Amount> in(Sentence sentence, boolean neverFree, boolean beside) {
        List<Sum> sums = sentence.finds().sums();
        if (sums.isEmpty()) {
            return !neverFree && Money.isFree(sentence)
                    ? Optional.of(Amount.euros(BigDecimal.ZERO, null))
                    : Optional.empty();
        }
        return sums.stream()
                .filter(sum -> AmountChoice.mayBePrice(sentence, sum) && isPrice(sentence, sum, beside))
                .findFirst()
                .map(Sum::amount);
    }

    private static boolean isPrice(Sentence sentence, Sum sum, boolean beside) {
        View view = sentence.view();
        String words = view.text();
        Matcher lead = LEAD.matcher(words);
        int begin = lead.find() ? lead.end() : 0;
        int start = view.at(sum.span().start());
        int end = Math.min(words.length(), view.at(sum.span().end() - 1) + 1);
        String left = words.substring(Math.min(begin, start), start);
        return start <= begin
                || LABEL.matcher(left).find()
                || COSTS.matcher(left).find()
                || (beside && PERIOD.matcher(words.substring(end)).find());
    }
}
