package vigie.indexer.gate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vigie.model.VendorRole;
import vigie.model.config.Product;
import vigie.model.config.TermForm;
import vigie.model.config.Vendor;

/**
 * Who else bears the name of a firm or product: a person ("Mme Irène Atos"), a place ("rue de l'Axis"), or one whose name is longer
 * ("Axis Handball"). Looks at the form of the words around the name, not at which they are.
 */
final class OtherBearers {

    private static final int LOOK_BEHIND = 80;
    private static final int LONGEST_WORD = 40;

    private static final String BLANK = "[ \\u00a0]";

    private static final Pattern PERSON = Pattern.compile("(?<!\\p{L})(?:MM?\\.|Mmes?|Mlles?|[Mm]onsieur|[Mm]adame|"
            + "[Mm]ademoiselle|Dr|[Dd]octeur|Me|[Mm]aître)" + BLANK + "+(?:\\p{Lu}[\\p{L}.’'-]*" + BLANK + "+){0,2}$");

    private static final Pattern PLACE = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:rues?|avenues?|av\\.|boulevards?|bd|places?|quais?|allées?|chemins?|routes?|impasses?|squares?"
                    + "|ronds?-points?|giratoires?|carrefours?|lotissements?|quartiers?|usines?|résidences?|ZAC|ZA|ZI)\\s+"
                    + "(?:de (?:la |l['’])?|du |des |d['’])?(?:[«\"“]\\s?)?$");

    /** A word with a capital that goes on with small letters. */
    private static final Pattern WORD = Pattern.compile(BLANK + "(\\p{Lu}\\p{Ll}[\\p{L}’'-]*)");

    /** What firms add to their names. */
    private static final Set<String> USUAL = Set.of(
            "france", "group", "groupe", "services", "solutions", "systems", "systemes", "technologies", "europe");

    private OtherBearers() {}

    /**
     * The words with which the longer names of {@code vendor} and of what it sells go on. Those who build have branches in many towns,
     * so that any word may follow their names.
     */
    static Predicate<String> mayFollow(Vendor vendor) {
        if (vendor.role() == VendorRole.INTEGRATOR || vendor.role() == VendorRole.RESELLER) {
            return word -> true;
        }
        Set<String> own = new HashSet<>(USUAL);
        Stream<TermForm> forms = Stream.concat(
                vendor.aliases().stream(), vendor.products().stream().flatMap(p -> p.aliases().stream()));
        Stream<String> names = Stream.concat(
                Stream.of(vendor.name()), vendor.products().stream().map(Product::name));
        Stream.concat(names, forms.map(TermForm::text)).forEach(name -> own.addAll(words(name)));
        return own::contains;
    }

    private static List<String> words(String name) {
        return Arrays.asList(FoldedWords.of(name).split("[ ,]+", -1));
    }

    /** Whether somebody or something else bears the name at {@code [start, end)}. */
    static boolean isOne(String text, int start, int end, Predicate<String> mayFollow) {
        String before = text.substring(Math.max(0, start - LOOK_BEHIND), start);
        return PERSON.matcher(before).find() || PLACE.matcher(before).find() || isLonger(text, start, end, mayFollow);
    }

    /** Where all is in capitals they tell nothing. */
    private static boolean isLonger(String text, int start, int end, Predicate<String> mayFollow) {
        Matcher next = WORD.matcher(text).region(end, Math.min(text.length(), end + LONGEST_WORD));
        return isOneWord(text, start, end) && next.lookingAt() && !mayFollow.test(FoldedWords.of(next.group(1)));
    }

    private static boolean isOneWord(String text, int start, int end) {
        return text.substring(start, end).chars().allMatch(Character::isLetterOrDigit);
    }
}
