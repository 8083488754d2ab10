package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the {@link FormTrie} of an {@link Nfa} by subset construction. */
final class FormTrieBuilder {

    /** A set of nodes, sorted. */
    private record Nodes(int[] ids) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Nodes nodes && Arrays.equals(ids, nodes.ids);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ids);
        }
    }

    private final Nfa nfa;
    private final SymbolClasses classes;
    private final NodeSteps steps;
    private final Map<Nodes, Integer> numbers = new HashMap<>();
    private final List<int[]> states = new ArrayList<>();
    private final List<int[]> forms = new ArrayList<>();
    private final List<int[]> edges = new ArrayList<>();

    private FormTrieBuilder(Nfa nfa, SymbolClasses classes) {
        this.nfa = nfa;
        this.classes = classes;
        this.steps = new NodeSteps(nfa, classes);
    }

    static FormTrie build(Nfa nfa, SymbolClasses classes) {
        return new FormTrieBuilder(nfa, classes).build();
    }

    private FormTrie build() {
        states.add(nfa.starts());
        states.add(nfa.elidedStarts());
        for (int i = 0; i < states.size(); i++) {
            forms.add(nfa.forms(states.get(i)));
            edges.add(targets(steps.from(states.get(i))));
        }
        return flat();
    }

    /** By class, the state reached. */
    private int[] targets(int[][] reached) {
        int[] targets = new int[reached.length];
        for (int c = 0; c < targets.length; c++) {
            targets[c] = reached[c].length == 0 ? FormTrie.DEAD : number(reached[c]);
        }
        return targets;
    }

    private int number(int[] nodes) {
        Integer known = numbers.putIfAbsent(new Nodes(nodes), states.size());
        if (known != null) {
            return known;
        }
        states.add(nodes);
        return states.size() - 1;
    }

    private FormTrie flat() {
        int[] firstEdge = new int[states.size() + 1];
        byte[] edgeClasses = new byte[states.size() * 4];
        int[] edgeTargets = new int[edgeClasses.length];
        int size = 0;
        for (int i = 0; i < states.size(); i++) {
            firstEdge[i] = size;
            int[] targets = edges.get(i);
            if (size + targets.length > edgeTargets.length) {
                edgeClasses = Arrays.copyOf(edgeClasses, 2 * size + targets.length);
                edgeTargets = Arrays.copyOf(edgeTargets, 2 * size + targets.length);
            }
            for (int c = 0; c < targets.length; c++) {
                if (targets[c] != FormTrie.DEAD) {
                    edgeClasses[size] = (byte) c;
                    edgeTargets[size++] = targets[c];
                }
            }
        }
        firstEdge[states.size()] = size;
        return new FormTrie(
                classes.classOf(),
                firstEdge,
                Arrays.copyOf(edgeClasses, size),
                Arrays.copyOf(edgeTargets, size),
                forms.toArray(int[][]::new));
    }
}
