package vigie.reports.render;

import java.util.List;
import java.util.stream.Collectors;

/** How text is written as Markdown (CommonMark with tables). */
final class Markdown {

    private Markdown() {}

    static void row(StringBuilder out, List<String> cells) {
        out.append("| ")
                .append(cells.stream()
                        .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    /** Text of others, in which Markdown's signs must not work. */
    static String plain(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
    }

    /** The same as a quotation, line by line; ends in an empty line. */
    static void quote(StringBuilder out, String text) {
        out.append("> ").append(plain(text).replace("\n", "\n> ")).append("\n\n");
    }

    /** Numbers of citations. */
    static String references(List<Integer> citations) {
        return citations.isEmpty()
                ? "—"
                : citations.stream().map(number -> "[" + number + "]").collect(Collectors.joining(" "));
    }

    /** What ends each report: how it came about, and when. */
    static void end(StringBuilder out, Texts texts, String made) {
        out.append("## ").append(texts.get("method.title")).append("\n\n");
        for (String key : List.of("method.1", "method.2", "method.3", "method.certainty", "method.4")) {
            out.append(texts.get(key)).append("\n\n");
        }
        out.append("---\n\n")
                .append(texts.get("brand"))
                .append(" — ")
                .append(made)
                .append('\n');
    }
}
