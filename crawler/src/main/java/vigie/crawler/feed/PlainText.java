package vigie.crawler.feed;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The text of a form's field without what it is wrapped in: entities of HTML, even encoded twice, tags, runs of white
 * space; and without electronic addresses and telephone numbers, which are persons' coordinates.
 */
final class PlainText {

    /** What forms leave in fields that nobody filled in. */
    private static final Set<String> NOISE = Set.of(
            "",
            "-",
            "/",
            ".",
            "default_value_change_me",
            "org 1",
            "tpo 1",
            "sans objet",
            "néant",
            "none",
            "null",
            "nan");

    private static final int ENCODED = 3;
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[A-Za-z]\\w{1,9});");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,200}>");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0]+");
    private static final Pattern COORDINATES = Pattern.compile(
            "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|(?<![\\d-])(?:\\(?\\+33\\)?[ .-]?(?:\\(0\\))?|0)[1-9](?:[ .-]\\d{2}){4}(?!\\d)");

    /** Letters of Latin-1 from no-break space to y with diaeresis, as HTML names them. */
    private static final String LATIN =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro"
                    + " para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig"
                    + " Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times"
                    + " Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave"
                    + " eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave"
                    + " uacute ucirc uuml yacute thorn yuml";

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("euro", "€"),
            Map.entry("rsquo", "’"),
            Map.entry("lsquo", "‘"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("hellip", "…"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("bull", "•"),
            Map.entry("oelig", "œ"),
            Map.entry("OElig", "Œ"));

    private static final Map<String, String> NAMED = named();

    private PlainText() {}

    private static Map<String, String> named() {
        String[] letters = LATIN.split(" ", -1);
        Map<String, String> named = IntStream.range(0, letters.length)
                .boxed()
                .collect(Collectors.toMap(i -> letters[i], i -> String.valueOf((char) (0xa0 + i))));
        named.putAll(OTHERS);
        return Map.copyOf(named);
    }

    /** The text, or nothing where the field says nothing. */
    static Optional<String> of(String field) {
        String text = field;
        for (int i = 0; i < ENCODED && text.indexOf('&') >= 0; i++) {
            text = ENTITY.matcher(text)
                    .replaceAll(entity -> Matcher.quoteReplacement(decoded(entity.group(), entity.group(1))));
        }
        text = TAG.matcher(text).replaceAll(" ");
        text = COORDINATES
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("…");
        text = SPACES.matcher(text).replaceAll(" ").strip();
        String bare = text.toLowerCase(Locale.ROOT);
        boolean isNoise = NOISE.contains(bare) || NOISE.contains(bare.replaceFirst("\\s*\\.$", ""));
        return isNoise ? Optional.empty() : Optional.of(text);
    }

    private static String decoded(String whole, String name) {
        if (name.charAt(0) != '#') {
            return NAMED.getOrDefault(name, whole);
        }
        boolean isHex = Character.toLowerCase(name.charAt(1)) == 'x';
        int point = Integer.parseInt(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
        return Character.isValidCodePoint(point) && point >= ' ' ? Character.toString(point) : " ";
    }
}
