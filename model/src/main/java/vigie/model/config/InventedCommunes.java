package vigie.model.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code seeds/communes.tsv}, where a sample world lists communes that do not exist: the columns of the register,
 * codes {@code 99xxx}, sorted. Real communes come from the register alone.
 */
final class InventedCommunes {

    private static final Pattern INVENTED = Pattern.compile("(99\\d{3})\tactuelle\t[^\t]+\t\t99\t99\t\t"
            + "(?:\\d{5}(?: \\d{5})*)?\t\\d{1,8}\t\t"
            + "(?:-?\\d{1,2}\\.\\d+\t-?\\d{1,3}\\.\\d+\t(?:place|departement)|\t\t)\t");

    private final ProjectFiles files;

    InventedCommunes(ProjectFiles files) {
        this.files = files;
    }

    /** The register, with the invented communes where the folder has some. */
    Communes read(Path seeds) {
        Path path = seeds.resolve("communes.tsv");
        if (!Files.exists(path)) {
            return Communes.load();
        }
        FileProblems of = files.problemsOf(path);
        List<String> lines =
                files.text("seeds", seeds, path, of).orElse("").lines().toList();
        StringBuilder rows = new StringBuilder();
        String before = "";
        for (int i = 1; i < lines.size(); i++) {
            Matcher row = INVENTED.matcher(lines.get(i));
            if (!row.matches() || row.group(1).compareTo(before) <= 0) {
                of.add(
                        i + 1,
                        Fault.BAD_INVENTED_COMMUNE,
                        lines.get(i).replace('\t', ' ').strip());
            } else {
                before = row.group(1);
                rows.append(lines.get(i)).append('\n');
            }
        }
        return of.isEmpty() ? Communes.withInvented(rows.toString().getBytes(StandardCharsets.UTF_8)) : Communes.load();
    }
}
