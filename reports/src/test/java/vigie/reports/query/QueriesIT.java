package vigie.reports.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.indexer.index.IndexException;
import vigie.model.AttemptOutcome;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.SourceCoverage;
import vigie.model.SourceDocument;
import vigie.model.Stage;
import vigie.model.id.InseeCode;

class QueriesIT {

    private static final String LONG = "Un paragraphe sans rapport avec la question posée, qui parle de voirie.\n\n";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private SampleIndex index;

    @BeforeAll
    static void writeShared() {
        SampleIndex three = new SampleIndex(shared);
        three(three);
        three.write();
    }

    @BeforeEach
    void begin() {
        index = new SampleIndex(folder);
    }

    @Test
    void missingIndexIsToldWithTheRemedy() {
        assertThatThrownBy(() -> Queries.open(folder.resolve("nowhere")))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("vigie index");
        assertThatThrownBy(() -> Queries.open(folder))
                .isInstanceOfSatisfying(
                        IndexException.class, e -> assertThat(e.kind()).isEqualTo(IndexException.Kind.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "vidéosurveillance | a",
                "vidéo-surveillance | a",
                "vidéo surveillance | a",
                "videosurveillance | a",
                "\"vidéo surveillance algorithmique\" | a",
                "algorithme | b",
                "algorithmique | a",
                "caméra | a b",
                "camera drone | b",
                "\"caméras de la ville\" | a",
                "\"caméra de la ville\" | ",
                "\"caméra ville\"~3 | a",
                "\"ville caméra\"~1 | ",
                "Exampla~ | b",
                "exempl* | b",
                "ex*lia | b",
                "drone OU algorithmique | a b",
                "caméra -drone | a",
                "caméra SAUF algorithmique | b",
                "NOT drone | a c",
                "titre:budget | b",
                "budget | b",
                "commune:02998 | c",
                "commune:port-image | c",
                "commune:\"Valfictif sur modele\" | a b",
                "departement:1 | a b",
                "vendeur:Exemplia | b",
                "etape:in-use | b",
                "type:délibération caméra | a b",
                "annee:2021 | c",
                "annee:2020..2024 | a b c",
                "date:2021 | c",
                "date:2021-03 | c",
                "date:2021-03-01 | c",
                "date:2021-04..2024 | a b",
                "date:..2021-03 | c",
                "date:2021-04.. | a b",
                "caméra SAUF date:2021 | a b",
                "date:2019 | ",
                "source:port-image | c",
                "S.N.E.F. | c",
                "snef | c",
                "surveil | c",
                "sans | c",
            })
    void queriesFindWhatTheySay(String query, @Nullable String titles) {
        try (Queries queries = Queries.open(shared)) {
            SearchResult found = queries.search(SearchRequest.of(query));
            String letters = found.hits().stream()
                    .map(hit -> String.valueOf(hit.title()).substring(0, 1))
                    .sorted()
                    .collect(Collectors.joining(" "));
            assertThat(letters).isEqualTo(titles == null ? "" : titles);
            assertThat(found.total()).isEqualTo(found.hits().size());
        }
    }

    private void three() {
        three(index);
    }

    private static void three(SampleIndex index) {
        index.add("a : marché", "La vidéo-surveillance algorithmique : les caméras de la ville seront équipées.");
        index.add("b : budget", "Un algorithme d’Exemplia relie chaque caméra à un drone.");
        index.claim(SampleIndex.VALFICTIF, "exemplia", Stage.IN_USE, "2024-05", 0.9);
        index.add(
                SampleIndex.PORT_IMAGE,
                "port-image",
                "c : divers",
                "2021-03",
                "Marché confié à S.N.E.F sans surveil-\nlance de nuit.",
                List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objet:marché",
                "technologie:magie",
                "etape:partout",
                "annee:jamais",
                "annee:2024..2020",
                "date:hier",
                "date:2021-02-30",
                "date:2024..2020",
                "date:2020..2021..2022",
                "date:..",
                "le",
                ""
            })
    void queriesThatCannotRunSayWhy(String query) {
        try (Queries queries = Queries.open(shared)) {
            assertThatThrownBy(() -> queries.search(SearchRequest.of(query))).isInstanceOf(QueryException.class);
        }
    }

    @Test
    void snippetShowsPageAndMarksTheWords() {
        String first = LONG.repeat(40);
        String second =
                LONG.repeat(10) + "Le conseil approuve l’achat du logiciel d’analyse d’images pour ses caméras.\n";
        SourceDocument document =
                index.add(SampleIndex.VALFICTIF, "valfictif", "PV", "2024", first + second, List.of(0, first.length()));
        try (Queries queries = index.open()) {
            Hit hit = queries.search(SearchRequest.of("logiciel \"analyse d'images\""))
                    .hits()
                    .get(0);
            assertThat(hit.page()).isEqualTo(2);
            Snippet snippet = hit.snippets().get(0);
            assertThat(snippet.marked("«", "»")).contains("achat du «logiciel» d’«analyse d’images» pour ses");
            assertThat(document.text().replace('\n', ' ').startsWith(snippet.text(), snippet.start()))
                    .isTrue();
            assertThat(hit.document()).isEqualTo(document.id());
            assertThat(hit.commune()).isEqualTo(SampleIndex.VALFICTIF);
            assertThat(hit.kind()).isEqualTo("deliberation");
            assertThat(hit.source()).isEqualTo("valfictif");
        }
    }

    @Test
    void snippetIsRightAtWhateverPlaceTheWordStands() {
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            String before = words(random, random.nextInt(1200));
            String text = before + " vidéo-surveil-\nlance zébu" + i + " " + words(random, random.nextInt(900));
            int cut = random.nextInt(text.length());
            int page = text.startsWith("zébu", text.indexOf(' ', cut) + 1) ? 0 : cut;
            index.add(SampleIndex.VALFICTIF, "valfictif", "d", "2024", text, List.of(0, page));
        }
        try (Queries queries = index.open()) {
            for (int i = 0; i < 60; i++) {
                Hit hit = queries.search(SearchRequest.of("zébu" + i)).hits().get(0);
                assertThat(hit.snippets().get(0).marked("[", "]")).contains("[zébu" + i + "]");
            }
        }
    }

