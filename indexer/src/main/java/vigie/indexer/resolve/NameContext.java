package vigie.indexer.resolve;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vigie.model.Mention;
import vigie.model.config.Communes;

/** What the words around the name of a commune say of its part in the text. */
final class NameContext {

    private static final String OF = "(?:de la|de l|des|du|de|d|le|la|les)? ?";
    private static final Pattern BODY = Pattern.compile(
            "\\b(?:ville|commune|mairie|municipalite|villes|communes)(?: nouvelle| deleguee| associee)?(?: :| -| –)? ?"
                    + OF + "$");
    private static final Pattern BUYER = Pattern.compile(
            "\\b(?:acheteur|organisme|collectivite|pouvoir adjudicateur|maitre d ouvrage|nom et adresse|nom officiel|denomination)[^\\n]{0,60}$");
    private static final Pattern COUNCIL = Pattern.compile(
            "\\b(?:conseil municipal|conseil|conseillers|bulletin|journal|gazette|magazine|seance|compte rendu|proces verbal|pv|conseillers municipaux|maire|police municipale|habitants?|territoire|centre ville|elus(?: \\w+)?|policiers municipaux)(?: [–—-])? "
                    + OF + "$");
    private static final Pattern PLACED =
            Pattern.compile("(?:^| )(?:a|au|aux|cameras? (?:de|d)|voies? (?:de|d)|rues? (?:de|d)) (?:la |le |les )?$");
    private static final Pattern DATELINE =
            Pattern.compile("(?:proces verbal|\\bpv|seance|compte rendu|conseil|departement)[^.]{0,50}$");

    /** What parts a title from what comes after it; folding would make it a space. */
    private static final Pattern DASH = Pattern.compile("\\s[–—-]\\s+$|[–—]\\s?$");

    private static final Pattern PARTS = Pattern.compile("\\s*\\n\\s*|\\s[–—-]\\s|[–—]");
    /** What stands behind the name in the first lines of minutes: its département, then a date or the kind of paper. */
    private static final Pattern HEAD = Pattern.compile(
            "^ ?(?:\\((?:mairie|ville|commune)\\)|(?:le )?mag(?:azine)?\\b|infos?\\b|actu(?:s|alites?)?\\b|,? l[ea] (?:mag(?:azine)?|mensuel|bulletin|journal|lettre|gazette|trimestriel)\\b)|^ ?(?:\\([^)\\n]{2,40}\\) ?)?[,|/·•][ |]*(?:le |du |l )?(?:seance|conseil|reunion|proces|extrait|deliberation|decisions?|arrete|compte rendu|liste|releve"
                    + "|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|\\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre))");

    /** A day right behind the name that a text begins with. */
    private static final Pattern DATED = Pattern.compile(
            "^ ?,? ?(?:le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?:\\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) \\d{4}|\\d{1,2}/\\d{1,2}/\\d{2})");

    /** Groups of a council, whose names hold that of the town. */
    private static final Pattern GROUP = Pattern.compile("\\b(?:groupe|liste)s? $");

    /** A line that begins with the kind of body whose name follows, or an entry with the name: the line above is about others. */
    private static final Pattern OWN_LINE = Pattern.compile("(?i)\\n\\h*((?:commune|ville|mairie)\\h[^\\n]{0,12})$");

    private static final Pattern ENTRY =
            Pattern.compile("(?i)\\n\\h*([-–—•*·▪]\\h*(?:(?:commune|ville|mairie)\\h[^\\n]{0,12}|l[ae]s?\\h|l['’])?)$");

    /** A field of a record for the towns that it concerns. */
    private static final Pattern CONCERNED = Pattern.compile("(?i)(?:^|\\n)\\h*communes(?:\\h+concernées?)?\\h*:\\h*$");

    private static final Pattern LABEL = Pattern.compile("[^\\n:.;,]{2,50}\\h?(?::|[—–]\\h|\\h-\\h)");

    private static final Pattern MISREAD = Pattern.compile("(?<=[A-Z])l(?=[A-Z])");

    private static final Pattern COMPARED = Pattern.compile(
            "\\b(?:comme(?: l (?:a|ont) fait| le fait| a| dans| pour)?|a l instar|a l image|a l exemple|l exemple|exemples?|tels?(?:les)? que|contrairement a|a la difference|suivre|imiter|voisins?|voisines?|notamment a|deja a|jumelage avec|jumelee avec|villes? comme|chez nos voisins|references?|ailleurs|aussi bien|experience|cas|deja (?:presente?|utilisee?|deployee?|installee?|implantee?|equipee?|active?)s? (?:a|dans|chez)) ?(?:de |d |du |des |la |le |les |l |a |au |aux |ville |villes |commune |communes )*$");

