package vigie.reports.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import vigie.reports.CityReport;

/** Writes a report as one self-contained, printable HTML page; thread-safe. */
public final class HtmlReport {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Texts texts;

    public HtmlReport(Texts texts) {
        this.texts = texts;
    }

    /** The page. */
    public String render(CityReport report) {
        StringOutput output = new StringOutput();
        templates.render("city.jte", new CityPage(report, texts), output);
        return output.toString();
    }
}
