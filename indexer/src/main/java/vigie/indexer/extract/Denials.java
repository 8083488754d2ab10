package vigie.indexer.extract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.Modality;
import vigie.model.Stage;

/**
 * Sentences that deny without a name: "no program reads our images", "there are only eyes here", "nothing of the kind is
 * planned". What they say is of the analysis of images as such, or of what was spoken of just before.
 */
final class Denials {

    private static final double DENIED = 0.75;

    /** What people call whatever would do the looking. */
    private static final String MACHINE =
            "(?:(?:logiciel|progiciel|algorithme|ordinateur|automate|calculateur|robot|machine|programme|cerveau|couche logicielle|ligne de code|puce|intelligence artificielle|ia)s?\\b(?! (?:de |d'|electoral|pluriannuel|municipal|culturel|scolaire|a (?:laver|sous|cafe|ecrire|glace))(?!calcul|analyse|traitement|tri\\b|lecture|reconnaissance|detection|reperage|comptage|suivi|interpretation))"
                    + "|(?:outil|module|systeme|solution|dispositif|fonction|option|brique|application|moteur)s? (?:d'|de )(?:l')?(?:analyse|interpretation|intelligence artificielle|ia\\b)(?! (?:financ|budget|des (?:eaux|sols|couts|risques|besoins|pratiques)|de (?:l'eau|l'air|sol)))"
                    + "|(?:analyse|traitement|tri|reperage|calcul|interpretation|exploitation|assistance|alerte|detection|comptage)s? (?:automati\\w+|algorithmique|informatique|logiciel\\w*|numerique|par (?:logiciel|ordinateur|algorithme|intelligence artificielle|l'ia|ia|un logiciel|un programme)))";

    private static final Sought NO_MACHINE = Sought.of(
            "\\b(?:aucune?|nulle?|zero|pas (?:une?|le moindre|la moindre)(?: seule?)?|pas de|pas d'|point de|point d'|ni|sans(?: le| la)?(?: moindre)?(?: aucune?)?|jamais (?:de|d'|une?)|ni (?:agent|homme) ni)(?:\\b|(?<=')) ?(?:\\w+ ){0,2}?"
                    + MACHINE);

    private static final Sought IMAGES = Sought.of(
            "\\bcameras?\\b|\\bimages?\\b|\\bvideo\\w*|\\becrans?\\b|\\bobjectifs?\\b|\\bfilm\\w*|\\bflux\\b|\\benregistrements?\\b|\\bbandes\\b|\\boperat(?:eur|rice)s?\\b(?! (?:economique|telephon|prive|public|mobile|d'importance|de (?:telephonie|transport|reseau)))");

    /** "The town will not leave it to a machine": that is a decision of its own. */
    private static final Sought NOT_TO_A_MACHINE = Sought.of(
            "\\bn(?:e |')(?:s'en )?(?:confi|laiss|remett|deleg|livr|abandonn|ced|achet|acqu|command|sign|souscri|prend)\\w*r(?:a|ons|ont) (?:pas|point|jamais) (?:[\\w']+ ){0,4}?(?:a |d'|de )?(?:[ul]ne? |des |les? |la )"
                    + MACHINE);

    /** Only people look. */
    private static final Sought ONLY_EYES = Sought.of(
            "\\bque (?:des|nos|leurs|vos) yeux\\b|\\b(?:avec|de) (?:leurs|nos|ses) (?:deux |propres )?yeux\\b|\\byeux humains\\b|\\b(?:un|des|l') ?(?:oeil|yeux) humains?\\b");

