package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A list of contracts, each a line of cells between separators: number, object, holder, sum, date; or each so many lines, where
 * every cell has its own. What a column holds its head tells, or, where there is none, its cells.
 */
final class ContractTable {

    /** What a column holds, and the label that says so in a notice. */
    private enum Column {
        OBJECT("Objet"),
        HOLDER("Titulaire"),
        AMOUNT("Montant"),
        DATE("Date de notification"),
        OTHER("Référence");

        private final String label;

        Column(String label) {
            this.label = label;
        }
    }

    private static final Pattern OBJECT = Pattern.compile(
            "^(?:objet|intitule|libelle|designation|nature|description|prestations?|achats?|besoin)\\b(?! (?:du|de la) procedure)");
    private static final Pattern HOLDER = Pattern.compile(
            "^(?:nom (?:du |de l')?)?(?:titulaires?|attributaires?|fournisseurs?|prestataires?|entreprises?|societes?|tiers|contractants?)(?: retenue?s?)?\\b(?!.*(?:siret|code|adresse|ville))");
    private static final Pattern DATE = Pattern.compile(
            "^(?:date(?! (?:limite|de publication|d'envoi|de fin|de debut))|dates? (?:de |d')(?:notif|sign|conclu|attrib)|notifi|sign|conclu|attribu\\w* le)");

    private static final Pattern DAY = Pattern.compile(
            "^(?:\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:er)? [a-z]{3,9}\\.? \\d{4})$");
    private static final Pattern DAY_WITHIN = Pattern.compile("\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b");
    private static final Pattern SUM = Pattern.compile(
            "^(?:\\d{1,3}(?:[ .]\\d{3})+|\\d{3,9})(?:[.,]\\d{1,2})? ?(?:(?:€|eur\\w*) ?(?:ht|ttc)?|ht|ttc)?$");
    private static final Pattern WORDS = Pattern.compile("(?:[^a-z]*[a-z]){3}");

    private static final Pattern TAX = Pattern.compile("\\b(ht|ttc)\\b");

    private static final int FEWEST_CELLS = 4;
    private static final int MOST_CELLS = 7;
    private static final int LONGEST_HEAD = 40;

    /** Without a head so many lines must be alike. */
    private static final int FEWEST_ROWS = 3;

    private final String text;
    private final Cells first;
    private final List<Column> columns;
    private final List<String> heads;

    private ContractTable(String text, Cells first, List<Column> columns, List<String> heads) {
        this.text = text;
        this.first = first;
        this.columns = columns;
        this.heads = heads;
    }

    /** A cell, and the label that its column has. */
    record Cell(String label, Span span) {

        /** Whether it tells who has the contract. */
        boolean isHolder() {
            return label.equals(Column.HOLDER.label);
        }
    }

    /** A contract: the number of the line behind its last, and its cells. */
    record Row(int end, List<Cell> cells) {}

    /** Those of {@code lines} that are contracts of such lists, by the number of their first line. */
    static Map<Integer, Row> in(String text, List<Span> lines) {
        Map<Integer, Row> rows = stacked(text, lines);
        if (!rows.isEmpty()) {
            return rows;
        }
        int i = 0;
        while (i < lines.size()) {
            int end = end(text, lines, i);
            if (end - i > 1) {
                List<Span> block = lines.subList(i, end);
                ContractTable table = of(text, block);
                for (int row = i + (table.heads.isEmpty() ? 0 : 1); row < end && table.tells(); row++) {
                    rows.put(row, new Row(row + 1, table.labelled(lines.get(row))));
                }
            }
            i = end;
        }
        return rows;
    }

    /** The contracts below the first heads that stand one a line, as their cells do. */
    private static Map<Integer, Row> stacked(String text, List<Span> lines) {
        List<Integer> filled = IntStream.range(0, lines.size())
                .filter(i -> !Lines.words(text, lines.get(i)).isEmpty())
                .boxed()
                .toList();
        List<String> words = filled.stream()
                .map(i -> View.fold(Lines.words(text, lines.get(i))))
                .toList();
        List<Column> headed = words.stream()
                .map(line -> line.length() <= LONGEST_HEAD ? headed(line) : Column.OTHER)
                .toList();
        for (int i = 0; i < filled.size(); i++) {
            for (int size = FEWEST_CELLS; size <= MOST_CELLS && i + 2 * size <= filled.size(); size++) {
                List<String> heads = words.subList(i, i + size);
                List<Column> columns = headed.subList(i, i + size);
                boolean isHead = tells(columns) && heads.stream().allMatch(head -> head.length() <= LONGEST_HEAD);
                if (isHead && isContract(columns, words.subList(i + size, i + 2 * size))) {
                    ContractTable table = new ContractTable(text, new Cells("", List.of()), columns, heads);
                    return table.below(lines, filled, words, i + size);
                }
            }
        }
        return new HashMap<>();
    }

    private Map<Integer, Row> below(List<Span> lines, List<Integer> filled, List<String> words, int start) {
        int size = columns.size();
        Map<Integer, Row> rows = new HashMap<>();
        for (int i = start; i + size <= filled.size() && isContract(columns, words.subList(i, i + size)); i += size) {
            List<Span> cells =
                    filled.subList(i, i + size).stream().map(lines::get).toList();
            rows.put(filled.get(i), new Row(filled.get(i + size - 1) + 1, labelled(cells)));
        }
        return rows;
    }