    private static String words(Random random, int count) {
        List<String> some = List.of("de", "vidéo", "surveillance", "l’eau", "A.B.C", "fin.Début", "cou-\npe", "x.\n\n");
        return random.ints(count, 0, some.size()).mapToObj(some::get).collect(Collectors.joining(" "));
    }

    @Test
    void htmlSnippetIsEscaped() {
        index.add("x", "Le <script>alert('caméra')</script> & \"drone\"");
        try (Queries queries = index.open()) {
            Snippet snippet = queries.search(SearchRequest.of("caméra"))
                    .hits()
                    .get(0)
                    .snippets()
                    .get(0);
            assertThat(snippet.html())
                    .isEqualTo(
                            "Le &lt;script&gt;alert(&#39;<mark>caméra</mark>&#39;)&lt;/script&gt; &amp; &quot;drone&quot;");
        }
    }

    @Test
    void facetsCountAllHits() {
        three();
        try (Queries queries = index.open()) {
            SearchResult found = queries.search(
                    SearchRequest.of("caméra OU snef").page(1, 0).counting(Set.of("commune", "vendeur", "annee")));
            assertThat(found.hits()).hasSize(1);
            assertThat(found.facets().get("commune"))
                    .containsExactly(new SearchResult.Count("01999", 2), new SearchResult.Count("02998", 1));
            assertThat(found.facets().get("vendeur")).containsExactly(new SearchResult.Count("exemplia", 1));
            assertThat(found.facets().get("annee"))
                    .containsExactly(new SearchResult.Count("2024", 2), new SearchResult.Count("2021", 1));
            assertThatThrownBy(() -> queries.search(SearchRequest.of("caméra").counting(Set.of("titre"))))
                    .isInstanceOf(QueryException.class);
        }
    }

    @Test
    void mostFrequentValuesAreTheFirstOfAllOverSeveralSegments() {
        three();
        try (Queries queries = index.open()) {
            assertMostFrequentAreTheFirst(queries);
            index.add(SampleIndex.PORT_IMAGE, "autre", "Conseil", "2021", "Une caméra.", List.of());
            index.writeLast();
            index.add(SampleIndex.PORT_IMAGE, "port", "Conseil", "2019", "Une caméra encore.", List.of());
            index.writeLast();
            queries.refresh();
            assertMostFrequentAreTheFirst(queries);
        }
    }

    private static void assertMostFrequentAreTheFirst(Queries queries) {
        Set<String> fields = Set.of("commune", "vendeur", "annee", "source", "produit");
        SearchRequest request = SearchRequest.of("caméra OU snef");
        SearchResult all = queries.search(request.counting(fields));
        assertThat(all.facets().get("annee")).hasSizeGreaterThan(1);
        for (int most : List.of(1, 2, 60)) {
            Map<String, List<SearchResult.Count>> first =
                    queries.search(request.counting(fields, most)).facets();
            assertThat(first.keySet()).isEqualTo(fields);
            first.forEach((field, values) -> assertThat(values)
                    .as(field)
                    .isEqualTo(all.facets().getOrDefault(field, List.of()).stream()
                            .limit(most)
                            .toList()));
        }
    }

    @Test
    void filtersDatesAndOrderRestrictTheHits() {
        three();
        try (Queries queries = index.open()) {
            assertThat(queries.search(SearchRequest.of("")
                                    .where("commune", List.of("01999", "02998"))
                                    .in(SearchRequest.Order.OLDEST))
                            .hits())
                    .extracting(Hit::title)
                    .first()
                    .isEqualTo("c : divers");
            assertThat(queries.search(SearchRequest.of("").between(null, LocalDate.of(2022, 1, 1)))
                            .total())
                    .isOne();
            assertThat(queries.search(SearchRequest.of("caméra").between(LocalDate.of(2024, 7, 1), null))
                            .total())
                    .isZero();
            assertThatThrownBy(() -> queries.search(SearchRequest.of("caméra").page(10, 100_000)))
                    .isInstanceOf(QueryException.class);
        }
    }

