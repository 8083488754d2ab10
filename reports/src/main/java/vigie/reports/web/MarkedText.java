package vigie.reports.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.SourceDocument;
import vigie.reports.render.Surroundings;

/**
 * The text of a document, page by page, with the quotes of its claims marked and its sentences running on over line ends.
 *
 * @param sheets its pages and, last, the files that it carries; one where it has no pages
 */
public record MarkedText(List<Sheet> sheets) {

    public MarkedText {
        sheets = List.copyOf(sheets);
    }

    /**
     * A page.
     *
     * @param number from 1, or null for what is on no page
     */
    public record Sheet(@Nullable Integer number, List<Stretch> stretches) {

        public Sheet {
            stretches = List.copyOf(stretches);
        }
    }

    /**
     * Some text that is marked alike.
     *
     * @param marked whether a claim quotes it
     * @param begins ids of the claims whose quote begins here
     * @param here whether it is the place that the reader came for
     */
    public record Stretch(String text, boolean marked, List<String> begins, boolean here) {

        public Stretch {
            begins = List.copyOf(begins);
        }
    }

    /**
     * Cuts the text where pages and quotes begin and end.
     *
     * @param at the place that the reader came for, or -1
     */
    static MarkedText of(SourceDocument document, List<Claim> claims, int at) {
        String text = document.text();
        List<Claim> quoted = claims.stream()
                .filter(claim -> text.startsWith(
                        claim.evidence().quote(), claim.evidence().start()))
                .sorted(Comparator.comparingInt(claim -> claim.evidence().start()))
                .toList();
        TreeSet<Integer> cuts = new TreeSet<>(document.pageStarts());
        document.sheets().forEach(sheet -> cuts.add(sheet.start()));
        cuts.add(text.length());
        if (at >= 0 && at < text.length()) {
            cuts.add(at);
        }
        for (Claim claim : quoted) {
            cuts.add(claim.evidence().start());
            cuts.add(claim.evidence().end());
        }
        List<Sheet> sheets = new ArrayList<>();
        for (SourceDocument.Sheet sheet : document.sheets()) {
            sheets.add(new Sheet(
                    sheet.page(),
                    stretches(text, new ArrayList<>(cuts.subSet(sheet.start(), true, sheet.end(), true)), quoted, at)));
        }
        return new MarkedText(sheets);
    }

    private static List<Stretch> stretches(String text, List<Integer> cuts, List<Claim> quoted, int at) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            int from = cuts.get(i);
            boolean marked = quoted.stream()
                    .anyMatch(claim -> claim.evidence().start() <= from
                            && from < claim.evidence().end());
            List<String> begins = quoted.stream()
                    .filter(claim -> claim.evidence().start() == from)
                    .map(Claim::id)
                    .toList();
            stretches.add(new Stretch(
                    Surroundings.flowing(text.substring(from, cuts.get(i + 1))), marked, begins, from == at));
        }
        return stretches;
    }
}
