package vigie.reports.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Deployment;
import vigie.model.Modality;
import vigie.model.SourceCoverage;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Finding;
import vigie.reports.CityReport.Period;

/** The first lines of a report: what was found, and what that is worth, in plain sentences. */
final class Summary {

    private final CityReport report;
    private final Texts texts;

    Summary(CityReport report, Texts texts) {
        this.report = report;
        this.texts = texts;
    }

    /** The sentence that people will quote. */
    String lead() {
        List<Finding> found = of(true);
        String name = report.commune().name();
        if (found.isEmpty()) {
            return texts.get("summary.none", name, texts.get("summary.documents", report.documentsRead()));
        }
        List<Finding> cases =
                found.stream().filter(finding -> !isDenied(finding)).toList();
        if (cases.isEmpty()) {
            return texts.get("summary.denied", name);
        }
        return texts.get(
                "summary.some",
                cases.size(),
                name,
                cases.stream().map(this::item).collect(texts.joining()));
    }

    /** What one must know to weigh the first sentence. */
    List<String> cautions() {
        List<String> sentences = new ArrayList<>();
        if (of(true).isEmpty()) {
            sentences.add(texts.get("summary.none.caution"));
        }
        List<Finding> denied = of(true).stream().filter(Summary::isDenied).toList();
        if (!denied.isEmpty() && denied.size() < of(true).size()) {
            sentences.add(texts.get(
                    "summary.denied-too", denied.stream().map(this::item).collect(texts.joining())));
        }
        List<Finding> cases =
                of(true).stream().filter(finding -> !isDenied(finding)).toList();
        if (cases.size() > 1 && cases.stream().anyMatch(finding -> finding.vendor() == null)) {
            sentences.add(texts.get("summary.maybe-same"));
        }
        if (!of(false).isEmpty()) {
            sentences.add(texts.get(
                    "summary.other", of(false).stream().map(this::neighbour).collect(texts.joining())));
        }
        sentences.add(texts.get("summary.read", report.documentsRead(), period(report.period())));
        if (report.documentsWithoutText() > 0) {
            sentences.add(texts.get("summary.scans", report.documentsWithoutText()));
        }
        for (SourceCoverage.Silence silence : SourceCoverage.Silence.values()) {
            List<SourceCoverage> silent = report.coverage().stream()
                    .filter(source -> source.silence() == silence)
                    .toList();
            if (!silent.isEmpty()) {
                sentences.add(texts.get(
                        "summary.silence." + silence.id(),
                        silent.size(),
                        silent.stream().map(SourceCoverage::name).collect(Collectors.joining(", "))));
            }
        }
        return sentences;
    }

    /** A deployment's state and since when, as in "in use since March 2021". */
    String state(Deployment deployment) {
        String stage = texts.stage(deployment.stage(), deployment.modality());
        if (deployment.since() == null) {
            return stage;
        }
        boolean lasting = deployment.stage() == Stage.IN_USE || deployment.stage() == Stage.SUSPENDED;
        boolean day = deployment.since().day() != null;
        String key = lasting && deployment.modality() == Modality.ASSERTED ? "since.date" : "since.on";
        String date = texts.date(deployment.since());
        return stage + " "
                + (key.equals("since.on") && !day ? "(" + date + ")" : texts.get(key, since(date, key, day)));
    }

    /** French says "depuis le 3 mai" but "depuis mai". */
    private String since(String date, String key, boolean day) {
        return key.equals("since.date") && day && texts.language().equals("fr") ? "le " + date : date;
    }

    /** What, since when, by whom, for how much; each only where it is known. */
    String told(Finding finding) {
        Deployment deployment = finding.deployment();
        String technology = texts.technology(deployment.technology());
        String product = finding.product() == null ? "" : " " + finding.product();
        List<String> parts = new ArrayList<>();
        parts.add(
                finding.vendor() == null
                        ? texts.get(unnamed(deployment), technology, state(deployment))
                        : texts.get("findings.named", finding.vendor() + product, technology, state(deployment)));
        if (finding.integrator() != null) {
            parts.add(texts.get("findings.integrator", finding.integrator()));
        }
        if (deployment.amount() != null) {
            parts.add(texts.get("findings.amount", texts.amount(deployment.amount())));
        }
        if (!finding.functions().isEmpty()) {
            parts.add(texts.get("findings.functions", functions(finding)));
        }
        if (!finding.possible().isEmpty()) {
            parts.add(texts.get("findings.possible", String.join(", ", finding.possible())));
        }
        return String.join(texts.separator(), parts) + ".";
    }

    private String functions(Finding finding) {
        return finding.functions().stream().map(texts::function).collect(Collectors.joining(", "));
    }

    private static String unnamed(Deployment deployment) {
        return deployment.technology() == Technology.VIDEOPROTECTION ? "findings.cameras" : "findings.unnamed";
    }

    private static boolean isDenied(Finding finding) {
        return finding.deployment().modality() == Modality.NEGATED;
    }

    private List<Finding> of(boolean vsa) {
        return report.findings().stream()
                .filter(finding -> (finding.deployment().technology() == Technology.VSA) == vsa)
                .toList();
    }

    private String item(Finding finding) {
        String software = finding.vendor() == null ? texts.get("summary.unknown-vendor") : finding.vendor();
        return texts.get("summary.item", software, state(finding.deployment()));
    }

    private String neighbour(Finding finding) {
        return texts.get(
                "summary.item", texts.technology(finding.deployment().technology()), state(finding.deployment()));
    }

    private String period(@Nullable Period period) {
        return period == null ? "" : texts.get("summary.period", texts.date(period.from()), texts.date(period.to()));
    }
}
