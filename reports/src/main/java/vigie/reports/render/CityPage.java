package vigie.reports.render;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Contract;
import vigie.model.CoverageState;
import vigie.model.Deployment;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Stage;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Purchased;

/** What the template of the city report asks for beyond the report itself. */
public record CityPage(CityReport report, Texts texts) {

    /**
     * A point of the timeline.
     *
     * @param date as people write it
     * @param tone class of its colour
     */
    public record Point(String date, String stage, String software, String tone, int citation) {}

    /**
     * A line of the table of contracts.
     *
     * @param software what it buys
     * @param amounts oldest first
     * @param awarded as people write it, or a dash
     */
    public record ContractRow(
            String reference,
            String software,
            String holder,
            List<String> amounts,
            String awarded,
            String term,
            List<Integer> notices,
            List<Integer> amendments,
            List<Integer> citations) {}

    /** The contracts, oldest first. */
    public List<ContractRow> contracts() {
        return report.contracts().stream().map(this::row).toList();
    }

    private ContractRow row(Purchased purchased) {
        Contract contract = purchased.contract();
        ContractTexts words = new ContractTexts(texts);
        String software = purchased.software().isEmpty()
                ? purchased.technologies().stream().map(texts::technology).collect(Collectors.joining(", "))
                : String.join(", ", purchased.software());
        String holder = purchased.holder() == null ? "—" : purchased.holder();
        return new ContractRow(
                words.reference(contract),
                software,
                purchased.integrator() == null
                        ? holder
                        : texts.get("contracts.installed", holder, purchased.integrator()),
                contract.amounts().stream().map(texts::amount).toList(),
                contract.awarded() == null ? "—" : texts.date(contract.awarded()),
                words.term(contract),
                purchased.notices(),
                purchased.amendments(),
                purchased.citations());
    }

    /** The sentence that people will quote. */
    public String lead() {
        return new Summary(report, texts).lead();
    }

    /** What one must know to weigh it. */
    public List<String> cautions() {
        return new Summary(report, texts).cautions();
    }

    /** All claims, oldest first; one without a date stands at that of its document, undated ones last. */
    public List<Point> timeline() {
        return report.citations().stream()
                .sorted(Comparator.comparing(CityPage::when, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(this::point)
                .toList();
    }

    private static @Nullable PartialDate when(Citation citation) {
        PartialDate date = citation.claim().date();
        return date == null ? citation.published() : date;
    }

    private Point point(Citation citation) {
        Claim claim = citation.claim();
        return new Point(
                date(citation),
                texts.stage(claim.stage(), claim.modality()),
                software(citation),
                tone(claim),
                citation.number());
    }

    private String date(Citation citation) {
        if (citation.claim().date() != null) {
            return texts.date(citation.claim().date());
        }
        return citation.published() == null
                ? texts.get("timeline.undated")
                : texts.get("timeline.published", texts.date(citation.published()));
    }

    /** The software that a claim is about: its vendor, or the technology where none is named. */
    public String software(Citation citation) {
        String technology = texts.technology(citation.claim().technology());
        return citation.vendor() == null ? technology : citation.vendor() + " (" + technology + ")";
    }

    /** The states that occur in the ledger, for its legend. */
    public Set<CoverageState> coverageStates() {
        Set<CoverageState> states = EnumSet.noneOf(CoverageState.class);
        report.ledger().forEach(ledger -> states.addAll(MonthGrid.of(ledger).states()));
        return states;
    }

    /** The class of a deployment's colour. */
    public String tone(Deployment deployment) {
        return tone(deployment.stage(), deployment.modality());
    }

    /** The class of a claim's colour. */
    public String tone(Claim claim) {
        return tone(claim.stage(), claim.modality());
    }

    private static String tone(Stage stage, Modality modality) {
        if (modality == Modality.NEGATED) {
            return "no";
        }
        if (modality == Modality.HYPOTHETICAL) {
            return "plan";
        }
        return switch (stage) {
            case IN_USE -> "use";
            case AWARDED, TRIAL, APPROVED -> "soon";
            case PROPOSED, TENDERED -> "plan";
            case REJECTED -> "no";
            case MENTIONED, SUSPENDED, ENDED -> "over";
        };
    }
}
