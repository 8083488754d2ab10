package vigie.indexer.gate;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * All spellings of all forms as one tree-like automaton: from where a form begins, what may come next and which forms
 * have ended. Immutable, thread-safe.
 */
final class FormTrie {

    /** The state that leads nowhere. */
    static final int DEAD = -1;
    /** Where a form begins. */
    static final int START = 0;
    /** Where a form begins behind an article that lost its apostrophe. */
    static final int AFTER_ARTICLE = 1;

    private final int[] classOf;
    private final int[] firstEdge;
    private final byte[] edgeClasses;
    private final int[] edgeTargets;
    private final int[][] forms;

    FormTrie(int[] classOf, int[] firstEdge, byte[] edgeClasses, int[] edgeTargets, int[][] forms) {
        this.classOf = classOf;
        this.firstEdge = firstEdge;
        this.edgeClasses = edgeClasses;
        this.edgeTargets = edgeTargets;
        this.forms = forms;
    }

    int step(int state, int symbol) {
        return stepByClass(state, classOf[symbol]);
    }

    int stepByClass(int state, int symbolClass) {
        int edge = Arrays.binarySearch(edgeClasses, firstEdge[state], firstEdge[state + 1], (byte) symbolClass);
        return edge < 0 ? DEAD : edgeTargets[edge];
    }

    /** The forms that end in {@code state}. */
    int[] forms(int state) {
        return forms[state];
    }

    /** The first edge of a state; its last is the one before that of the next state. */
    int firstEdge(int state) {
        return firstEdge[state];
    }

    int edgeClass(int edge) {
        return edgeClasses[edge];
    }

    int edgeTarget(int edge) {
        return edgeTargets[edge];
    }

    int stateCount() {
        return forms.length;
    }

    /**
     * For every state the most visible signs that lead there from where a form begins. Only blanks, joints and parted
     * accents lead round in circles; those are not counted.
     */
    int[] depths(boolean[] counted) {
        int[] depths = new int[stateCount()];
        Arrays.fill(depths, -1);
        Deque<Integer> open = new ArrayDeque<>();
        boolean[] waiting = new boolean[stateCount()];
        depths[START] = 0;
        depths[AFTER_ARTICLE] = 1; // the article itself
        open.add(START);
        open.add(AFTER_ARTICLE);
        while (!open.isEmpty()) {
            int state = open.remove();
            waiting[state] = false;
            for (int edge = firstEdge[state]; edge < firstEdge[state + 1]; edge++) {
                int target = edgeTargets[edge];
                int depth = depths[state] + (counted[edgeClasses[edge]] ? 1 : 0);
                if (depth > depths[target]) {
                    depths[target] = depth;
                    if (!waiting[target]) {
                        waiting[target] = true;
                        open.add(target);
                    }
                }
            }
        }
        return depths;
    }
}
