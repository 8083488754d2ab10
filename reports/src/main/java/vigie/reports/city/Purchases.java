package vigie.reports.city;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Contract;
import vigie.model.PartialDate;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Ending;
import vigie.reports.CityReport.Finding;
import vigie.reports.CityReport.Purchased;

/** The contracts behind the findings, each once, as seen on {@code today}. */
record Purchases(Names names, LocalDate today) {

    /** Oldest first, undated last. */
    List<Purchased> of(List<Finding> findings, List<Citation> citations) {
        Map<String, Contract> contracts = new TreeMap<>();
        findings.forEach(finding ->
                finding.deployment().contracts().forEach(contract -> contracts.put(contract.id(), contract)));
        return contracts.values().stream()
                .sorted(Comparator.comparing(
                        Contract::awarded, Comparator.nullsLast(Comparator.comparing(PartialDate::latest))))
                .map(contract -> purchased(contract, findings, citations))
                .toList();
    }

    private Purchased purchased(Contract contract, List<Finding> findings, List<Citation> citations) {
        List<Finding> bought = findings.stream()
                .filter(finding -> finding.deployment().contracts().stream()
                        .anyMatch(other -> other.id().equals(contract.id())))
                .toList();
        List<Citation> cited = citations.stream()
                .filter(citation -> contract.claims().contains(citation.claim().id()))
                .toList();
        String holder = names.vendor(contract.holder());
        String integrator = names.vendor(contract.integrator());
        return new Purchased(
                contract,
                holder,
                Objects.equals(holder, integrator) ? null : integrator,
                bought.stream()
                        .flatMap(finding -> Stream.ofNullable(finding.vendor()))
                        .filter(name -> !name.equals(holder) || bought.size() == 1)
                        .distinct()
                        .toList(),
                bought.stream()
                        .map(finding -> finding.deployment().technology())
                        .distinct()
                        .toList(),
                numbers(
                        cited,
                        document -> contract.notices().contains(document)
                                && !contract.amendments().contains(document)),
                numbers(cited, contract.amendments()::contains),
                numbers(cited, document -> true),
                ending(contract));
    }

    private static List<Integer> numbers(List<Citation> cited, Predicate<String> document) {
        return cited.stream()
                .filter(citation -> document.test(citation.claim().document()))
                .map(Citation::number)
                .toList();
    }

    /** The day that a source names, else the award and the term, added up; the term may begin later than the award. */
    private @Nullable Ending ending(Contract contract) {
        if (contract.end() != null) {
            return ending(contract.end().latest(), true);
        }
        if (contract.awarded() == null || contract.months() == null) {
            return null;
        }
        return ending(contract.awarded().latest().plusMonths(contract.months()), false);
    }

    private Ending ending(LocalDate day, boolean stated) {
        return new Ending(day, stated, day.isBefore(today), (int) Math.abs(ChronoUnit.MONTHS.between(today, day)));
    }
}
