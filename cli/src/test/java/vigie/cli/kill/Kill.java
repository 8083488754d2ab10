package vigie.cli.kill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A change of files, and on which side of it the process ends. */
public record Kill(Point point, Side side) {

    /** The options of the virtual machine that bring it about. */
    public List<String> options() {
        return List.of("-Dkill.at=" + point, "-Dkill.side=" + side);
    }

    /**
     * Of each kind of change one occurrence: renames on both sides, writes in their middle, others behind. In turn of
     * every step, renames first; so many at most.
     */
    public static List<Kill> drawn(List<Point> changes, int most, Random random) {
        Map<String, List<List<Point>>> steps = changes.stream()
                .collect(Collectors.groupingBy(point -> point.first().toString(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .collect(Collectors.groupingBy(kind -> kind.get(0).step(), TreeMap::new, Collectors.toList()));
        steps.values().forEach(kinds -> {
            Collections.shuffle(kinds, random);
            kinds.sort(Comparator.comparing(kind -> kind.get(0).change()));
        });
        List<Kill> all = new ArrayList<>();
        int turns = steps.values().stream().mapToInt(List::size).max().orElse(0);
        for (int turn = 0; turn < turns; turn++) {
            for (List<List<Point>> kinds : steps.values()) {
                if (turn < kinds.size()) {
                    all.addAll(kills(kinds.get(turn), random));
                }
            }
        }
        return all.subList(0, Math.min(all.size(), most));
    }

    private static List<Kill> kills(List<Point> kind, Random random) {
        Point point = kind.get(random.nextInt(kind.size()));
        return switch (point.change()) {
            case RENAME -> List.of(new Kill(point, Side.BEFORE), new Kill(point, Side.AFTER));
            case WRITE -> List.of(new Kill(point, Side.WITHIN));
            case SYNC, DELETE, CREATE -> List.of(new Kill(point, Side.AFTER));
        };
    }

    @Override
    public String toString() {
        return side + " " + point.toString().replace('\t', ' ');
    }
}
