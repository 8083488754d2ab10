package vigie.reports.atlas;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Contract;
import vigie.model.Departement;
import vigie.model.Deployment;
import vigie.model.PartialDate;
import vigie.model.SourceCoverage;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.config.Product;
import vigie.model.config.Project;
import vigie.model.config.TermForm;
import vigie.model.config.Vendor;
import vigie.model.id.InseeCode;
import vigie.reports.AtlasReport;
import vigie.reports.AtlasReport.Arrivals;
import vigie.reports.AtlasReport.Change;
import vigie.reports.AtlasReport.Entry;
import vigie.reports.AtlasReport.Firm;
import vigie.reports.AtlasReport.Named;
import vigie.reports.AtlasReport.Partner;
import vigie.reports.AtlasReport.Standing;
import vigie.reports.AtlasReport.Subject;
import vigie.reports.AtlasReport.Territory;

/** Makes reports across communes: orders, counts and cites what the index knows. Thread-safe. */
public final class AtlasReports {

    private static final int CHANGES = 15;

    /** Signs of forms that stand for several. */
    private static final Pattern PATTERN = Pattern.compile("[{}()|]");

    /** In life order; what ended or was turned down comes last. */
    private static final List<Stage> ADVANCE = List.of(
            Stage.IN_USE,
            Stage.TRIAL,
            Stage.AWARDED,
            Stage.TENDERED,
            Stage.APPROVED,
            Stage.PROPOSED,
            Stage.MENTIONED,
            Stage.SUSPENDED,
            Stage.ENDED,
            Stage.REJECTED);

    private static final Comparator<Deployment> ORDER = Comparator.comparing(Deployment::technology)
            .thenComparing(Deployment::modality)
            .thenComparing(deployment -> ADVANCE.indexOf(deployment.stage()))
            .thenComparing(Comparator.comparingDouble(Deployment::confidence).reversed())
            .thenComparing(deployment -> deployment.commune().name())
            .thenComparing(Deployment::id);

    private static final Comparator<Partner> MOST_FIRST = Comparator.comparing(
                    (Partner partner) -> partner.id() == null)
            .thenComparing(Comparator.comparingInt(Partner::communes).reversed())
            .thenComparing(Comparator.comparingInt(Partner::inUse).reversed())
            .thenComparing(partner -> Objects.toString(partner.name(), ""));

    private final Project project;
    private final Clock clock;

    public AtlasReports(Project project, Clock clock) {
        this.project = project;
        this.clock = clock;
    }

    /** The report about a vendor; of the deployments only those count that have to do with it. */
    public AtlasReport vendor(Vendor vendor, AtlasFacts facts) {
        Proofs proofs = new Proofs(project, facts);
        List<Entry> entries =
                entries(facts.deployments().stream().filter(deployment -> names(deployment, vendor.id())), proofs);
        List<Entry> possible = entries(
                facts.deployments().stream()
                        .filter(deployment -> !names(deployment, vendor.id()))
                        .filter(deployment -> deployment.possible().stream()
                                .anyMatch(maker -> maker.vendor().equals(vendor.id()))),
                proofs);
        return report(
                firm(vendor, entries),
                entries,
                possible,
                entry -> vendor.id().equals(entry.deployment().vendor())
                        ? entry.deployment().integrator()
                        : entry.deployment().vendor(),
                proofs,
                facts,
                null);
    }

    /** The report about a département, or about the whole country for null. */
    public AtlasReport territory(@Nullable Departement departement, AtlasFacts facts) {
        Proofs proofs = new Proofs(project, facts);
        List<Entry> entries = entries(facts.deployments().stream(), proofs);
        return report(
                departement == null ? new Territory(null, "") : new Territory(departement.code(), departement.name()),
                entries,
                entries.stream().filter(entry -> !entry.possible().isEmpty()).toList(),
                entry -> entry.deployment().vendor(),
                proofs,
                facts,
                departement);
    }

    private AtlasReport report(
            Subject subject,
            List<Entry> entries,
            List<Entry> possible,
            Function<Entry, @Nullable String> partner,
            Proofs proofs,
            AtlasFacts facts,
            @Nullable Departement departement) {
        List<Entry> told = entries.stream()
                .filter(entry -> entry.standing() == Standing.TOLD)
                .filter(entry -> subject instanceof Firm || entry.deployment().technology() == Technology.VSA)
                .toList();
        List<Change> changes = changes(entries, proofs);
        return new AtlasReport(
                subject,
                clock.instant(),
                facts.index(),
                entries,
                possible,
                partners(told, partner),
                Prices.of(Prices.contracts(told)),
                arrivals(told),
                changes,
                proofs.all(),
                Readings.of(sources(facts.coverage(), departement), communes(departement)));
    }

    private List<Entry> entries(Stream<Deployment> deployments, Proofs proofs) {
        return deployments
                .sorted(ORDER)
                .flatMap(deployment -> entry(deployment, proofs).stream())
                .toList();
    }

