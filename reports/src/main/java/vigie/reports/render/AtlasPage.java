package vigie.reports.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Commune;
import vigie.model.CommuneRef;
import vigie.model.Deployment;
import vigie.model.Modality;
import vigie.model.ReviewState;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.reports.AtlasReport;
import vigie.reports.AtlasReport.Change;
import vigie.reports.AtlasReport.Coverage;
import vigie.reports.AtlasReport.Entry;
import vigie.reports.AtlasReport.Firm;
import vigie.reports.AtlasReport.Named;
import vigie.reports.AtlasReport.Partner;
import vigie.reports.AtlasReport.Price;
import vigie.reports.AtlasReport.Proof;
import vigie.reports.AtlasReport.Standing;
import vigie.reports.AtlasReport.Territory;

/** What templates ask of a report across communes beyond the report itself. */
public record AtlasPage(AtlasReport report, Texts texts, FranceMap france, AtlasLinks links) {

    private static final Comparator<Map.Entry<Stage, Long>> MOST_ADVANCED_FIRST = Comparator.comparing(
                    (Map.Entry<Stage, Long> stage) -> Tone.of(stage.getKey(), Modality.ASSERTED))
            .reversed();

    private static final Comparator<Entry> MOST_TELLING_FIRST =
            Comparator.comparing((Entry entry) -> tone(entry)).reversed();

    /**
     * A deployment in a table, as people read it.
     *
     * @param href of the commune's report, or null
     * @param departementHref of its département's report, or null
     * @param why how one knows of it, or null
     * @param software its vendor, or a dash
     * @param vendorHref of the vendor's report, or null
     * @param product or empty
     * @param since since or on which day, or empty
     * @param amount or empty
     * @param term of its contracts and when they end, or empty
     * @param integrator or empty
     * @param integratorHref of the integrator's report, or null
     * @param possible who may be behind it, or empty
     * @param reviewed what {@code review} says
     */
    public record Row(
            String commune,
            @Nullable String href,
            String departement,
            @Nullable String departementHref,
            @Nullable String why,
            String software,
            @Nullable String vendorHref,
            String product,
            String technology,
            String stage,
            Tone tone,
            boolean contradicted,
            String since,
            String amount,
            String term,
            String integrator,
            @Nullable String integratorHref,
            String possible,
            String confidence,
            String review,
            ReviewState reviewed,
            List<Integer> proofs) {

        public Row {
            proofs = List.copyOf(proofs);
        }
    }

    /** How many communes have come how far with a technology. */
    public record Count(String technology, String stage, Tone tone, int communes) {}

    /** The communes that have come equally far. */
    public record Place(String stage, Tone tone, List<Town> communes) {

        public Place {
            communes = List.copyOf(communes);
        }

        /** A commune, and its report, or null. */
        public record Town(String name, @Nullable String href) {}
    }

    /** A firm with its report, or null, and the sums of its contracts. */
    public record PartnerRow(
            String name, @Nullable String href, int communes, int inUse, int contracts, String prices) {}

    /** What happened where. */
    public record ChangeRow(String date, String commune, String software, String stage, Tone tone, int proof) {}

    /** The vendor, or null where the report is about a territory. */
    public @Nullable Firm firm() {
        return report.subject() instanceof Firm firm ? firm : null;
    }

    /** The name of the page. */
    public String title() {
        if (report.subject() instanceof Firm firm) {
            return texts.get("title.vendor", firm.name());
        }
        return report.subject() instanceof Territory territory && territory.code() != null
                ? texts.get("title.departement", territory.name(), territory.code())
                : texts.get("title.national");
    }

    /** What the page is about, as its heading. */
    public String heading() {
        if (report.subject() instanceof Firm firm) {
            return firm.name();
        }
        return report.subject() instanceof Territory territory && territory.code() != null
                ? territory.name()
                : texts.get("atlas.france");
    }

    /** What the firm does, or that no vendor file says it. */
    public String role(AtlasReport.Firm firm) {
        return texts.get(
                "atlas.role." + (firm.role() == null ? "unlisted" : firm.role().id()));
    }

