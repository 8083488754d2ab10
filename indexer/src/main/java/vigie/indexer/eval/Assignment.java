package vigie.indexer.eval;

import java.util.Arrays;

/** Pairs rows with columns so that the sum of the weights is greatest (the Hungarian method, O(n³)). */
final class Assignment {

    private static final double INFINITE = Double.MAX_VALUE;

    private final double[][] cost;
    private final int rows;
    private final int columns;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowOf;
    private final int[] way;

    private Assignment(double[][] cost) {
        this.cost = cost;
        this.rows = cost.length;
        this.columns = cost[0].length;
        this.rowPotential = new double[rows + 1];
        this.columnPotential = new double[columns + 1];
        this.rowOf = new int[columns + 1];
        this.way = new int[columns + 1];
    }

    /** For each row of {@code weights} its column, or -1 where it has none of a weight above 0. */
    static int[] best(double[][] weights) {
        int[] columnOf = new int[weights.length];
        Arrays.fill(columnOf, -1);
        if (weights.length == 0 || weights[0].length == 0) {
            return columnOf;
        }
        boolean turned = weights.length > weights[0].length;
        Assignment assignment = new Assignment(costs(weights, turned));
        for (int row = 1; row <= assignment.rows; row++) {
            assignment.add(row);
        }
        for (int column = 1; column <= assignment.columns; column++) {
            int row = assignment.rowOf[column] - 1;
            int r = turned ? column - 1 : row;
            int c = turned ? row : column - 1;
            if (row >= 0 && weights[r][c] > 0) {
                columnOf[r] = c;
            }
        }
        return columnOf;
    }

    private static double[][] costs(double[][] weights, boolean turned) {
        int rows = turned ? weights[0].length : weights.length;
        int columns = turned ? weights.length : weights[0].length;
        double[][] costs = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                costs[i][j] = -(turned ? weights[j][i] : weights[i][j]);
            }
        }
        return costs;
    }

    private void add(int row) {
        rowOf[0] = row;
        double[] least = new double[columns + 1];
        Arrays.fill(least, INFINITE);
        boolean[] used = new boolean[columns + 1];
        int column = 0;
        do {
            used[column] = true;
            column = step(column, least, used);
        } while (rowOf[column] != 0);
        while (column != 0) {
            rowOf[column] = rowOf[way[column]];
            column = way[column];
        }
    }

    private int step(int from, double[] least, boolean[] used) {
        int row = rowOf[from];
        double delta = INFINITE;
        int next = 0;
        for (int column = 1; column <= columns; column++) {
            if (!used[column]) {
                double reduced = cost[row - 1][column - 1] - rowPotential[row] - columnPotential[column];
                if (reduced < least[column]) {
                    least[column] = reduced;
                    way[column] = from;
                }
                if (least[column] < delta) {
                    delta = least[column];
                    next = column;
                }
            }
        }
        for (int column = 0; column <= columns; column++) {
            if (used[column]) {
                rowPotential[rowOf[column]] += delta;
                columnPotential[column] -= delta;
            } else {
                least[column] -= delta;
            }
        }
        return next;
    }
}
