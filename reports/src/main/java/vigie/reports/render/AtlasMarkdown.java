package vigie.reports.render;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.model.Evidence;
import vigie.model.id.InseeCode;
import vigie.reports.AtlasReport;
import vigie.reports.AtlasReport.Arrivals;
import vigie.reports.AtlasReport.Firm;
import vigie.reports.AtlasReport.Proof;
import vigie.reports.render.AtlasPage.Row;

/** Writes a report across communes as Markdown (CommonMark with tables); thread-safe. */
public final class AtlasMarkdown {

    private final Texts texts;
    private final FranceMap france = FranceMap.read();

    public AtlasMarkdown(Texts texts) {
        this.texts = texts;
    }

    /**
     * The document.
     *
     * @param cities where the report about a commune is to be found, for those that have one
     */
    public String render(AtlasReport report, Map<InseeCode, String> cities) {
        AtlasPage page = new AtlasPage(report, texts, france, cities::get);
        StringBuilder out = new StringBuilder();
        out.append("# ")
                .append(plain(page.title()))
                .append("\n\n")
                .append(plain(page.question()))
                .append("\n\n")
                .append(texts.get("made", texts.time(report.generated()), report.index()))
                .append("\n\n**")
                .append(plain(page.lead()))
                .append("**\n\n");
        page.cautions().forEach(sentence -> out.append(plain(sentence)).append("\n\n"));
        firm(out, page);
        counts(out, page);
        rows(out, "atlas.told", page.told());
        rows(out, "atlas.supposed", page.supposed());
        rows(out, "atlas.possible", page.possible());
        rows(out, "atlas.denied", page.denied());
        rows(out, "atlas.contradicted", page.contradicted());
        partners(out, page);
        prices(out, page);
        changes(out, page);
        arrivals(out, page);
        section(out, "coverage.title").append(plain(page.reading())).append("\n\n");
        unanswered(out, report);
        proofs(out, page);
        Markdown.end(out, texts, texts.get("made", texts.time(report.generated()), report.index()));
        return out.toString();
    }

    private void firm(StringBuilder out, AtlasPage page) {
        Firm firm = page.firm();
        if (firm == null) {
            return;
        }
        out.append("- ").append(page.role(firm)).append('\n');
        if (!firm.aliases().isEmpty()) {
            out.append("- ")
                    .append(plain(texts.get("atlas.aliases", String.join(", ", firm.aliases()))))
                    .append('\n');
        }
        page.products()
                .forEach(product -> out.append("- ").append(plain(product)).append('\n'));
        out.append('\n');
        if (!page.otherProducts().isEmpty()) {
            out.append(plain(page.otherProducts())).append("\n\n");
        }
    }

    private void counts(StringBuilder out, AtlasPage page) {
        if (page.counts().isEmpty()) {
            return;
        }
        section(out, "atlas.counts");
        head(out, "deployments.technology", "deployments.stage", "atlas.communes");
        page.counts()
                .forEach(count -> row(out, List.of(count.technology(), count.stage(), texts.number(count.communes()))));
        out.append('\n');
    }

    private void rows(StringBuilder out, String key, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        section(out, key);
        head(
                out,
                "atlas.commune",
                "deployments.software",
                "deployments.stage",
                "deployments.since",
                "deployments.amount",
                "contracts.term",
                "deployments.integrator",
                "deployments.confidence",
                "deployments.proof");
        for (Row row : rows) {
            row(
                    out,
                    List.of(
                            linked(row) + " (" + plain(row.departement()) + ")",
                            Stream.of(row.software(), row.product(), row.technology())
                                            .filter(text -> !text.isEmpty())
                                            .map(AtlasMarkdown::plain)
                                            .collect(Collectors.joining(", "))
                                    + (row.possible().isEmpty()
                                            ? ""
                                            : " (" + plain(texts.get("deployments.possible", row.possible())) + ")"),
                            row.stage()
                                    + (row.contradicted() ? " (" + texts.get("deployments.contradicted") + ")" : ""),
                            orDash(row.since()),
                            orDash(row.amount()),
                            orDash(row.term()),
                            orDash(plain(row.integrator())),
                            row.confidence() + ", " + row.review(),
                            row.proofs().stream()
                                    .map(number -> "[" + number + "]")
                                    .collect(Collectors.joining(" "))));
        }
        out.append('\n').append(texts.get(key + ".note")).append("\n\n");
    }

