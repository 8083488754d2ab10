package vigie.reports.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import vigie.model.id.InseeCode;
import vigie.reports.AtlasReport;

/** Writes a report across communes as one self-contained page: for screens, or as well-formed XHTML for
 * {@link PdfReport}; thread-safe. */
public final class AtlasHtml {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final FranceMap france = FranceMap.read();
    private final Texts texts;

    public AtlasHtml(Texts texts) {
        this.texts = texts;
    }

    /**
     * The page for screens; it prints well, too.
     *
     * @param cities where the report about a commune is to be found, for those that have one
     */
    public String render(AtlasReport report, Map<InseeCode, String> cities) {
        return render(report, cities, Frame.NONE);
    }

    /** The same as a page of a web site. */
    public String render(AtlasReport report, Map<InseeCode, String> cities, Frame frame) {
        return page(new AtlasPage(report, texts, france, cities::get), false, frame);
    }

    /** The same for paper, which leads nowhere. */
    public String paper(AtlasReport report) {
        return page(new AtlasPage(report, texts, france, commune -> null), true, Frame.NONE);
    }

    private String page(AtlasPage page, boolean paper, Frame frame) {
        StringOutput output = new StringOutput();
        String template = page.firm() == null ? "territory.jte" : "vendor.jte";
        templates.render(template, Map.of("page", page, "paper", paper, "frame", frame), output);
        return output.toString();
    }
}
