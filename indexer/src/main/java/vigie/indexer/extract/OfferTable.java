package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;

/**
 * The offers of a table, or of paragraphs of labelled lines one below the other, each with its place among them and what was
 * decided of it.
 */
final class OfferTable {

    private static final Pattern RANK = Pattern.compile(
            "^(?:rang|rank|classements?|class\\.?|clt\\.?|place|position)(?: (?:final|general|des offres|de l'offre))?$");
    private static final Pattern DECIDED = Pattern.compile(
            "^(?:decisions?(?: d[eu]\\b.*)?|statut|resultats?|choix|suite(?: donnee)?|avis(?: de la (?:commission|cao))?|attribution|observations?|retenue?s? ?\\??|attributaire ?\\??|titulaire ?\\?)$");
    private static final Pattern MARK = Pattern.compile(
            "\\btotal\\b(?!.*(?:€|\\bht\\b|\\bttc\\b))|\\bnotes? (?:finale|globale|totale|/|sur)|\\bpoints\\b|^note$");
    private static final Pattern OFFERS = Pattern.compile(
            "\\b(?:candidats?|offres?|soumissionnaires?|concurrents?|entreprises?|societes?|groupements?|propositions?|noms?|fournisseurs?|prestataires?|raison ?sociale|denomination\\w*|operateurs?)\\b");

    private static final Pattern PLACE = Pattern.compile("^n? ?[°º]? ?(\\d{1,2})(?: ?(?:er|re|ere|e|eme|nd|nde|°))?$");
    private static final Pattern ORDINAL = Pattern.compile("^(\\d{1,2}) ?(?:er|re|ere|e|eme|nd|nde)\\b.{0,12}$");
    private static final Pattern NUMBER =
            Pattern.compile("^(\\d{1,3}(?:[.,]\\d{1,2})?)(?: ?(?:/ ?\\d{1,3}|points?|pts))?$");

    private static final Pattern LOST = Pattern.compile(
            "\\b(?:non|pas|no|false|faux|rejet\\w*|ecart\\w+|elimin\\w+|evinc\\w+|irreguli\\w+|inappropri\\w+|inaccept\\w+|perdant\\w*|refus\\w*|hors delai|sans suite)\\b");
    private static final Pattern HELD = Pattern.compile(
            "^(?:offre |candidat |candidature |entreprise )?(?:retenue?|attributaire|attribuee?|attribution|titulaire|choisie?|laureate?|gagnante?|oui|true|vrai|x|selectionnee?|acceptee?)\\b");

    private static final Pattern RULE = Pattern.compile("[\\s|:;+=_-]*");
    private static final Pattern LABELLED = Pattern.compile("^([^:]{2,60}?) ?: (.*)$");

    private static final int FEWEST_CELLS = 3;

    /**
     * One offer.
     *
     * @param lines where it lies
     * @param rank its place, 0 where none is told
     * @param chosen what was decided of it, null where nothing is told
     */
    record Row(
            Span lines,
            int rank,
            @Nullable Boolean chosen,
            @Nullable Amount price) {

        boolean isChosen() {
            return chosen == null ? rank == 1 : chosen;
        }

        boolean isTold() {
            return rank > 0 || chosen != null;
        }
    }

    private final String text;

    private OfferTable(String text) {
        this.text = text;
    }

    /** The offers among {@code lines}; none where nothing tells which of them was chosen. */
    static List<Row> in(String text, List<Span> lines) {
        OfferTable table = new OfferTable(text);
        List<Span> ordered =
                lines.stream().sorted(Comparator.comparingInt(Span::start)).toList();
        List<Row> rows = table.rows(ordered);
        if (rows.isEmpty()) {
            rows = table.paragraphs(ordered);
        }
        return rows.stream().filter(Row::isTold).count() > 1 ? rows : List.of();
    }

