package vigie.crawler.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings records of essential data into one shape, that of the national schema: columns of flat records
 * ({@code titulaire_id_2}, {@code acheteur.id}) go where nested records have them, and what stands for an unknown value is
 * left out.
 */
final class DecpColumns {

    /** What producers write where the schema asks for a value and they have none. */
    private static final Set<String> NOTHING =
            Set.of("", "nc", "n/c", "cdl", "inx", "null", "none", "nan", "n/a", "non communiqué", "non renseigné");

    private static final Pattern ORDINAL = Pattern.compile("(.*)_(\\d{1,2})");

    private final Map<String, String> paths = new TreeMap<>();

    private DecpColumns() {}

    static DecpColumns load() {
        DecpColumns columns = new DecpColumns();
        Table.rows("decp-columns.tsv", 2).forEach(row -> columns.paths.put(row.get(0), row.get(1)));
        return columns;
    }

    Element nested(Element record) {
        Branch root = new Branch(record.name());
        List<Element> children = new ArrayList<>();
        for (Element child : record.children()) {
            if (!child.children().isEmpty()) {
                children.add(cleaned(child));
            } else if (!isNothing(child)) {
                place(root, child);
            }
        }
        children.addAll(root.element().children());
        return new Element(record.name(), record.attributes(), record.text(), children);
    }

    private void place(Branch root, Element leaf) {
        String column = leaf.name().toLowerCase(Locale.ROOT).replace('.', '_');
        Matcher ordinal = ORDINAL.matcher(column);
        boolean isNumbered = !paths.containsKey(column) && ordinal.matches();
        String path = paths.getOrDefault(isNumbered ? ordinal.group(1) : column, leaf.name());
        String which = isNumbered && path.contains("/") ? ordinal.group(2) : "";
        Branch branch = root;
        for (String step : path.split("/", -1)) {
            branch = branch.below.computeIfAbsent(step + which, key -> new Branch(step));
        }
        branch.texts.add(leaf.text());
    }

    private static Element cleaned(Element element) {
        return new Element(
                element.name(),
                element.attributes(),
                element.text(),
                element.children().stream()
                        .filter(child -> !child.children().isEmpty() || !isNothing(child))
                        .map(DecpColumns::cleaned)
                        .toList());
    }

    private static boolean isNothing(Element leaf) {
        return NOTHING.contains(leaf.text().toLowerCase(Locale.ROOT));
    }

    /** An element in the making. */
    private static final class Branch {

        private final String name;
        private final Map<String, Branch> below = new LinkedHashMap<>();
        private final List<String> texts = new ArrayList<>();

        Branch(String name) {
            this.name = name;
        }

        Element element() {
            List<Element> children = new ArrayList<>();
            for (Branch branch : below.values()) {
                if (branch.below.isEmpty()) {
                    branch.texts.forEach(text -> children.add(Element.leaf(branch.name, text)));
                } else {
                    children.add(branch.element());
                }
            }
            return new Element(name, Map.of(), "", children);
        }
    }
}
