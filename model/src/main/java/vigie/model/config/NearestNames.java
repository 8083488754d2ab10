package vigie.model.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vigie.model.Commune;

/**
 * Finds the communes whose names look like what somebody typed: few letters apart, or beginning with it, or holding it as
 * words. Among equals the more populous commune comes first; what is clearly further away than the best is left out.
 */
final class NearestNames {

    private static final int FURTHEST = 4;
    private static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::distance)
            .thenComparing(candidate -> -candidate.commune().population())
            .thenComparing(candidate -> candidate.commune().code());

    private final List<Commune> communes;
    private final List<String> names;

    NearestNames(List<Commune> communes) {
        this.communes = communes;
        this.names =
                communes.stream().map(commune -> spelledOut(commune.name())).toList();
    }

    List<Commune> to(String typed, int n) {
        String wanted = spelledOut(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        int furthest = Math.min(FURTHEST, 1 + wanted.length() / 3);
        List<Candidate> near = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int distance = distance(wanted, names.get(i), furthest);
            if (distance <= furthest) {
                near.add(new Candidate(communes.get(i), distance));
            }
        }
        int best = near.stream().mapToInt(Candidate::distance).min().orElse(0);
        return near.stream()
                .filter(candidate -> candidate.distance() <= best + 1)
                .sorted(ORDER)
                .limit(n)
                .map(Candidate::commune)
                .toList();
    }

    private static int distance(String wanted, String name, int furthest) {
        int letters = EditDistance.between(wanted, name, furthest);
        if (letters <= 1 || wanted.length() < 3) {
            return letters;
        }
        if (name.startsWith(wanted)) {
            return 1;
        }
        boolean holds =
                (" " + name + " ").contains(" " + wanted + " ") || (" " + wanted + " ").contains(" " + name + " ");
        return holds && name.length() > 3 ? Math.min(letters, 2) : letters;
    }

    /** Here, unlike in the register's own look-ups, "St" is read as "Saint". */
    private static String spelledOut(String name) {
        String padded = " " + Communes.fold(name) + " ";
        return padded.replace(" st ", " saint ").replace(" ste ", " sainte ").trim();
    }

    private record Candidate(Commune commune, int distance) {}
}