    private List<Row> rows(List<Span> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Cells head = Cells.of(text, lines.get(i), FEWEST_CELLS);
            List<String> heads = head.words(text);
            boolean names = heads.stream().anyMatch(cell -> OFFERS.matcher(cell).find());
            boolean judges = heads.stream()
                    .anyMatch(cell -> RANK.matcher(cell).find()
                            || DECIDED.matcher(cell).find()
                            || MARK.matcher(cell).find());
            if (names && judges) {
                List<Row> rows = under(head, lines.subList(i + 1, lines.size()));
                if (rows.size() > 1) {
                    return rows;
                }
            }
        }
        return headless(lines);
    }

    private List<Row> under(Cells head, List<Span> lines) {
        List<String> heads = head.words(text);
        List<Span> below = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        for (Span line : lines) {
            Cells row = Cells.by(head.separator(), text, line);
            if (row.isLike(head)) {
                if (!isRule(line)) {
                    below.add(line);
                    cells.add(row.words(text));
                }
            } else if (!isRule(line) || !cells.isEmpty()) {
                break;
            }
        }
        boolean ranked = heads.stream()
                .anyMatch(cell ->
                        RANK.matcher(cell).find() || DECIDED.matcher(cell).find());
        int best = ranked ? -1 : best(heads, cells);
        return IntStream.range(0, below.size())
                .mapToObj(i -> {
                    Row row = row(below.get(i), heads, cells.get(i));
                    return best < 0 ? row : new Row(row.lines, i == best ? 1 : 2, row.chosen, row.price);
                })
                .toList();
    }

    private boolean isRule(Span line) {
        return RULE.matcher(text.substring(line.start(), line.end())).matches();
    }

    private static Row row(Span lines, List<String> heads, List<String> cells) {
        int rank = 0;
        Boolean chosen = null;
        Amount price = null;
        for (int i = 0; i < heads.size(); i++) {
            String head = heads.get(i);
            Matcher place = PLACE.matcher(cells.get(i));
            if (RANK.matcher(head).find() && place.matches()) {
                rank = Integer.parseInt(place.group(1));
            } else if (DECIDED.matcher(head).find() || RANK.matcher(head).find()) {
                chosen = chosen == null ? chosen(cells.get(i)) : chosen;
            } else if (price == null && Prices.isHead(head)) {
                price = Prices.in(head, cells.get(i)).orElse(null);
            }
        }
        return new Row(lines, rank, chosen, price);
    }

    private static @Nullable Boolean chosen(String words) {
        if (LOST.matcher(words).find()) {
            return false;
        }
        return HELD.matcher(words).find() ? true : null;
    }

    /** The row of the best mark in the last column of marks, if each row has one there; or -1. */
    private static int best(List<String> heads, List<List<String>> rows) {
        int column = IntStream.range(0, heads.size())
                .filter(i -> MARK.matcher(heads.get(i)).find())
                .max()
                .orElse(-1);
        List<Optional<Double>> marks =
                rows.stream().map(cells -> mark(cells.get(column))).toList();
        return marks.stream().anyMatch(Optional::isEmpty)
                ? -1
                : IntStream.range(0, rows.size())
                        .boxed()
                        .max(Comparator.comparing(i -> marks.get(i).orElseThrow()))
                        .orElse(-1);
    }

    private static Optional<Double> mark(String cell) {
        Matcher number = NUMBER.matcher(cell);
        return number.matches() ? Optional.of(Double.parseDouble(number.group(1).replace(',', '.'))) : Optional.empty();
    }

    /** Lines whose first or last cell is a place or what was decided. */
    private List<Row> headless(List<Span> lines) {
        List<Row> rows = new ArrayList<>();
        @Nullable Cells like = null;
        for (Span line : lines) {
            Cells cells = Cells.of(text, line, 2);
            Row row = cells.size() < 2 ? null : headless(line, cells.words(text));
            boolean goesOn = row != null && like != null && cells.isLike(like);
            if (!goesOn && rows.size() > 1) {
                return rows;
            }
            if (!goesOn) {
                rows.clear();
            }
            if (row != null) {
                rows.add(row);
            }
            like = row == null ? null : cells;
        }
        return rows.size() > 1 ? rows : List.of();
    }

    private static @Nullable Row headless(Span line, List<String> cells) {
        int rank = 0;
        Boolean chosen = null;
        for (String cell : List.of(cells.get(0), cells.get(cells.size() - 1))) {
            Matcher ordinal = ORDINAL.matcher(cell);
            rank = ordinal.find() ? Integer.parseInt(ordinal.group(1)) : rank;
            chosen = chosen == null ? chosen(cell) : chosen;
        }
        Amount price = cells.stream()
                .filter(cell -> cell.contains("€"))
                .flatMap(cell -> Prices.in(cell, cell).stream())
                .findFirst()
                .orElse(null);
        return rank == 0 && chosen == null ? null : new Row(line, rank, chosen, price);
    }

    /** Paragraphs of labelled lines, as arrays of open data are written. */
    private List<Row> paragraphs(List<Span> lines) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0, end; i < lines.size(); i = end) {
            end = i + 1;
            while (end < lines.size() && follow(lines.get(end - 1), lines.get(end))) {
                end++;
            }
            Row row = paragraph(lines.subList(i, end));
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Whether nothing but a line's end stands between two lines. */
    private boolean follow(Span one, Span next) {
        return one.length() > 0 && next.length() > 0 && next.start() == one.end() + 1;
    }

    private @Nullable Row paragraph(List<Span> lines) {
        List<String> heads = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Span line : lines) {
            Matcher labelled = LABELLED.matcher(View.fold(Lines.words(text, line)));
            if (!labelled.matches()) {
                return null;
            }
            heads.add(labelled.group(1));
            values.add(labelled.group(2));
        }
        Span span = new Span(lines.get(0).start(), lines.get(lines.size() - 1).end());
        Row row = row(span, heads, values);
        return row.isTold()
                        && heads.stream().anyMatch(head -> OFFERS.matcher(head).find())
                ? row
                : null;
    }
}
