package vigie.indexer.extract;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that turn down, without naming it, what was offered, asked for, voted or planned just before: "the mayor declined",
 * "the council shares this advice against it", "the act is withdrawn".
 */
final class Refusals {

    private static final int FOLLOWING = 4;

    /** So many sentences behind an advice against something it is followed. */
    private static final int FOLLOWED = 2;

    /** What may still be turned down: an offer, a wish, a plan, an option. */
    private static final Sought OPEN = Sought.of(
            "\\b(?:propos|offr|demand|souhait|sugger|invit|sollicit|reclam|demarch|demonstration|present|petition|courrier|lettre|devis|proje[tc]|preco|preten|essa[iy]|pret\\b|test|volontaire|candidat|option|tranche|prestation|acquisition|achat|acquerir|acheter|tente|songe|pense a|envisag|interess|idee|pist|pressenti|commande)\\w*");

    private static final Sought RUNS = Sought.of(
            "\\b(?:depuis|en service|utilise|utilisons|exploite|installe[es]*|est en place|fonctionne|tourne)\\b");

    /** Whoever else may say no: a firm to its customer, an authority to the town. */
    private static final Sought OTHERS = Sought.of(
            "\\b(?:societe|entreprise|editeur|fournisseur|candidat|concurrent|soumissionnaire|titulaire|prefete?|prefecture|cnil|syndicat|region|departement|assureur|banque|bailleur|tribunal|juge|opposition|groupe)s?\\b");

    private static final String MATTER =
            "(?:dossier|idee|projet|piste|hypothese|proposition|offre|option|affaire|demarche|initiative|invitation)";

    private static final Sought NO = Sought.of(
            "\\b(?:a|ont|avons|ai|avait) (?:\\w+ment |donc |toutefois )?(?:decline|refuse|dit non|repondu (?:que )?non|repondu (?:par la negative|negativement)|fait savoir (?:que c'etait )?non)\\b(?! (?:de |d'|que |toute? ))"
                    + "|\\breponse\\b[^.;]{0,40}\\b(?:est|a ete|fut|sera|etait|reste|demeure) (?:donc )?(?:non\\b|negative|un refus)"
                    + "|\\b(?:c'est|ce sera|ce fut) non\\b|\\bnon merci\\b|\\bfin de non-recevoir\\b|\\boppos\\w+ (?:un|son) (?:refus|veto)\\b|\\bmis (?:son|mon) veto\\b|\\bpart de (?:son|leur|notre) refus\\b"
                    + "|\\bn(?:e |')(?:a|ont|avons|ai|avait) (?:pas|point|guere) (?:souhaite|voulu|desire|entendu|juge (?:utile|bon|opportun|necessaire))\\b"
                    + "|\\b(?:pas|point)(?: y)? (?:ete )?(?:donne\\w*|reserve\\w*|de)(?: de)? suite\\b|\\baucune suite\\b[^.;,]{0,12}\\bdonne\\w*|\\brest\\w+ sans suite\\b"
                    + "|\\ben (?:restera|resterons|rester|reste|restons) la\\b|\\bn'ir(?:a|ons|ont) pas plus loin\\b");

    private static final Sought DROPPED = Sought.of(
            "\\b" + MATTER
                    + "\\b[^.;,]{0,30}\\b(?:est|a ete|fut|reste|sera|restera)\\b[^.;,]{0,15}\\b(?:referme|clos|classe|enterre|abandonne|ecarte|repousse|refuse|decline|rejete|oublie|lettre morte)e?\\b"
                    + "|\\b(?:n'a|n'avait) pas (?:fait son chemin|convaincu|seduit|prospere|abouti|eu de suite|emporte l'adhesion|ete suivie?)\\b"
                    + "|\\bce ne sera (?:finalement |donc )?pas le cas\\b|\\bil n'en sera (?:donc |finalement )?rien\\b"
                    + "|\\bs'en (?:passer(?:a|ont)?|dispenser(?:a|ont)?|abstiendra)\\b|\\b(?:nous nous|on s')en passer(?:ons|a)\\b|\\b(?:fera|ferons|feront) sans\\b"
                    + "|\\by (?:(?:a|ont|avons|ai) renonce|renonce(?:nt|ra|ront)?|renoncons)\\b|(?<!ne )\\bs'y (?:est |sont )?(?:oppos|refus)(?:ee?s?|ent|era)\\b|\\bn'en (?:a|ont|avons) pas voulu\\b"
                    + "|\\b(?:ecarte|rejette|decline|refuse|repousse|econduit|remercie|congedie|abandonne)(?:nt|ons)? (?:donc )?(?:ces|cette|cet|ce|ledit|ladite|lesdite?s|l'une? et l'autre|les deux|toute?s deux)\\b");

