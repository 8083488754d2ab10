package vigie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vigie.model.config.Communes;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;
import vigie.model.id.Siret;

class JsonTest {

    private static final JsonMapper JSON = Json.mapper();
    private static final Instant FETCHED = Instant.parse("2026-01-31T10:15:30Z");
    private static final CommuneRef ROQUEBELLE = new CommuneRef(new InseeCode("99002"), "Roquebelle");
    private static final Evidence EVIDENCE = new Evidence(
            "Le conseil approuve l'acquisition du logiciel.",
            1812,
            1858,
            4,
            "ab12",
            "https://town.example/pv.pdf",
            FETCHED,
            List.of());
    private static final Claim CLAIM = new Claim(
            "c-0123456789abcdef",
            "d-0123456789abcdef",
            ROQUEBELLE,
            Technology.VSA,
            "oculia",
            "oculia-see",
            "cables-et-fils",
            Stage.IN_USE,
            Modality.ASSERTED,
            Amount.euros(new BigDecimal("63200.0"), Amount.Vat.HT),
            PartialDate.parse("2021-03"),
            new Purchase(
                    "2021-014",
                    "lot 2",
                    List.of("21-123456"),
                    true,
                    false,
                    "cables-et-fils",
                    new Buyer(null, "CC des Songes", BuyerKind.EPCI, List.of()),
                    48,
                    PartialDate.parse("2025-03-31")),
            List.of("intrusion"),
            new Vote(false, 27, 4, null, 2100, 2160),
            0.91,
            EVIDENCE,
            List.of("lexicon: oculia", "publisher: 99002"));
    private static final Capture CAPTURE = new Capture(
            "https://town.example/pv.pdf",
            FETCHED,
            200,
            "application/pdf",
            "ab12",
            12345,
            "\"v1\"",
            null,
            new WarcPosition("captures-1.warc.gz", 77));
    private static final Publisher PUBLISHER =
            new Publisher("Roquebelle", new InseeCode("99002"), new Siren("123456782"), "38");
    private static final Buyer BUYER =
            new Buyer(new Siret("12345678200010"), "Roquebelle", BuyerKind.COMMUNE, List.of(new InseeCode("99002")));

    static Stream<Record> records() {
        return Stream.of(
                CLAIM,
                EVIDENCE,
                CAPTURE,
                PUBLISHER,
                Publisher.unknown(),
                BUYER,
                ROQUEBELLE,
                new Amount(BigDecimal.ZERO, "EUR", null),
                new Attempt("s", "https://x.example/", FETCHED, AttemptOutcome.REFUSED, 0, "robots"),
                contract(),
                deployment(),
                new Epci(new Siren("123456782"), "CC", "CC", List.of(new InseeCode("2A004"))),
                new Departement("2A", "Corse-du-Sud", "94", "Corse", 41.9, 8.7),
                new Issue(FETCHED, "crawl", "s", null, "document-failed", "broken", "look at it"),
                new Link("https://x.example/", "Délibérations"),
                new Mention(MentionKind.VENDOR, 3, 9, "Oculia", "oculia"),
                new Passage("d-1", 0, 20, null),
                source(),
                document(),
                Communes.load().byCode(new InseeCode("2A004")).orElseThrow(),
                Communes.load().byName("Saint-Denis").get(4));
    }

    private static Contract contract() {
        return new Contract(
                "m-1",
                BUYER,
                "2021-014",
                null,
                "oculia",
                null,
                List.of(Amount.euros(new BigDecimal("1234.56"), Amount.Vat.TTC)),
                PartialDate.parse("2021-03"),
                48,
                null,
                List.of("d-1"),
                List.of(),
                List.of("c-1", "c-2"),
                List.of(new Contract.Tie("c-2", "c-1", TieRule.NUMBER, "2021-014")));
    }

    private static Deployment deployment() {
        return new Deployment(
                Deployment.idOf(ROQUEBELLE, Technology.LAPI, null),
                ROQUEBELLE,
                Technology.LAPI,
                null,
                null,
                null,
                Stage.ENDED,
                Modality.NEGATED,
                null,
                null,
                0.5,
                ReviewState.UNREVIEWED,
                false,
                List.of(new Deployment.Event(null, Stage.ENDED, Modality.ASSERTED, "c-1")),
                List.of(new Deployment.Possible("exemplia", InferenceRule.SELLS)),
                List.of(contract()));
    }

