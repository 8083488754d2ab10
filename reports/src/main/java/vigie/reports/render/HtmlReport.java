package vigie.reports.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import vigie.reports.CityReport;

/** Writes a report as one self-contained page: for screens, or as well-formed XHTML for {@link PdfReport}; thread-safe. */
public final class HtmlReport {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Texts texts;

    public HtmlReport(Texts texts) {
        this.texts = texts;
    }

    /** The page for screens; it prints well, too. */
    public String render(CityReport report) {
        return page("city.jte", report, false);
    }

    /** The same for paper. */
    public String paper(CityReport report) {
        return page("city.jte", report, true);
    }

    private String page(String template, CityReport report, boolean paper) {
        StringOutput output = new StringOutput();
        templates.render(template, Map.of("page", new CityPage(report, texts), "paper", paper), output);
        return output.toString();
    }
}
