package vigie.reports.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.indexer.index.IndexSchema;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Correction;
import vigie.model.Deployment;
import vigie.model.Evidence;
import vigie.model.Json;
import vigie.model.Review;
import vigie.model.ReviewState;
import vigie.model.Reviews;
import vigie.model.SavedSearch;
import vigie.model.SourceCoverage;
import vigie.model.SourceDocument;
import vigie.model.SourceLedger;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.Term;
import vigie.model.Verdict;
import vigie.model.archive.SearchFile;
import vigie.model.config.Communes;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;
import vigie.reports.AtlasReport;
import vigie.reports.ReviewItem;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.Hit;
import vigie.reports.query.Queries;
import vigie.reports.query.QueryException;
import vigie.reports.query.SearchRequest;
import vigie.reports.query.SearchResult;
import vigie.reports.query.Snippet;
import vigie.reports.query.TownFacts;
import vigie.reports.render.Reasons;
import vigie.reports.web.ApiAnswers.Waiting;
import vigie.reports.web.ApiRequest.Part;
import vigie.reports.web.Refusal.Reason;

/**
 * {@code /api/v1}: what the pages show, as JSON; described by {@code openapi.json}, which also says what parameters there
 * are. Quotes are masked and readers are not named. There are no CORS headers: pages of other origins cannot read it.
 */
final class Api {

    static final String ROOT = "/api/v1";

    private static final String DIGEST = "/digest";
    private static final String SEARCHES = "/searches";
    private static final int DEEPEST_HIT = 10_000;
    private static final int SNIPPETS = 3;

    private final Queries queries;
    private final Project project;
    private final @Nullable ReviewDesk desk;
    private final Clock clock;
    private final Meant meant;
    private final ReviewList waiting;
    private final DigestView digests;
    private final News news;
    private final Languages languages;
    private final Atlases reports;
    private final RateLimit limit;
    private final ApiDocument document;
    private final SearchFile searches;
    private final QualityFigures quality = QualityFigures.read();
    private final JsonMapper json = Json.mapper();

    Api(Site site, Atlases reports, ReviewList waiting, DigestView digests, Languages languages, ApiDocument document) {
        this.reports = reports;
        this.queries = site.queries();
        this.project = site.project();
        this.desk = site.desk();
        this.clock = site.clock();
        this.meant = new Meant(site.project());
        this.waiting = waiting;
        this.digests = digests;
        this.news = site.news();
        this.searches = site.searches();
        this.languages = languages;
        this.limit = new RateLimit(site.apiRate(), site.clock());
        this.document = document;
    }

    /** What a request is answered with. */
    private interface Operation {
        Object answer(ApiRequest request);
    }

