package vigie.indexer.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words around a name say: that a commune is meant, a place, or a street or a person. */
final class NameCues {

    private static final int LOOK_BEHIND = 60;

    /** What character recognition makes of VILLE and MAIRIE. */
    private static final Pattern MISREAD = Pattern.compile("(?<=[A-Z])l(?=[A-Z])");

    private static final Pattern MASTHEAD = Pattern.compile(
            " ?(?:Mag(?:azine)?\\b|MAG\\b|Infos?\\b|INFOS?\\b|Actu(?:alités)?\\b|\\((?:mairie|ville|commune)\\)|[–—-] (?:conseil|séance|procès|délibération|extrait|compte))");

    /** What makes a name that of a town's magazine or of a group of its council, which no person's name is. */
    private static final Pattern TOWN_NAME = Pattern.compile(
            " (?:Infos?|Mag(?:azine)?|Actu(?:s|alités?)?|Autrement|Ensemble|Demain|Solidaires?|Citoyen(?:ne)?s?|Avenir|Écolog\\w+|Populaire|Durable|Renouveau|Passion|Alternative|Avant|En|Au|Pour|D['’]abord)(?![\\p{L}-])");

    /** Groups of a council, whose names hold that of the town. */
    private static final Set<String> GROUPS = Set.of("groupe", "groupes", "liste", "listes", "majorite", "opposition");

    private static final int LONGEST_DEPARTEMENT = 26;
    private static final Set<String> BODIES = Set.of(
            "ville",
            "villes",
            "commune",
            "communes",
            "mairie",
            "municipalite",
            "maire",
            "maires",
            "municipal",
            "municipale",
            "municipaux",
            "municipales",
            "habitants",
            "territoire",
            "bourg",
            "agglomeration",
            "ccas",
            "conseil",
            "seance",
            "bulletin",
            "journal",
            "gazette",
            "magazine");
    private static final Set<String> PARTICLES =
            Set.of("de", "d", "du", "des", "la", "le", "les", "l", "au", "aux", "nouvelle", ",");
    private static final Set<String> PLACES = Set.of("a", "sur", "au", "aux");
    private static final Set<String> OF = Set.of("de", "d", "du", "des");
    private static final Set<String> STREETS = Set.of(
            "rue",
            "rues",
            "avenue",
            "boulevard",
            "bd",
            "place",
            "quai",
            "allee",
            "allees",
            "chemin",
            "route",
            "impasse",
            "square",
            "cours",
            "faubourg",
            "residence",
            "esplanade",
            "rond-point",
            "point",
            "pont",
            "porte",
            "passage",
            "gare",
            "stade",
            "gymnase",
            "college",
            "lycee",
            "ecole",
            "groupe scolaire",
            "scolaire",
            "parc");
    private static final Set<String> TITLES = Set.of(
            "m",
            "mm",
            "mme",
            "mmes",
            "mlle",
            "monsieur",
            "madame",
            "mesdames",
            "messieurs",
            "docteur",
            "dr",
            "general",
            "marechal",
            "colonel",
            "abbe",
            "maitre",
            "me",
            "saint",
            "sainte",
            "st",
            "ste",
            "professeur",
            "pr");

    private final String text;
    private final int start;
    private final int end;
    private final List<String> before;
    private final Set<String> departements;

    /**
     * The cues around the name at {@code [start, end)}.
     *
     * @param departements their names, folded: one in brackets behind a name says that a commune is meant
     */
    NameCues(String text, int start, int end, Set<String> departements) {
        this.text = text;
        this.departements = departements;
        this.start = start;
        this.end = end;
        String left = MISREAD.matcher(text.substring(Math.max(0, start - LOOK_BEHIND), start))
                .replaceAll("I");
        String words =
                FoldedWords.of(left, 0, left.length()).replace(",", " , ").strip();
        this.before = words.isEmpty() ? List.of() : Arrays.asList(words.split(" +", -1));
    }

    /** "commune de", "mairie :", "38430 …", "… (38)": a commune is meant. */
    boolean commune() {
        String head = head();
        return BODIES.contains(head) || isPostcode(last()) || departementFollows() || isMasthead();
    }

    /** "Roquebelle Mag", "Roquebelle (mairie)": the name begins a line. */
    private boolean isMasthead() {
        boolean first = start == 0 || text.charAt(start - 1) == '\n';
        return first && MASTHEAD.matcher(text).region(end, text.length()).lookingAt();
    }

    /** "à", "sur" */
    boolean place() {
        return PLACES.contains(last());
    }

    /** "à", and not the verb "a". */
    boolean at() {
        return start >= 2 && last().equals("a") && "àÀ".indexOf(text.charAt(start - 2)) >= 0;
    }

    /** Whether the name is in capitals, or a single letter, so that its capital says nothing. */
    boolean shouted() {
        return text.substring(start, end).chars().noneMatch(Character::isLowerCase) || end - start < 3;
    }

    /** "de", "du" */
    boolean belongs() {
        return OF.contains(last());
    }

    boolean street() {
        return STREETS.contains(head());
    }

    /** "Mme …", "Gérard …": a person's name, as far as one can see. */
    boolean person() {
        return TITLES.contains(last()) || capitalBefore();
    }

    /** Whether a word with a capital follows directly: "… Métropole", "… Matin". */
    boolean longerName() {
        return end + 2 < text.length()
                && isPlainSpace(text.charAt(end))
                && Character.isUpperCase(text.charAt(end + 1))
                && Character.isLowerCase(text.charAt(end + 2))
                && !TOWN_NAME.matcher(text).region(end, text.length()).lookingAt();
    }

    /** The word that stands directly before, "" if there is none. */
    String last() {
        return before.isEmpty() ? "" : before.get(before.size() - 1);
    }

    /** The last word that is no article or preposition. */
    private String head() {
        for (int i = before.size() - 1; i >= 0; i--) {
            if (!PARTICLES.contains(before.get(i))) {
                return before.get(i);
            }
        }
        return "";
    }

    private boolean capitalBefore() {
        int i = start - 1;
        if (i < 2 || !isPlainSpace(text.charAt(i))) {
            return false;
        }
        int word = i;
        while (word > 0 && isNameLetter(text.charAt(word - 1))) {
            word--;
        }
        return word + 1 < i
                && Character.isUpperCase(text.charAt(word))
                && Character.isLowerCase(text.charAt(word + 1))
                && !PARTICLES.contains(last())
                && !PLACES.contains(last())
                && !BODIES.contains(last())
                && !GROUPS.contains(last());
    }

    private static boolean isNameLetter(char c) {
        return Character.isLetter(c) || c == '-';
    }

    private static boolean isPlainSpace(char c) {
        return c == ' ' || c == '\u00A0';
    }

    private boolean departementFollows() {
        int open = end;
        while (open < text.length() && isPlainSpace(text.charAt(open))) {
            open++;
        }
        if (open + 3 >= text.length() || text.charAt(open) != '(') {
            return false;
        }
        int close = text.indexOf(')', open);
        String inside = close < 0 || close > open + LONGEST_DEPARTEMENT ? "" : text.substring(open + 1, close);
        return inside.matches("\\d{2,3}|2[AB]|\\d{5}")
                || departements.contains(
                        FoldedWords.of(inside, 0, inside.length()).strip());
    }

    private static boolean isPostcode(String word) {
        return word.length() == 5 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
