package vigie.reports.render;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.model.Evidence;
import vigie.reports.AtlasReport;
import vigie.reports.AtlasReport.Entry;
import vigie.reports.AtlasReport.Proof;

/** Writes a report across communes as CSV: one line per deployment with its first proof and the ids of all claims. */
public final class AtlasCsv {

    private static final List<String> COLUMNS = List.of(
            "id",
            "insee",
            "commune",
            "departement",
            "technology",
            "vendor",
            "vendor_name",
            "product",
            "integrator",
            "integrator_name",
            "standing",
            "stage",
            "modality",
            "since",
            "amount",
            "currency",
            "vat",
            "contract_ends",
            "possible_vendors",
            "confidence",
            "review",
            "contradicted",
            "claims",
            "quote",
            "url",
            "page",
            "sha256");

    /** The table; entries that are only possible are told by {@code standing}. */
    public String render(AtlasReport report) {
        Map<Integer, Proof> proofs =
                report.proofs().stream().collect(Collectors.toMap(Proof::number, Function.identity()));
        Stream<List<@Nullable Object>> entries = report.entries().stream()
                .map(entry -> row(entry, entry.standing().name().toLowerCase(Locale.ROOT), proofs));
        Stream<List<@Nullable Object>> possible = report.possible().stream()
                .filter(entry -> !report.entries().contains(entry))
                .map(entry -> row(entry, "possible", proofs));
        return CsvCells.table(COLUMNS, Stream.concat(entries, possible));
    }

    private static List<@Nullable Object> row(Entry entry, String standing, Map<Integer, Proof> proofs) {
        Deployment deployment = entry.deployment();
        Amount amount = deployment.amount();
        Evidence evidence = entry.proofs().stream()
                .map(number ->
                        Objects.requireNonNull(proofs.get(number)).claim().evidence())
                .findFirst()
                .orElse(null);
        return Arrays.asList(
                deployment.id(),
                entry.commune().code(),
                entry.commune().name(),
                entry.commune().departement(),
                deployment.technology().id(),
                deployment.vendor(),
                entry.vendor(),
                deployment.product(),
                deployment.integrator(),
                entry.integrator(),
                standing,
                deployment.stage().id(),
                deployment.modality().id(),
                deployment.since(),
                amount == null ? null : amount.value().toPlainString(),
                amount == null ? null : amount.currency(),
                amount == null ? null : amount.vat(),
                deployment.contracts().stream()
                        .map(Contract::end)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")),
                deployment.possible().stream().map(Deployment.Possible::vendor).collect(Collectors.joining(" ")),
                deployment.confidence(),
                deployment.review().id(),
                deployment.contradicted(),
                deployment.timeline().stream().map(Deployment.Event::claim).collect(Collectors.joining(" ")),
                evidence == null ? null : evidence.quote(),
                evidence == null ? null : evidence.url(),
                evidence == null ? null : evidence.page(),
                evidence == null ? null : evidence.sha256());
    }
}