    private static Source source() {
        return new Source(
                "boamp",
                "BOAMP",
                SourceKind.FEED,
                URI.create("https://x.example/api"),
                List.of(URI.create("https://x.example/api")),
                Set.of("x.example"),
                Publisher.unknown(),
                "boamp",
                Map.of("words", "a, b"),
                Set.of(),
                Duration.ofMillis(1500),
                "2026-01-31",
                "a test",
                null);
    }

    private static SourceDocument document() {
        return new SourceDocument(
                "d-0123456789abcdef",
                "roquebelle",
                CAPTURE,
                "",
                DocumentKind.PROCES_VERBAL,
                "Conseil « municipal »",
                PartialDate.parse("2021"),
                PUBLISHER,
                TextOutcome.TEXT,
                null,
                "Le texte.\u00a0\n",
                List.of(0, 4),
                List.of(new Link("https://town.example/", "Accueil")),
                Map.of("pdf:producer", "x"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordComesBackAsItWas(Record original) throws JsonProcessingException {
        String json = JSON.writeValueAsString(original);

        assertThat(JSON.readValue(json, original.getClass())).isEqualTo(original);
    }

    @Test
    void claimHasTheShapeThatUsersRelyOn() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(CLAIM))
                .isEqualTo("{\"id\":\"c-0123456789abcdef\",\"document\":\"d-0123456789abcdef\","
                        + "\"commune\":{\"insee\":\"99002\",\"name\":\"Roquebelle\"},\"technology\":\"vsa\","
                        + "\"vendor\":\"oculia\",\"product\":\"oculia-see\",\"integrator\":\"cables-et-fils\","
                        + "\"stage\":\"in-use\",\"modality\":\"asserted\","
                        + "\"amount\":{\"value\":63200.0,\"currency\":\"EUR\",\"vat\":\"HT\"},\"date\":\"2021-03\","
                        + "\"purchase\":{\"number\":\"2021-014\",\"part\":\"lot 2\",\"notices\":[\"21-123456\"],"
                        + "\"notice\":true,\"amendment\":false,\"holder\":\"cables-et-fils\","
                        + "\"buyer\":{\"siret\":null,\"name\":\"CC des Songes\",\"kind\":\"epci\",\"communes\":[]},"
                        + "\"months\":48,\"end\":\"2025-03-31\"},"
                        + "\"functions\":[\"intrusion\"],\"vote\":{\"unanimous\":false,\"inFavour\":27,"
                        + "\"against\":4,\"abstained\":null,\"start\":2100,\"end\":2160},"
                        + "\"confidence\":0.91,\"evidence\":{\"quote\":\"Le conseil approuve l'acquisition du"
                        + " logiciel.\",\"start\":1812,\"end\":1858,\"page\":4,\"sha256\":\"ab12\","
                        + "\"url\":\"https://town.example/pv.pdf\",\"fetched\":\"2026-01-31T10:15:30Z\"},"
                        + "\"because\":[\"lexicon: oculia\",\"publisher: 99002\"]}");
    }

    @Test
    void unknownValuesAreWrittenAsNull() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(Publisher.unknown()))
                .isEqualTo("{\"name\":null,\"insee\":null,\"siren\":null,\"departement\":null}");
    }

    @Test
    void amountIsAPlainNumber() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(Amount.euros(new BigDecimal("1E+6"), null)))
                .isEqualTo("{\"value\":1000000,\"currency\":\"EUR\",\"vat\":null}");
        assertThat(JSON.writeValueAsString(Amount.euros(new BigDecimal("63200.00"), null)))
                .startsWith("{\"value\":63200.00,");
    }

    @Test
    void unknownFieldsAndIllFormedIdsAreErrors() {
        assertThatThrownBy(() -> JSON.readValue("{\"url\":\"x\",\"anchor\":\"y\",\"more\":1}", Link.class))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> JSON.readValue("{\"insee\":\"00999\",\"name\":\"x\"}", CommuneRef.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void theSameMapGivesTheSameTextInWhateverOrderItWasFilled() throws JsonProcessingException {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("pages", "1");
        one.put("family", "MAPA");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("family", "MAPA");
        other.put("pages", "1");
        assertThat(JSON.writeValueAsString(one)).isEqualTo(JSON.writeValueAsString(other));
    }
}