    /** "None of our cameras counts anybody, analyses anything." */
    private static final Sought NO_CAMERA = Sought.of(
            "\\b(?:aucune|nulle|pas une(?: seule)?) (?:de (?:nos|ces|ses|leurs) )?(?:\\w+ )?cameras?\\b[^.;:]{0,60}\\b(?:analys|reconnai|compt|identifi|calcul|interpret|raisonn|reflechi|pens|tri\\b|trie\\b|signal|devin|dedui|compar|reli|raccord|couple)\\w*"
                    + "|\\bcameras?\\b[^.;:]{0,60}\\bn(?:e |')(?:\\w+ )?(?:analys|reconnai|compt|identifi|calcul|interpret|raisonn|reflechi|pens|devin|dedui|compar)\\w* (?:ni|pas|point|rien|personne|aucun)");

    private static final Sought OTHER_MATTER = Sought.of(
            "\\b(?:paie|comptab\\w+|cantine|facturation|messagerie|election\\w*|cadastre|etat civil|bibliotheque|mediatheque|inscriptions?)\\b");

    private static final String OF_THE_KIND =
            "(?:rien de (?:tel|semblable|pareil|comparable|ce genre|cette (?:nature|sorte|espece)|la sorte)|rien de tout cela|aucun\\w* (?:\\w+ )?(?:de ce (?:genre|type)|de cette (?:nature|sorte|espece)|de la sorte|semblable|comparable|analogue|pareil\\w*)|pareil\\w* (?:\\w+ ){1,2}|(?:une?|de) tel(?:le)?s? \\w+|ce (?:genre|type) d[e']|cette (?:sorte|espece) d[e'])";

    /** What a sentence before has named. */
    private static final String THIS =
            "(?:cet |ce |cette |ces |du meme |de la meme |le meme |ledit |dudit )(?:\\w+ )?(?:outil|logiciel|systeme|programme|dispositif|module|application|solution|produit|fonction|technologie|technique|brique|editeur|licence|societe)\\w*";

    /** "It has no licence of this program": of the very one that was named, whoever named it. */
    private static final Sought OF_THIS_ONE = Sought.of("\\bn(?:e |')(?:\\w+ |l')?"
            + "(?:us|utilis|emploi|employ|possed|dispos|recour|ser[tv]|exploit|lou|deti|a\\b|ont\\b|avons\\b|fai)\\w* "
            + "(?:pas|point|nullement|aucun\\w*|jamais|en rien) (?:\\w+ ){0,2}?(?:de |d'|a )?" + THIS
            + "(?! (?:genre|type|nature|sorte|espece))");

    private static final String NOT = "(?:pas|point|nullement|aucun\\w*|guere|jamais|davantage|rien)";

    private static final Map<Stage, Sought> OF_IT = ofIt();

    private static final Pattern DOES_WITHOUT = Pattern.compile(
            "\\b(?:se pass(?:e|ent|ait)|(?:nous|on) (?:nous |se )?pass(?:e|ons)|se dispens(?:e|ent)|(?:fait|faisons|font) l'economie)\\b[^.;:]{0,60}$");

    private static final int LABEL = 120;

    private static final Pattern NONE = Pattern.compile(
            "^[^:|.;]{0,60}(?::|\\.{3,}|\\|| {3,}) ?(?:neant|non|aucune?|sans objet|inexistante?|0)\\b");

    private static final Sought ALLEGED = Sought.of(
            "\\b(?:affirm\\w+|pretend\\w*|rumeur\\w*|articles?|tracts?|selon (?:lequel|laquelle|lui|elle)|laisse dire|on (?:nous|lui|me) (?:prete|attribue)|(?:nous|lui|me) (?:prete|attribue)\\w*|reseaux? socia\\w+|insinu\\w+|accus\\w+|s'inquiete\\w*|s'emeut|soupconn\\w+|paru\\w*|gazette|journal\\w*|presse)\\b");

    private static final String PLANNED =
            "(?:prevu|envisage|projete|programme|planifie|a l'etude|au programme|a l'ordre du jour|en projet|question d|dans les cartons|inscrit)\\w*";

    private static final Pattern UNPLANNED_BEFORE =
            Pattern.compile("\\b(?:n'est|ne sont|n'etait|n'a ete|ne sera) (?:\\w+ ){0,2}?" + PLANNED
                    + " ?(?:(?:ni|aucune?|nulle?|pas)\\b|d(?:e |'))[^.;:]{0,60}$");