    /** Whether that path is one of the API, or would be. */
    static boolean covers(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    /** Which address does what. */
    void routes(RoutesConfig routes) {
        get(routes, "/", request -> index());
        get(routes, "/openapi.json", request -> document.content());
        get(routes, "/search", this::search);
        get(routes, "/deployments", request -> request.part(deployments(request)));
        get(routes, "/deployments/{id}", this::deployment);
        get(routes, "/claims", request -> request.part(masked(queries.claims(request.claims()))));
        get(routes, "/claims/{id}", request -> claim(request).masked());
        get(routes, "/claims/{id}/explain", this::explain);
        get(routes, "/documents/{id}", request -> file(document(request)));
        get(routes, "/documents/{id}/text", this::text);
        get(routes, "/communes", this::communes);
        get(routes, "/communes/{code}", this::commune);
        get(routes, "/communes/{code}/ledger", this::ledger);
        get(
                routes,
                "/departements",
                request -> request.part(List.copyOf(communes().departements())));
        get(routes, "/departements/{code}", this::departement);
        get(routes, "/france", request -> reports.national().get());
        get(routes, "/vendors", this::vendors);
        get(routes, "/vendors/{id}", this::vendor);
        get(routes, "/vendors/{id}/report", request -> reports.vendor().apply(firm(request)));
        get(routes, "/coverage", this::coverage);
        get(routes, "/coverage/{source}", this::source);
        get(routes, "/stats", request -> stats());
        get(routes, DIGEST, request -> digests.digest(request.text("since")));
        get(routes, "/review-queue", this::queue);
        get(routes, SEARCHES, request -> request.part(saved()));
        get(routes, "/glossary", request -> new GlossaryPage.Model(GlossaryPage.groups(request.texts())));
        get(routes, "/quality", request -> quality);
        routes.post(ROOT + "/reviews", this::judge);
    }

    private void get(RoutesConfig routes, String path, Operation operation) {
        Set<String> known = document.parameters(path);
        routes.get(ROOT + (path.equals("/") ? "" : path), context -> {
            admit(context);
            refuseUnknown(context, known);
            String tag = tag(context);
            if (isKnown(context.header("If-None-Match"), tag)) {
                context.status(HttpStatus.NOT_MODIFIED);
            } else {
                Object answer = operation.answer(new ApiRequest(context, meant, languages.of(context)));
                context.contentType("application/json")
                        .result(answer instanceof byte[] bytes ? bytes : json.writeValueAsBytes(answer));
            }
            context.header("ETag", tag)
                    .header("Cache-Control", "private, no-cache")
                    .header("Vary", "Accept-Language, Cookie");
        });
    }

    private void admit(Context context) {
        Duration wait = limit.take(context.ip());
        if (!wait.isZero()) {
            long seconds = wait.plusMillis(999).toSeconds();
            context.header("Retry-After", String.valueOf(seconds));
            throw new Refusal(Reason.TOO_MANY, seconds);
        }
    }

    /** A parameter that is left out in silence would make an answer look like another one. */
    private static void refuseUnknown(Context context, Set<String> known) {
        for (String name : context.queryParamMap().keySet()) {
            if (!known.contains(name)) {
                throw new Refusal(Reason.UNKNOWN_PARAMETER, name, known.isEmpty() ? "–" : String.join(", ", known));
            }
        }
    }

    /** Weak, as the same facts may be written otherwise: of the index, the reviews, the project, this API and the question. */
    private String tag(Context context) {
        String question = String.join(
                "\n",
                queries.version(),
                project.digest(),
                document.digest(),
                moment(context.path()),
                context.path(),
                languages.of(context).language(),
                Objects.requireNonNullElse(context.queryString(), ""));
        return "W/\"" + Digest.sha256(question.getBytes(StandardCharsets.UTF_8)).substring(0, 24) + "\"";
    }

    /** What an answer depends on besides all that. */
    private String moment(String path) {
        if (path.equals(ROOT + DIGEST)) {
            return LocalDate.now(clock) + " " + news.start();
        }
        return path.equals(ROOT + SEARCHES)
                ? saved().toString()
                : YearMonth.now(clock).toString();
    }

    /** The saved searches, the newest first, as the page has them. */
    private List<SavedSearch> saved() {
        try {
            List<SavedSearch> saved = new ArrayList<>(searches.read());
            Collections.reverse(saved);
            return saved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isKnown(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .anyMatch(known -> known.equals(tag) || ("W/" + known).equals(tag));
    }

    private ApiAnswers.Index index() {
        List<ApiAnswers.Linked> links = document.operations().stream()
                .filter(operation -> operation.method().equals("GET")
                        && !operation.path().contains("{")
                        && operation.path().length() > 1)
                .map(operation -> new ApiAnswers.Linked(
                        operation.path().substring(1), ROOT + operation.path(), "application/json"))
                .collect(Collectors.toList());
        links.add(new ApiAnswers.Linked("documentation", ApiPage.PATH, "text/html"));
        links.add(new ApiAnswers.Linked("feed", Feeds.address(SearchFile.ALL), "application/atom+xml"));
        links.add(new ApiAnswers.Linked("export", "/search.csv", "text/csv"));
        links.add(new ApiAnswers.Linked("export", "/search.json", "application/json"));
        links.add(new ApiAnswers.Linked("export", "/deployments.csv", "text/csv"));
        links.add(new ApiAnswers.Linked("export", "/deployments.json", "application/json"));
        return new ApiAnswers.Index("Vigie", queries.statistics().version(), "Licence Ouverte 2.0 / Etalab", links);
    }

    private Object search(ApiRequest request) {
        SearchForm form = SearchForm.of(request.parameters());
        String facets = request.text("facets");
        Set<String> counted = facets == null ? Set.of() : Set.of(facets.split(",", -1));
        if (!IndexSchema.FACETS.containsAll(counted)) {
            throw new Refusal(Reason.BAD_VALUE, String.valueOf(facets), "facets");
        }
        try {
            SearchRequest wanted = form.request()
                    .page(request.limit(), request.offset())
                    .showing(SNIPPETS)
                    .counting(counted);
            SearchResult result = queries.search(wanted);
            Part<Hit> part = request.part(
                    result.total(),
                    DEEPEST_HIT,
                    result.hits().stream().map(Api::masked).toList());
            return new ApiAnswers.Found(
                    part.total(),
                    result.exact(),
                    part.limit(),
                    part.offset(),
                    part.next(),
                    part.items(),
                    new TreeMap<>(result.facets()));
        } catch (QueryException e) {
            throw new Refusal(Reason.BAD_QUERY, e);
        }
    }

    private static Hit masked(Hit hit) {
        return new Hit(
                hit.document(),
                hit.title(),
                hit.url(),
                hit.date(),
                hit.commune(),
                hit.source(),
                hit.kind(),
                hit.page(),
                hit.score(),
                hit.snippets().stream().map(Api::masked).toList());
    }

    /** What was looked for stays, and stays marked; around it people whom a title gives away are masked. */
    private static Snippet masked(Snippet snippet) {
        StringBuilder text = new StringBuilder();
        List<Snippet.Mark> marks = new ArrayList<>();
        int at = 0;
        for (Snippet.Mark mark : snippet.marks()) {
            text.append(Evidence.masked(snippet.text().substring(at, mark.start())));
            int start = text.length();
            text.append(snippet.text(), mark.start(), mark.end());
            marks.add(new Snippet.Mark(start, text.length()));
            at = mark.end();
        }
        text.append(Evidence.masked(snippet.text().substring(at)));
        return new Snippet(
                snippet.page(), snippet.start(), text.toString(), marks, snippet.cutBefore(), snippet.cutAfter());
    }

    private static List<Claim> masked(List<Claim> claims) {
        return claims.stream().map(Claim::masked).toList();
    }

    private List<Deployment> deployments(ApiRequest request) {
        Instant moment = moment(request);
        return moment == null
                ? queries.deployments(request.deployments())
                : queries.deployments(request.deployments(), moment);
    }

    private ApiAnswers.DeploymentWhole deployment(ApiRequest request) {
        String id = request.part("id");
        Deployment found = queries.deployment(id).orElseThrow(() -> new Refusal(Reason.NO_CLAIM, id));
        List<Claim> claims = found.timeline().stream()
                .flatMap(event -> queries.claim(event.claim()).stream())
                .map(Claim::masked)
                .toList();
        return new ApiAnswers.DeploymentWhole(found, claims);
    }

    private Claim claim(ApiRequest request) {
        String id = request.part("id");
        return queries.claim(id).orElseThrow(() -> new Refusal(Reason.NO_CLAIM, id));
    }

    private ApiAnswers.Explained explain(ApiRequest request) {
        Claim claim = claim(request);
        Claim extracted = queries.extracted(claim.id()).orElse(claim);
        Reviews reviews = queries.reviews();
        List<Deployment> near = claim.commune() == null
                ? List.of()
                : queries.deployments(DeploymentFilter.of(claim.commune().insee()));
        return new ApiAnswers.Explained(
                claim.masked(),
                queries.document(claim.document()).map(this::file).orElse(null),
                reviews.state(extracted),
                reviews.readers(extracted),
                Reasons.of(claim, request.texts().words()),
                reviews.of(extracted).stream()
                        .map(said -> new ApiAnswers.Said(said.time(), said.verdict(), fields(said.correction())))
                        .toList(),
                near.stream()
                        .filter(deployment -> deployment.timeline().stream()
                                .anyMatch(event -> event.claim().equals(claim.id())))
                        .map(Deployment::id)
                        .toList(),
                Related.of(claim, queries));
    }

    private static Map<String, String> fields(Correction correction) {
        Map<String, String> fields = new TreeMap<>();
        correction.values().forEach((field, value) -> fields.put(field.id(), value));
        return fields;
    }

    private SourceDocument document(ApiRequest request) {
        String id = request.part("id");
        return queries.document(id).orElseThrow(() -> new Refusal(Reason.NO_DOCUMENT, id));
    }

    private ApiAnswers.DocumentFile file(SourceDocument found) {
        return ApiAnswers.DocumentFile.of(
                found, queries.presence(found.id()).orElse(null), queries.versions(found.id()));
    }

    private ApiAnswers.DocumentText text(ApiRequest request) {
        SourceDocument found = document(request);
        return new ApiAnswers.DocumentText(
                found.id(),
                found.sheets().stream()
                        .map(sheet ->
                                ApiAnswers.Sheet.of(sheet.page(), found.text().substring(sheet.start(), sheet.end())))
                        .toList());
    }

    private Communes communes() {
        return project.communes();
    }

    private Part<Commune> communes(ApiRequest request) {
        String name = request.text("name");
        String departement = request.text("departement");
        String words = name == null ? "" : Communes.fold(name);
        return request.part(communes().all().stream()
                .filter(commune -> commune.type() == CommuneType.ACTUELLE)
                .filter(commune -> departement == null || departement.equalsIgnoreCase(commune.departement()))
                .filter(commune -> name == null || Communes.fold(commune.name()).contains(words))
                .toList());
    }

    private Commune known(ApiRequest request) {
        String code = request.part("code").toUpperCase(Locale.ROOT);
        Optional<Commune> found =
                InseeCode.isValid(code) ? communes().currentOf(new InseeCode(code)) : Optional.empty();
        return found.orElseThrow(() -> new Refusal(Reason.NO_COMMUNE, code));
    }

    private ApiAnswers.CommuneWhole commune(ApiRequest request) {
        Commune commune = known(request);
        TownFacts facts = facts(request, commune);
        return new ApiAnswers.CommuneWhole(
                commune,
                facts.deployments(),
                facts.claims().stream().map(Claim::id).toList(),
                facts.coverage());
    }

    private List<SourceLedger> ledger(ApiRequest request) {
        return facts(request, known(request)).ledger(YearMonth.now(clock));
    }

    private TownFacts facts(ApiRequest request, Commune commune) {
        return TownFacts.before(moment(request), clock.instant(), queries, commune.code());
    }

    /** Before when it is asked for what was known, or null for all. */
    private static @Nullable Instant moment(ApiRequest request) {
        String asOf = request.text("as-of");
        return asOf == null ? null : SearchForm.end(asOf);
    }

    private Part<ApiAnswers.VendorFile> vendors(ApiRequest request) {
        return request.part(project.lexicon().vendors().stream()
                .map(ApiAnswers.VendorFile::of)
                .toList());
    }

    private AtlasReport departement(ApiRequest request) {
        String code = request.part("code");
        return reports.departement()
                .apply(communes().departement(code).orElseThrow(() -> new Refusal(Reason.NO_DEPARTEMENT, code)));
    }

    private Vendor firm(ApiRequest request) {
        String id = request.part("id");
        return project.vendor(id)
                .or(() -> queries.firm(id).map(project::firm))
                .orElseThrow(() -> new Refusal(Reason.NO_VENDOR, id));
    }

    private ApiAnswers.VendorWhole vendor(ApiRequest request) {
        Vendor vendor = firm(request);
        return new ApiAnswers.VendorWhole(
                ApiAnswers.VendorFile.of(vendor),
                queries.deployments(new DeploymentFilter(null, null, vendor.id(), null, null, null, 0)));
    }

    private Part<SourceCoverage> coverage(ApiRequest request) {
        InseeCode commune = request.commune();
        return request.part(commune == null ? queries.coverage() : queries.coverage(commune));
    }

    private SourceLedger source(ApiRequest request) {
        String id = request.part("source");
        return queries.ledger(id, null, YearMonth.now(clock)).orElseThrow(() -> new Refusal(Reason.NO_SOURCE, id));
    }

    private ApiAnswers.Stats stats() {
        List<Deployment> all = queries.deployments(DeploymentFilter.all());
        return new ApiAnswers.Stats(
                queries.statistics(),
                new ApiAnswers.Counts(
                        counted(all, deployment -> deployment.stage().id()),
                        counted(all, deployment -> deployment.technology().id()),
                        counted(all, Deployment::vendor),
                        counted(all, deployment -> deployment.commune().insee().departement()),
                        counted(all, deployment -> deployment.review().id())));
    }

    private static Map<String, Integer> counted(
            List<Deployment> deployments, Function<Deployment, @Nullable String> key) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Deployment deployment : deployments) {
            String value = key.apply(deployment);
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** What waits; what readers rejected is on the review page alone. */
    private Part<Waiting> queue(ApiRequest request) {
        ReviewFilter filter = new ReviewFilter(
                meantCommune(request),
                request.text("vendor"),
                request.term(Technology.class, "technology"),
                request.term(Stage.class, "stage"),
                null);
        List<Waiting> items = waiting.of(filter).stream()
                .filter(item -> item.state() != ReviewState.REJECTED)
                .map(Api::waiting)
                .toList();
        return request.part(items);
    }

    private @Nullable Commune meantCommune(ApiRequest request) {
        InseeCode code = request.commune();
        return code == null ? null : communes().currentOf(code).orElse(null);
    }

    private static Waiting waiting(ReviewItem item) {
        return new Waiting(
                item.claim().masked(),
                item.state(),
                item.readers(),
                item.deployment() == null ? null : item.deployment().id(),
                item.doubt(),
                item.impact());
    }

    /** What a reader sends. */
    private record Body(
            @Nullable String claim,
            @Nullable String verdict,
            @Nullable String reviewer,
            @Nullable Map<String, String> correction,
            @Nullable String note) {}

    private void judge(Context context) throws IOException {
        admit(context);
        if (desk == null) {
            throw new Refusal(Reason.NO_REVIEWS);
        }
        Body body = body(context);
        String id = needed("claim", body.claim());
        String said = needed("verdict", body.verdict());
        String reader = needed("reviewer", body.reviewer());
        Claim claim = queries.extracted(id).orElseThrow(() -> new Refusal(Reason.NO_CLAIM, id));
        Verdict verdict =
                Term.find(Verdict.class, said).orElseThrow(() -> new Refusal(Reason.BAD_VALUE, said, "verdict"));
        ReviewForm form = form(reader, body, claim).checked(verdict, claim, meant);
        if (!form.faults().isEmpty()) {
            WebTexts texts = languages.of(context);
            throw new Refusal(
                    Reason.BAD_REVIEW,
                    form.faults().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(fault -> fault.getKey() + ": " + texts.get(fault.getValue()))
                            .collect(Collectors.joining(" ")));
        }
        Review review = form.review(clock.instant(), verdict, claim, meant);
        desk.append(review);
        Reviews reviews = queries.reviews();
        context.status(HttpStatus.CREATED)
                .header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(json.writeValueAsBytes(
                        new ApiAnswers.Judged(claim.id(), reviews.state(claim), reviews.readers(claim))));
    }

    private Body body(Context context) {
        try {
            return json.readerFor(Body.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(context.body());
        } catch (JsonProcessingException e) {
            throw new Refusal(
                    Reason.BAD_JSON, e.getOriginalMessage().replaceFirst("(?s)\\s*\\(?(?:for )?class .*", ""));
        }
    }

    private static String needed(String name, @Nullable String value) {
        if (value == null) {
            throw new Refusal(Reason.BAD_JSON, name + " ?");
        }
        return value;
    }

    private static ReviewForm form(String reader, Body body, Claim claim) {
        Map<Correction.Field, String> values =
                new EnumMap<>(ReviewForm.of(claim, "").values());
        Map<String, String> given = body.correction() == null ? Map.of() : new LinkedHashMap<>(body.correction());
        given.forEach((name, value) -> values.put(
                Term.find(Correction.Field.class, name)
                        .orElseThrow(() -> new Refusal(Reason.BAD_VALUE, name, "correction")),
                Objects.requireNonNullElse(value, "")));
        return new ReviewForm(
                reader.strip(), Objects.requireNonNullElse(body.note(), "").strip(), values, Map.of());
    }
}
