package vigie.indexer;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Claim;

/**
 * A text of {@code phenomena.txt} and the claims that it should make.
 *
 * @param family what it is an example of
 */
record Phenomenon(String family, String text, List<Expected> expected) {

    private static final Pattern BLANK_LINES = Pattern.compile("\n\n+");

    /** A claim as the file writes it; parts that it does not name may be anything. */
    record Expected(List<String> core, List<String> details) {

        static Expected parse(String line) {
            List<String> words = Arrays.asList(line.trim().split(" "));
            return new Expected(words.subList(0, 4), words.subList(4, words.size()));
        }

        boolean fits(Claim claim) {
            return core.equals(coreOf(claim)) && details.stream().allMatch(detail -> fits(claim, detail));
        }

        private static boolean fits(Claim claim, String detail) {
            String value = detail.substring(detail.indexOf('=') + 1);
            return switch (detail.substring(0, detail.indexOf('='))) {
                case "date" -> value.equals(Objects.toString(claim.date(), ""));
                case "by" -> value.equals(claim.integrator());
                case "amount" -> isSum(claim.amount(), value);
                default -> throw new IllegalArgumentException(detail);
            };
        }

        private static boolean isSum(@Nullable Amount amount, String value) {
            return amount != null && amount.value().compareTo(new BigDecimal(value)) == 0;
        }
    }

    static List<String> coreOf(Claim claim) {
        return List.of(
                claim.technology().id(),
                Objects.requireNonNullElse(claim.vendor(), "-"),
                claim.stage().id(),
                claim.modality().id());
    }

    /** A claim in the form of the file. */
    static String told(Claim claim) {
        return String.join(" ", coreOf(claim)) + " date=" + claim.date() + " amount=" + claim.amount() + " by="
                + claim.integrator();
    }

    static List<Phenomenon> read() throws IOException {
        try (InputStream in = Phenomenon.class.getResourceAsStream("phenomena.txt")) {
            String file = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<Phenomenon> phenomena = new ArrayList<>();
            String family = "";
            for (String block : BLANK_LINES.splitAsStream(file).toList()) {
                List<String> lines =
                        block.lines().filter(line -> !line.startsWith("# ")).toList();
                family = lines.stream()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> line.substring(3))
                        .findFirst()
                        .orElse(family);
                List<String> claims = lines.stream()
                        .filter(line -> line.startsWith("=> "))
                        .map(line -> line.substring(3))
                        .toList();
                String text = String.join(
                        "\n",
                        lines.stream()
                                .filter(line -> !line.startsWith("=> ") && !line.startsWith("## "))
                                .toList());
                if (!claims.isEmpty()) {
                    phenomena.add(new Phenomenon(
                            family,
                            text,
                            claims.stream()
                                    .filter(line -> !line.equals("none"))
                                    .map(Expected::parse)
                                    .toList()));
                }
            }
            return phenomena;
        }
    }

    @Override
    public String toString() {
        return family + ": " + text.lines().findFirst().orElse("");
    }
}
