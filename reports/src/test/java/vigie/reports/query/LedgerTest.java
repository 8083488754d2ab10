package vigie.reports.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.AttemptOutcome;
import vigie.model.LedgerMonth;
import vigie.model.MonthCounts;
import vigie.model.SourceKind;
import vigie.model.SourceLedger;
import vigie.model.Stage;
import vigie.model.id.InseeCode;

class LedgerTest {

    private static final InseeCode VALFICTIF = SampleIndex.VALFICTIF.insee();
    private static final YearMonth UNTIL = YearMonth.of(2026, 5);

    @TempDir
    Path folder;

    private SampleIndex index;

    @BeforeEach
    void begin() {
        index = new SampleIndex(folder);
        index.source("valfictif", SourceKind.SITE, SampleIndex.VALFICTIF, "01");
    }

    @Test
    void documentsCountInTheMonthOfTheirOwnDate() {
        read("2024-03-12", "texte");
        read("2024-03-30", "texte");
        read("2024-03-30", "");
        read("2024-05-02", "");
        read("2024", "texte");
        answered("2026-03");
        SourceLedger ledger = ledger();
        assertThat(month(ledger, "2024-03").counts()).isEqualTo(new MonthCounts(2, 1, 0, 0, 0));
        assertThat(states(ledger, "2024-03", "2024-04", "2024-05")).isEqualTo("read nothing unreadable");
        assertThat(ledger.undated()).isEqualTo(new MonthCounts(1, 0, 0, 0, 0));
        assertThat(ledger.months().get(0).month()).isEqualTo(YearMonth.of(2024, 1));
        assertThat(ledger.months().get(ledger.months().size() - 1).month()).isEqualTo(UNTIL);
    }

    @Test
    void nothingIsSaidOfMonthsBeforeWhatTheSourceReaches() {
        read("2024-03-12", "texte");
        answered("2026-03");
        assertThat(states(ledger(), "2024-02", "2024-03", "2026-03", "2026-04"))
                .isEqualTo("not-tried read nothing not-tried");
    }

    @Test
    void sourceThatStoppedAnsweringIsUnreachableFromThenOn() {
        read("2024-03-12", "texte");
        answered("2026-02");
        attempt("2026-04", "/", AttemptOutcome.FAILED, "connect: refused");
        assertThat(states(ledger(), "2026-02", "2026-03", "2026-04", "2026-05"))
                .isEqualTo("nothing unreachable unreachable not-tried");
    }

    @Test
    void sourceThatIsOnlyEverRefusedIsBlockedForAllMonths() {
        attempt("2026-02", "/", AttemptOutcome.REFUSED, "robots: /");
        attempt("2026-04", "/", AttemptOutcome.REFUSED, "robots: /");
        try (Queries queries = index.open()) {
            SourceLedger ledger =
                    queries.ledger(VALFICTIF, YearMonth.of(2024, 1), UNTIL).get(0);
            assertThat(states(ledger, "2024-01", "2026-04", "2026-05")).isEqualTo("blocked blocked not-tried");
        }
    }

    @Test
    void addressThatTellsItsMonthCountsThere() {
        read("2023-11-02", "texte");
        answered("2026-03");
        attempt("2026-03", "/uploads/2024/01/pv.pdf", AttemptOutcome.REFUSED, "robots: /uploads/");
        attempt("2026-03", "/uploads/2024/02/pv.pdf", AttemptOutcome.FAILED, "timeout: 30 s");
        attempt("2026-03", "/uploads/2024/03/pv.pdf", AttemptOutcome.REFUSED, "too-large: 900 MB");
        attempt("2026-03", "/prive/", AttemptOutcome.REFUSED, "robots: /prive/");
        SourceLedger ledger = ledger();
        assertThat(states(ledger, "2023-12", "2024-01", "2024-02", "2024-03"))
                .isEqualTo("nothing blocked unreachable unreadable");
        assertThat(ledger.undated().blocked()).isOne();
    }

    @Test
    void unknownSourceOfTheSeedsIsNotTried() {
        assertThat(states(ledger(), "2026-01", "2026-05")).isEqualTo("not-tried not-tried");
    }

    @Test
    void feedsCountOnlyWhatIsAboutTheCommuneAndAreThereWithoutIt() {
        index.source("annonces", SourceKind.FEED, null, null);
        index.source("prefecture", SourceKind.FEED, null, "38");
        index.add(SampleIndex.PORT_IMAGE, "annonces", "Avis", "2025-01-05", "texte", List.of());
        index.attempt("annonces", "http://annonces.example/", time("2026-03"), AttemptOutcome.FETCHED, null);
        index.add(SampleIndex.VALFICTIF, "voisine", "Acte", "2025-02-05", "texte", List.of());
        index.claim(SampleIndex.VALFICTIF, "exemplia", Stage.IN_USE, null, 0.5);
        try (Queries queries = index.open()) {
            List<SourceLedger> ledgers = queries.ledger(VALFICTIF, null, UNTIL);
            assertThat(ledgers).extracting(SourceLedger::source).containsExactly("valfictif", "annonces", "voisine");
            assertThat(states(ledgers.get(1), "2025-01", "2025-02", "2026-03")).isEqualTo("nothing nothing nothing");
            assertThat(states(ledgers.get(2), "2025-01", "2025-02")).isEqualTo("not-tried read");
            assertThat(queries.ledger("annonces", null, UNTIL).orElseThrow().months().stream()
                            .mapToInt(month -> month.counts().read())
                            .sum())
                    .isOne();
            assertThat(queries.ledger("nothing", null, UNTIL)).isEmpty();
            assertThat(queries.coverage(VALFICTIF))
                    .extracting(source -> source.source() + " " + source.read())
                    .containsExactly("valfictif 0", "annonces 0", "voisine 1");
        }
    }

    @Test
    void wrongDateMakesNoLedgerOfCenturies() {
        read("1789-07-14", "texte");
        read("2031-07-14", "texte");
        SourceLedger ledger = ledger();
        assertThat(ledger.months()).hasSizeLessThan(250);
        assertThat(ledger.outside().read()).isEqualTo(2);
    }

    private void read(String date, String text) {
        index.add(SampleIndex.VALFICTIF, "valfictif", "Acte", date, text, List.of());
    }

    private void answered(String month) {
        attempt(month, "/", AttemptOutcome.FETCHED, null);
    }

    private void attempt(
            String month, String path, AttemptOutcome outcome, @org.jspecify.annotations.Nullable String reason) {
        index.attempt("valfictif", "http://valfictif.example" + path, time(month), outcome, reason);
    }

    private static Instant time(String month) {
        return Instant.parse(month + "-15T12:00:00Z");
    }

    private SourceLedger ledger() {
        try (Queries queries = index.open()) {
            return queries.ledger(VALFICTIF, null, UNTIL).get(0);
        }
    }

    private static LedgerMonth month(SourceLedger ledger, String month) {
        return ledger.months().stream()
                .filter(found -> found.month().toString().equals(month))
                .findFirst()
                .orElseThrow();
    }

    private static String states(SourceLedger ledger, String... months) {
        return List.of(months).stream()
                .map(month -> month(ledger, month).state().id())
                .collect(Collectors.joining(" "));
    }
}
