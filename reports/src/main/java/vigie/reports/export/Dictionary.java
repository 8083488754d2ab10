package vigie.reports.export;

import java.util.Locale;
import java.util.ResourceBundle;

/** What tables and columns are called and mean, in French and English. */
final class Dictionary {

    private static final String NAME = "vigie.reports.export.dictionary";

    private final ResourceBundle texts;

    Dictionary(Locale language) {
        this.texts = ResourceBundle.getBundle(
                NAME,
                language.equals(Locale.ENGLISH) ? language : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What a table holds. */
    String meaning(Table<?> table) {
        return texts.getString(table.name());
    }

    /** What a column is called. */
    String title(Table<?> table, Column<?> column) {
        return texts.getString(table.name() + "." + column.name() + ".title");
    }

    /** What a column holds, with unit and what an empty cell means. */
    String meaning(Table<?> table, Column<?> column) {
        return texts.getString(table.name() + "." + column.name());
    }

    /** Another text, such as a heading. */
    String get(String key) {
        return texts.getString(key);
    }
}
