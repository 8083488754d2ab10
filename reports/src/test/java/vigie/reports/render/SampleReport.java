package vigie.reports.render;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.model.Amount;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Contract;
import vigie.model.CoverageState;
import vigie.model.Deployment;
import vigie.model.Evidence;
import vigie.model.LedgerMonth;
import vigie.model.Modality;
import vigie.model.MonthCounts;
import vigie.model.PartialDate;
import vigie.model.Presence;
import vigie.model.ReviewState;
import vigie.model.SourceCoverage;
import vigie.model.SourceLedger;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.TieRule;
import vigie.model.Vote;
import vigie.model.WarcPosition;
import vigie.model.config.LegalRule;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Citation;
import vigie.reports.CityReport.Concern;
import vigie.reports.CityReport.Contradiction;
import vigie.reports.CityReport.Ending;
import vigie.reports.CityReport.Extract;
import vigie.reports.CityReport.Finding;
import vigie.reports.CityReport.LegalQuestion;
import vigie.reports.CityReport.Period;
import vigie.reports.CityReport.Piece;
import vigie.reports.CityReport.Purchased;
import vigie.reports.CityReport.Request;
import vigie.reports.CityReport.Supplied;

/** A report about an invented commune. */
final class SampleReport {

    private static final Instant FETCHED = Instant.parse("2026-03-02T07:30:00Z");
    private static final Commune COMMUNE = new Commune(
            new InseeCode("99001"),
            CommuneType.ACTUELLE,
            "Val-Moreau-l’Imaginaire",
            null,
            "99",
            "99",
            null,
            List.of(),
            21_340,
            List.of(),
            null,
            null);

    private static final String DEPLOYMENT = Deployment.idOf(COMMUNE.ref(), Technology.VSA, null);

    private SampleReport() {}

    static CityReport full() {
        Claim awarded = claim(
                Stage.AWARDED,
                Modality.ASSERTED,
                "2023-06-30",
                "Le marché est attribué à la société Lueur & Fils, pour la fourniture du logiciel <Guetteur>,\n"
                        + "au prix de 63 200 € HT.");
        Claim inUse = claim(
                Stage.IN_USE, Modality.ASSERTED, "2024-01", "Le logiciel fonctionne depuis janvier sur 14 caméras.");
        Claim denied = claim(
                Stage.IN_USE, Modality.NEGATED, null, "La ville n’emploie aucun logiciel de reconnaissance faciale.");
        return new CityReport(
                COMMUNE,
                "Département imaginaire",
                Instant.parse("2026-03-03T10:00:00Z"),
                null,
                "2026-03-02T08:00:00Z",
                List.of(
                        finding(inUse, Technology.VSA, List.of(1, 2)),
                        finding(denied, Technology.FACIAL_RECOGNITION, List.of(3))),
                List.of(new Contradiction(DEPLOYMENT, List.of(2), List.of(3))),
                List.of(purchased()),
                List.of(new LegalQuestion(
                        new LegalRule(
                                "rule",
                                "Loi imaginaire, art. 1er",
                                PartialDate.parse("2023-05-21"),
                                PartialDate.parse("2025-03-31"),
                                Set.of(Technology.VSA),
                                Set.of(),
                                List.of("Le logiciel <analyse>-t-il en temps réel ?"),
                                "https://law.example/1",
                                null),
                        List.of(new Concern(DEPLOYMENT, List.of(2), false)))),
                new Request(
                        List.of(Piece.AIPD, Piece.CONTRACT, Piece.SOFTWARE),
                        List.of(new Supplied(Piece.DELIBERATION, List.of(1)))),
                List.of(citation(1, awarded), citation(2, inUse), citation(3, denied)),
                List.of(new Extract(1, "Le conseil,\naprès délibération,", "Adopté à l’unanimité.")),
                List.of(
                        coverage("Ville", "http://ville.example/", 112, 31, FETCHED),
                        coverage("Préfecture", "http://prefecture.example/", 0, 0, null)),
                List.of(ledger()),
                new Period(LocalDate.of(2019, 1, 1), LocalDate.of(2026, 2, 20)));
    }

    /** All that was found is a denial. */
    static CityReport denied() {
        return finding(List.of(denial()));
    }

    /** A denial beside what is documented. */
    static CityReport deniedToo() {
        List<Finding> findings = new ArrayList<>(full().findings());
        findings.add(denial());
        return finding(findings);
    }

    private static Finding denial() {
        Claim denied = claim(
                Stage.IN_USE, Modality.NEGATED, null, "La ville n’emploie aucun logiciel de reconnaissance faciale.");
        return finding(denied, Technology.VSA, List.of(3));
    }

    private static CityReport finding(List<Finding> findings) {
        CityReport full = full();
        return new CityReport(
                full.commune(),
                full.departement(),
                full.generated(),
                full.asOf(),
                full.index(),
                findings,
                List.of(),
                List.of(),
                List.of(),
                null,
                full.citations(),
                full.extracts(),
                full.coverage(),
                full.ledger(),
                full.period());
    }

