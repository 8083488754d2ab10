package vigie.reports.render;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.Vote;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Finding;

/** Writes a city report as CSV: one line per finding and citation that proves it. */
public final class CityCsv {

    private static final List<String> COLUMNS = List.of(
            "deployment",
            "insee",
            "commune",
            "technology",
            "vendor",
            "vendor_name",
            "product",
            "integrator",
            "integrator_name",
            "stage",
            "modality",
            "since",
            "confidence",
            "review",
            "contradicted",
            "citation",
            "claim",
            "claim_stage",
            "claim_modality",
            "claim_date",
            "claim_amount",
            "currency",
            "vat",
            "claim_functions",
            "vote_unanimous",
            "vote_for",
            "vote_against",
            "vote_abstained",
            "quote",
            "title",
            "published",
            "source",
            "url",
            "page",
            "sha256",
            "fetched",
            "vanished");

    /** The table. */
    public String render(CityReport report) {
        Map<Integer, Citation> citations =
                report.citations().stream().collect(Collectors.toMap(Citation::number, Function.identity()));
        return CsvCells.table(
                COLUMNS,
                report.findings().stream()
                        .flatMap(finding -> finding.citations().stream()
                                .map(number -> row(finding, Objects.requireNonNull(citations.get(number))))));
    }

    private static List<@Nullable Object> row(Finding finding, Citation citation) {
        return Stream.concat(finding(finding).stream(), citation(citation).stream())
                .toList();
    }

    private static List<@Nullable Object> finding(Finding finding) {
        Deployment deployment = finding.deployment();
        return Arrays.asList(
                deployment.id(),
                deployment.commune().insee(),
                deployment.commune().name(),
                deployment.technology().id(),
                deployment.vendor(),
                finding.vendor(),
                deployment.product(),
                deployment.integrator(),
                finding.integrator(),
                deployment.stage().id(),
                deployment.modality().id(),
                deployment.since(),
                deployment.confidence(),
                deployment.review().id(),
                deployment.contradicted());
    }

    private static List<@Nullable Object> citation(Citation citation) {
        Claim claim = citation.claim();
        Amount amount = claim.amount();
        Vote vote = claim.vote();
        return Arrays.asList(
                citation.number(),
                claim.id(),
                claim.stage().id(),
                claim.modality().id(),
                claim.date(),
                amount == null ? null : amount.value().toPlainString(),
                amount == null ? null : amount.currency(),
                amount == null ? null : amount.vat(),
                String.join(" ", claim.functions()),
                vote == null ? null : vote.unanimous(),
                vote == null ? null : vote.inFavour(),
                vote == null ? null : vote.against(),
                vote == null ? null : vote.abstained(),
                claim.evidence().quote(),
                citation.title(),
                citation.published(),
                citation.source(),
                claim.evidence().url(),
                claim.evidence().page(),
                claim.evidence().sha256(),
                claim.evidence().fetched(),
                citation.presence() == null ? null : citation.presence().vanished());
    }
}