    private static final String TAKING =
            "(?:donner (?:de )?suite|affermir|lever|retenir|acquerir|acheter|commander|souscrire|signer|installer|deployer|recourir|equiper|accepter|poursuivre|participer|adherer|conclure|engager|financer|doter|inscrire|accorder|attribuer|aller plus loin)\\b";

    /** An advice, made to those who decide, to turn something down. */
    private static final Sought ADVICE = Sought.of(
            "\\b(?:propos|sugger|recommand|invit|conseill|preconis|prie|demand|souhait|d'avis)\\w*\\b[^.;]{0,60}?\\b(?:(?:ne (?:pas|point)|n'y (?:pas|point)) (?:y |l'|la |le |les |s'|se )?"
                    + TAKING
                    + "|laisser (?:\\S+ ){0,4}de cote\\b|s'en (?:passer|dispenser)\\b|(?:ecarter|renoncer|rejeter|refuser|decliner|repousser|rapporter|abroger)\\b)"
                    + "|\\bavis\\b[^.;]{0,40}\\b(?:defavorable|negatif|contraire|oppose)|\\b(?:n'y a|y avoir) pas lieu d[e']");

    private static final Sought BY_A_MEMBER =
            Sought.of("\\b(?:m|mme|mm|mmes)\\.? (?!(?:le|la) |l')[a-z][^,;.]{1,40} (?:propos|sugger|demand|souhait)");

    private static final Sought FOLLOWS = Sought.of(
            "\\b(?:conseil|assemblee|elus|conseill\\w+|bureau|comite|municipalite)\\b[^.;]{0,60}\\b(?:approuv\\w+|adopt\\w+|suiv\\w+|suit|se rang\\w+|partag\\w+|fai(?:t|re) (?:sien|sienne)|enterin\\w+|consent\\w*|se ralli\\w+|decid\\w+|accept\\w+)\\b"
                    + "|\\bil en est (?:ainsi )?decide\\b|\\b(?:est|sont) suivie?s?\\b|\\bainsi (?:decide|adopte|vote)\\b|^(?:adopte|approuve|accepte)e?\\b|\\bunanim");

    private static final Sought ACT = Sought.of(
            "\\b(?:deliberations?|decisions?|arretes?|actes?|vot(?:e|ee|es)|approuv\\w+|autoris\\w+|accept\\w+|contrat)\\b");

    private static final String AN_ACT = "(?:deliberation|decision|acte|arrete)\\b";

    private static final Sought WITHDRAWS = Sought.of(
            "\\b(?:retire|rapporte|abroge|annule)(?:nt|ons)? (?:donc )?(?:la|sa|cette|cet|l'|ledit|ladite|le|son) ?"
                    + AN_ACT
                    + "|\\b" + AN_ACT
                    + "[^.;:]{0,40}\\b(?:est|sont) (?:donc |ainsi )?(?:abroge|rapporte|annule|retire)e?s?\\b(?! (?:au|a la|par le|de l'ordre))"
                    + "|\\b(?:procede|consent|decide|vote|prononce)\\w*\\b[^.;]{0,25}\\b(?:a ce|au|le|son|a son) retrait\\b(?! (?:de l'ordre|du point|des? ))"
                    + "|\\b(?:reviennent|revient|revenir) sur (?:sa|cette|notre|leur) (?:decision|deliberation)\\b");

    /** What takes the place of an act that is withdrawn is voted at once. */
    private static final Sought ANEW = Sought.of(
            "\\b(?:remplac\\w+|nouvelle deliberation|substitu\\w+|redactionnel\\w*|materielle|en lieu et place)\\b");

