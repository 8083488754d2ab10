package vigie.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.crawler.feed.TownHalls;
import vigie.crawler.fetch.FetchOutcome;
import vigie.crawler.fetch.FetchOutcome.Failed;
import vigie.crawler.fetch.FetchRequest;
import vigie.crawler.fetch.Fetcher;
import vigie.model.Commune;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceKind;
import vigie.model.archive.WholeFile;
import vigie.model.config.CrawlSettings;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.model.id.InseeCode;

/** {@code vigie seeds}: where to look. */
@Command(
        name = "seeds",
        mixinStandardHelpOptions = true,
        subcommands = SeedsCommand.Update.class,
        synopsisSubcommandLabel = "COMMAND")
final class SeedsCommand extends CommandGroup {

    /** {@code vigie seeds update}: town halls' sites from the annuaire de l'administration into a file of seeds. */
    @Command(name = "update", mixinStandardHelpOptions = true)
    static final class Update implements Callable<Integer> {

        private static final String ANNUAIRE = "https://api-lannuaire.service-public.gouv.fr/api/explore/v2.1/catalog/"
                + "datasets/api-lannuaire-administration/exports/json";

        /** Where communes show themselves beside their site, or instead of one. */
        private static final Set<String> ELSEWHERE = Set.of(
                "facebook.com",
                "fb.com",
                "fb.me",
                "google.com",
                "google.fr",
                "instagram.com",
                "linkedin.com",
                "linktr.ee",
                "pagesjaunes.fr",
                "pinterest.com",
                "tiktok.com",
                "tripadvisor.fr",
                "twitter.com",
                "wikipedia.org",
                "x.com",
                "youtu.be",
                "youtube.com");

        @ParentCommand
        SeedsCommand parent;

        @Option(names = "--departement", paramLabel = "CODE", descriptionKey = "departement")
        @Nullable
        String departement;

        @Option(names = "--min-population", paramLabel = "N", defaultValue = "3500", descriptionKey = "min-population")
        int minPopulation = 3500;

        @Option(names = "--check", descriptionKey = "check-sites")
        boolean check;

        @Option(names = "--from", paramLabel = "URL", defaultValue = ANNUAIRE, descriptionKey = "export-of-halls")
        String from = ANNUAIRE;

        @Option(names = "--allow-address", paramLabel = "HOST", descriptionKey = "allow-address")
        Set<String> allowed = Set.of();

        /** A town hall's address as a seed. */
        private record Found(Commune commune, int number, URI url) {

            String id() {
                return "mairie-" + commune.code().value().toLowerCase(Locale.ROOT) + (number == 1 ? "" : "-" + number);
            }
        }

        /** Who is read at a host. */
        private record Owner(String source, @Nullable InseeCode commune) {}

        @Override
        public Integer call() throws IOException, ProjectException, InterruptedException {
            Main main = parent.main;
            Project project = main.options.project();
            if (project.crawl().contact() == null && allowed.isEmpty()) {
                throw new UserException(Main.USAGE, main.messages().get("seeds.contact"));
            }
            try (Fetcher fetcher = new Fetcher(project.crawl(), Version.text(), Clock.systemUTC())) {
                TownHalls halls = TownHalls.fetch(fetcher, source("annuaire", URI.create(from)));
                List<Found> found = chosen(project, halls);
                Map<String, String> dead = check ? dead(fetcher, project.crawl(), found) : Map.of();
                Path file = main.options.seedsFolder().resolve("annuaire.yml");
                write(file, found, dead);
                main.terminal()
                        .out()
                        .println(main.messages()
                                .get(
                                        "seeds.updated",
                                        file,
                                        found.size(),
                                        found.stream()
                                                .map(Found::commune)
                                                .distinct()
                                                .count(),
                                        halls.records(),
                                        halls.withoutSite(),
                                        halls.unreadable().size(),
                                        dead.size()));
                halls.unreadable().forEach(line -> main.terminal().err().println(line));
                return Main.OK;
            }
        }

        private Source source(String id, URI url) {
            return new Source(
                    id,
                    id,
                    SourceKind.FEED,
                    url,
                    List.of(),
                    Set.of(),
                    Publisher.unknown(),
                    null,
                    Map.of(),
                    allowed,
                    null,
                    null,
                    "vigie seeds update",
                    null);
        }

        private static boolean isElsewhere(URI site) {
            String host = "." + site.getHost().toLowerCase(Locale.ROOT);
            return ELSEWHERE.stream().anyMatch(other -> host.endsWith("." + other));
        }

