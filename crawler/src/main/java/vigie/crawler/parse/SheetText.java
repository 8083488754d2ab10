package vigie.crawler.parse;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes the rows of a workbook as text. Below a row of labels each cell is a line {@code label : value}, so that a list
 * of contracts reads like notices; without one, and in titles, a row is a line with {@code |} between its cells. Not
 * thread-safe.
 */
final class SheetText {

    /** How the cells of a head begin in lists that administrations publish. */
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)\\s*(?:(?:n°|num[ée]ro|code|type|nature|forme|mode)(?!\\w)|noms?\\b|raison sociale|objet|intitul|libell|d[ée]signation"
                    + "|description|montant|prix|co[uû]t|valeur|dates?\\b|ann[ée]e|exercice|dur[ée]e|march[ée]s?\\b|lots?\\b|titulaire"
                    + "|attributaire|fournisseur|prestataire|entreprise|soci[ée]t[ée]|b[ée]n[ée]ficiaire|tiers|acheteur|direction|service"
                    + "|proc[ée]d|cat[ée]gorie|adresse|ville|commune|siren|siret|cpv|quantit[ée]|quartier|lieu|observation|id\\b|prest\\b).*",
            Pattern.DOTALL);

    /** What follows a label in a head's cell: brackets, what else stands in the cell, ranges of sums. */
    private static final Pattern ADDITION = Pattern.compile("\\s*(?:[(+/:\\d]|[-–,;.]\\s).*", Pattern.DOTALL);

    /** Names that a program gives to a sheet. */
    private static final Pattern UNNAMED = Pattern.compile("(?iu)(?:feuille?|sheet|tabelle|table)\\s*\\d*");

    private static final int LONGEST_LABEL = 250;

    private final BlockText out = new BlockText(ReadLimits.MAX_TEXT);
    private List<String> labels = List.of();

    void sheet(String name) {
        labels = List.of();
        out.paragraph();
        if (!UNNAMED.matcher(name.strip()).matches()) {
            out.text(name);
            out.paragraph();
        }
    }

    /** @param cells from the first column on; empty where nothing stands */
    void row(List<String> cells) {
        long filled = cells.stream().filter(cell -> !cell.isBlank()).count();
        if (filled > 1 && isHead(cells, filled)) {
            labels = cells.stream().map(SheetText::label).toList();
            out.paragraph();
            plain(cells);
            out.paragraph();
        } else if (filled > 1 && !labels.isEmpty()) {
            out.paragraph();
            labelled(cells);
            out.paragraph();
        } else {
            plain(cells);
        }
    }

    String text() {
        return out.toString();
    }

    private void labelled(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                out.line();
                out.text(i < labels.size() && !labels.get(i).isEmpty() ? labels.get(i) + " : " : "");
                out.text(cells.get(i));
            }
        }
    }

    private void plain(List<String> cells) {
        out.row();
        for (int i = 0; i < cells.size(); i++) {
            out.cell(i == 0);
            out.text(cells.get(i));
            out.endCell();
        }
        out.line();
    }

    private static boolean isHead(List<String> cells, long filled) {
        List<String> texts = cells.stream().filter(cell -> !cell.isBlank()).toList();
        return filled >= 3
                && texts.stream().allMatch(SheetText::isWording)
                && 2
                                * texts.stream()
                                        .filter(cell -> LABEL.matcher(cell).matches())
                                        .count()
                        >= filled;
    }

    private static boolean isWording(String cell) {
        return cell.length() <= LONGEST_LABEL
                && cell.chars().filter(Character::isLetter).count()
                        > cell.chars().filter(Character::isDigit).count();
    }

    private static String label(String cell) {
        String words = cell.strip().replaceAll("\\s+", " ");
        String name = ADDITION.matcher(words).replaceFirst("");
        return ReadLimits.letters(name) < 3 ? words : name;
    }
}
