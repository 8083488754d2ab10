package vigie.reports.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Writes a digest as one self-contained page; thread-safe. */
public final class DigestPage {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /** The page. */
    public String render(DigestTexts digest) {
        StringOutput output = new StringOutput();
        templates.render("digest.jte", digest, output);
        return output.toString();
    }
}
