package vigie.reports.web;

import java.util.Locale;

/** In what a report is taken away. */
public enum ReportForm {
    HTML("text/html; charset=utf-8"),
    PDF("application/pdf"),
    MD("text/markdown; charset=utf-8"),
    CSV("text/csv; charset=utf-8"),
    JSON("application/json");

    private final String type;

    ReportForm(String type) {
        this.type = type;
    }

    /** Media type. */
    String type() {
        return type;
    }

    /** How its file's name ends, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
