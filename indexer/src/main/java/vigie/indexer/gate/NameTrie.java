package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Many names in little space: a tree in which equal branches are one. Names are of small ASCII letters, digits and single
 * spaces; each carries a mark from 1 to 127. Immutable, thread-safe.
 */
final class NameTrie {

    static final int ROOT = 0;
    static final int DEAD = -1;

    private final int[] firstEdge;
    private final char[] edgeLabels;
    private final int[] edgeTargets;
    private final byte[] marks;

    private NameTrie(List<Node> nodes) {
        int edges = nodes.stream().mapToInt(node -> node.labels.length()).sum();
        firstEdge = new int[nodes.size() + 1];
        edgeLabels = new char[edges];
        edgeTargets = new int[edges];
        marks = new byte[nodes.size()];
        int size = 0;
        // The root is made last; it becomes the first.
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(nodes.size() - 1 - i);
            firstEdge[i] = size;
            marks[i] = node.mark;
            for (int target : node.targets) {
                edgeTargets[size++] = nodes.size() - 1 - target;
            }
            node.labels.getChars(0, node.labels.length(), edgeLabels, firstEdge[i]);
        }
        firstEdge[nodes.size()] = size;
    }

    /** A trie of these names and marks. */
    static NameTrie of(SortedMap<String, Byte> marks) {
        Builder builder = new Builder(marks);
        builder.node(0, marks.size(), 0);
        return new NameTrie(builder.nodes);
    }

    int step(int state, char c) {
        int edge = Arrays.binarySearch(edgeLabels, firstEdge[state], firstEdge[state + 1], c);
        return edge < 0 ? DEAD : edgeTargets[edge];
    }

    /** The mark of the name that ends in {@code state}, 0 if none does. */
    int mark(int state) {
        return marks[state];
    }

    /** The mark of a name, 0 if it is not here. */
    int mark(String name) {
        int state = ROOT;
        for (int i = 0; i < name.length() && state != DEAD; i++) {
            state = step(state, name.charAt(i));
        }
        return state == DEAD ? 0 : mark(state);
    }

    /** Bytes of its tables. */
    long bytes() {
        return 4L * firstEdge.length + 6L * edgeLabels.length + marks.length;
    }

    private record Node(byte mark, String labels, int[] targets) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Node node
                    && mark == node.mark
                    && labels.equals(node.labels)
                    && Arrays.equals(targets, node.targets);
        }

        @Override
        public int hashCode() {
            return (labels.hashCode() * 31 + Arrays.hashCode(targets)) * 31 + mark;
        }
    }

    private static final class Builder {

        private static final int[] NOTHING = {};

        private final String[] names;
        private final Byte[] marks;
        private final List<Node> nodes = new ArrayList<>();
        private final Map<Node, Integer> known = new HashMap<>();

        Builder(SortedMap<String, Byte> marks) {
            this.names = marks.keySet().toArray(String[]::new);
            this.marks = marks.values().toArray(Byte[]::new);
        }

        /** The node of what the names in {@code [from, to)} have after their first {@code depth} characters. */
        int node(int from, int to, int depth) {
            byte mark = names[from].length() == depth ? marks[from] : 0;
            StringBuilder labels = new StringBuilder();
            int[] targets = NOTHING;
            int i = mark == 0 ? from : from + 1;
            while (i < to) {
                char label = names[i].charAt(depth);
                int end = i + 1;
                while (end < to && names[end].charAt(depth) == label) {
                    end++;
                }
                labels.append(label);
                targets = Arrays.copyOf(targets, targets.length + 1);
                targets[targets.length - 1] = node(i, end, depth + 1);
                i = end;
            }
            Node node = new Node(mark, labels.toString(), targets);
            Integer made = known.putIfAbsent(node, nodes.size());
            if (made != null) {
                return made;
            }
            nodes.add(node);
            return nodes.size() - 1;
        }
    }
}
