package vigie.reports.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The published figures of how good the extraction is: those of the evaluation passages in {@code docs/quality.md}, which is
 * part of the build, so that page and document never differ.
 *
 * @param rows one per field
 * @param remarks the lines of figures that belong to no field
 */
public record QualityFigures(List<Row> rows, List<Remark> remarks) {

    private static final String RESOURCE = "/vigie/reports/web/quality.md";
    private static final String SECTION = "## Passages: evaluation";
    private static final Pattern ROW = Pattern.compile(
            "([a-z][a-z ]*?)\\s+(\\d\\.\\d{3}|–)\\s+(\\d\\.\\d{3}|–)\\s+(\\d\\.\\d{3}|–)\\s+(\\d+)/(\\d+)/(\\d+)");
    private static final Pattern REMARK = Pattern.compile("([A-Z][a-z]+).*: .*\\d.*");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");

    public QualityFigures {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /**
     * Figures of one field, as they are written.
     *
     * @param field as {@code vigie eval} calls it
     */
    public record Row(String field, String precision, String recall, String f1, int right, int predicted, int gold) {}

    /**
     * Figures of a line of its own.
     *
     * @param text the line as it is written
     * @param id its first word, by which its wording in another language is found
     * @param numbers the numbers in it, as they are written
     */
    public record Remark(String text, String id, List<String> numbers) {

        public Remark {
            numbers = List.copyOf(numbers);
        }
    }

    /** Reads them from the class path. */
    public static QualityFigures read() {
        try (InputStream in = QualityFigures.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static QualityFigures of(String text) {
        String section = text.substring(text.indexOf(SECTION));
        int start = section.indexOf("\n```");
        String block = section.substring(start + "\n```".length(), section.indexOf("\n```", start + 1));
        int details = block.indexOf("\n\nBy ");
        List<Row> rows = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        String totals = details < 0 ? block : block.substring(0, details);
        for (String line : totals.lines().toList()) {
            Matcher row = ROW.matcher(line.strip());
            Matcher remark = REMARK.matcher(line);
            if (row.matches()) {
                rows.add(new Row(
                        row.group(1),
                        row.group(2),
                        row.group(3),
                        row.group(4),
                        Integer.parseInt(row.group(5)),
                        Integer.parseInt(row.group(6)),
                        Integer.parseInt(row.group(7))));
            } else if (remark.matches()) {
                remarks.add(new Remark(
                        line,
                        remark.group(1).toLowerCase(Locale.ROOT),
                        NUMBER.matcher(line).results().map(MatchResult::group).toList()));
            }
        }
        return new QualityFigures(rows, remarks);
    }
}
