package vigie.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.math.BigDecimal;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.model.Amount;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Claim;
import vigie.model.Contract;
import vigie.model.CoverageState;
import vigie.model.Deployment;
import vigie.model.DocumentKind;
import vigie.model.InferenceRule;
import vigie.model.Json;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Purchase;
import vigie.model.ReviewState;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Term;
import vigie.model.TextOutcome;
import vigie.model.TieRule;
import vigie.model.Verdict;
import vigie.model.id.Siret;
import vigie.reports.query.QueryException;
import vigie.reports.web.SampleSite.Answer;

/** The API over real HTTP, held against its own description. */
class ApiIT {

    private static final String JSON = "application/json";
    private static final JsonNode DOCUMENT = document();

    @TempDir
    Path folder;

    private SampleSite site;

    @BeforeEach
    void open() throws BindException {
        site = SampleSite.open(folder);
    }

    @AfterEach
    void close() {
        site.close();
        assertThat(site.failures).isEmpty();
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedRouteIsThere() {
        Set<String> described = new TreeSet<>(operations().keySet());
        Set<String> there = site.server.endpoints().stream()
                .filter(endpoint -> endpoint.contains(" " + Api.ROOT))
                .map(endpoint -> endpoint.replace(" " + Api.ROOT, " ").replaceFirst(" $", " /"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).hasSizeGreaterThan(15).isEqualTo(described);
    }

    @Test
    void reasonsAreToldInTheLanguageThatIsAskedFor() throws Exception {
        String path = "/api/v1/claims/" + site.doubtful.id() + "/explain";
        Answer french = site.get(path, "Accept-Language", "fr");
        Answer english = site.get(path, "Accept-Language", "en");
        assertThat(Json.mapper().readTree(french.body()).path("reasons").toString())
                .isEqualTo("[\"dit par la commune\"]");
        assertThat(Json.mapper().readTree(english.body()).path("reasons").toString())
                .isEqualTo("[\"said by the town\"]");
        assertThat(french.header("ETag")).isNotEqualTo(english.header("ETag"));
    }

    @Test
    void everyOperationAnswersAsItIsDescribed() throws JsonProcessingException {
        Map<String, String> calls = new TreeMap<>();
        calls.put("GET /", "/");
        calls.put("GET /openapi.json", "/openapi.json");
        calls.put("GET /search", "/search?q=logiciel&facets=year,stage&limit=1");
        calls.put("GET /deployments", "/deployments?vendor=briefcam&limit=1");
        calls.put("GET /deployments/{id}", "/deployments/" + deployment(site.doubtful));
        calls.put("GET /claims", "/claims?min-confidence=0.5&since=2020");
        calls.put("GET /claims/{id}", "/claims/" + site.doubtful.id());
        calls.put("GET /claims/{id}/explain", "/claims/" + site.doubtful.id() + "/explain");
        calls.put("GET /documents/{id}", "/documents/" + site.doubtful.document());
        calls.put("GET /documents/{id}/text", "/documents/" + site.far.document() + "/text");
        calls.put("GET /communes", "/communes?name=valfictif");
        calls.put("GET /communes/{code}", "/communes/99001");
        calls.put("GET /communes/{code}/ledger", "/communes/99001/ledger");
        calls.put("GET /departements", "/departements?limit=2");
        calls.put("GET /departements/{code}", "/departements/99");
        calls.put("GET /france", "/france");
        calls.put("GET /vendors", "/vendors?limit=200");
        calls.put("GET /vendors/{id}", "/vendors/briefcam");
        calls.put("GET /vendors/{id}/report", "/vendors/briefcam/report");
        calls.put("GET /coverage", "/coverage");
        calls.put("GET /coverage/{source}", "/coverage/valfictif");
        calls.put("GET /stats", "/stats");
        calls.put("GET /digest", "/digest?since=2020");
        calls.put("GET /review-queue", "/review-queue?technology=vsa");
        calls.put("GET /searches", "/searches");
        calls.put("GET /glossary", "/glossary");
        calls.put("GET /quality", "/quality");
        Map<String, JsonNode> operations = operations();
        assertThat(calls.keySet()).isEqualTo(withoutPost(operations.keySet()));
        say(site.doubtful, "correct", ", \"correction\": {\"stage\": \"ended\"}");
        for (Map.Entry<String, String> call : calls.entrySet()) {
            Answer answer = site.get(Api.ROOT + call.getValue());
            assertThat(answer.status()).as(call.getValue()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo(JSON);
            assertThat(answer.header("ETag")).startsWith("W/\"");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            assertValid(
                    operations
                            .getOrDefault(call.getKey(), MissingNode.getInstance())
                            .at("/responses/200"),
                    JSON,
                    answer.body(),
                    call.getKey());
        }
    }

    private static Set<String> withoutPost(Set<String> operations) {
        return operations.stream()
                .filter(operation -> !operation.startsWith("POST"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aWrittenReviewAnswersAsItIsDescribed() throws JsonProcessingException {
        Answer answer = say(site.doubtful, "reject", "");

        assertThat(answer.status()).isEqualTo(201);
        assertValid(
                operations()
                        .getOrDefault("POST /reviews", MissingNode.getInstance())
                        .at("/responses/201"),
                JSON,
                answer.body(),
                "reviews");
        assertThat(site.written()).hasSize(1);
        assertThat(site.get("/api/v1/claims").body()).doesNotContain(site.doubtful.id());
        assertThat(site.get("/api/v1/review-queue").body()).doesNotContain(site.doubtful.id());
    }

    @Test
    void recordsWithEverythingFilledAreAsDescribed() throws JsonProcessingException {
        Buyer buyer = new Buyer(
                new Siret("21380000600016"), "Commune", BuyerKind.COMMUNE, List.of(SampleSite.VALFICTIF.insee()));
        PartialDate end = PartialDate.parse("2027-01");
        Claim claim = site.doubtful;
        Claim bought = new Claim(
                claim.id(),
                claim.document(),
                claim.commune(),
                claim.technology(),
                "briefcam",
                "briefcam",
                "spie",
                Stage.AWARDED,
                Modality.HYPOTHETICAL,
                new Amount(new BigDecimal("63200.00"), "EUR", Amount.Vat.HT),
                end,
                new Purchase("2023-04", "1", List.of("23-1"), true, false, "spie", buyer, 48, end),
                List.of(),
                null,
                1,
                claim.evidence(),
                List.of("because"));
        assertValid("Claim", Json.mapper().writeValueAsString(bought.masked()));
        Contract contract = new Contract(
                "k-1",
                buyer,
                "2023-04",
                null,
                "spie",
                null,
                List.of(new Amount(BigDecimal.TEN, "EUR", null)),
                end,
                48,
                null,
                List.of("n"),
                List.of(),
                List.of(claim.id()),
                List.of(new Contract.Tie(claim.id(), claim.id(), TieRule.FIRM_AND_SUM, null)));
        Deployment deployment = new Deployment(
                deployment(claim),
                SampleSite.VALFICTIF,
                Technology.LAPI,
                null,
                null,
                "spie",
                Stage.AWARDED,
                Modality.NEGATED,
                null,
                null,
                0.5,
                ReviewState.DISPUTED,
                true,
                List.of(new Deployment.Event(null, Stage.AWARDED, Modality.NEGATED, claim.id())),
                List.of(new Deployment.Possible("briefcam", InferenceRule.SELLS)),
                List.of(contract));
        assertValid("Deployment", Json.mapper().writeValueAsString(deployment));
    }

    @Test
    void vocabulariesAreWhole() {
        assertThat(values("Technology")).isEqualTo(ids(Technology.values()));
        assertThat(values("Stage")).isEqualTo(ids(Stage.values()));
        assertThat(values("Modality")).isEqualTo(ids(Modality.values()));
        assertThat(values("ReviewState")).isEqualTo(ids(ReviewState.values()));
        assertThat(values("Verdict")).isEqualTo(ids(Verdict.values()));
        assertThat(values("DocumentKind")).isEqualTo(ids(DocumentKind.values()));
        assertThat(values("TextOutcome")).isEqualTo(ids(TextOutcome.values()));
        assertThat(values("CoverageState")).isEqualTo(ids(CoverageState.values()));
        assertThat(values("Problem/properties/fault"))
                .isEqualTo(Arrays.stream(QueryException.Fault.values())
                        .map(fault ->
                                fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    @Test
    void peopleAreNotNamed() {
        say(site.doubtful, "note", ", \"note\": \"Chloé told me\"");
        for (String path : List.of(
                "/claims",
                "/claims/" + site.doubtful.id() + "/explain",
                "/documents/" + site.doubtful.document() + "/text",
                "/search?q=logiciel",
                "/review-queue",
                "/deployments/" + deployment(site.doubtful))) {
            assertThat(site.get(Api.ROOT + path).body())
                    .as(path)
                    .contains("[…] rappelle que")
                    .doesNotContain("Durandeau", "Ada", "Chloé");
        }
    }

    @Test
    void listsComeInParts() throws JsonProcessingException {
        Answer first = site.get("/api/v1/claims?limit=2");
        JsonNode part = Json.mapper().readTree(first.body());

        assertThat(part.path("total").asInt()).isEqualTo(3);
        assertThat(part.path("next").asText()).isEqualTo("/api/v1/claims?limit=2&offset=2");
        assertThat(first.header("Link"))
                .isEqualTo("</api/v1/claims?limit=2>; rel=\"first\", </api/v1/claims?limit=2&offset=2>; rel=\"next\"");
        JsonNode last =
                Json.mapper().readTree(site.get(part.path("next").asText()).body());
        assertThat(last.path("items")).hasSize(1);
        assertThat(last.path("next").isNull()).isTrue();
        assertThat(Json.mapper()
                        .readTree(site.get("/api/v1/claims?offset=99").body())
                        .path("items"))
                .isEmpty();
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() {
        String tag = site.get("/api/v1/claims").header("ETag");

        Answer again = site.get("/api/v1/claims", "If-None-Match", "\"x\", " + tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(site.get("/api/v1/claims?limit=1", "If-None-Match", tag).status())
                .isEqualTo(200);

        say(site.doubtful, "reject", "");
        assertThat(site.get("/api/v1/claims", "If-None-Match", tag).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /nothing                     | 404 | no-page
                    /claims/c-0000000000000000   | 404 | no-claim
                    /deployments/p-0             | 404 | no-claim
                    /documents/d-0               | 404 | no-document
                    /communes/00000              | 404 | no-commune
                    /vendors/nobody              | 404 | no-vendor
                    /coverage/nowhere            | 404 | no-source
                    /claims?comune=99001         | 400 | unknown-parameter
                    /claims?commune=Nulpart      | 400 | bad-value
                    /claims?stage=used           | 400 | bad-value
                    /claims?since=spring         | 400 | bad-date
                    /claims?limit=0              | 400 | bad-value
                    /claims?limit=201            | 400 | bad-value
                    /claims?offset=-1            | 400 | bad-value
                    /search                      | 400 | bad-query
                    /search?q=*ville             | 400 | bad-query
                    /search?q=v*                 | 400 | bad-query
                    /search?q=logiciel&offset=9999 | 400 | bad-query
                    /search?q=a&facets=nothing   | 400 | bad-value
                    """)
    void whatCannotBeAnsweredSaysWhy(String path, int status, String type) throws JsonProcessingException {
        assertProblem(site.get(Api.ROOT + path), status, type);
    }

    @Test
    void costlyQueriesAreAnsweredNotRun() throws JsonProcessingException {
        assertProblem(site.get("/api/v1/search?q=" + "a".repeat(10_240)), 400, "bad-query");
        assertProblem(site.get("/api/v1/search?q=" + "ab+OR+".repeat(160) + "ab"), 400, "bad-query");
        assertProblem(site.get("/api/v1/search?q=" + "x+OR+".repeat(1000) + "x"), 400, "bad-query");
    }

    @Test
    void problemsSpeakTheLanguageOfTheAsker() throws JsonProcessingException {
        Answer french = site.get("/api/v1/search?q=*a", "Accept-Language", "fr");
        assertThat(french.header("Content-Language")).isEqualTo("fr");
        assertThat(french.body()).contains("Recherche incomprise", "\"fault\":\"leading-wildcard\"");
        assertProblem(french, 400, "bad-query");
    }

    @Test
    void aChangeFromElsewhereIsRefused() throws JsonProcessingException {
        String review = "{\"claim\": \"" + site.doubtful.id() + "\", \"verdict\": \"reject\", \"reviewer\": \"Ada\"}";

        assertProblem(site.post("/api/v1/reviews", "text/plain", review), 415, "not-json");
        assertProblem(site.post("/api/v1/reviews", "application/x-www-form-urlencoded", "claim=1"), 415, "not-json");
        assertProblem(site.post("/api/v1/reviews", JSON, review, "Origin", "http://x.example"), 403, "forged");
        assertProblem(site.post("/api/v1/reviews", JSON, review, "Origin", "null"), 403, "forged");
        assertProblem(site.post("/api/v1/claims", JSON, "{}"), 405, "wrong-method");
        assertThat(site.written()).isEmpty();
        assertThat(site.post(
                                "/api/v1/reviews",
                                "application/json; charset=utf-8",
                                review,
                                "Origin",
                                "http://localhost:" + site.server.port())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aReviewThatCannotBeWrittenSaysWhy() throws JsonProcessingException {
        assertProblem(site.post("/api/v1/reviews", JSON, "{"), 400, "bad-json");
        assertProblem(site.post("/api/v1/reviews", JSON, "{\"claim\": \"c-1\"}"), 400, "bad-json");
        assertProblem(
                site.post(
                        "/api/v1/reviews",
                        JSON,
                        "{\"claim\": \"c-1\", \"verdict\": \"accept\", \"reviewer\": \"Ada\"}"),
                404,
                "no-claim");
        assertProblem(say(site.doubtful, "like", ""), 400, "bad-value");
        assertProblem(say(site.doubtful, "correct", ", \"correction\": {\"mood\": \"x\"}"), 400, "bad-value");
        Answer date = say(site.doubtful, "correct", ", \"correction\": {\"date\": \"spring\"}");
        assertProblem(date, 400, "bad-review");
        assertThat(date.body()).contains("date: Write a year");
        assertThat(site.written()).isEmpty();
    }

    @Test
    void aServerThatTakesNoReviewsHasNoReviewPagesAndSaysSo(@TempDir Path other)
            throws BindException, JsonProcessingException {
        RateLimitTest.Hand clock = new RateLimitTest.Hand();
        try (SampleSite closed = SampleSite.withoutReviews(other, 4, clock)) {
            assertThat(closed.get("/review").status()).isEqualTo(404);
            assertThat(closed.get("/search").body()).doesNotContain("/review");
            assertProblem(
                    closed.post(
                            "/api/v1/reviews",
                            JSON,
                            "{\"claim\": \"c-1\", \"verdict\": \"accept\", \"reviewer\": \"Ada\"}"),
                    403,
                    "no-reviews");
            for (int i = 0; i < 3; i++) {
                assertThat(closed.get("/api/v1/stats").status()).isEqualTo(200);
            }
            Answer tooMany = closed.get("/api/v1/stats");
            assertProblem(tooMany, 429, "too-many");
            assertThat(tooMany.header("Retry-After")).isEqualTo("15");
            clock.move(Duration.ofSeconds(15));
            assertThat(closed.get("/api/v1/stats").status()).isEqualTo(200);
        }
    }

    @Test
    void thePageForPeopleListsEverything() {
        String page = site.get("/api/").body();
        operations().keySet().forEach(operation -> assertThat(page).contains(operation.replace(" ", " " + Api.ROOT)));
        DOCUMENT.at("/components/schemas")
                .properties()
                .forEach(shape -> assertThat(page)
                        .contains("<h3 id=\"shape-" + shape.getKey() + "\">")
                        .contains(shape.getValue().path("description").asText().replace("'", "&#39;")));
        assertThat(page)
                .contains("<a href=\"#shape-Claim\">Claim</a>[]", "<a href=\"/api/try\">", "string | null")
                .doesNotContain("swagger", "<script>");
        assertThat(site.get("/api/try").body())
                .contains("/swagger.js\" defer", "/api.js\" defer", "<a href=\"/api/\">")
                .doesNotContain("<script>");
    }

    private Answer say(Claim claim, String verdict, String more) {
        return site.post(
                "/api/v1/reviews",
                JSON,
                "{\"claim\": \"" + claim.id() + "\", \"verdict\": \"" + verdict + "\", \"reviewer\": \"Ada\"" + more
                        + "}");
    }

    private static String deployment(Claim claim) {
        return Deployment.idOf(SampleSite.VALFICTIF, claim.technology(), claim.vendor());
    }

    private static void assertProblem(Answer answer, int status, String type) throws JsonProcessingException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("ETag")).isEmpty();
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:vigie:problem:" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("remedy").asText()).isNotBlank();
        assertValid("Problem", answer.body());
    }

    private static JsonNode document() {
        try {
            return Json.mapper().readTree(new ApiDocument().content());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Method and path → what the document says of it. */
    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    private static List<String> values(String schema) {
        return StreamSupport.stream(
                        DOCUMENT.at("/components/schemas/" + schema + "/enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> ids(Term... terms) {
        return Arrays.stream(terms).map(Term::id).toList();
    }

    private static void assertValid(String schema, String body) throws JsonProcessingException {
        ObjectNode wanted = Json.mapper().createObjectNode();
        wanted.put("$ref", "#/components/schemas/" + schema);
        assertValid(wanted, body, schema);
    }

    private static void assertValid(JsonNode response, String type, String body, String about)
            throws JsonProcessingException {
        assertThat(response.isMissingNode()).as(about).isFalse();
        assertValid(response.path("content").path(type).path("schema"), body, about);
    }

    /** Holds an answer against a schema of the document, which here must name every field. */
    private static void assertValid(JsonNode wanted, String body, String about) throws JsonProcessingException {
        ObjectNode schema = Json.mapper().createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.set("components", strict(DOCUMENT.path("components").deepCopy()));
        schema.putArray("allOf").add(strict(wanted.deepCopy()));
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        assertThat(compiled.validate(Json.mapper().readTree(body))).as(about).isEmpty();
    }

    private static JsonNode strict(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && object.path("required").isArray()
                && !object.has("additionalProperties")) {
            boolean whole = object.path("required").size() > 2
                    || object.path("properties").size()
                            == object.path("required").size();
            if (whole) {
                object.put("additionalProperties", false);
            }
        }
        node.forEach(ApiIT::strict);
        return node;
    }
}
