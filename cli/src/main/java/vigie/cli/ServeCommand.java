package vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vigie.crawler.parse.PagePictures;
import vigie.model.WarcPosition;
import vigie.model.archive.Archive;
import vigie.model.archive.ReviewFile;
import vigie.model.archive.SearchFile;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.reports.AtlasRun;
import vigie.reports.ReportRun;
import vigie.reports.query.Queries;
import vigie.reports.render.Texts;
import vigie.reports.web.Address;
import vigie.reports.web.Atlases;
import vigie.reports.web.Site;
import vigie.reports.web.WebServer;

/** {@code vigie serve}: the web interface, until it is interrupted. */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @ParentCommand
    Main main;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", descriptionKey = "port")
    int port = 8080;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", descriptionKey = "host")
    String host = "127.0.0.1";

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "name")
    Set<String> names = new LinkedHashSet<>();

    @Option(names = "--review", descriptionKey = "review")
    boolean review;

    @Option(names = "--api-rate", paramLabel = "N", defaultValue = "600", descriptionKey = "api-rate")
    int rate = 600;

    @Override
    public Integer call() throws IOException, ProjectException, InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new UserException(Main.USAGE, main.messages().get("serve.port", port));
        }
        if (rate < 0) {
            throw new UserException(Main.USAGE, main.messages().get("serve.rate", rate));
        }
        Project project = main.options.project();
        Address address = address();
        CountDownLatch stop = new CountDownLatch(1);
        try (Queries queries = main.queries();
                PagePictures pictures = new PagePictures(project.crawl());
                WebServer server = WebServer.start(address, site(queries, project, address, pictures));
                Interruption interruption = new Interruption(stop::countDown)) {
            if (!address.isLoopback()) {
                main.terminal().err().println(main.messages().get("serve.open", host));
            }
            main.terminal().out().println(url(server.port()));
            if (!main.options.quiet) {
                main.terminal().err().println(main.messages().get("serve.how-to-stop"));
            }
            while (!interruption.getAsBoolean()) {
                stop.await();
            }
        }
        return Main.OK;
    }

    private Address address() {
        return new Address(
                host,
                port,
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
    }

    /** Readers judge where only this machine is answered: there is no password, and the pages name who said what. */
    private Site site(Queries queries, Project project, Address address, PagePictures pictures) {
        Path archive = main.options.dataDirectory().archive();
        boolean open = review || (address.isLoopback() && names.isEmpty());
        Clock clock = Clock.systemUTC();
        ReportRun reports =
                new ReportRun(queries, project, new Texts(main.messages().language()), clock);
        AtlasRun atlas =
                new AtlasRun(queries, project, new Texts(main.messages().language()), clock);
        return new Site(
                queries,
                project,
                reports::city,
                (commune, moment, form, language) -> new ReportRun(queries, project, new Texts(language), clock)
                        .city(commune, moment, ReportRun.Format.valueOf(form.name())),
                new Atlases(atlas::vendor, atlas::departement, atlas::national),
                new ArchivedFiles(archive),
                (position, page, quotes) -> pictures.draw(() -> payload(archive, position), page, quotes),
                new SearchFile(main.options.dataDirectory().searches()),
                new ServedNews(main, queries, project),
                open ? new ReviewFile(main.options.dataDirectory().reviews())::append : null,
                rate,
                clock,
                new SecureRandom(),
                this::failed);
    }

    private static byte[] payload(Path archive, WarcPosition position) throws IOException {
        try (InputStream payload = Archive.payload(archive, position)) {
            return payload.readAllBytes();
        }
    }

    private void failed(String path, Exception cause) {
        main.terminal().err().println("vigie: " + main.messages().get("serve.failed", path, cause.toString()));
        if (main.options.verbose) {
            cause.printStackTrace(main.terminal().err());
        }
    }

    private String url(int at) {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + at + "/";
    }
}
