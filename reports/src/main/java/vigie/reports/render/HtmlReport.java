package vigie.reports.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import vigie.model.config.Lazy;
import vigie.reports.CityReport;

/** Writes a report as one self-contained page: for screens, or as well-formed XHTML for {@link PdfReport}; thread-safe. */
public final class HtmlReport {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Supplier<FranceMap> france = new Lazy<>(FranceMap::read);
    private final Texts texts;

    public HtmlReport(Texts texts) {
        this.texts = texts;
    }

    /** The page for screens; it prints well, too. */
    public String render(CityReport report) {
        return render(report, Frame.NONE);
    }

    /** The same as a page of a web site. */
    public String render(CityReport report, Frame frame) {
        return page(report, false, frame);
    }

    /** The same for paper. */
    public String paper(CityReport report) {
        return page(report, true, Frame.NONE);
    }

    private String page(CityReport report, boolean paper, Frame frame) {
        StringOutput output = new StringOutput();
        Map<String, Object> values = new HashMap<>(Map.of("page", new CityPage(report, texts), "paper", paper));
        values.put("map", CityMap.of(report, france.get(), texts));
        values.put("frame", frame);
        templates.render("city.jte", values, output);
        return output.toString();
    }
}
