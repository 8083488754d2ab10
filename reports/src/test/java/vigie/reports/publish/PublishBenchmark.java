package vigie.reports.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vigie.indexer.index.Places;
import vigie.indexer.resolve.Deployments;
import vigie.model.Commune;
import vigie.model.SourceKind;
import vigie.model.Stage;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.reports.PublishRun;
import vigie.reports.query.Publication;
import vigie.reports.query.Queries;
import vigie.reports.query.Reviewing;
import vigie.reports.query.SampleIndex;

/**
 * How long a site of many towns takes, and how large it is: {@code PublishBenchmark FOLDER TOWNS}. Each town has a source
 * and four documents with a claim each, of two vendors.
 */
final class PublishBenchmark {

    private static final Instant NOW = Instant.parse("2026-03-09T08:00:00Z");

    private PublishBenchmark() {}

    public static void main(String[] arguments) throws IOException, ProjectException {
        Path folder = Path.of(arguments[0]);
        int towns = Integer.parseInt(arguments[1]);
        Path root = Path.of(System.getProperty("vigie.root"));
        Project project = Project.load(root.resolve("seeds"), root.resolve("config"));
        SampleIndex index = new SampleIndex(folder.resolve("index"));
        List<Commune> largest = project.communes().all().stream()
                .sorted(Comparator.comparing(Commune::population)
                        .reversed()
                        .thenComparing(commune -> commune.code().value()))
                .limit(towns)
                .toList();
        largest.forEach(commune -> town(index, commune));
        index.write();
        Publication publication = new Publication(true, 0.8);
        Reviewing reviewing = new Reviewing(
                Reviewing.NOTHING.reviews(),
                Places.of(project.communes()),
                claims -> Deployments.of(claims, project.lexicon().vendors()));
        Path site = folder.resolve("site");
        long start = System.nanoTime();
        PublishRun.Published done;
        try (Queries queries = Queries.published(folder.resolve("index"), reviewing, publication)) {
            done = new PublishRun(queries, publication, project, Locale.FRENCH, Clock.fixed(NOW, ZoneOffset.UTC))
                    .publish(site, null);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        try (Stream<Path> files = Files.walk(site)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            long bytes = 0;
            for (Path file : all) {
                bytes += Files.size(file);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d towns, %d deployments: %.1f s, %d files, %.1f MB%n",
                    done.communes(),
                    done.deployments(),
                    seconds,
                    all.size(),
                    bytes / 1e6);
        }
    }

    private static void town(SampleIndex index, Commune commune) {
        String source = "ville-" + commune.code().value();
        index.source(source, SourceKind.SITE, commune.ref(), commune.departement());
        Stage[] stages = {Stage.PROPOSED, Stage.APPROVED, Stage.AWARDED, Stage.IN_USE};
        for (int i = 0; i < stages.length; i++) {
            String date = 2020 + i + "-06-29";
            String vendor = i % 2 == 0 ? "briefcam" : "wintics";
            index.add(
                    commune.ref(),
                    source,
                    "Délibération n° " + i + " de " + commune.name(),
                    date,
                    "Le conseil municipal de " + commune.name() + " délibère du logiciel " + vendor
                            + " qui analyse les images des caméras de la ville.",
                    List.of());
            index.claim(commune.ref(), vendor, stages[i], date, 0.9);
        }
    }
}
