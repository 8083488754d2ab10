package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People whom the form of a text gives away, whatever a classifier makes of their names: behind an office ("le maire, …"), in lists
 * behind a title in the plural, with initials, and what belongs to a name behind it. Stateless.
 */
final class PersonForms {

    private static final String BLANK = "[ \\t\\u00a0]";
    private static final String WORD = "\\p{Lu}[\\p{L}'’-]+";
    private static final String PARTICLE = "(?:de la|de|du|des|la|le|d['’])";
    private static final String NAME = "(?:\\p{Lu}\\.(?:-?\\p{Lu}\\.)*" + BLANK + "?)?" + WORD + "(?:" + BLANK + "+(?:"
            + PARTICLE + BLANK + "?)*" + WORD + "){0,3}";

    private static final Pattern OFFICE =
            Pattern.compile("(?<!\\p{L})(?iu:maire|mairesse|adjointe?|rapporteure?|rapporteuse|secrétaire"
                    + "|conseill(?:er|ère)|préfet|préfète|directeur|directrice|gérante?|présidente?|commandante?|brigadier(?:-chef)?|lieutenant"
                    + "|capitaine|adjudant|dr|docteur|maître|nom|prénom|signé|agente?|élue?|habitante?|riveraine?|avocate?|architecte)"
                    + "(?:" + BLANK
                    + "+(?iu:municipale?|communautaire|départementale?|de séance|générale?|adjointe?|déléguée?))*"
                    + BLANK + "*[,:(–]?\\s*(" + NAME + ")");

    private static final Pattern INITIALS = Pattern.compile(
            "(?<![\\p{L}.])(?!S\\.|N\\.|M\\.)(\\p{Lu}\\.(?:-?\\p{Lu}\\.)*" + BLANK + "?" + WORD + ")(?![.]\\p{L})");

    private static final Pattern LIST = Pattern.compile("(?:(?<!\\p{L})(?:MM\\.|Messieurs|Mmes|Mesdames)"
            + "|(?iu:(?<!\\p{L})les (?:conseill(?:ers|ères)(?: municipaux| municipales)?|élus|élues|habitants|riverains))"
            + "|(?iu:(?:ont voté|vot[ée]s?|étaient|sont)" + BLANK + "(?:pour|contre|présents?|absents?|excusés?)"
            + BLANK + "*:))"
            + BLANK + "+(" + NAME + "(?:(?:," + BLANK + "*|" + BLANK + "+et" + BLANK + "+)(?:(?:MM?\\.|Mmes?)" + BLANK
            + "+)?" + NAME
            + ")*)");

    private static final Pattern ONE = Pattern.compile(NAME);

    private static final Pattern GOES_ON = Pattern.compile("(?:" + BLANK + "+" + PARTICLE + BLANK + "?|['’])" + WORD);

    /** What begins a sentence behind an office, and offices themselves. */
    private static final Pattern NO_NAME = Pattern.compile(
            "(?:Le|La|Les|L['’].*|Une?|Des|Il|Elle|Ils|Elles|On|Nous|Vous|Vu|Considérant|Sur|Après|Avant|Dans|Pour|Par|Avec|Sans|Cette?|Ces|En|Aux?|Oui|Non|Si|Que|Qui|Conseil|Conseill.*|Ville|Mairie|Commune|Police|Article|Décide|Autorise|Approuve|Objet|Monsieur|Madame|Messieurs|Mesdames|Mmes?|MM|Maire|Adjointe?s?|Président.*|Préf.*|Délib.*|Décision|Marché|Lot|Logiciel|Deux|Trois)(?!\\p{L}).*",
            Pattern.DOTALL);

    private PersonForms() {}

    /** Where {@code quote} names people in such forms. */
    static List<Span> in(String quote) {
        List<Span> people = new ArrayList<>();
        for (Pattern pattern : List.of(OFFICE, INITIALS)) {
            Matcher found = pattern.matcher(quote);
            while (found.find()) {
                add(quote, found.start(1), found.end(1), people);
            }
        }
        Matcher list = LIST.matcher(quote);
        while (list.find()) {
            Matcher one = ONE.matcher(quote).region(list.start(1), list.end(1));
            while (one.find()) {
                add(quote, one.start(), one.end(), people);
            }
        }
        return people;
    }

    private static void add(String quote, int start, int end, List<Span> people) {
        if (!NO_NAME.matcher(quote.substring(start, end)).matches()) {
            people.add(new Span(start, end));
        }
    }

    /** A recognised name with what belongs to it behind: "Hélène d" and "'Aubigny". */
    static Span whole(String quote, Span name) {
        Matcher more = GOES_ON.matcher(quote).region(name.end(), quote.length());
        return more.lookingAt() ? new Span(name.start(), more.end()) : name;
    }
}
