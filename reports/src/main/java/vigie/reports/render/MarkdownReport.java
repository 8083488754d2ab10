package vigie.reports.render;

import java.time.Month;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Deployment;
import vigie.model.Evidence;
import vigie.model.MonthCounts;
import vigie.model.SourceCoverage;
import vigie.model.SourceLedger;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Finding;

/** Writes a report as Markdown (CommonMark with tables); thread-safe. */
public final class MarkdownReport {

    private final Texts texts;

    public MarkdownReport(Texts texts) {
        this.texts = texts;
    }

    /** The document. */
    public String render(CityReport report) {
        CityPage page = new CityPage(report, texts);
        StringBuilder out = new StringBuilder();
        head(out, page);
        MarkdownSections sections = new MarkdownSections(out, page);
        if (!report.findings().isEmpty()) {
            sections.findings();
            sections.contradictions();
            findings(out, report);
            contracts(out, page);
            votes(out, page);
            timeline(out, page);
            sections.law();
            sections.request();
            evidence(out, page);
        }
        coverage(out, page);
        sections.annex();
        Markdown.end(out, texts, texts.get("made", texts.time(report.generated()), report.index()));
        return out.toString();
    }

    private void head(StringBuilder out, CityPage page) {
        CityReport report = page.report();
        out.append("# ")
                .append(texts.get("title.city", report.commune().name()))
                .append("\n\n");
        out.append(texts.get(
                        "place",
                        report.departement(),
                        texts.get(
                                "place.population",
                                texts.number(report.commune().population())),
                        report.commune().code().value()))
                .append("\n\n");
        out.append(texts.get("question")).append("\n\n");
        out.append(texts.get("made", texts.time(report.generated()), report.index()))
                .append("\n\n");
        if (report.asOf() != null) {
            out.append("**").append(page.asOf()).append("**\n\n");
        }
        out.append("**").append(Markdown.plain(page.lead())).append("**\n\n");
        page.cautions().forEach(sentence -> out.append(Markdown.plain(sentence)).append("\n\n"));
    }

    private void findings(StringBuilder out, CityReport report) {
        section(out, "deployments.title");
        Markdown.row(
                out,
                List.of(
                        texts.get("deployments.technology"),
                        texts.get("deployments.software"),
                        texts.get("deployments.stage"),
                        texts.get("deployments.since"),
                        texts.get("deployments.amount"),
                        texts.get("deployments.integrator"),
                        texts.get("deployments.confidence"),
                        texts.get("deployments.proof")));
        Markdown.row(out, List.of("---", "---", "---", "---", "---", "---", "---", "---"));
        for (Finding finding : report.findings()) {
            Deployment d = finding.deployment();
            Markdown.row(
                    out,
                    List.of(
                            texts.technology(d.technology()),
                            software(finding)
                                    + (finding.possible().isEmpty()
                                            ? ""
                                            : " ("
                                                    + texts.get(
                                                            "deployments.possible",
                                                            String.join(", ", finding.possible()))
                                                    + ")"),
                            texts.stage(d.stage(), d.modality())
                                    + (d.contradicted() ? " (" + texts.get("deployments.contradicted") + ")" : ""),
                            d.since() == null ? "—" : texts.date(d.since()),
                            d.amount() == null ? "—" : texts.amount(d.amount()),
                            orDash(finding.integrator()),
                            texts.confidence(d.confidence()) + ", " + texts.review(d.review()),
                            finding.citations().stream().map(n -> "[" + n + "]").collect(Collectors.joining(" "))));
        }
        out.append('\n').append(texts.get("deployments.note")).append("\n\n");
    }

    private void contracts(StringBuilder out, CityPage page) {
        if (page.contracts().isEmpty()) {
            return;
        }
        section(out, "contracts.title");
        Markdown.row(
                out,
                List.of(
                        texts.get("contracts.reference"),
                        texts.get("deployments.software"),
                        texts.get("contracts.holder"),
                        texts.get("contracts.amounts"),
                        texts.get("contracts.awarded"),
                        texts.get("contracts.term"),
                        texts.get("contracts.notices"),
                        texts.get("contracts.amendments"),
                        texts.get("deployments.proof")));
        Markdown.row(out, List.of("---", "---", "---", "---", "---", "---", "---", "---", "---"));
        for (CityPage.ContractRow contract : page.contracts()) {
            Markdown.row(
                    out,
                    List.of(
                            Markdown.plain(contract.reference()),
                            Markdown.plain(contract.software()),
                            Markdown.plain(contract.holder()),
                            contract.amounts().isEmpty() ? "—" : String.join(texts.separator(), contract.amounts()),
                            contract.awarded(),
                            contract.term()
                                    + (contract.ending().isEmpty() ? "" : texts.separator() + contract.ending()),
                            Markdown.references(contract.notices()),
                            Markdown.references(contract.amendments()),
                            Markdown.references(contract.citations())));
        }
        out.append('\n').append(texts.get("contracts.note")).append("\n\n");
    }

    private void votes(StringBuilder out, CityPage page) {
        if (page.votes().isEmpty()) {
            return;
        }
        section(out, "votes.title");
        Markdown.row(
                out,
                List.of(
                        texts.get("votes.date"),
                        texts.get("votes.decision"),
                        texts.get("votes.result"),
                        texts.get("deployments.proof")));
        Markdown.row(out, List.of("---", "---", "---", "---"));
        for (CityPage.VoteRow vote : page.votes()) {
            Markdown.row(
                    out,
                    List.of(
                            vote.date(),
                            Markdown.plain(vote.decision()),
                            vote.result(),
                            Markdown.references(vote.citations())));
        }
        out.append('\n').append(texts.get("votes.note")).append("\n\n");
    }