    private static final Pattern UNPLANNED_BEHIND = Pattern.compile(
            "^[^.;:,]{0,50}(?:,? ni [^.;:,]{0,50})?\\bn(?:e |')(?:est|sont|etait|etaient|a ete|ont ete|sera|seront) (?:\\w+ ){0,2}?"
                    + PLANNED);

    private static final Pattern NOT_ANY =
            Pattern.compile("\\bn(?:e |')(?:y )?\\w+ (?:\\w+ )?(?:d'aucune?|aucune?|pas|point|jamais)\\b[^.;:]{0,80}$");

    private static final Pattern NO_MORE_THAN = Pattern.compile(
            "^[^.;:,]{0,25}\\b(?:pas plus|pas davantage|non plus|moins encore|ni aucune? autre|ni d'aucune? autre|ou d'aucune? autre|ni d'une? autre)\\b");

    private Denials() {}

    private static Map<Stage, Sought> ofIt() {
        Map<Stage, Sought> denials = new LinkedHashMap<>();
        denials.put(
                Stage.TRIAL,
                Sought.of(
                        "\\bn'en (?:a|ont|avons|ai)(?: \\w+){0,3}? (?:jamais |pas |point )?(?:fait l'essai|essaye|teste|experimente)\\w*"
                                + "|\\b" + OF_THE_KIND
                                + "[^.;]{0,30}\\bn'a (?:jamais |pas |point )?ete (?:jamais )?(?:essaye|teste|experimente|mis\\w* a l'essai)"));
        denials.put(
                Stage.AWARDED,
                Sought.of(
                        "\\bce (?:contrat|marche|bon de commande) n'existe (?:pas|point)\\b|\\bcette commande n'existe (?:pas|point)\\b"
                                + "|\\bn(?:e |')(?:a|ai|ont|avons) rien (?:signe|commande|conclu)\\b|\\brien n'a (?:jamais )?ete (?:signe|commande|conclu)\\b"));
        denials.put(
                Stage.PROPOSED,
                Sought.of("\\bce projet n'existe (?:pas|point)\\b|\\b" + OF_THE_KIND
                        + "[^.;]{0,50}\\bn(?:e |')(?:est|a ete|y figure|figure|sera|etait|sont) ?(?:\\w+ )?(?:prevu|envisage|projete|a l'etude|a l'ordre du jour|au programme|inscrit|demande|commande|budgete|en projet|en preparation)\\w*"
                        + "|\\b" + OF_THE_KIND + "[^.;]{0,30}\\bn'y figure"
                        + "|\\bil n'en est (?:pas|nullement|aucunement) question\\b"
                        + "|\\bn'en (?:a|ont|avons|ai) (?:\\w+ )?" + NOT
                        + "(?: \\w+)? ?(?:le projet|l'intention|envie|besoin)"
                        + "|\\bn'en (?:veut|voulons|veulent|prepare|preparons|prevoit|prevoyons|projette|souhaite|souhaitons|achetera|acheterons) (?:\\w+ )?"
                        + NOT));
        denials.put(
                Stage.IN_USE,
                Sought.of(
                        "\\b" + OF_THE_KIND
                                + "[^.;]{0,50}\\bn(?:e |')(?:existe|fonctionne|tourne|regarde|surveille|observe|scrute|analyse|lit|veille|examine|travaille|opere|equipe|est (?:\\w+ )?(?:en service|en place|installe|utilise|employe|branche|raccorde|en fonction))\\w*"
                                + "|\\b(?:n'a|n'ont|n'avons|n'utilise|n'emploie|n'utilisons|n'employons|ne possede|ne dispose|ne disposons) "
                                + NOT
                                + "[^.;]{0,20}" + OF_THE_KIND
                                + "|\\bn'en (?:a|ont|avons|ai|possed\\w+|dispos\\w+|utilis\\w+|emploi\\w+|employ\\w+|fait|faisons|font|comport\\w+|exist\\w+|compt\\w+) (?:\\w+ )?"
                                + NOT
                                + "|\\bn'en (?:est|sont|sommes) (?:pas|point|nullement) (?:equip|dot|pourv|muni)\\w+"
                                + "|\\bn'y (?:recour\\w+|a(?:vons)? (?:pas|point) recours|(?:a|ont) jamais (?:eu )?recour\\w*) ?"
                                + "(?:pas|point|nullement)?"
                                + "|\\bne (?:s'en sert|nous en servons|s'en servent) " + NOT
                                + "|\\b(?:s'en passe\\w*|nous nous en passons)\\b"
                                + "|\\bpas une(?: seule)? camera\\b[^.;]{0,40}\\bne (?:fait|sait|peut) (?:\\w+ )?(?:cela|ca|rien)\\b"));
        return Collections.unmodifiableMap(denials);
    }

