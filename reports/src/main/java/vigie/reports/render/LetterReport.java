package vigie.reports.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Writes a letter as a page for screens or paper, or as Markdown; thread-safe. */
public final class LetterReport {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /** The page; for paper it is well-formed XHTML for {@link PdfReport}. */
    public String html(Letter letter, boolean paper) {
        StringOutput output = new StringOutput();
        templates.render("letter.jte", Map.of("letter", letter, "paper", paper), output);
        return output.toString();
    }

    /** The text, which can be pasted into a mail. */
    public String markdown(Letter letter) {
        StringBuilder out = new StringBuilder();
        letter.sender().forEach(line -> out.append(Markdown.plain(line)).append("  \n"));
        out.append('\n');
        letter.recipient().forEach(line -> out.append(Markdown.plain(line)).append("  \n"));
        out.append('\n').append(Markdown.plain(letter.place())).append("\n\n");
        out.append("**").append(Markdown.plain(letter.subject())).append("**\n\n");
        letter.opening().forEach(text -> out.append(Markdown.plain(text)).append("\n\n"));
        letter.asked()
                .forEach(piece -> out.append("- ").append(Markdown.plain(piece)).append('\n'));
        out.append('\n');
        if (!letter.supplied().isEmpty()) {
            out.append(letter.suppliedIntroduction()).append("\n\n");
            letter.supplied()
                    .forEach(piece ->
                            out.append("- ").append(Markdown.plain(piece)).append('\n'));
            out.append('\n');
        }
        letter.closing().forEach(text -> out.append(Markdown.plain(text)).append("\n\n"));
        return out.toString().stripTrailing() + "\n";
    }
}