    /** What kind of report it is: {@code vendor}, {@code departement} or {@code national}. */
    public String kind() {
        if (report.subject() instanceof Territory territory) {
            return territory.code() == null ? "national" : "departement";
        }
        return "vendor";
    }

    /** What the report answers. */
    public String question() {
        return texts.get("atlas.question." + kind(), heading());
    }

    /** The sentence that people will quote. */
    public String lead() {
        List<Entry> told = report.entries(Standing.TOLD).stream()
                .filter(entry -> firm() != null || entry.deployment().technology() == Technology.VSA)
                .toList();
        Map<Stage, Long> stages = furthest(told).values().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.deployment().stage(), TreeMap::new, Collectors.counting()));
        String list = stages.entrySet().stream()
                .sorted(MOST_ADVANCED_FIRST)
                .map(stage ->
                        texts.get("atlas.count", texts.stage(stage.getKey(), Modality.ASSERTED), stage.getValue()))
                .collect(Collectors.joining(", "));
        return texts.get(
                "atlas.lead." + kind(),
                furthest(told).size(),
                heading(),
                list.isEmpty() ? "" : texts.get("atlas.lead.list", list));
    }

    /** What one must know to weigh it. */
    public List<String> cautions() {
        List<String> sentences = new ArrayList<>();
        long unread = report.entries().stream()
                .filter(entry -> entry.deployment().review() == ReviewState.UNREVIEWED)
                .count();
        if (!report.entries().isEmpty()) {
            String key = report.entries().size() == 1 ? "atlas.unreviewed.one" : "atlas.unreviewed";
            sentences.add(texts.get(key, unread, report.entries().size()));
        }
        int denied = report.entries(Standing.DENIED).size();
        int supposed = report.entries(Standing.SUPPOSED).size();
        if (denied + supposed + report.possible().size() > 0) {
            sentences.add(
                    texts.get("atlas.apart", denied, supposed, report.possible().size()));
        }
        sentences.add(reading());
        return sentences;
    }

    /** How much was read, and of how many communes. */
    public String reading() {
        Coverage coverage = report.coverage();
        return texts.get(
                "atlas.reading",
                coverage.read(),
                coverage.communes(),
                coverage.silent(),
                coverage.communes() - coverage.read() - coverage.silent(),
                coverage.documents());
    }

    /** The entries that sources tell as facts. */
    public List<Row> told() {
        return rows(report.entries(Standing.TOLD));
    }

    /** The entries that sources only suppose. */
    public List<Row> supposed() {
        return rows(report.entries(Standing.SUPPOSED));
    }

    /** The entries that were denied or rejected. */
    public List<Row> denied() {
        return rows(report.entries(Standing.DENIED));
    }

    /** The entries of which a rule says who may be behind. */
    public List<Row> possible() {
        return rows(report.possible());
    }

    /** The entries about which sources contradict each other. */
    public List<Row> contradicted() {
        return rows(report.entries().stream()
                .filter(entry -> entry.deployment().contradicted())
                .toList());
    }

    private List<Row> rows(List<Entry> entries) {
        return entries.stream().map(this::row).toList();
    }

    private Row row(Entry entry) {
        Deployment deployment = entry.deployment();
        boolean alone = kind().equals("departement");
        ContractTexts contracts = new ContractTexts(texts);
        String terms = deployment.contracts().stream()
                .map(contracts::term)
                .filter(term -> !term.equals("—"))
                .distinct()
                .collect(texts.joining());
        return new Row(
                entry.commune().name(),
                links.commune(entry.commune().code()),
                alone ? entry.commune().code().value() : entry.departement(),
                alone ? null : links.departements().get(entry.commune().departement()),
                links.why(deployment.id()),
                entry.vendor() == null ? texts.unnamed(deployment.technology()) : entry.vendor(),
                firm(deployment.vendor()),
                Objects.toString(entry.product(), ""),
                texts.technology(deployment.technology()),
                texts.stage(deployment.stage(), deployment.modality()),
                Tone.of(deployment.stage(), deployment.modality()),
                deployment.contradicted(),
                deployment.since() == null ? "" : texts.date(deployment.since()),
                deployment.amount() == null ? "" : texts.amount(deployment.amount()),
                terms,
                Objects.toString(entry.integrator(), ""),
                firm(deployment.integrator()),
                String.join(", ", entry.possible()),
                texts.confidence(deployment.confidence()),
                texts.get("deployments.review." + deployment.review().id()),
                deployment.review(),
                entry.proofs());
    }

    private @Nullable String firm(@Nullable String id) {
        return id == null || (firm() != null && firm().id().equals(id)) ? null : links.vendor(id);
    }

    /** Communes by technology and furthest stage, what is told as a fact only. */
    public List<Count> counts() {
        Map<Technology, List<Entry>> technologies = report.entries(Standing.TOLD).stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.deployment().technology(), TreeMap::new, Collectors.toList()));
        return technologies.entrySet().stream().flatMap(this::counts).toList();
    }

    private Stream<Count> counts(Map.Entry<Technology, List<Entry>> technology) {
        Map<Stage, Long> stages = furthest(technology.getValue()).values().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.deployment().stage(), TreeMap::new, Collectors.counting()));
        return stages.entrySet().stream()
                .sorted(MOST_ADVANCED_FIRST)
                .map(stage -> new Count(
                        texts.technology(technology.getKey()),
                        texts.stage(stage.getKey(), Modality.ASSERTED),
                        Tone.of(stage.getKey(), Modality.ASSERTED),
                        Math.toIntExact(stage.getValue())));
    }

    /** Of every commune the entry that counts on a map and in sums of communes. */
    private static Map<Commune, Entry> furthest(List<Entry> entries) {
        return entries.stream()
                .collect(Collectors.toMap(
                        Entry::commune,
                        Function.identity(),
                        (one, other) -> tone(other).compareTo(tone(one)) > 0 ? other : one,
                        LinkedHashMap::new));
    }

    private static Tone tone(Entry entry) {
        return Tone.of(entry.deployment().stage(), entry.deployment().modality());
    }

    /** Products of the vendor that sources name, with the number of communes. */
    public List<String> products() {
        return named().filter(product -> product.communes() > 0)
                .map(product -> texts.get("atlas.product", product.name(), product.communes()))
                .toList();
    }

    /** Products of the vendor that no source names, in a sentence; empty if there are none. */
    public String otherProducts() {
        String names = named().filter(product -> product.communes() == 0)
                .map(Named::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : texts.get("atlas.products.other", names);
    }

    private Stream<Named> named() {
        return report.subject() instanceof Firm firm ? firm.products().stream() : Stream.of();
    }

    /** Firms, the most communes first. */
    public List<PartnerRow> partners() {
        return report.partners().stream().map(this::partner).toList();
    }

    private PartnerRow partner(Partner partner) {
        return new PartnerRow(
                partner.name() == null ? texts.get("atlas.partner.unknown") : partner.name(),
                firm(partner.id()),
                partner.communes(),
                partner.inUse(),
                partner.contracts(),
                partner.prices().isEmpty()
                        ? "—"
                        : partner.prices().stream().map(this::sum).collect(texts.joining()));
    }

    /** Sums of contract prices, one sentence for each way of stating them. */
    public List<String> prices() {
        return report.prices().stream()
                .map(price -> texts.get(
                        "atlas.price",
                        sum(price),
                        price.contracts(),
                        price.vat() == null ? texts.get("atlas.price.unknown") : ""))
                .toList();
    }

    private String sum(Price price) {
        return texts.amount(new Amount(price.sum(), price.currency(), price.vat()));
    }

    /** The latest events, newest first. */
    public List<ChangeRow> changes() {
        Map<String, Entry> entries = report.entries().stream()
                .collect(Collectors.toMap(entry -> entry.deployment().id(), Function.identity()));
        return report.changes().stream()
                .map(change -> change(change, Objects.requireNonNull(entries.get(change.deployment()))))
                .toList();
    }

    private ChangeRow change(Change change, Entry entry) {
        return new ChangeRow(
                texts.date(change.date()),
                entry.commune().name(),
                software(entry.vendor(), entry.deployment().technology()),
                texts.stage(change.stage(), change.modality()),
                Tone.of(change.stage(), change.modality()),
                change.proof());
    }

    /** What a proof is about: its vendor, or the technology where none is named. */
    public String software(Proof proof) {
        String id = proof.claim().vendor();
        String name = report.entries().stream()
                .filter(entry -> id != null && id.equals(entry.deployment().vendor()))
                .map(Entry::vendor)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(id);
        return software(name, proof.claim().technology());
    }

    private String software(@Nullable String vendor, Technology technology) {
        String name = texts.technology(technology);
        return vendor == null ? name : vendor + " (" + name + ")";
    }

    /** The tone of a proof. */
    public Tone tone(Proof proof) {
        return Tone.of(proof.claim().stage(), proof.claim().modality());
    }

    /** What the proof of a number is linked by: the same however many stand before it. */
    public String proofId(int number) {
        return report.proofs().get(number - 1).claim().id();
    }

    /** Where a proof stands in the report about its commune, or null where there is none. */
    public @Nullable String anchor(Proof proof) {
        CommuneRef commune = proof.claim().commune();
        String city = commune == null ? null : links.commune(commune.insee());
        return city == null ? null : city + "#" + proof.claim().id();
    }

    /** Its address where one may link to it: what was crawled may be any text. */
    public @Nullable String link(Proof proof) {
        return WebAddress.of(proof.claim().evidence().url());
    }

    /** The map, or null of a territory that has none. */
    public @Nullable MapDrawing map() {
        List<MapContent.Dot> dots = furthest(mapped()).values().stream()
                .flatMap(entry -> Stream.ofNullable(dot(entry)))
                .toList();
        MapContent content = new MapContent(
                "map", title(), texts.get("atlas.map.description." + kind()), dots, links.departements());
        if (!(report.subject() instanceof Territory territory) || territory.code() == null) {
            return france.national(content);
        }
        return france.shows(territory.code()) ? france.departement(territory.code(), content) : null;
    }

    private MapContent.@Nullable Dot dot(Entry entry) {
        return MapContent.Dot.of(
                entry.commune(),
                entry.deployment().stage(),
                entry.deployment().modality(),
                texts,
                links.commune(entry.commune().code()));
    }

    /** What the map shows, as a list: communes by how far they have come, the most advanced first. */
    public List<Place> places() {
        Map<String, List<Entry>> stages = furthest(mapped()).values().stream()
                .sorted(MOST_TELLING_FIRST)
                .collect(Collectors.groupingBy(this::stage, LinkedHashMap::new, Collectors.toList()));
        return stages.entrySet().stream()
                .map(stage -> new Place(
                        stage.getKey(),
                        tone(stage.getValue().get(0)),
                        stage.getValue().stream()
                                .map(Entry::commune)
                                .sorted(Comparator.comparing(Commune::name))
                                .map(commune -> new Place.Town(commune.name(), links.commune(commune.code())))
                                .toList()))
                .toList();
    }

    private String stage(Entry entry) {
        return texts.stage(entry.deployment().stage(), entry.deployment().modality());
    }

    /** Names of communes that the map cannot show; empty if it shows all. */
    public String offTheMap() {
        return furthest(mapped()).keySet().stream()
                .filter(commune -> commune.coordinates() == null || !france.marks(commune.departement()))
                .map(Commune::name)
                .collect(Collectors.joining(", "));
    }

    /** Of a territory algorithmic surveillance alone: cameras without analysis must not look like it. */
    private List<Entry> mapped() {
        return report.entries().stream()
                .filter(entry -> firm() != null || entry.deployment().technology() == Technology.VSA)
                .toList();
    }
}
