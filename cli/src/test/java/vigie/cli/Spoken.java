package vigie.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A page as a screen reader is given it: the browser's accessibility tree, in the order in which it is read.
 *
 * @param nodes what is not ignored, first one first
 */
record Spoken(List<Node> nodes) {

    private static final Set<String> NAMED = Set.of(
            "button",
            "checkbox",
            "combobox",
            "image",
            "link",
            "listbox",
            "menuitem",
            "navigation",
            "radio",
            "region",
            "searchbox",
            "slider",
            "spinbutton",
            "switch",
            "tab",
            "table",
            "textbox",
            "DisclosureTriangle");

    /**
     * A node.
     *
     * @param level of a heading, or 0
     * @param within roles of what it stands in, outermost first
     */
    record Node(String role, String name, int level, List<String> within) {}

    /** The answer of {@code Accessibility.getFullAXTree}. */
    static Spoken of(JsonNode tree) {
        Map<String, JsonNode> byId = new HashMap<>();
        tree.path("nodes").forEach(node -> byId.put(node.path("nodeId").asText(), node));
        List<Node> nodes = new ArrayList<>();
        walk(tree.path("nodes").path(0), byId, List.of(), nodes);
        return new Spoken(nodes);
    }

    private static void walk(JsonNode node, Map<String, JsonNode> byId, List<String> within, List<Node> nodes) {
        List<String> inner = within;
        if (!node.path("ignored").asBoolean()) {
            String role = node.path("role").path("value").asText();
            int level = 0;
            for (JsonNode property : node.path("properties")) {
                level = property.path("name").asText().equals("level")
                        ? property.path("value").path("value").asInt()
                        : level;
            }
            nodes.add(new Node(role, node.path("name").path("value").asText().strip(), level, within));
            inner = new ArrayList<>(within);
            inner.add(role);
        }
        for (JsonNode child : node.path("childIds")) {
            JsonNode found = byId.get(child.asText());
            if (found != null) {
                walk(found, byId, inner, nodes);
            }
        }
    }

    /** What would keep somebody from finding the way: empty if nothing. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (nodes.isEmpty() || nodes.get(0).name().isEmpty()) {
            faults.add("the page has no title");
        }
        landmarks(faults);
        headings(faults);
        for (Node node : nodes) {
            if (NAMED.contains(node.role()) && node.name().isEmpty()) {
                faults.add("a " + node.role() + " without a name in " + node.within());
            }
        }
        tables(faults);
        return faults;
    }

    /** Banner, main part and foot are there once, in that order; a letter is a main part alone. */
    private void landmarks(List<String> faults) {
        List<String> found = nodes.stream()
                .map(Node::role)
                .filter(role -> Set.of("banner", "main", "contentinfo").contains(role))
                .toList();
        if (!found.equals(List.of("banner", "main", "contentinfo")) && !found.equals(List.of("main"))) {
            faults.add("landmarks: " + found);
        }
    }

    /** One heading of the first level, in the main part; no level is left out on the way down. */
    private void headings(List<String> faults) {
        List<Node> headings =
                nodes.stream().filter(node -> node.role().equals("heading")).toList();
        long first = headings.stream().filter(node -> node.level() == 1).count();
        if (first != 1) {
            faults.add(first + " headings of level 1");
        }
        int before = 0;
        for (Node heading : headings) {
            if (heading.name().isEmpty()) {
                faults.add("an empty heading after level " + before);
            }
            if (heading.level() > before + 1) {
                faults.add("level " + heading.level() + " after " + before + ": " + heading.name());
            }
            before = heading.level();
        }
    }

    /** Every table says what its columns are. */
    private void tables(List<String> faults) {
        boolean inTable = false;
        boolean hasHeads = true;
        String name = "";
        for (Node node : nodes) {
            boolean now = node.within().contains("table");
            if (node.role().equals("table") || (inTable && !now)) {
                if (inTable && !hasHeads) {
                    faults.add("a table without heads: " + name);
                }
                hasHeads = false;
                name = node.name();
            }
            inTable = now || node.role().equals("table");
            hasHeads |=
                    now && (node.role().equals("columnheader") || node.role().equals("rowheader"));
        }
    }
}
