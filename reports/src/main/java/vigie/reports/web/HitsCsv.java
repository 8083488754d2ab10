package vigie.reports.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.reports.query.Hit;
import vigie.reports.render.CsvCells;

/** Documents that a search found as CSV, one per line, with the best extract of each. Thread-safe. */
public final class HitsCsv {

    private static final List<String> COLUMNS =
            List.of("id", "title", "date", "insee", "commune", "kind", "source", "url", "page", "extract");

    /** With a head; the lines in the given order. */
    public String render(List<Hit> hits) {
        return CsvCells.table(COLUMNS, hits.stream().map(HitsCsv::cells));
    }

    private static List<@Nullable Object> cells(Hit hit) {
        return Arrays.asList(
                hit.document(),
                hit.title(),
                hit.date(),
                hit.commune() == null ? null : hit.commune().insee(),
                hit.commune() == null ? null : hit.commune().name(),
                hit.kind(),
                hit.source(),
                hit.url(),
                hit.page(),
                hit.snippets().isEmpty() ? null : hit.snippets().get(0).text());
    }
}