        /** Addresses whose host no other seed has, the largest communes first; a commune that is left out is told. */
        private List<Found> chosen(Project project, TownHalls halls) {
            Map<String, Owner> owners = new HashMap<>();
            project.sources().stream()
                    .filter(source -> !source.id().startsWith("mairie-"))
                    .forEach(source -> source.hosts()
                            .forEach(host -> owners.put(
                                    host,
                                    new Owner(source.id(), source.publisher().insee()))));
            List<Found> found = new ArrayList<>();
            for (Map.Entry<Commune, List<URI>> hall : wanted(project, halls)) {
                Commune commune = hall.getKey();
                for (URI site : hall.getValue()) {
                    if (isElsewhere(site)) {
                        tell("seeds.elsewhere", commune.name(), site);
                        continue;
                    }
                    Found one = new Found(commune, number(found, commune), site);
                    Owner owner = owners.putIfAbsent(
                            site.getHost().toLowerCase(Locale.ROOT), new Owner(one.id(), commune.code()));
                    if (owner == null) {
                        found.add(one);
                    } else if (!commune.code().equals(owner.commune())) {
                        tell("seeds.shared", commune.name(), site, owner.source());
                    }
                }
            }
            return found;
        }

        private void tell(String key, Object... values) {
            parent.main.terminal().err().println(parent.main.messages().get(key, values));
        }

        private List<Map.Entry<Commune, List<URI>>> wanted(Project project, TownHalls halls) {
            Map<Commune, List<URI>> wanted = new HashMap<>();
            halls.sites()
                    .forEach((code, sites) -> project.communes()
                            .currentOf(code)
                            .filter(commune -> commune.population() >= minPopulation)
                            .filter(commune -> departement == null || departement.equals(commune.departement()))
                            .ifPresent(commune -> wanted.computeIfAbsent(commune, first -> new ArrayList<>())
                                    .addAll(sites)));
            return wanted.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<Commune, List<URI>> hall) ->
                                    -hall.getKey().population())
                            .thenComparing(hall -> hall.getKey().code()))
                    .toList();
        }

        private static int number(List<Found> found, Commune commune) {
            return 1
                    + (int) found.stream()
                            .filter(one -> one.commune().equals(commune))
                            .count();
        }

        /** Which of them do not answer, by id, with why. Each host is asked once. */
        private Map<String, String> dead(Fetcher fetcher, CrawlSettings settings, List<Found> found)
                throws InterruptedException {
            ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
            try {
                Map<String, Future<FetchOutcome>> asked = found.stream()
                        .collect(Collectors.toMap(
                                Found::id,
                                one -> threads.submit(() ->
                                        fetcher.fetch(FetchRequest.get(source(one.id(), one.url()), one.url())))));
                Map<String, String> dead = new TreeMap<>();
                for (Map.Entry<String, Future<FetchOutcome>> entry : asked.entrySet()) {
                    if (entry.getValue().get() instanceof Failed failed) {
                        dead.put(entry.getKey(), failed.kind().id());
                    }
                }
                return dead;
            } catch (ExecutionException e) {
                throw new IllegalStateException("asking a site failed", e.getCause());
            } finally {
                threads.shutdownNow();
            }
        }

        private static void write(Path file, List<Found> found, Map<String, String> dead) throws IOException {
            String today = LocalDate.now(ZoneOffset.UTC).toString();
            StringBuilder yaml = new StringBuilder("""
                    # yaml-language-server: $schema=../config/schema/seeds.schema.json
                    # Town halls' sites, written by: vigie seeds update. What is changed here by hand is lost with the next update.
                    # Source: annuaire de l'administration, DILA, Licence Ouverte 2.0.
                    sources:
                    """);
            for (Found one : found) {
                String name = one.commune().name().replace("\"", "'");
                yaml.append("  - id: ").append(one.id()).append('\n');
                yaml.append("    name: \"Mairie de ").append(name).append("\"\n");
                yaml.append("    kind: site\n    url: ").append(one.url()).append('\n');
                yaml.append("    commune: \"")
                        .append(one.commune().code().value())
                        .append("\"\n");
                if (dead.containsKey(one.id())) {
                    yaml.append("    dead: ").append(today);
                    yaml.append(" # ").append(dead.get(one.id())).append('\n');
                }
                yaml.append("    verified: no\n    origin: annuaire de l'administration, ")
                        .append(today)
                        .append('\n');
            }
            if (found.isEmpty()) {
                yaml.replace(yaml.length() - 1, yaml.length(), " []\n");
            }
            WholeFile.write(file, yaml);
        }
    }
}