    /** Where a sentence with {@code words} says that no machine looks at images, of which it or {@code near} it is spoken; or empty. */
    static Optional<Span> ofAnalysis(String words, Supplier<String> near) {
        Matcher denied = NOT_TO_A_MACHINE.first(words);
        if (denied == null) {
            denied = NO_MACHINE.first(words);
        }
        if (denied != null && !IMAGES.in(words) && !IMAGES.in(near.get())) {
            denied = null;
        }
        if (denied == null) {
            denied = NO_CAMERA.first(words);
        }
        if (denied == null) {
            denied = ONLY_EYES.first(words);
            denied = denied != null && IMAGES.in(near.get()) ? denied : null;
        }
        return denied == null || OTHER_MATTER.in(words)
                ? Optional.empty()
                : Optional.of(new Span(denied.start(), denied.end()));
    }

    /** Whether the words of a denial of analysis tell what the town will not do. */
    static boolean isRefusal(String denial) {
        return NOT_TO_A_MACHINE.in(denial);
    }

    /** The denial that a sentence with {@code words} makes of what was spoken of before it; empty where it makes none. */
    static Optional<Judgement> ofIt(String words) {
        return OF_IT.entrySet().stream()
                .filter(denial -> denial.getValue().in(words))
                .findFirst()
                .map(denial -> denied(denial.getKey()));
    }

    /** Whether a sentence denies that the town has the very program that was named before it. */
    static boolean isOfThisOne(String words) {
        return OF_THIS_ONE.in(words);
    }

    /** What is denied of what {@code words} name at {@code [start, end)} is that it is planned: "neither A nor B is foreseen". */
    static boolean isUnplanned(String words, int start, int end) {
        return UNPLANNED_BEFORE.matcher(words.substring(0, start)).find()
                || UNPLANNED_BEHIND.matcher(words.substring(end)).find();
    }

    /** "The town does without X and Y": what stands at {@code at} is not in use. */
    static boolean doesWithout(String words, int at) {
        return DOES_WITHOUT.matcher(words.substring(0, at)).find();
    }

    /** Whether what stands at {@code [start, end)} is denied with all that is like it: "it has no module, of A no more than of B". */
    static boolean isNoMoreThanAny(String words, int start, int end) {
        return NOT_ANY.matcher(words.substring(0, start)).find()
                && NO_MORE_THAN.matcher(words.substring(end)).find();
    }

    /** Whether what ends at {@code end} is a label that "none" stands behind. */
    static boolean isNone(String words, int end) {
        return NONE.matcher(words.substring(end, Math.min(words.length(), end + LABEL)))
                .find();
    }

    /** Whether a sentence tells what somebody has said of the town, which may be denied next. */
    static boolean isAllegation(String words) {
        return ALLEGED.in(words);
    }

    static Judgement denied(Stage stage) {
        return new Judgement(stage, Modality.NEGATED, DENIED, "denied", 0);
    }
}