    @Test
    void deploymentsAndClaimsAreFiltered() {
        three();
        Claim proposed = index.claim(SampleIndex.PORT_IMAGE, "autre", Stage.PROPOSED, null, 0.4);
        try (Queries queries = index.open()) {
            assertThat(queries.deployments(DeploymentFilter.all())).hasSize(2);
            assertThat(queries.deployments(DeploymentFilter.of(new InseeCode("02998"))))
                    .extracting(Deployment::vendor)
                    .containsExactly("autre");
            DeploymentFilter sure =
                    new DeploymentFilter(null, "01", "exemplia", null, Stage.IN_USE, LocalDate.of(2024, 1, 1), 0.8);
            assertThat(queries.deployments(sure)).hasSize(1);
            assertThat(queries.deployments(
                            new DeploymentFilter(null, null, null, null, null, LocalDate.of(2025, 1, 1), 0)))
                    .isEmpty();
            assertThat(queries.claims(ClaimFilter.all()))
                    .extracting(Claim::vendor)
                    .containsExactly("exemplia", "autre");
            assertThat(queries.claims(ClaimFilter.ofDocument(proposed.document())))
                    .containsExactly(proposed);
            assertThat(queries.claim(proposed.id())).contains(proposed);
            assertThat(queries.claim("c-nothing")).isEmpty();
            Deployment first = queries.deployments(DeploymentFilter.all()).get(0);
            assertThat(queries.deployment(first.id())).contains(first);
            assertThat(queries.deployment(proposed.id())).isEmpty();
            assertThat(queries.ids(proposed.id().substring(0, 6), 5)).contains(proposed.id());
            assertThat(queries.ids("", 2)).hasSize(2).doesNotContain(proposed.document());
            assertThat(queries.ids("zz", 5)).isEmpty();
            assertThat(queries.claim(first.id())).isEmpty();
            assertThat(queries.document(proposed.id())).isEmpty();
        }
    }

    @Test
    void documentComesBackWithItsText() {
        SourceDocument document =
                index.add(SampleIndex.VALFICTIF, "valfictif", "PV", "2024", LONG.repeat(100), List.of(0, 3000, 5000));
        index.claim(SampleIndex.VALFICTIF, "exemplia", Stage.IN_USE, null, 0.5);
        try (Queries queries = index.open()) {
            assertThat(queries.document(document.id())).contains(document);
            assertThat(queries.document("d-nothing")).isEmpty();
        }
    }

    @Test
    void coverageTellsWhatWasNotRead() {
        three();
        index.add(SampleIndex.VALFICTIF, "valfictif", "scan", null, "", List.of());
        index.attempt("valfictif", "http://valfictif.example/x", AttemptOutcome.FAILED, "timeout");
        try (Queries queries = index.open()) {
            assertThat(queries.coverage())
                    .extracting(SourceCoverage::source)
                    .containsExactly("port-image", "valfictif");
            SourceCoverage valfictif = queries.coverage(new InseeCode("01999")).get(0);
            assertThat(valfictif.read()).isEqualTo(2);
            assertThat(valfictif.noText()).isOne();
            assertThat(valfictif.failed()).isOne();
            assertThat(valfictif.reasons()).containsEntry("timeout", 1);
            assertThat(valfictif.newest()).hasToString("2024-06-30");
            assertThat(queries.coverage(new InseeCode("01001"))).isEmpty();
        }
    }

    @Test
    void statisticsCountWhatIsThere() {
        three();
        try (Queries queries = index.open()) {
            IndexStatistics statistics = queries.statistics();
            assertThat(statistics.documents()).isEqualTo(3);
            assertThat(statistics.texts()).isEqualTo(3);
            assertThat(statistics.claims()).isOne();
            assertThat(statistics.deployments()).isOne();
            assertThat(statistics.segments()).isOne();
            assertThat(statistics.bytes()).isPositive();
        }
    }

    @Test
    void newCommitIsSeenAfterRefresh() {
        three();
        try (Queries queries = index.open()) {
            index.add("d", "Un éléphant.");
            index.write();
            assertThat(queries.search(SearchRequest.of("éléphant")).total()).isZero();
            queries.refresh();
            assertThat(queries.search(SearchRequest.of("éléphant")).total()).isOne();
        }
    }

    @Test
    void manyThreadsReadTheSame() throws Exception {
        three();
        for (int i = 0; i < 300; i++) {
            index.add("n" + i, "caméra " + LONG.repeat(i % 7) + " numéro" + i);
        }
        try (Queries queries = index.open()) {
            ExecutorService threads = Executors.newFixedThreadPool(6);
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                String query = "numéro" + i;
                tasks.add(() -> {
                    Hit hit = queries.search(SearchRequest.of(query)).hits().get(0);
                    queries.search(SearchRequest.of("caméra").counting(Set.of("commune", "type")));
                    return hit.snippets().get(0).marked("[", "]").contains("[" + query + "]");
                });
            }
            for (Future<Boolean> answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isTrue();
            }
            threads.shutdown();
        }
    }
}
