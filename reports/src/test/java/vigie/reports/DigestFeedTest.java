package vigie.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Contract;
import vigie.model.Evidence;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Presence;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.id.InseeCode;
import vigie.reports.digest.AtomFeed;
import vigie.reports.digest.AtomFeed.Item;
import vigie.reports.digest.AtomRules;
import vigie.reports.render.DigestTexts;
import vigie.reports.render.Texts;

class DigestFeedTest {

    private static final CommuneRef TOWN = new CommuneRef(new InseeCode("01999"), "Valfictif");
    private static final Instant FETCHED = Instant.parse("2026-02-20T08:00:00Z");

    @Test
    void feedTellsAllThatTheDigestTellsByIdsAndTimesThatStay() {
        List<Item> today = items(Instant.parse("2026-03-02T12:00:00Z"));

        assertThat(today)
                .extracting(Item::id)
                .containsExactly(
                        "ahead:c-1",
                        "ending:k-1:2026-06-30",
                        "vanished:d-1:2026-02-20",
                        "source:valfictif:silent:2026-02-20");
        assertThat(today.get(0).title()).contains("26 mars 2026", "Valfictif");
        assertThat(today.get(0).text()).contains("La ville votera.");
        assertThat(today.get(0).link()).isEqualTo("http://ville.example/a.pdf");
        assertThat(today.get(1).title()).contains("30 juin 2026");
        assertThat(today.get(2).title()).contains("Procès-verbal, M. […]").doesNotContain("Durandeau");
        assertThat(today.get(2).link()).isEqualTo("http://ville.example/pv.pdf");
        assertThat(today.get(3).title()).contains("Site de Valfictif");
        assertThat(items(Instant.parse("2026-03-09T12:00:00Z")))
                .as("a week later")
                .isEqualTo(today);
    }

    @Test
    void feedKeepsTheRules() throws Exception {
        assertThat(AtomRules.faults(feed(Instant.parse("2026-03-02T12:00:00Z")).xml()))
                .isEmpty();
    }

    private static List<Item> items(Instant until) {
        return feed(until).items();
    }

    private static AtomFeed feed(Instant until) {
        Digest digest = new Digest(
                Instant.parse("2026-02-01T00:00:00Z"),
                until,
                "index",
                List.of(),
                List.of(claim()),
                List.of(new Digest.Ending(TOWN, contract(), LocalDate.parse("2026-06-30"), false)),
                List.of(new Digest.Gone(
                        "d-1",
                        "Procès-verbal, M. Jean Durandeau",
                        "http://ville.example/pv.pdf",
                        new Presence(FETCHED, FETCHED, 1, FETCHED))),
                List.of(new Digest.Quiet("valfictif", "Site de Valfictif", Digest.Trouble.SILENT, FETCHED)));
        return new DigestFeed(new DigestTexts(digest, new Texts(Locale.FRENCH), id -> id), null).feed();
    }

    private static Claim claim() {
        return new Claim(
                "c-1",
                "d-2",
                TOWN,
                Technology.VSA,
                null,
                null,
                null,
                Stage.PROPOSED,
                Modality.ASSERTED,
                null,
                PartialDate.parse("2026-03-26"),
                null,
                List.of(),
                null,
                0.8,
                new Evidence(
                        "La ville votera.",
                        0,
                        16,
                        null,
                        "0".repeat(64),
                        "http://ville.example/a.pdf",
                        FETCHED,
                        List.of()),
                List.of());
    }

    private static Contract contract() {
        return new Contract(
                "k-1",
                new Buyer(null, TOWN.name(), BuyerKind.COMMUNE, List.of()),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                PartialDate.parse("2026-06-30"),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
