package vigie.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.indexer.index.IndexState;
import vigie.indexer.index.IndexStore;
import vigie.indexer.index.Places;
import vigie.model.Amount;
import vigie.model.Buyer;
import vigie.model.BuyerKind;
import vigie.model.Capture;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Contract;
import vigie.model.Deployment;
import vigie.model.DocumentKind;
import vigie.model.Evidence;
import vigie.model.Modality;
import vigie.model.PartialDate;
import vigie.model.Publisher;
import vigie.model.ReviewState;
import vigie.model.SourceDocument;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.TextOutcome;
import vigie.model.config.Communes;
import vigie.model.config.CrawlSettings;
import vigie.model.config.Lexicon;
import vigie.model.config.Project;
import vigie.model.id.Digest;
import vigie.model.id.InseeCode;
import vigie.reports.export.Exports;
import vigie.reports.export.Format;
import vigie.reports.query.DeploymentFilter;
import vigie.reports.query.Queries;

/**
 * What exports of 100,000 claims cost; not a part of the build. Run:
 *
 * <pre>mvn -q -pl model,indexer,reports test -Dtest=ExportBenchmark -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class ExportBenchmark {

    private static final int CLAIMS = Integer.getInteger("vigie.benchmark.claims", 100_000);
    private static final int PER_DOCUMENT = 5;
    private static final int PER_TOWN = 50;
    private static final List<String> VENDORS = List.of("alpha", "beta", "gamma", "delta", "epsilon");
    private static final List<Stage> STAGES = List.of(Stage.PROPOSED, Stage.APPROVED, Stage.AWARDED, Stage.IN_USE);
    private static final List<String> WORDS = List.of(
            "logiciel",
            "caméras",
            "analyse",
            "commune",
            "marché",
            "conseil",
            "images",
            "attribue",
            "société",
            "police",
            "vidéoprotection",
            "installe",
            "algorithme",
            "montant",
            "délibération",
            "avenant",
            "lot",
            "durée",
            "mois");

    @TempDir
    Path folder;

    @Test
    void timeAndHeapOfEachFormat() throws IOException {
        String given = System.getProperty("vigie.benchmark.folder");
        Path index = given == null ? folder.resolve("index") : Path.of(given);
        if (!Files.isDirectory(index)) {
            index(index);
        }
        Project project = new Project(
                Communes.load(),
                new Lexicon(List.of(), List.of(), List.of()),
                List.of(),
                CrawlSettings.defaults(),
                "p");
        project.communes().all();
        try (Queries queries = Queries.open(index)) {
            ExportRun run = new ExportRun(queries, project, Exports.UNREGISTERED, Clock.systemUTC());
            for (Format format : Format.values()) {
                peaks().forEach(MemoryPoolMXBean::resetPeakUsage);
                long start = System.nanoTime();
                List<Path> written = run.export(format, DeploymentFilter.all(), folder.resolve(format.file()));
                double seconds = (System.nanoTime() - start) / 1e9;
                long bytes = 0;
                for (Path file : written) {
                    bytes += Files.size(file);
                }
                long peak = peaks().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum();
                System.out.println(String.format(
                        Locale.ROOT,
                        "%s: %.1f s, %d MB written, heap at most %d MB of %d",
                        format.id(),
                        seconds,
                        bytes >> 20,
                        peak >> 20,
                        Runtime.getRuntime().maxMemory() >> 20));
                assertThat(bytes).isPositive();
            }
        }
    }

    private static List<MemoryPoolMXBean> peaks() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void index(Path index) {
        Random random = new Random(1);
        Places nowhere = new Places(code -> Optional.empty(), code -> Optional.empty());
        try (IndexStore store = IndexStore.open(index, nowhere)) {
            for (int i = 0; i < CLAIMS / PER_DOCUMENT; i++) {
                SourceDocument document = document(i, text(random, 600));
                List<Claim> claims = new ArrayList<>();
                for (int j = 0; j < PER_DOCUMENT; j++) {
                    claims.add(claim(document, i * PER_DOCUMENT + j, random));
                }
                store.put(document, claims);
            }
            store.commit(new IndexState(Set.of("s1"), "p", "0"), ExportBenchmark::conclude, source -> Optional.empty());
        }
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(WORDS.get(random.nextInt(WORDS.size())))
                    .append(' ')
                    .append(random.nextInt(10_000))
                    .append(' ');
        }
        return text.toString();
    }

    private static SourceDocument document(int number, String text) {
        String url = "http://mairie.example/" + number;
        return new SourceDocument(
                SourceDocument.idOf(url, ""),
                "mairie",
                new Capture(
                        url,
                        Instant.EPOCH,
                        200,
                        "text/html",
                        Digest.sha256(text.getBytes(StandardCharsets.UTF_8)),
                        text.length(),
                        null,
                        null,
                        null),
                "",
                DocumentKind.DELIBERATION,
                "Acte " + number,
                PartialDate.parse("2024-06-30"),
                Publisher.unknown(),
                TextOutcome.TEXT,
                null,
                text,
                List.of(),
                List.of(),
                Map.of());
    }

    private static Claim claim(SourceDocument document, int number, Random random) {
        int town = number / PER_TOWN;
        InseeCode code = new InseeCode(String.format(Locale.ROOT, "%02d%03d", 60 + town / 900, 1 + town % 900));
        int start = random.nextInt(200);
        return new Claim(
                Claim.idOf(document.id(), number, "x"),
                document.id(),
                new CommuneRef(code, "Commune imaginaire " + town),
                Technology.VSA,
                VENDORS.get(number % VENDORS.size()),
                null,
                null,
                STAGES.get(random.nextInt(STAGES.size())),
                Modality.ASSERTED,
                Amount.euros(BigDecimal.valueOf(random.nextInt(100_000)), Amount.Vat.HT),
                PartialDate.parse("2024-0" + (1 + random.nextInt(9))),
                null,
                List.of(),
                null,
                0.75,
                new Evidence(
                        document.text().substring(start, start + 400),
                        start,
                        start + 400,
                        1,
                        document.capture().sha256(),
                        document.capture().url(),
                        Instant.EPOCH,
                        List.of()),
                List.of("stage: 0.75"));
    }

    private static List<Deployment> conclude(Collection<Claim> claims) {
        Map<String, List<Claim>> groups = new TreeMap<>();
        for (Claim claim : claims) {
            String key = Objects.requireNonNull(claim.commune()).insee() + " " + claim.vendor();
            groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(claim);
        }
        return groups.values().stream().map(ExportBenchmark::deployment).toList();
    }

    private static Deployment deployment(List<Claim> claims) {
        Claim first = claims.get(0);
        CommuneRef commune = Objects.requireNonNull(first.commune());
        String id = Deployment.idOf(commune, Technology.VSA, first.vendor());
        Contract contract = new Contract(
                "m" + id.substring(1),
                new Buyer(null, commune.name(), BuyerKind.COMMUNE, List.of(commune.insee())),
                "2024-1",
                null,
                first.vendor(),
                null,
                first.amount() == null ? List.of() : List.of(first.amount()),
                first.date(),
                48,
                null,
                List.of(first.document()),
                List.of(),
                claims.stream().map(Claim::id).toList(),
                List.of());
        return new Deployment(
                id,
                commune,
                Technology.VSA,
                first.vendor(),
                null,
                null,
                first.stage(),
                Modality.ASSERTED,
                first.date(),
                first.amount(),
                0.75,
                ReviewState.UNREVIEWED,
                false,
                claims.stream()
                        .map(claim -> new Deployment.Event(claim.date(), claim.stage(), claim.modality(), claim.id()))
                        .toList(),
                List.of(),
                List.of(contract));
    }
}
