package vigie.reports.city;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.Contract;
import vigie.model.Departement;
import vigie.model.Deployment;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.SourceCoverage;
import vigie.model.SourceDocument;
import vigie.model.Technology;
import vigie.model.config.Product;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Finding;
import vigie.reports.CityReport.Period;
import vigie.reports.CityReport.Purchased;

/** Makes city reports: orders findings, numbers citations, puts names to ids. */
public final class CityReports {

    /** Algorithmic surveillance first, the asserted before the denied, the most certain first. */
    private static final Comparator<Deployment> ORDER = Comparator.comparing(
                    (Deployment deployment) -> deployment.technology() != Technology.VSA)
            .thenComparing(deployment -> deployment.modality() != Modality.ASSERTED)
            .thenComparing(Comparator.comparingDouble(Deployment::confidence).reversed())
            .thenComparing(Deployment::id);

    private final Project project;
    private final Clock clock;

    public CityReports(Project project, Clock clock) {
        this.project = project;
        this.clock = clock;
    }

    /** The report about a commune. */
    public CityReport of(Commune commune, CityFacts facts) {
        List<Deployment> deployments =
                facts.deployments().stream().sorted(ORDER).toList();
        List<Citation> citations = citations(deployments, facts);
        Map<String, Integer> numbers = new HashMap<>();
        citations.forEach(citation -> numbers.put(citation.claim().id(), citation.number()));
        List<Finding> findings = deployments.stream()
                .map(deployment -> finding(deployment, numbers))
                .toList();
        return new CityReport(
                commune,
                project.communes()
                        .departement(commune.departement())
                        .map(Departement::name)
                        .orElse(commune.departement()),
                clock.instant(),
                facts.index(),
                findings,
                contracts(findings, citations),
                citations,
                facts.coverage(),
                facts.ledger(),
                period(facts.coverage()));
    }

    /** Claims in the order in which the findings name them. */
    private List<Citation> citations(List<Deployment> deployments, CityFacts facts) {
        Map<String, Claim> claims = new HashMap<>();
        facts.claims().forEach(claim -> claims.put(claim.id(), claim));
        List<Citation> citations = new ArrayList<>();
        for (Deployment deployment : deployments) {
            for (Deployment.Event event : deployment.timeline()) {
                Claim claim = claims.remove(event.claim());
                if (claim != null) {
                    citations.add(citation(citations.size() + 1, claim, facts));
                }
            }
        }
        return citations;
    }

    private Citation citation(int number, Claim claim, CityFacts facts) {
        Optional<SourceDocument> document = facts.document().apply(claim.document());
        String source = document.map(SourceDocument::source).orElse("");
        return new Citation(
                number,
                claim.masked(),
                vendor(claim.vendor()),
                document.map(SourceDocument::title).orElse(null),
                document.map(SourceDocument::date).orElse(null),
                project.source(source).map(found -> found.name()).orElse(source),
                document.map(found -> found.capture().warc()).orElse(null),
                facts.presence().apply(claim.document()).orElse(null),
                document.map(found -> found.recognised(claim.evidence().page())).orElse(null));
    }

    private Finding finding(Deployment deployment, Map<String, Integer> numbers) {
        return new Finding(
                deployment,
                vendor(deployment.vendor()),
                product(deployment.product()),
                vendor(deployment.integrator()),
                deployment.possible().stream()
                        .map(possible -> vendor(possible.vendor()))
                        .filter(Objects::nonNull)
                        .toList(),
                deployment.timeline().stream()
                        .map(event -> numbers.get(event.claim()))
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList());
    }

    private List<Purchased> contracts(List<Finding> findings, List<Citation> citations) {
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
        String holder = vendor(contract.holder());
        String integrator = vendor(contract.integrator());
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
                numbers(cited, document -> true));
    }

    private static List<Integer> numbers(List<Citation> cited, Predicate<String> document) {
        return cited.stream()
                .filter(citation -> document.test(citation.claim().document()))
                .map(Citation::number)
                .toList();
    }

    private @Nullable String vendor(@Nullable String id) {
        return id == null ? null : project.vendor(id).map(Vendor::name).orElse(id);
    }

    private @Nullable String product(@Nullable String id) {
        Stream<Product> products = project.lexicon().vendors().stream().flatMap(vendor -> vendor.products().stream());
        return id == null
                ? null
                : products.filter(product -> product.id().equals(id))
                        .map(Product::name)
                        .findFirst()
                        .orElse(id);
    }

    private static @Nullable Period period(List<SourceCoverage> coverage) {
        Optional<LocalDate> from = coverage.stream()
                .flatMap(source -> Stream.ofNullable(source.oldest()))
                .map(PartialDate::earliest)
                .min(Comparator.naturalOrder());
        Optional<LocalDate> to = coverage.stream()
                .flatMap(source -> Stream.ofNullable(source.newest()))
                .map(PartialDate::latest)
                .max(Comparator.naturalOrder());
        return from.isEmpty() || to.isEmpty() ? null : new Period(from.get(), to.get());
    }
}
