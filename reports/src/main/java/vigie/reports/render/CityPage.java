package vigie.reports.render;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Claim;
import vigie.model.Contract;
import vigie.model.CoverageState;
import vigie.model.Deployment;
import vigie.model.PartialDate;
import vigie.model.config.LegalRule;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Finding;
import vigie.reports.CityReport.Purchased;

/** What the template of the city report asks for beyond the report itself. */
public record CityPage(CityReport report, Texts texts) {

    private static final Pattern LINE_END = Pattern.compile("(?<!\\n)\\n(?=\\p{Ll})");

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
     * @param ending when it ends or ended, or empty
     */
    public record ContractRow(
            String reference,
            String software,
            String holder,
            List<String> amounts,
            String awarded,
            String term,
            String ending,
            List<Integer> notices,
            List<Integer> amendments,
            List<Integer> citations) {}

    /** Text without the line ends of the paper that it was printed on; those before a capital or a figure stay. */
    public String flowing(String text) {
        return LINE_END.matcher(text).replaceAll(" ");
    }

    /** That only what was known on some day is told, and how to take that; empty where all is told. */
    public String asOf() {
        return report.asOf() == null ? "" : texts.get("as-of", texts.date(report.asOf()));
    }

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
                contract.amounts().stream().map(this::price).toList(),
                contract.awarded() == null ? "—" : texts.date(contract.awarded()),
                words.term(contract),
                words.ending(purchased.ending()),
                purchased.notices(),
                purchased.amendments(),
                purchased.citations());
    }

    /** A sum, and that the sources do not say whether it is with value added tax where they do not. */
    private String price(Amount amount) {
        return amount.vat() == null ? texts.get("contracts.vat-unknown", texts.amount(amount)) : texts.amount(amount);
    }

    /**
     * A vote on something that was found.
     *
     * @param date as people write it
     * @param decision stage and software
     */
    public record VoteRow(String date, String decision, String result, List<Integer> citations) {}

    /** The votes that the cited documents report, each once, oldest first. */
    public List<VoteRow> votes() {
        Map<String, List<Citation>> held = report.citations().stream()
                .filter(citation -> citation.claim().vote() != null)
                .sorted(Comparator.comparing(CityPage::when, Comparator.nullsLast(Comparator.naturalOrder())))
                .collect(Collectors.groupingBy(
                        citation -> citation.claim().document() + " "
                                + Objects.requireNonNull(citation.claim().vote())
                                        .start(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return held.values().stream().map(this::vote).toList();
    }

    private VoteRow vote(List<Citation> citations) {
        Citation first = citations.get(0);
        return new VoteRow(
                date(first),
                citations.stream()
                        .map(citation -> texts.labelled(
                                texts.stage(
                                        citation.claim().stage(),
                                        citation.claim().modality()),
                                software(citation)))
                        .distinct()
                        .collect(texts.joining()),
                texts.vote(Objects.requireNonNull(first.claim().vote())),
                citations.stream().map(Citation::number).toList());
    }

    /** A finding in plain words: what, since when, by whom, for how much. */
    public String told(Finding finding) {
        return new Summary(report, texts).told(finding);
    }

    /** How sure it is, and whether anybody has read it again. */
    public String certainty(Finding finding) {
        Deployment deployment = finding.deployment();
        return texts.get(
                "findings.certainty", texts.confidence(deployment.confidence()), texts.review(deployment.review()));
    }

    /** The finding of a deployment's id. */
    public Finding finding(String deployment) {
        return report.findings().stream()
                .filter(finding -> finding.deployment().id().equals(deployment))
                .findFirst()
                .orElseThrow();
    }

    /** What a finding is called by: its vendor and technology. */
    public String name(Finding finding) {
        String technology = texts.technology(finding.deployment().technology());
        return finding.vendor() == null ? technology : finding.vendor() + " (" + technology + ")";
    }

    /** The citation of a number. */
    public Citation citation(int number) {
        return report.citations().get(number - 1);
    }

    /** What the citation of a number is linked by: the same however many stand before it. */
    public String citationId(int number) {
        return citation(number).claim().id();
    }

    /** From when to when a rule holds. */
    public String force(LegalRule rule) {
        if (rule.from() == null) {
            return rule.until() == null ? "" : texts.get("law.until", texts.date(rule.until()));
        }
        return rule.until() == null
                ? texts.get("law.from", texts.date(rule.from()))
                : texts.get("law.between", texts.date(rule.from()), texts.date(rule.until()));
    }

    /** Whether somebody compared a rule with its source, and when. */
    public String verified(LegalRule rule) {
        return rule.verified() == null
                ? texts.get("law.unverified")
                : texts.get("law.verified", texts.date(PartialDate.parse(rule.verified())));
    }

    /** The pieces that the letter asks for, in a few words each; empty where there is nothing to ask for. */
    public List<String> missing() {
        return report.request() == null
                ? List.of()
                : report.request().missing().stream()
                        .map(piece -> texts.get("request." + piece.id()))
                        .toList();
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
        return Tone.of(deployment.stage(), deployment.modality()).id();
    }

    /** The class of a claim's colour. */
    public String tone(Claim claim) {
        return Tone.of(claim.stage(), claim.modality()).id();
    }
}