    private static boolean isContract(List<Column> columns, List<String> cells) {
        return IntStream.range(0, columns.size()).allMatch(i -> switch (columns.get(i)) {
            case AMOUNT -> SUM.matcher(cells.get(i)).matches();
            case DATE -> DAY.matcher(cells.get(i)).matches();
            default -> true;
        });
    }

    /** The lines from {@code start} that have so many cells as it has. */
    private static int end(String text, List<Span> lines, int start) {
        Cells first = cells(text, lines.get(start));
        int end = start + 1;
        while (first.size() > 0
                && end < lines.size()
                && Cells.by(first.separator(), text, lines.get(end)).isLike(first)) {
            end++;
        }
        return end;
    }

    private static Cells cells(String text, Span line) {
        return Cells.of(text, line, FEWEST_CELLS);
    }

    private static ContractTable of(String text, List<Span> block) {
        Cells first = cells(text, block.get(0));
        List<String> heads = first.words(text);
        List<Column> headed = heads.stream().map(ContractTable::headed).toList();
        boolean wide = "  ".equals(first.separator());
        boolean filled = block.stream()
                .skip(1)
                .allMatch(line -> isContract(
                        headed, Cells.by(first.separator(), text, line).words(text)));
        if (tells(headed) && (filled || !wide)) {
            return new ContractTable(text, first, headed, heads);
        }
        List<List<String>> rows = block.stream()
                .map(line -> Cells.by(first.separator(), text, line).words(text))
                .toList();
        return new ContractTable(
                text, first, wide || rows.size() < FEWEST_ROWS ? List.of() : byCells(rows, first.size()), List.of());
    }

    private static Column headed(String head) {
        if (Prices.isHead(head)) {
            return Column.AMOUNT;
        }
        if (HOLDER.matcher(head).find()) {
            return Column.HOLDER;
        }
        if (OBJECT.matcher(head).find()) {
            return Column.OBJECT;
        }
        return DATE.matcher(head).find() ? Column.DATE : Column.OTHER;
    }

    /** By what all cells of a column are; of two columns of words the object is the longer. */
    private static List<Column> byCells(List<List<String>> rows, int size) {
        Column[] columns = new Column[size];
        Arrays.fill(columns, Column.OTHER);
        IntPredicate dates =
                i -> rows.stream().allMatch(row -> DAY.matcher(row.get(i)).matches());
        IntPredicate dated = i -> rows.stream()
                .allMatch(row -> DAY_WITHIN.matcher(row.get(i)).results().count() == 1);
        IntPredicate sums =
                i -> rows.stream().allMatch(row -> SUM.matcher(row.get(i)).matches());
        IntPredicate words =
                i -> rows.stream().allMatch(row -> WORDS.matcher(row.get(i)).lookingAt())
                        && !dates.test(i)
                        && !dated.test(i)
                        && !sums.test(i);
        IntStream.concat(
                        IntStream.range(0, size).filter(dates),
                        IntStream.range(0, size).filter(dated))
                .limit(1)
                .forEach(i -> columns[i] = Column.DATE);
        IntStream.range(0, size).filter(sums).reduce((one, other) -> other).ifPresent(i -> columns[i] = Column.AMOUNT);
        List<Integer> said = IntStream.range(0, size).filter(words).boxed().toList();
        if (said.size() == 2) {
            boolean longer = length(rows, said.get(0)) >= length(rows, said.get(1));
            columns[said.get(0)] = longer ? Column.OBJECT : Column.HOLDER;
            columns[said.get(1)] = longer ? Column.HOLDER : Column.OBJECT;
        }
        return List.of(columns);
    }

    private static int length(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).sum();
    }

    private boolean tells() {
        return tells(columns);
    }

    private static boolean tells(List<Column> columns) {
        return Stream.of(Column.OBJECT, Column.HOLDER, Column.AMOUNT, Column.DATE)
                .allMatch(columns::contains);
    }

    private List<Cell> labelled(Span row) {
        return labelled(Cells.by(first.separator(), text, row).spans());
    }

    private List<Cell> labelled(List<Span> cells) {
        List<Cell> labelled = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            labelled.add(new Cell(label(i), cells.get(i)));
        }
        return labelled;
    }

    private String label(int i) {
        Column column = columns.get(i);
        if (column == Column.OTHER && !heads.isEmpty()) {
            return heads.get(i);
        }
        String tax = column != Column.AMOUNT || heads.isEmpty()
                ? ""
                : TAX.matcher(heads.get(i))
                        .results()
                        .map(found -> " " + found.group())
                        .collect(Collectors.joining());
        return column.label + tax;
    }

    /** A row as one text in plain form, each cell behind its label. */
    static View view(String text, List<Cell> cells) {
        StringBuilder raw = new StringBuilder();
        List<Integer> offsets = new ArrayList<>();
        for (Cell cell : cells) {
            String piece = cell.label() + " : "
                    + text.substring(cell.span().start(), cell.span().end()) + "\n";
            int value = cell.label().length() + 3;
            for (int i = 0; i < piece.length(); i++) {
                offsets.add(Math.min(
                        cell.span().start() + Math.max(0, i - value),
                        cell.span().end()));
            }
            raw.append(piece);
        }
        return View.of(raw.toString(), offsets::get);
    }
}
