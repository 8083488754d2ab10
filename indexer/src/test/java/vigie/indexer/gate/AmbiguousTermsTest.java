package vigie.indexer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vigie.model.Mention;
import vigie.model.MentionKind;

/** Names and acronyms that mean something else as well, in sentences of both kinds. */
class AmbiguousTermsTest {

    /** What is still wrong: in these the name is missed, or taken for what it is not. */
    private static final List<String> KNOWN = List.of(
            "Parcelle AB 2i : mât de caméra",
            "Peugeot 205 1.9 GTI et 308 2i filmées par les caméras",
            "La pièce d'Alexandre Atos sera captée par trois caméras.",
            "La licence Perception musicale de l'école de musique, et la caméra de la salle.",
            "La VSA des Jeux ne sera pas maintenue dans la commune, dit le maire.",
            "Le logiciel de vidéosurveillance automatisée Lynx signale les franchissements de clôture.");

    private record Case(String ref, boolean meant, String sentence) {

        static Case of(String line) {
            String[] parts = line.split(" ", 3);
            return new Case(parts[0], parts[1].equals("+"), parts[2]);
        }
    }

    @Test
    void fireOnlyWhereTheToolOrFirmIsMeant() throws IOException {
        Gate gate = Gate.compile(ProjectFolder.lexicon());
        Map<String, int[]> right = new TreeMap<>();
        List<Case> wrong = cases().stream()
                .filter(one -> {
                    boolean found = gate.scan(one.sentence()).stream().anyMatch(mention -> stands(mention, one.ref()));
                    int[] count = right.computeIfAbsent(one.ref(), ref -> new int[2]);
                    count[one.meant() ? 0 : 1] += found == one.meant() ? 1 : 0;
                    return found != one.meant();
                })
                .toList();
        assertThat(wrong.stream().map(Case::sentence)).as("%s", told(right)).containsExactlyInAnyOrderElementsOf(KNOWN);
    }

    private static String told(Map<String, int[]> right) {
        StringBuilder told = new StringBuilder();
        right.forEach((ref, count) -> told.append(String.format("%s: %d meant, %d not%n", ref, count[0], count[1])));
        return told.toString();
    }

    /** "vsa" is the acronym: its long form would make each sentence about it. */
    private static boolean stands(Mention mention, String ref) {
        return mention.ref().equals(ref)
                && (mention.kind() != MentionKind.TECHNOLOGY
                        || mention.surface().matches("V\\.?S\\.?A\\.?"));
    }

    private static List<Case> cases() throws IOException {
        try (InputStream in = AmbiguousTermsTest.class.getResourceAsStream("ambiguous.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Case::of)
                    .toList();
        }
    }
}