    /** "The same as in X", "more than in X". */
    private static final Pattern LIKENED = Pattern.compile(
            "\\b(?:memes?|aussi|autant|plus|moins|mieux|davantage|pareil|autrement) [^.;]{0,50}\\bqu (?:a|au|aux|en) (?:la |le |les |l )?$");

    private static final Pattern AWAY = Pattern.compile(
            "\\b(?:tribunal(?: administratif| judiciaire| de grande instance)?|cour(?: administrative)? d appel|prefecture|sous prefecture|chambre(?: [a-z]+){0,4}|siege(?: [a-z]+){0,4}|etablie?|basee?|sise?|domiciliee?|universite|academie|rcs|bureaux?|agence|gare|(?<!\\ben )route|rue|avenue|boulevard|(?<!\\b(?:sur|en) )place|quai|pont|allee|(?<!\\b(?:au|en) )cours|chemin|faubourg|lycee|college|hopital|stade|esplanade|square|impasse|rond point|communaute(?: [a-z]+){0,4}|metropole|agglomeration|departement|pays|canton|arrondissement|appel|syndicat(?: [a-z]+){0,4}|canal|bataille|festival|salon|jeux|direction) (?:a |au |aux |de |d |du |des |la |le |les |l )*$");
    private static final Pattern TRAVEL = Pattern.compile(
            "\\b(?:deplacements?|congres|voyages?|missions?|stages?|sejours?|sorties?|se rend\\w*|(?<!\\bcomptes? )rendue?s?|trajets?|mandat special|salon des maires)\\b[^.;]{0,70}$");

    /** Somebody went there, has read of it, or comes from there. */
    private static final Pattern HEARD = Pattern.compile(
            "\\b(?:(?:est|sont|suis|sommes|etait|etaient|etions|ete) alle(?:e|s|es)? [^.;]{0,60}|alle(?:e|s|es)? voir [^.;]{0,60}|revien(?:t|s|nent) (?:de |d |du |des )|visite (?:a|au|aux|chez) |journee (?:a|au|aux|chez) "
                    + "|(?:lue?s?|lit|lisent|appris|entendu) [^.;]{0,40}qu (?:a|au|aux) |cit(?:e|ent|ait|ant) |conseill(?:er|ere)s? (?:municipale?s? )?(?:a|au|aux) )"
                    + "(?:la |le |les |l )?(?:(?:ville|commune) (?:de |d |du |des ))?(?:la |le |les |l )?$");

    /** Whoever comes to inspect comes to the town that the text is about. */
    private static final Pattern INSPECTED = Pattern.compile(
            "\\b(?:cnil|commission nationale de l informatique|control(?:eurs?|euses?|es?)|inspecteurs?|inspection|defenseure? des droits)\\b[^.;]{0,80}$");

    /** A firm's seat. */
    private static final Pattern FIRM = Pattern.compile(
            "\\b(?:societe|entreprise|start up|maison|editeur|pme|eurl|sarl|sas|fabricant|cabinet|jeune pousse|filiale|fournisseur|prestataire|integrateur)\\b[^.;]{0,60}\\b(?:installee?|implantee?|situee?|nee?|venue?) (?:a |au |aux |en |de |d )(?:la |le |les |l )?$");

    /** "The car park Saint-Roch", "until la Saint-Jean": a place or a feast that bears the name of a saint. */
    private static final Pattern HALLOWED = Pattern.compile(
            "\\b(?:la|feux? de la|feux?|quartier|secteur|ilot|hameau|lotissement|residence|cite|parking|parc|halle|salle|maison|eglise|chapelle|abbaye|basilique|cathedrale|paroisse|cimetiere|clinique|pole|centre|carrefour|passage|tour|porte|fontaine|source|egout|croix|marche|foire|butte|fort|ecole|maternelle|creche|institution|ensemble scolaire) $");

    /** So many characters before a name are read. */
    private static final int BEFORE = 90;

    private static final Pattern NEIGHBOUR = Pattern.compile("\\b(?:voisins?|voisines?) (?:de |d |du |des |a )?$");
    private static final Pattern POSTCODE = Pattern.compile("\\b\\d{5} (?:cedex )?$");
    private static final Pattern PERSON = Pattern.compile(
            "(?:\\b(?:m\\.?|mme\\.?|mlle\\.?|mm\\.?|monsieur|madame|saint|sainte|notre dame|docteur|general|colonel) )$");

    /** So far behind a name it is set against one's own town. */
    private static final int CONTRAST_AFTER = 400;

    /** Where the first lines end, in which a town is not named in passing. */
    private static final int TITLES = 60;