    static CityReport empty() {
        CityReport full = full();
        return new CityReport(
                full.commune(),
                full.departement(),
                full.generated(),
                full.asOf(),
                full.index(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                full.coverage(),
                full.ledger(),
                full.period());
    }

    private static SourceCoverage coverage(String name, String url, int read, int noText, @Nullable Instant success) {
        return new SourceCoverage(
                name,
                name,
                url,
                null,
                null,
                null,
                read,
                noText,
                3,
                2,
                1,
                0,
                FETCHED,
                FETCHED,
                success,
                null,
                null,
                null,
                Map.of(),
                new TreeMap<>());
    }

    /** 2022 unknown, 2023 with a month of each kind, 2024 up to February. */
    private static SourceLedger ledger() {
        List<CoverageState> states = List.of(CoverageState.values());
        List<LedgerMonth> months = new ArrayList<>();
        for (YearMonth month = YearMonth.of(2021, 1);
                month.isBefore(YearMonth.of(2024, 3));
                month = month.plusMonths(1)) {
            CoverageState state = month.getYear() < 2023
                    ? CoverageState.NOT_TRIED
                    : states.get(month.getMonthValue() % states.size());
            MonthCounts counts = switch (state) {
                case READ -> new MonthCounts(12, 3, 0, 0, 0);
                case UNREADABLE -> new MonthCounts(0, 4, 0, 0, 0);
                default -> MonthCounts.none();
            };
            months.add(new LedgerMonth(month, state, counts));
        }
        return new SourceLedger(
                "ville",
                "Ville",
                "http://ville.example/",
                FETCHED,
                FETCHED,
                new MonthCounts(5, 0, 0, 7, 0),
                MonthCounts.none(),
                2,
                1,
                months);
    }

    private static Finding finding(Claim claim, Technology technology, List<Integer> citations) {
        Amount amount = technology == Technology.VSA ? Amount.euros(new BigDecimal("63200"), Amount.Vat.HT) : null;
        Deployment deployment = new Deployment(
                Deployment.idOf(COMMUNE.ref(), technology, null),
                COMMUNE.ref(),
                technology,
                null,
                null,
                null,
                claim.stage(),
                claim.modality(),
                claim.date(),
                amount,
                0.91,
                ReviewState.UNREVIEWED,
                false,
                List.of(new Deployment.Event(claim.date(), claim.stage(), claim.modality(), claim.id())),
                List.of(),
                List.of());
        String vendor = technology == Technology.VSA ? "Guetteur & Cie" : null;
        return new Finding(
                deployment,
                vendor,
                null,
                vendor == null ? null : "Lueur & Fils",
                List.of(),
                List.of(new CityReport.Function("intrusion", "Intrusion", "Intrusion detection")),
                citations);
    }

    private static Purchased purchased() {
        Contract contract = new Contract(
                "m-1",
                new Buyer(null, "CC des <Songes>", BuyerKind.EPCI, List.of()),
                "2023-014",
                "lot 2",
                "lueur",
                null,
                List.of(
                        Amount.euros(new BigDecimal("63200"), Amount.Vat.HT),
                        Amount.euros(new BigDecimal("5760"), Amount.Vat.TTC)),
                PartialDate.parse("2023-06-30"),
                48,
                PartialDate.parse("2027-06-30"),
                List.of("d-1"),
                List.of("d-2"),
                List.of("c-1", "c-2"),
                List.of(new Contract.Tie("c-2", "c-1", TieRule.NUMBER, "2023-014")));
        return new Purchased(
                contract,
                "Lueur & Fils",
                null,
                List.of("Guetteur & Cie"),
                List.of(Technology.VSA),
                List.of(1),
                List.of(2),
                List.of(1, 2),
                new Ending(LocalDate.of(2027, 6, 30), true, false, 15));
    }

    private static Citation citation(int number, Claim claim) {
        return new Citation(
                number,
                claim,
                null,
                "Procès-verbal du conseil municipal",
                PartialDate.parse("2023-06-30"),
                "Ville",
                new WarcPosition("20260302073000.warc.gz", 4711),
                new Presence(FETCHED, FETCHED, number, number == 3 ? FETCHED.plusSeconds(86_400) : null),
                ReviewState.UNREVIEWED,
                87);
    }

    private static Claim claim(Stage stage, Modality modality, @Nullable String date, String quote) {
        return new Claim(
                Claim.idOf("d-1", quote.length(), stage.id()),
                "d-1",
                COMMUNE.ref(),
                Technology.VSA,
                null,
                null,
                null,
                stage,
                modality,
                null,
                date == null ? null : PartialDate.parse(date),
                null,
                List.of(),
                stage == Stage.AWARDED ? new Vote(false, 27, 4, 1, 500, 560) : null,
                0.91,
                new Evidence(
                        quote,
                        10,
                        10 + quote.length(),
                        4,
                        Digest.sha256(quote.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        "http://ville.example/actes/pv-2023-06-30.pdf?a=1&b=2",
                        FETCHED,
                        List.of()),
                List.of("it is no longer so"));
    }
}
