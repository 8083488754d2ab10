package vigie.indexer.extract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import vigie.model.Modality;
import vigie.model.Stage;

/**
 * Sentences that tell what would be done if something else came: "if the State paid half, we would buy it". Told by a
 * condition and by a verb in the conditional, which says of what stage.
 */
final class Suppositions {

    private static final double SUPPOSED = 0.75;

    /** So near its beginning a condition names what it is about. */
    private static final int REACH = 120;

    private static final Sought CONDITION = Sought.of(
            "(?<!\\b(?:demande|demandent|savoir|sait|sais|ignore|ignorons|ignorent|verifier|voir|dire|comme|meme|demander|interroge|demandait|et|question|determiner|indifferent) )\\b(?:si|s'ils?)\\b(?! (?:bien que|ce n'est|peu|tel|loin))"
                    + "|\\ba supposer\\b|\\ben supposant\\b|\\bsupposons\\b|\\bimaginons\\b|\\bdans (?:l'hypothese|le (?:seul )?cas|l'eventualite)\\b|\\bau cas ou\\b|\\ble jour ou\\b|\\bpourvu que\\b|\\bpour peu que\\b|\\ba (?:la |une (?:seule )?)?condition\\b|\\bsous (?:la seule |la )?reserve\\b|\\bmoyennant\\b|\\ben cas d[eu']"
                    + "|\\b(?:serai(?:t|ent)|serions|etions|etait|aurions|aurai(?:t|ent)|aviez|avions|fu(?:t|ssent|ssions)|eussions|vienne|devi(?:ons|ez)|deva(?:it|ient))-(?:nous|ils?|elles?|on|vous)\\b");

    private static final String WOULD = "r(?:ions|ait|aient|ais|iez)\\b";

    private static final String WILL = "r(?:a|ons|ont)\\b";

    private static final Map<Stage, Sought> VERBS = verbs();

    private Suppositions() {}

    private static Map<Stage, Sought> verbs() {
        Map<Stage, Sought> verbs = new LinkedHashMap<>();
        verbs.put(
                Stage.TENDERED,
                Sought.of("\\b(?:lance|publie|ouvri|consulte|redige|passe)" + WOULD
                        + "[^.;]{0,40}\\b(?:appel|consultation|mise en concurrence|entreprises|fournisseurs|avis)\\b"));
        verbs.put(
                Stage.AWARDED,
                Sought.of("\\b(?:signe|commande|conclu|contracte|attribue|passe)" + WOULD
                        + "|\\b(?:nous|on|(?:la|une) (?:ville|commune|municipalite)|le (?:maire|conseil)) (?:\\w+ )?(?:signe|commande|conclu|contracte)"
                        + WILL));
        verbs.put(
                Stage.APPROVED,
                Sought.of(
                        "\\b(?:achete|rachete|acquer|prend|reprend|loue|souscri|vote|adopte|equipe|dote|choisi|retiend|approuve|autorise|prolonge|recondui|renouvelle|offri)"
                                + WOULD
                                + "|\\b(?:nous|on|(?:la|une) (?:ville|commune|municipalite)|le (?:maire|conseil)) (?:\\w+ )?(?:achete|acquer|loue|souscri)"
                                + WILL));
        verbs.put(
                Stage.IN_USE,
                Sought.of(
                        "\\baur(?:ait|aient|ions) (?:aujourd'hui|deja|maintenant|desormais) (?!\\w{5,}(?:e|i|u|is|it)s?\\b)|\\b(?:dispose|beneficie|profite)"
                                + WOULD
                                + "|\\b(?:fonctionne|tourne|servi|utilise|emploie|compte|signale|avertit?i|previend|evalue|detecte|alerte|reperer?|surveille)"
                                + WOULD));
        verbs.put(
                Stage.PROPOSED,
                Sought.of(
                        "\\b(?:pour|voud|fe|fau?d|se|etudie|examine|propose|envisage|demande|sollicite|inscri|essaie|teste|experimente|ajoute|ouvri|install|installe|deploie|pose|branche|active|mett|confie|irai|i|au|reviend|tente|dev)"
                                + WOULD));
        return Collections.unmodifiableMap(verbs);
    }

    /** What is decided, but only in case an aid, a permission or a law comes. */
    private static final Sought RESERVED = Sought.of(
            "\\bsous (?:la (?:seule )?)?reserve (?:de|d'|que)[^.;]{0,60}\\b(?:octroi|obtention|subvention|aide|financement|autorisation|loi|decret|attribution|accord)\\w*"
                    + "|\\bfaute de quoi\\b|\\ben cas d'affermissement\\b");

    private static final Set<Stage> DECIDED = Set.of(Stage.APPROVED, Stage.AWARDED);

    /** What is bought in the condition itself: "if we bought X". */
    private static final Sought BUYS = Sought.of(
            "\\b(?:achet(?:ions|ait|aient|iez|e|ent|es?)|acquer\\w+|acquis\\w*|pren(?:ions|ait|iez|ne|nent)|lou(?:ions|ait|iez|e|ent)|dot(?:ions|ait|e)|equip(?:ions|ait|e)|opt(?:ions|ait)|choisi(?:ssions|ssait|sse))\\b");

    private static final Sought SIGNS =
            Sought.of("\\b(?:sign(?:ions|ait|iez|e|ent)|conclu\\w+|command(?:ions|ait|iez|e))\\b");

    /** A judgement of what {@code words} tell, which may be decided under a reserve. */
    static Judgement reserved(String words, Judgement judgement) {
        boolean reserved =
                judgement.modality() == Modality.ASSERTED && DECIDED.contains(judgement.stage()) && RESERVED.in(words);
        return reserved ? judgement.as(judgement.stage(), Modality.HYPOTHETICAL) : judgement;
    }

    /** What {@code words} tell to come only under a condition; empty where they state no condition, or tell it as a fact. */
    static Optional<Judgement> in(String words, int at) {
        Matcher condition = CONDITION.first(words);
        if (condition == null) {
            return Optional.empty();
        }
        return VERBS.entrySet().stream()
                .filter(verb -> verb.getValue().in(words))
                .map(verb -> boughtIn(words, condition.start(), at).orElse(verb.getKey()))
                .findFirst()
                .map(stage -> new Judgement(stage, Modality.HYPOTHETICAL, SUPPOSED, "under a condition", 0));
    }

    /** The stage that a condition from {@code from} on supposes, where it is the condition that names what stands at {@code at}. */
    private static Optional<Stage> boughtIn(String words, int from, int at) {
        int comma = words.indexOf(',', Math.max(at, from));
        int end = comma < 0 ? words.length() : comma;
        if (at < from || at >= end || at - from >= REACH) {
            return Optional.empty();
        }
        String clause = words.substring(from, end);
        return BUYS.in(clause)
                ? Optional.of(Stage.APPROVED)
                : SIGNS.in(clause) ? Optional.of(Stage.AWARDED) : Optional.empty();
    }
}
