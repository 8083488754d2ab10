package vigie.reports.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The data dictionary for people, French first, then English, as Markdown. */
final class DictionaryPage {

    private final About about;

    DictionaryPage(About about) {
        this.about = about;
    }

    String text() {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(About.TITLE).append("\n\n");
        page.append(About.DESCRIPTION).append("\n\n");
        page.append("- ")
                .append(about.made())
                .append(", index ")
                .append(about.shortIndex())
                .append('\n');
        page.append("- [")
                .append(About.LICENSE.title())
                .append("](")
                .append(About.LICENSE.url())
                .append(")\n");
        page.append("- ").append(About.ATTRIBUTION).append('\n');
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            append(page, new Dictionary(language));
        }
        return page.toString();
    }

    private static void append(StringBuilder page, Dictionary dictionary) {
        page.append("\n# ").append(dictionary.get("heading")).append("\n\n");
        page.append(dictionary.get("reading")).append('\n');
        for (Table<?> table : Tables.all()) {
            page.append("\n## ").append(table.name()).append("\n\n");
            page.append(dictionary.meaning(table)).append("\n\n");
            page.append(dictionary.get("head")).append("\n|---|---|---|---|\n");
            table.columns()
                    .forEach(column -> page.append("| `")
                            .append(column.name())
                            .append("` | ")
                            .append(dictionary.title(table, column))
                            .append(" | ")
                            .append(type(column, dictionary))
                            .append(" | ")
                            .append(dictionary.meaning(table, column))
                            .append(" |\n"));
        }
    }

    private static String type(Column<?> column, Dictionary dictionary) {
        if (column.references() != null) {
            return "→ `" + column.references() + "`";
        }
        return column.terms().isEmpty()
                ? dictionary.get("kind." + column.kind().name().toLowerCase(Locale.ROOT))
                : column.terms().stream().map(term -> "`" + term + "`").collect(Collectors.joining(", "));
    }
}
