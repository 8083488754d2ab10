package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Where the nodes of an {@link Nfa} lead, by class of symbols, prepared once. */
final class NodeSteps {

    private static final int[] NOTHING = {};

    private final Nfa nfa;
    private final SymbolClasses classes;
    /** Classes whose symbols stand for several letters. */
    private final int[] ligatures;
    /** Per node the classes by which it is left, and beside them in {@link #targets} what is reached. */
    private final int[][] steps;

    private final int[][][] targets;

    NodeSteps(Nfa nfa, SymbolClasses classes) {
        this.nfa = nfa;
        this.classes = classes;
        this.ligatures = IntStream.range(0, classes.count())
                .filter(c -> Symbols.parts(classes.example()[c]).length > 1)
                .toArray();
        this.steps = new int[nfa.size()][];
        this.targets = new int[nfa.size()][][];
        for (int node = 0; node < steps.length; node++) {
            prepare(node);
        }
    }

    private void prepare(int node) {
        BitSet seen = new BitSet();
        List<int[]> reached = new ArrayList<>();
        List<Integer> by = new ArrayList<>();
        nfa.eachStep(node, (symbols, to) -> {
            seen.clear();
            symbols.stream().map(symbol -> classes.classOf()[symbol]).forEach(seen::set);
            seen.stream().forEach(c -> {
                by.add(c);
                reached.add(to);
            });
        });
        steps[node] = by.stream().mapToInt(c -> c).toArray();
        targets[node] = reached.toArray(int[][]::new);
    }

    /** For each class what is reached from {@code nodes}; sorted sets. */
    int[][] from(int[] nodes) {
        int[][] reached = new int[classes.count()][];
        Arrays.fill(reached, NOTHING);
        for (int node : nodes) {
            int[] by = steps[node];
            for (int i = 0; i < by.length; i++) {
                reached[by[i]] = Nfa.union(reached[by[i]], targets[node][i]);
            }
        }
        for (int c : ligatures) {
            reached[c] = nodes.length == 0 ? NOTHING : nfa.step(nodes, classes.example()[c]);
        }
        return reached;
    }
}