    private static String linked(Row row) {
        return row.href() == null ? plain(row.commune()) : "[" + plain(row.commune()) + "](" + row.href() + ")";
    }

    private void partners(StringBuilder out, AtlasPage page) {
        if (page.partners().isEmpty()) {
            return;
        }
        section(out, page.firm() == null ? "atlas.vendors" : "atlas.partners");
        head(out, "atlas.firm", "atlas.communes", "atlas.in-use", "atlas.contracts", "atlas.sums");
        page.partners()
                .forEach(partner -> row(
                        out,
                        List.of(
                                plain(partner.name()),
                                texts.number(partner.communes()),
                                texts.number(partner.inUse()),
                                texts.number(partner.contracts()),
                                partner.prices())));
        out.append('\n');
    }

    private void prices(StringBuilder out, AtlasPage page) {
        if (!page.prices().isEmpty()) {
            section(out, "atlas.prices");
            page.prices().forEach(price -> out.append("- ").append(price).append('\n'));
            out.append('\n').append(texts.get("atlas.prices.note")).append("\n\n");
        }
    }

    private void changes(StringBuilder out, AtlasPage page) {
        if (!page.changes().isEmpty()) {
            section(out, "atlas.changes");
            page.changes()
                    .forEach(change -> out.append("- ")
                            .append(plain(texts.get(
                                    "atlas.change",
                                    change.date(),
                                    change.commune(),
                                    change.stage(),
                                    change.software())))
                            .append(" [")
                            .append(change.proof())
                            .append("]\n"));
            out.append('\n');
        }
    }

    private void arrivals(StringBuilder out, AtlasPage page) {
        if (!page.report().arrivals().isEmpty()) {
            section(out, "atlas.arrivals");
            head(out, "coverage.year", "atlas.communes");
            for (Arrivals year : page.report().arrivals()) {
                row(out, List.of(String.valueOf(year.year()), texts.number(year.communes())));
            }
            out.append('\n');
        }
    }

    private void unanswered(StringBuilder out, AtlasReport report) {
        List<String> names = report.coverage().unanswered();
        if (!names.isEmpty()) {
            out.append(plain(texts.get("summary.unanswered", names.size(), String.join(", ", names))))
                    .append("\n\n");
        }
    }

    private void proofs(StringBuilder out, AtlasPage page) {
        if (page.report().proofs().isEmpty()) {
            return;
        }
        section(out, "evidence.title");
        for (Proof proof : page.report().proofs()) {
            Evidence evidence = proof.claim().evidence();
            out.append("**[").append(proof.number()).append("]** ");
            out.append(texts.stage(proof.claim().stage(), proof.claim().modality()));
            out.append(" · ").append(plain(page.software(proof))).append("\n\n> ");
            out.append(plain(evidence.quote()).replace("\n", "\n> ")).append("\n\n");
            out.append(plain(proof.title() == null ? proof.source() : proof.title()));
            if (evidence.page() != null) {
                out.append(", ").append(texts.get("evidence.page", evidence.page()));
            }
            if (proof.recognised() != null) {
                out.append(", ").append(texts.get("evidence.recognised", proof.recognised()));
            }
            if (evidence.url() != null) {
                out.append(" · <").append(evidence.url()).append('>');
            }
            out.append(" · SHA-256 `").append(evidence.sha256()).append("` · `");
            out.append(proof.claim().id()).append("`\n\n");
        }
    }

    private StringBuilder section(StringBuilder out, String key) {
        return out.append("## ").append(texts.get(key)).append("\n\n");
    }

    private void head(StringBuilder out, String... keys) {
        row(out, Stream.of(keys).map(key -> texts.get(key)).toList());
        row(out, Collections.nCopies(keys.length, "---"));
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append("| ")
                .append(cells.stream()
                        .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "—" : text;
    }

    /** Text of others, in which Markdown's signs must not work. */
    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
    }
}
