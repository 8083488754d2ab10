package vigie.reports.city;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.Departement;
import vigie.model.Deployment;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.SourceCoverage;
import vigie.model.SourceDocument;
import vigie.model.Technology;
import vigie.model.config.Register;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Contradiction;
import vigie.reports.CityReport.Finding;
import vigie.reports.CityReport.Function;
import vigie.reports.CityReport.Period;
import vigie.reports.CityReport.Purchased;

/** Makes city reports: orders findings, numbers citations, puts names to ids. */
public final class CityReports {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Algorithmic surveillance first, the asserted before the denied, the most certain first. */
    private static final Comparator<Deployment> ORDER = Comparator.comparing(
                    (Deployment deployment) -> deployment.technology() != Technology.VSA)
            .thenComparing(deployment -> deployment.modality() != Modality.ASSERTED)
            .thenComparing(Comparator.comparingDouble(Deployment::confidence).reversed())
            .thenComparing(Deployment::id);

    private final Register register;
    private final Names names;
    private final Clock clock;

    public CityReports(Register register, Clock clock) {
        this.register = register;
        this.names = new Names(register);
        this.clock = clock;
    }

    /** The report about a commune. */
    public CityReport of(Commune commune, CityFacts facts) {
        LocalDate today = facts.asOf() == null ? LocalDate.ofInstant(clock.instant(), PARIS) : facts.asOf();
        List<Deployment> deployments =
                facts.deployments().stream().sorted(ORDER).toList();
        Map<String, Claim> claims = new HashMap<>();
        facts.claims().forEach(claim -> claims.put(claim.id(), claim));
        List<Citation> citations = citations(deployments, claims, facts);
        Map<String, Integer> numbers = new HashMap<>();
        citations.forEach(citation -> numbers.put(citation.claim().id(), citation.number()));
        List<Finding> findings = deployments.stream()
                .map(deployment -> finding(deployment, claims, numbers))
                .toList();
        List<Purchased> contracts = new Purchases(names, today).of(findings, citations);
        return new CityReport(
                commune,
                register.communes()
                        .departement(commune.departement())
                        .map(Departement::name)
                        .orElse(commune.departement()),
                clock.instant(),
                facts.asOf(),
                facts.index(),
                findings,
                contradictions(findings, numbers),
                contracts,
                new LegalQuestions(register.law(), today).of(findings, citations),
                new Requests(facts.document()).of(findings, contracts, citations),
                citations,
                new Extracts(facts.claims(), facts.document()).of(citations),
                facts.coverage(),
                facts.ledger(),
                period(facts.coverage()));
    }

    /** Claims in the order in which the findings name them. */
    private List<Citation> citations(List<Deployment> deployments, Map<String, Claim> claims, CityFacts facts) {
        Map<String, Claim> open = new HashMap<>(claims);
        List<Citation> citations = new ArrayList<>();
        for (Deployment deployment : deployments) {
            for (Deployment.Event event : deployment.timeline()) {
                Claim claim = open.remove(event.claim());
                if (claim != null) {
                    citations.add(citation(citations.size() + 1, claim, facts));
                }
            }
        }
        return citations;
    }

    private Citation citation(int number, Claim claim, CityFacts facts) {
        Optional<SourceDocument> document = facts.document().apply(claim.document());
        return new Citation(
                number,
                claim.masked(),
                names.vendor(claim.vendor()),
                document.map(SourceDocument::title).orElse(null),
                document.map(SourceDocument::date).orElse(null),
                names.source(document.map(SourceDocument::source).orElse("")),
                document.map(found -> found.capture().warc()).orElse(null),
                facts.presence().apply(claim.document()).orElse(null),
                facts.review().apply(claim.id()),
                document.map(found -> found.recognised(claim.evidence().page())).orElse(null));
    }

    private Finding finding(Deployment deployment, Map<String, Claim> claims, Map<String, Integer> numbers) {
        return new Finding(
                deployment,
                names.vendor(deployment.vendor()),
                names.product(deployment.product()),
                names.vendor(deployment.integrator()),
                deployment.possible().stream()
                        .map(possible -> names.vendor(possible.vendor()))
                        .filter(Objects::nonNull)
                        .toList(),
                functions(deployment, claims),
                numbers(deployment.timeline().stream(), numbers));
    }

    /** The functions that its asserted claims name, the most named first. */
    private List<Function> functions(Deployment deployment, Map<String, Claim> claims) {
        Map<Function, Long> named = deployment.timeline().stream()
                .map(event -> claims.get(event.claim()))
                .filter(Objects::nonNull)
                .filter(claim -> claim.modality() == deployment.modality())
                .flatMap(claim -> claim.functions().stream())
                .collect(Collectors.groupingBy(
                        names::function,
                        () -> new TreeMap<>(Comparator.comparing(Function::label)),
                        Collectors.counting()));
        return named.entrySet().stream()
                .sorted(Map.Entry.<Function, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Contradiction> contradictions(List<Finding> findings, Map<String, Integer> numbers) {
        return findings.stream()
                .map(Finding::deployment)
                .filter(Deployment::contradicted)
                .map(deployment -> contradiction(deployment, numbers))
                .filter(contradiction -> !contradiction.says().isEmpty()
                        && !contradiction.denies().isEmpty())
                .toList();
    }

    private static Contradiction contradiction(Deployment deployment, Map<String, Integer> numbers) {
        Deployment.Event current =
                new Deployment.Event(deployment.since(), deployment.stage(), deployment.modality(), "");
        return new Contradiction(
                deployment.id(),
                numbers(
                        deployment.timeline().stream()
                                .filter(event ->
                                        event.stage() == current.stage() && event.modality() == current.modality()),
                        numbers),
                numbers(deployment.timeline().stream().filter(event -> event.contradicts(current)), numbers));
    }

    private static List<Integer> numbers(Stream<Deployment.Event> events, Map<String, Integer> numbers) {
        return events.map(event -> numbers.get(event.claim()))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
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
