package vigie.crawler.focus;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.DocumentKind;

/**
 * Guesses what kind of publication a document is: by how it begins, which is surest, then by its title, then by its
 * address.
 */
public final class DocumentKinds {

    private static final int BEGINNING = 1_500;
    private static final Pattern DIACRITICS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");

    private record Sign(Pattern pattern, DocumentKind kind) {

        static Sign of(String regex, DocumentKind kind) {
            return new Sign(Pattern.compile(regex), kind);
        }
    }

    private static final List<Sign> BEGINNINGS = List.of(
            Sign.of("extrait (?:du|des) (?:registre|proces verbal).{0,40}deliberations?", DocumentKind.DELIBERATION),
            Sign.of("(?:registre|recueil) des deliberations", DocumentKind.DELIBERATION),
            Sign.of(
                    "(?:proces verbal|compte rendu)(?: \\w+){0,4} (?:seance|conseil|reunion|bureau)",
                    DocumentKind.PROCES_VERBAL),
            Sign.of(
                    "arrete (?:prefectoral )?.{0,120}autoris.{0,120}video ?(?:protection|surveillance)",
                    DocumentKind.AUTORISATION_PREFECTORALE),
            Sign.of("arrete(?: \\w+){0,2} (?:n |no |portant|municipal|du maire|prefectoral)", DocumentKind.ARRETE),
            Sign.of("decision (?:du|de la|municipale|n |no )", DocumentKind.DECISION),
            Sign.of("deliberation n", DocumentKind.DELIBERATION));

    private static final List<Sign> NAMES = List.of(
            Sign.of("\\bproces verba|\\bcomptes? rendus?\\b|\\bpv\\b|\\bcr\\b", DocumentKind.PROCES_VERBAL),
            Sign.of("\\bdeliberations?\\b|\\bdelib\\b|\\bdelibs\\b", DocumentKind.DELIBERATION),
            Sign.of("\\barretes?\\b|\\bactes administratifs\\b|\\braa\\b", DocumentKind.ARRETE),
            Sign.of("\\bdecisions?\\b(?! modificative)", DocumentKind.DECISION),
            Sign.of("\\bavenants?\\b", DocumentKind.AVENANT),
            Sign.of("\\bavis d attribution\\b", DocumentKind.AVIS_ATTRIBUTION),
            Sign.of("\\bavis de marche\\b|\\bappels? d offres?\\b", DocumentKind.AVIS_DE_MARCHE),
            Sign.of("\\bmagazines?\\b|\\bbulletins?\\b|\\bgazette\\b|\\bjournal municipal\\b", DocumentKind.MAGAZINE),
            Sign.of("\\bactualites?\\b|\\bcommuniques?\\b|\\bpresse\\b|\\bactus?\\b", DocumentKind.PRESSE));

    /** Titles of pages that list documents, by their plural. */
    private static final Pattern LIST = Pattern.compile(
            "\\b(?:deliberations|proces verbaux|comptes rendus|arretes|decisions|actes administratifs|magazines|bulletins)\\b");

    /** How an agenda begins, before it names the minutes that are to be approved; who was there is told of a session held. */
    private static final Pattern AGENDA = Pattern.compile(
            "^(?:(?!proces verbal|comptes? rendu|registre|extrait|presents|presentes).)*?\\bordre du jour\\b(?!.*\\bpresents\\b)");

    private static final Set<DocumentKind> ACTS = Set.of(
            DocumentKind.DELIBERATION,
            DocumentKind.PROCES_VERBAL,
            DocumentKind.DECISION,
            DocumentKind.ARRETE,
            DocumentKind.AUTORISATION_PREFECTORALE);

    private DocumentKinds() {}

    /** Whether it is an act of an authority, or the minutes of those who decide. */
    public static boolean isAct(DocumentKind kind) {
        return ACTS.contains(kind);
    }

    /**
     * Guesses what kind of publication it is.
     *
     * @param mediaType as detected
     */
    public static DocumentKind guess(String url, String mediaType, @Nullable String title, String text) {
        String name = folded(title == null ? "" : title);
        boolean isPage = mediaType.contains("html");
        if (isPage && LIST.matcher(name).find()) {
            return DocumentKind.AUTRE;
        }
        String beginning = folded(text.substring(0, Math.min(BEGINNING, text.length())));
        // A page that lists minutes begins with their titles and is none of them.
        DocumentKind kind =
                isPage || AGENDA.matcher(beginning).find() ? DocumentKind.AUTRE : first(BEGINNINGS, beginning);
        if (kind == DocumentKind.AUTRE) {
            kind = first(NAMES, name);
        }
        return kind == DocumentKind.AUTRE ? first(NAMES, folded(path(url))) : kind;
    }

    private static DocumentKind first(List<Sign> signs, String text) {
        return signs.stream()
                .filter(sign -> sign.pattern().matcher(text).find())
                .map(Sign::kind)
                .findFirst()
                .orElse(DocumentKind.AUTRE);
    }

    private static String path(String url) {
        int host = url.indexOf("://");
        int path = url.indexOf('/', host < 0 ? 0 : host + 3);
        return path < 0 ? "" : url.substring(path);
    }

    private static String folded(String text) {
        String plain = DIACRITICS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("");
        return NOT_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
