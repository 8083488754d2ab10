package vigie.reports.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.model.Evidence;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.ReviewState;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.id.InseeCode;
import vigie.reports.Digest;
import vigie.reports.Digest.Change;

class DigestsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final CommuneRef TOWN = new CommuneRef(new InseeCode("01999"), "Valfictif");

    @Test
    void contractsThatEndWithinSixMonthsAreTold() {
        Digest digest = digest(
                List.of(),
                List.of(
                        contract("told", null, null, "2026-08"),
                        contract("reckoned", "2023-03-10", 36, null),
                        contract("too-late", null, null, "2026-09-03"),
                        contract("over", null, null, "2026-03-01"),
                        contract("day-unknown", "2023-04", 36, null)));

        assertThat(digest.ending())
                .extracting(ending -> ending.contract().id() + " " + ending.end() + " " + ending.isReckoned())
                .containsExactly("reckoned 2026-03-10 true", "told 2026-08-31 false");
    }

    @Test
    void onlyWhatLiesAheadIsTold() {
        Digest digest = digest(
                List.of(
                        claim("past", "2026-03-01"),
                        claim("today", "2026-03-02"),
                        claim("ahead", "2026-03-26"),
                        claim("this-year", "2026"),
                        claim("undated", null)),
                List.of());

        assertThat(digest.ahead()).extracting(Claim::id).containsExactly("ahead");
    }

    @Test
    void firstMentionsComeFirst() {
        Change confirmed = change("01001", Change.Kind.CONFIRMED, false);
        Change first = change("01003", Change.Kind.NEW, true);
        Change other = change("01002", Change.Kind.NEW, false);

        Digest digest = new Digests(NOON)
                .of(NOON, "i", List.of(confirmed, other, first), List.of(), List.of(), List.of(), List.of());

        assertThat(digest.changes()).containsExactly(first, other, confirmed);
        assertThat(first.id())
                .isEqualTo(change("01003", Change.Kind.NEW, true).id())
                .isNotEqualTo(other.id());
    }

    private static Digest digest(List<Claim> claims, List<Contract> contracts) {
        return new Digests(NOON)
                .of(NOON, "i", List.of(), claims, List.of(deployment(TOWN, contracts)), List.of(), List.of());
    }

    private static Change change(String insee, Change.Kind kind, boolean first) {
        Deployment now = deployment(new CommuneRef(new InseeCode(insee), "Ville " + insee), List.of());
        return new Change(kind, now, kind == Change.Kind.NEW ? null : now, first, List.of(), NOON);
    }

    private static Deployment deployment(CommuneRef town, List<Contract> contracts) {
        return new Deployment(
                Deployment.idOf(town, Technology.VSA, null),
                town,
                Technology.VSA,
                null,
                null,
                null,
                Stage.IN_USE,
                Modality.ASSERTED,
                null,
                null,
                0.9,
                ReviewState.UNREVIEWED,
                false,
                List.of(),
                List.of(),
                contracts);
    }

    private static Contract contract(
            String id, @Nullable String awarded, @Nullable Integer months, @Nullable String end) {
        return new Contract(
                id,
                new Buyer(null, TOWN.name(), BuyerKind.COMMUNE, List.of()),
                null,
                null,
                null,
                null,
                List.of(),
                awarded == null ? null : PartialDate.parse(awarded),
                months,
                end == null ? null : PartialDate.parse(end),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Claim claim(String id, @Nullable String date) {
        return new Claim(
                id,
                "d-1",
                TOWN,
                Technology.VSA,
                null,
                null,
                null,
                Stage.PROPOSED,
                Modality.ASSERTED,
                null,
                date == null ? null : PartialDate.parse(date),
                null,
                List.of(),
                null,
                0.8,
                new Evidence("La ville l'étudie.", 0, 18, null, "0".repeat(64), null, null, List.of()),
                List.of());
    }
}
