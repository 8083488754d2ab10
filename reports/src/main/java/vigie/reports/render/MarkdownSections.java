package vigie.reports.render;

import vigie.model.config.LegalRule;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Concern;
import vigie.reports.CityReport.Contradiction;
import vigie.reports.CityReport.Extract;
import vigie.reports.CityReport.Finding;
import vigie.reports.CityReport.LegalQuestion;

/** The sections of a city report in prose, as Markdown; each writes nothing where there is nothing to say. */
final class MarkdownSections {

    private final StringBuilder out;
    private final CityPage page;
    private final CityReport report;
    private final Texts texts;

    MarkdownSections(StringBuilder out, CityPage page) {
        this.out = out;
        this.page = page;
        this.report = page.report();
        this.texts = page.texts();
    }

    void findings() {
        section("findings");
        for (Finding finding : report.findings()) {
            out.append("- ").append(Markdown.plain(page.told(finding))).append(' ');
            out.append(page.certainty(finding)).append(' ');
            out.append(Markdown.references(finding.citations())).append('\n');
        }
        out.append('\n');
    }

    void contradictions() {
        if (report.contradictions().isEmpty()) {
            return;
        }
        section("contradictions");
        paragraph(texts.get("contradictions.note"));
        for (Contradiction contradiction : report.contradictions()) {
            paragraph("**" + Markdown.plain(page.name(page.finding(contradiction.deployment()))) + "**");
            paragraph(texts.get("contradictions.says"));
            contradiction.says().forEach(this::quoted);
            paragraph(texts.get("contradictions.denies"));
            contradiction.denies().forEach(this::quoted);
        }
    }

    private void quoted(int number) {
        Citation citation = page.citation(number);
        Markdown.quote(out, "[" + number + "] " + citation.claim().evidence().quote());
    }

    void law() {
        if (report.law().isEmpty()) {
            return;
        }
        section("law");
        paragraph(texts.get("law.note"));
        report.law().forEach(this::question);
    }

    private void question(LegalQuestion question) {
        LegalRule rule = question.rule();
        out.append("### ")
                .append(Markdown.plain(texts.french(rule.reference())))
                .append("\n\n");
        paragraph(
                page.force(rule) + " · " + page.verified(rule) + (rule.url() == null ? "" : " · <" + rule.url() + ">"));
        paragraph(texts.get("law.check"));
        rule.questions()
                .forEach(text -> out.append("- ")
                        .append(Markdown.plain(texts.french(text)))
                        .append('\n'));
        out.append('\n');
        for (Concern concern : question.concerns()) {
            paragraph(texts.labelled(
                            texts.get("law.concerns"), Markdown.plain(page.name(page.finding(concern.deployment()))))
                    + (concern.dated() ? "" : " " + texts.get("law.undated")) + " "
                    + Markdown.references(concern.citations()));
        }
    }

    void request() {
        if (page.missing().isEmpty()) {
            return;
        }
        section("request");
        paragraph(texts.get("request.note"));
        page.missing().forEach(piece -> out.append("- ").append(piece).append('\n'));
        out.append('\n');
    }

    void annex() {
        if (report.extracts().isEmpty()) {
            return;
        }
        section("annex");
        paragraph(texts.get("annex.note"));
        for (Extract extract : report.extracts()) {
            Citation citation = page.citation(extract.citation());
            paragraph("**[" + extract.citation() + "]** "
                    + Markdown.plain(citation.title() == null ? citation.source() : citation.title()));
            quote(extract.before());
            Markdown.quote(out, citation.claim().evidence().quote());
            quote(extract.after());
        }
    }

    private void quote(String text) {
        if (!text.isEmpty()) {
            Markdown.quote(out, text);
        }
    }

    private void section(String key) {
        out.append("## ").append(texts.get(key + ".title")).append("\n\n");
    }

    private void paragraph(String text) {
        out.append(text).append("\n\n");
    }
}