    private static final Sought STATE_ASKS = Sought.of(
            "\\b(?:etat|prefete?|prefecture|sous-prefete?|sous-prefecture|gouvernement|ministere?|region)\\b[^.;]{0,60}\\b(?:propos|demand|souhait|sugger|invit|offr|sollicit|cherch)\\w*");

    private static final Sought UNMET =
            Sought.of("\\ba defaut\\b|\\bfaute de (?:reponse|subvention|quoi)\\b|\\bdirai\\b");

    private static final Sought DELETES = Sought.of(
            "\\b(?:retir(?:ant|er)|supprim(?:ant|er|ee?)|biff\\w+|ray(?:ant|er|ee?)|suppression|retrait|ot(?:ant|er))\\b[^.;]{0,60}(?:\\b(?:lignes?|credits?|inscription|somme|depense|chapitre|article|euros)\\b|€)");

    private static final Sought DELETED = Sought.of(
            "\\b(?:amendement|retrait|suppression|motion|demande|proposition)\\b[^.;]{0,50}\\b(?:est|a ete|sont) (?:donc )?(?:adopt|decid|vot|accept|approuv|acquis)\\w*|^(?:adopte|accepte)e?\\b");

    private Refusals() {}

    /**
     * The sentence that turns down what {@code named} tells of, among those behind it that speak of nothing else.
     *
     * @param runs whether it is known to run, to be tried, or to be over: only an act may be withdrawn then
     */
    static Optional<Sentence> of(SectionText section, Sentence named, boolean runs, Predicate<Sentence> ofTheSame) {
        List<Sentence> behind = section.following(named, FOLLOWING).stream()
                .takeWhile(ofTheSame)
                .filter(next -> Voice.of(next) != Speaker.OPPOSITION && !Voice.isQuestion(next))
                .toList();
        Optional<Sentence> withdrawn = withdrawn(section, named, behind);
        if (withdrawn.isPresent() || runs || RUNS.in(named.words())) {
            return withdrawn;
        }
        if (DELETES.in(named.words())) {
            return behind.stream()
                    .limit(FOLLOWED)
                    .filter(next -> DELETED.in(next.words()))
                    .findFirst();
        }
        Optional<Sentence> followed = behind.stream()
                .filter(Refusals::isAdvice)
                .flatMap(advice -> section.following(advice, FOLLOWED).stream())
                .filter(next -> FOLLOWS.in(next.words()))
                .findFirst();
        return followed.isPresent() || !OPEN.in(named.words())
                ? followed
                : behind.stream().filter(next -> saysNo(next.words())).findFirst();
    }

    /** Whether what {@code named} tells as offered or planned is turned down behind {@code at}, in the same sentence. */
    static boolean inItself(Sentence named, int at) {
        String words = named.words();
        return OPEN.in(words) && !RUNS.in(words) && saysNo(words.substring(at));
    }

    /** Whether the town is asked by the state, or offered something, and says no. */
    static boolean isAnswered(SectionText section, Sentence asked) {
        return STATE_ASKS.in(asked.words())
                && section.following(asked, FOLLOWED).stream().anyMatch(next -> saysNo(next.words()));
    }

    private static Optional<Sentence> withdrawn(SectionText section, Sentence named, List<Sentence> behind) {
        boolean voted = section.outcome() != Outcome.REJECTED
                && section.around(named, FOLLOWED, 0).stream().anyMatch(near -> ACT.in(near.words()));
        return voted
                ? behind.stream()
                        .filter(next -> WITHDRAWS.in(next.words()) && !ANEW.in(next.words()))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean saysNo(String words) {
        return !Votes.isAgainst(words)
                && !Scope.conditional(words, 0)
                && !UNMET.in(words)
                && (isOwn(words, NO.first(words)) || isOwn(words, DROPPED.first(words)));
    }

    /** Whether nobody but the town says no where the words stand. */
    private static boolean isOwn(String words, @Nullable Matcher no) {
        return no != null && !OTHERS.in(words.substring(0, no.start()));
    }

    private static boolean isAdvice(Sentence sentence) {
        return ADVICE.in(sentence.words()) && !BY_A_MEMBER.in(sentence.words());
    }
}