    private static final Pattern CONTRAST = Pattern.compile(
            "\\b(?:la bas|chez (?:eux|nous)|et nous|nous autres|nos voisins|ne nous (?:vise|concerne)|suit le notre|nous serve de|d ici ne|cette ville la)\\b");

    private static final Pattern NEAR = Pattern.compile("\\b(?:nos voisins|je (?:rentre|reviens|viens) de)\\b");

    private static final Pattern SAINT = Pattern.compile("(?i)sainte?\\b");

    private static final Pattern LIST =
            Pattern.compile(" ?(?:,|et|ou|, et)? ?(?:a|au|aux|de|d|du|des)? ?(?:la |le |les |l )?");

    private NameContext() {}

    /** Whether a text that names a town in passing sets it against its own: "over there", "and we?". */
    static boolean contrasts(String text, Mention town) {
        int start = town.start();
        if (start < TITLES || GroupNames.isPart(text, start, town.end())) {
            return false;
        }
        String behind = Communes.fold(text.substring(start, Math.min(text.length(), start + CONTRAST_AFTER)));
        String before = Communes.fold(text.substring(Math.max(0, start - BEFORE), start));
        return CONTRAST.matcher(behind).find() || NEAR.matcher(before).find();
    }

    /** Whether a name goes on a list of names that began before: "comme à Nice, Cannes et Dijon". */
    static boolean goesOnAfter(String text, int end, int start) {
        return start - end < 12
                && LIST.matcher(Communes.fold(text.substring(end, start)).replaceAll("\\s+", " "))
                        .matches();
    }

    /** Whether somebody is said to have been there, or that it is a neighbour: what is told next is told of it. */
    static boolean isVisited(String text, int start) {
        String left = left(text, start);
        return !AWAY.matcher(left).find()
                && !PERSON.matcher(left).find()
                && (isAbroad(left) || NEIGHBOUR.matcher(left).find());
    }

    private static String left(String text, int start) {
        String raw = MISREAD.matcher(text.substring(Math.max(0, start - BEFORE), start))
                .replaceAll("I");
        boolean label = LABEL.matcher(text).region(start, text.length()).lookingAt();
        Matcher ownLine = (label && ENTRY.matcher(raw).find() ? ENTRY : OWN_LINE).matcher(raw);
        String line = ownLine.find() ? ownLine.group(1) : raw.replace('\n', ' ');
        String left = Communes.fold(line).replaceAll("[,(:«\"]", " ").replaceAll("\\s+", " ");
        return left.isEmpty() || left.endsWith(" ") ? left : left + (raw.isEmpty() ? "" : " ");
    }

    /** The words behind a name, folded; what parts lines and titles is a bar. */
    private static String behind(String text, int end) {
        String raw = text.substring(end, Math.min(text.length(), end + 80));
        return Communes.fold(PARTS.matcher(raw).replaceAll(" | "));
    }

    private static boolean isOther(String left) {
        return isAbroad(left)
                || Stream.of(COMPARED, LIKENED, AWAY, FIRM, PERSON)
                        .anyMatch(words -> words.matcher(left).find());
    }

    /** Whether somebody of the town is told to have gone there, or to have heard of it. */
    private static boolean isAbroad(String left) {
        return (TRAVEL.matcher(left).find() || HEARD.matcher(left).find())
                && !INSPECTED.matcher(left).find();
    }

    /** How strongly the words around a name make it the name of whose document this is; below 0 it surely is not. */
    static double weight(String text, int start, int end) {
        String padded = left(text, start);
        if (isOther(padded)
                || (SAINT.matcher(text).region(start, end).lookingAt()
                        && HALLOWED.matcher(padded).find())) {
            return -1;
        }
        boolean early = start < 500;
        if (BUYER.matcher(padded).find()) {
            return 6;
        }
        String before = text.substring(Math.max(0, start - BEFORE), start);
        if (CONCERNED.matcher(before).find()) {
            return -1;
        }
        if (BODY.matcher(padded).find()) {
            return early ? 6 : 4;
        }
        if (POSTCODE.matcher(padded).find()) {
            return -1;
        }
        boolean dateline =
                DASH.matcher(before).find() && DATELINE.matcher(padded).find();
        if (COUNCIL.matcher(padded).find() || dateline) {
            return 4;
        }
        boolean first = early && before.isBlank();
        if (early && HEAD.matcher(behind(text, end)).find()) {
            return first ? 8 : 4;
        }
        boolean dated = first && DATED.matcher(behind(text, end)).find();
        if (dated) {
            return 8;
        }
        boolean group = GROUP.matcher(padded).find() || GroupNames.isPart(text, start, end);
        return first || group || PLACED.matcher(padded).find() ? 2 : 1;
    }
}
