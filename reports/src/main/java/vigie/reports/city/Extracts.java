package vigie.reports.city;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.Claim;
import vigie.model.Evidence;
import vigie.model.SourceDocument;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Extract;

/**
 * Cuts what stands around the quotes: up to {@value #LINES} lines and {@value #LETTERS} letters on either side. Names of
 * people are masked: those that a quote names, those behind a title, and a name beside one in capitals.
 *
 * @param claims as they were extracted, with their names
 */
record Extracts(List<Claim> claims, Function<String, Optional<SourceDocument>> document) {

    private static final int LINES = 6;
    private static final int LETTERS = 400;

    /**
     * Capitals are how French minutes write family names: "Anne DUVAL", "DUVAL Anne". A label in the next line ("SNEF",
     * "Montant : …") is no given name.
     */
    private static final Pattern CAPITALS = capitals();

    private static Pattern capitals() {
        String noName =
                "(?!(?:Le|La|Les|Un|Une|Des?|Du|Aux?|Par|Pour|Vu|Article|Annexe|Sociétés?|Entreprise|Groupe|Ville|Commune"
                        + "|Conseil|Logiciel|Marché|Avis|Lot|Décision|Délibération|Objet)\\b)";
        String given = noName + "\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?";
        String family = "\\p{Lu}[\\p{Lu}'’-]{2,}";
        return Pattern.compile("(?<!\\p{L})(?:" + given + "\\s+" + family + "|" + family + "(?:\\h+" + given + "|\\s+"
                + given + "(?!\\h*:)))(?!\\p{L})");
    }

    List<Extract> of(List<Citation> citations) {
        Set<String> people = people();
        return citations.stream()
                .flatMap(citation -> document
                        .apply(citation.claim().document())
                        .filter(found -> !found.text().isEmpty())
                        .map(found -> extract(citation, found.text(), people))
                        .stream())
                .toList();
    }

    private Set<String> people() {
        Set<String> people = new LinkedHashSet<>();
        for (Claim claim : claims) {
            Evidence evidence = claim.evidence();
            evidence.persons().forEach(name -> people.add(evidence.quote().substring(name.start(), name.end())));
        }
        return people;
    }

    private static Extract extract(Citation citation, String text, Set<String> people) {
        int start = Math.min(citation.claim().evidence().start(), text.length());
        int end = Math.min(citation.claim().evidence().end(), text.length());
        int from = begin(text, start);
        int to = finish(text, end);
        return new Extract(
                citation.number(),
                cut(text, from) + masked(text.substring(from, start), people),
                masked(text.substring(end, to), people) + cut(text, to));
    }

    /** A mark where what is shown begins or ends within a paragraph: a line that was cut on paper goes on in the next. */
    private static String cut(String text, int edge) {
        int before = edge;
        while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
            before--;
        }
        int behind = edge;
        while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
            behind++;
        }
        boolean alone =
                text.substring(before, behind).chars().filter(c -> c == '\n').count() > 1;
        return alone || before == 0 || behind == text.length() ? "" : "…";
    }

    private static int begin(String text, int start) {
        int at = start;
        for (int line = 0; line <= LINES && at > 0; line++) {
            at = text.lastIndexOf('\n', at - 1);
        }
        int begin = Math.max(at + 1, start - LETTERS);
        if (begin > at + 1) {
            int blank = text.indexOf(' ', begin);
            begin = blank < 0 || blank >= start ? begin : blank + 1;
        }
        return Math.min(begin, start);
    }

    private static int finish(String text, int end) {
        int at = end - 1;
        for (int line = 0; line <= LINES && at < text.length(); line++) {
            int next = text.indexOf('\n', at + 1);
            at = next < 0 ? text.length() : next;
        }
        int finish = Math.min(at, Math.min(text.length(), end + LETTERS));
        if (finish < at) {
            int blank = text.lastIndexOf(' ', finish);
            finish = blank <= end ? finish : blank;
        }
        return Math.max(finish, end);
    }

    private static String masked(String text, Set<String> people) {
        String known = text;
        for (String name : people) {
            known = known.replace(name, Evidence.MASK);
        }
        return CAPITALS.matcher(Evidence.masked(known))
                .replaceAll(Matcher.quoteReplacement(Evidence.MASK))
                .strip();
    }
}