    private Optional<Entry> entry(Deployment deployment, Proofs proofs) {
        return project.communes()
                .currentOf(deployment.commune().insee())
                .map(commune -> new Entry(
                        deployment,
                        commune,
                        project.communes()
                                .departement(commune.departement())
                                .map(Departement::name)
                                .orElse(commune.departement()),
                        name(deployment.vendor()),
                        product(deployment.product()),
                        name(deployment.integrator()),
                        deployment.possible().stream()
                                .flatMap(maker -> Stream.ofNullable(name(maker.vendor())))
                                .toList(),
                        proofs.of(deployment)));
    }

    private static boolean names(Deployment deployment, String vendor) {
        return vendor.equals(deployment.vendor()) || vendor.equals(deployment.integrator());
    }

    private Firm firm(Vendor vendor, List<Entry> entries) {
        List<String> aliases = vendor.aliases().stream()
                .map(TermForm::text)
                .filter(alias -> !PATTERN.matcher(alias).find())
                .filter(alias -> !alias.equalsIgnoreCase(vendor.name()))
                .distinct()
                .toList();
        List<Named> products = vendor.products().stream()
                .map(product -> new Named(
                        product.name(),
                        communes(entries.stream()
                                .filter(entry -> entry.standing() == Standing.TOLD)
                                .filter(entry ->
                                        product.id().equals(entry.deployment().product())))))
                .sorted(Comparator.comparingInt(Named::communes).reversed())
                .toList();
        return new Firm(vendor.id(), vendor.name(), vendor.role(), aliases, products);
    }

    private List<Partner> partners(List<Entry> told, Function<Entry, @Nullable String> partner) {
        Map<String, List<Entry>> by =
                told.stream().collect(Collectors.groupingBy(entry -> Objects.toString(partner.apply(entry), "")));
        return by.entrySet().stream()
                .map(group -> partner(group.getKey().isEmpty() ? null : group.getKey(), group.getValue()))
                .sorted(MOST_FIRST)
                .toList();
    }

    private Partner partner(@Nullable String id, List<Entry> entries) {
        Collection<Contract> contracts = Prices.contracts(entries);
        return new Partner(
                id,
                name(id),
                communes(entries.stream()),
                communes(entries.stream().filter(entry -> entry.deployment().stage() == Stage.IN_USE)),
                contracts.size(),
                Prices.of(contracts));
    }

    private static int communes(Stream<Entry> entries) {
        return (int) entries.map(entry -> entry.commune().code()).distinct().count();
    }

    private static List<Arrivals> arrivals(List<Entry> told) {
        Map<InseeCode, Integer> first = told.stream()
                .flatMap(entry -> entry.deployment().timeline().stream()
                        .flatMap(event -> Stream.ofNullable(event.date()))
                        .map(date -> Map.entry(entry.commune().code(), date.year())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::min));
        return first.values().stream()
                .collect(Collectors.groupingBy(year -> year, TreeMap::new, Collectors.summingInt(year -> 1)))
                .entrySet()
                .stream()
                .map(year -> new Arrivals(year.getKey(), year.getValue()))
                .toList();
    }

    /** The latest events of all entries. */
    private static List<Change> changes(List<Entry> entries, Proofs proofs) {
        return entries.stream()
                .flatMap(entry -> entry.deployment().timeline().stream()
                        .filter(event -> event.date() != null)
                        .map(event -> Map.entry(entry.deployment().id(), event)))
                .sorted(Comparator.comparing((Map.Entry<String, Deployment.Event> pair) ->
                                latest(pair.getValue().date()))
                        .reversed()
                        .thenComparing(pair -> pair.getValue().claim()))
                .limit(CHANGES)
                .flatMap(pair -> change(pair.getKey(), pair.getValue(), proofs).stream())
                .toList();
    }

    private static PartialDate latest(@Nullable PartialDate date) {
        return Objects.requireNonNull(date, "only dated events are sorted");
    }

    private static Optional<Change> change(String deployment, Deployment.Event event, Proofs proofs) {
        return proofs.number(event.claim())
                .map(number -> new Change(latest(event.date()), deployment, event.stage(), event.modality(), number));
    }

    private List<Commune> communes(@Nullable Departement departement) {
        return project.communes().all().stream()
                .filter(commune -> commune.type() == CommuneType.ACTUELLE)
                .filter(commune -> departement == null || commune.departement().equals(departement.code()))
                .toList();
    }

    /** The sources that publish for the territory; of a département not those of the whole country. */
    private List<SourceCoverage> sources(List<SourceCoverage> all, @Nullable Departement departement) {
        return all.stream()
                .filter(source -> departement == null
                        || departement.code().equals(source.departement())
                        || (source.commune() != null
                                && departement.code().equals(source.commune().departement())))
                .toList();
    }

    private @Nullable String name(@Nullable String id) {
        return id == null ? null : project.firm(id).name();
    }

    private @Nullable String product(@Nullable String id) {
        return id == null ? null : project.product(id).map(Product::name).orElse(id);
    }
}