    private void timeline(StringBuilder out, CityPage page) {
        section(out, "timeline.title");
        page.timeline()
                .forEach(point -> out.append("- ")
                        .append(texts.labelled(point.date(), point.stage()))
                        .append(", ")
                        .append(Markdown.plain(point.software()))
                        .append(" [")
                        .append(point.citation())
                        .append("]\n"));
        out.append('\n');
    }

    private void evidence(StringBuilder out, CityPage page) {
        section(out, "evidence.title");
        if (page.report().masked() > 0) {
            out.append(texts.get("evidence.masked", page.report().masked())).append("\n\n");
        }
        for (Citation citation : page.report().citations()) {
            Evidence evidence = citation.claim().evidence();
            out.append("**[").append(citation.number()).append("]** ");
            out.append(texts.stage(citation.claim().stage(), citation.claim().modality()));
            out.append(" · ").append(Markdown.plain(page.software(citation)));
            out.append(" · ").append(texts.review(citation.review())).append("\n\n");
            out.append("> ")
                    .append(Markdown.plain(evidence.quote()).replace("\n", "\n> "))
                    .append("\n\n");
            out.append(Markdown.plain(citation.title() == null ? citation.source() : citation.title()));
            if (evidence.page() != null) {
                out.append(", ").append(texts.get("evidence.page", evidence.page()));
            }
            if (citation.recognised() != null) {
                out.append(", ").append(texts.get("evidence.recognised", citation.recognised()));
            }
            if (evidence.url() != null) {
                out.append(" · <").append(evidence.url()).append('>');
            }
            if (evidence.fetched() != null) {
                out.append(" · ").append(texts.get("evidence.fetched", texts.time(evidence.fetched())));
            }
            out.append(" · SHA-256 `").append(evidence.sha256()).append('`');
            String since = texts.since(citation.presence());
            out.append(since.isEmpty() ? "" : " · **" + since + "**").append("\n\n");
        }
    }

    private void coverage(StringBuilder out, CityPage page) {
        CityReport report = page.report();
        section(out, "coverage.title");
        out.append(texts.get("coverage.note")).append("\n\n");
        if (report.coverage().isEmpty()) {
            out.append(texts.get("coverage.none")).append("\n\n");
            return;
        }
        Markdown.row(
                out,
                List.of(
                        texts.get("coverage.source"),
                        texts.get("coverage.read"),
                        texts.get("coverage.without-text"),
                        texts.get("coverage.failed"),
                        texts.get("coverage.refused"),
                        texts.get("coverage.last")));
        Markdown.row(out, List.of("---", "---:", "---:", "---:", "---:", "---"));
        for (SourceCoverage coverage : report.coverage()) {
            Markdown.row(
                    out,
                    List.of(
                            coverage.name() + (coverage.url() == null ? "" : " <" + coverage.url() + ">"),
                            texts.number(coverage.read()),
                            texts.number(coverage.noText()),
                            texts.number(coverage.failed() + coverage.unreadable()),
                            texts.number(coverage.refused()),
                            (coverage.lastSuccess() == null
                                            ? texts.get("coverage.never")
                                            : texts.time(coverage.lastSuccess()))
                                    + (coverage.unreachable() ? " (" + texts.silence(coverage) + ")" : "")));
        }
        out.append('\n');
        months(out, page);
    }

    private void months(StringBuilder out, CityPage page) {
        out.append("### ").append(texts.get("coverage.months")).append("\n\n");
        for (SourceLedger ledger : page.report().ledger()) {
            MonthGrid grid = MonthGrid.of(ledger);
            out.append("**").append(Markdown.plain(ledger.name())).append("**\n\n");
            Markdown.row(
                    out,
                    Stream.concat(
                                    Stream.of(texts.get("coverage.year")),
                                    Stream.of(Month.values()).map(texts::month))
                            .toList());
            Markdown.row(out, Collections.nCopies(1 + Month.values().length, "---:"));
            for (MonthGrid.Row year : grid.rows()) {
                Markdown.row(
                        out,
                        Stream.concat(
                                        Stream.of(year.years()),
                                        year.cells().stream().map(MonthGrid.Cell::text))
                                .toList());
            }
            out.append('\n');
            if (!ledger.undated().equals(MonthCounts.none())) {
                out.append(texts.undated(ledger.undated())).append("\n\n");
            }
        }
        page.coverageStates()
                .forEach(state -> out.append("- `")
                        .append(MonthGrid.sign(state))
                        .append("` ")
                        .append(texts.get("coverage.state." + state.id() + ".long"))
                        .append('\n'));
        out.append("\n").append(texts.get("coverage.months.note")).append("\n\n");
    }

    private void section(StringBuilder out, String key) {
        out.append("## ").append(texts.get(key)).append("\n\n");
    }

    private String software(Finding finding) {
        String unnamed = texts.unnamed(finding.deployment().technology());
        return finding.vendor() != null ? finding.vendor() : unnamed.isEmpty() ? "—" : unnamed;
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "—" : Markdown.plain(text);
    }
}
