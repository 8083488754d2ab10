package vigie.reports.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.net.BindException;
import java.util.List;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import vigie.indexer.index.IndexException;
import vigie.model.archive.SearchFile;
import vigie.model.config.Lazy;
import vigie.model.config.Project;
import vigie.reports.query.Queries;
import vigie.reports.render.FranceMap;

/**
 * The web interface at work, from {@link #start} to {@link #close}. Answers {@code GET}, {@code HEAD} and, for changes that
 * one of its own pages asks for, {@code POST}; asks nothing of other hosts.
 */
public final class WebServer implements AutoCloseable {

    private static final int MOST_THREADS = 24;
    private static final int LONGEST_HEADER = 32 * 1024;
    private static final long LARGEST_BODY = 64L * 1024;

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts it.
     *
     * @throws BindException if the address cannot be listened on
     */
    public static WebServer start(Address address, Site site) throws BindException {
        Javalin javalin = Javalin.create(config -> configure(config, address, site));
        try {
            return new WebServer(javalin.start(address.host(), address.port()));
        } catch (JavalinException e) {
            BindException failure = new BindException(address.host() + ":" + address.port() + ": " + e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    /** Where it listens. */
    public int port() {
        return javalin.port();
    }

    /** What it answers: method and path, as they were registered. */
    List<String> endpoints() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint.method.name() + " " + handler.endpoint.path)
                .toList();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, Address address, Site site) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 2);
        config.jetty.modifyHttpConfiguration(WebServer::configure);
        Tokens tokens = new Tokens(site.random());
        Assets assets = new Assets();
        Languages languages = new Languages();
        Pages pages = new Pages(languages, assets, tokens, site.desk() != null, site.failures());
        Guard guard = new Guard(address, tokens);
        Freshness freshness = new Freshness(site.queries(), site.clock());
        config.routes.before(guard::check);
        config.routes.before(context -> freshness.look());
        config.routes.get(Assets.ROUTE, assets::answer);
        config.routes.exception(Refusal.class, pages::refuse);
        config.routes.exception(HttpResponseException.class, pages::refuse);
        config.routes.exception(IndexException.class, pages::fail);
        config.routes.exception(Exception.class, pages::fail);
        routes(config.routes, pages, languages, site);
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEADER);
        http.addCustomizer((request, headers) -> {
            Guard.protect(headers);
            return HttpMethod.HEAD.is(request.getMethod()) ? asGet(request) : request;
        });
    }

    /** {@code HEAD} runs what {@code GET} runs, so that a link that leads nowhere says so; the server leaves the body out. */
    private static Request asGet(Request head) {
        return new Request.Wrapper(head) {
            @Override
            public String getMethod() {
                return HttpMethod.GET.asString();
            }
        };
    }

    /** Which address is which page. */
    private static void routes(RoutesConfig routes, Pages pages, Languages languages, Site site) {
        Queries queries = site.queries();
        Project project = site.project();
        Names names = new Names(project);
        Lazy<FranceMap> france = new Lazy<>(FranceMap::read);
        SiteLinks links = new SiteLinks(project);
        PlacesMap map = new PlacesMap(france, project.communes(), links);
        routes.get("/", pages.handler(new HomePage(queries, project, names, map)));
        routes.get(SearchPage.PATH, pages.handler(new SearchPage(queries, names)));
        SearchExport found = new SearchExport(queries);
        routes.get(SearchPage.PATH + ".json", found::json);
        routes.get(SearchPage.PATH + ".csv", found::csv);
        routes.get(DeploymentsPage.PATH, pages.handler(new DeploymentsPage(queries, project, names)));
        DeploymentsExport deployments = new DeploymentsExport(queries, pages);
        routes.get(DeploymentsPage.PATH + ".json", deployments::json);
        routes.get(DeploymentsPage.PATH + ".csv", deployments::csv);
        CommunePage commune = new CommunePage(project.communes(), names, site.cities(), france);
        routes.get("/commune/{insee}", pages.handler(commune));
        CommuneFile report = new CommuneFile(commune, site.cityFiles(), languages);
        for (ReportForm form : ReportForm.values()) {
            routes.get("/commune/{insee}/report." + form.ending(), report.in(form));
        }
        AtlasView atlas = new AtlasView(france, links);
        Atlases atlases = site.atlases().kept(() -> queries.version() + site.today());
        routes.get("/vendor/{id}", pages.handler(new VendorPage(queries, project, atlases, atlas)));
        TerritoryPage territory = new TerritoryPage(project.communes(), atlases, atlas);
        routes.get("/departement/{code}", pages.handler(territory::departement));
        routes.get("/france", pages.handler(territory::france));
        routes.get("/document/{id}", pages.handler(new DocumentPage(queries, names)));
        OriginalFile original = new OriginalFile(queries, site.originals());
        routes.get("/document/{id}/original", original::send);
        routes.get("/document/{id}/version/{number}", pages.handler(new VersionPage(queries, site.originals())));
        routes.get("/document/{id}/version/{number}/original", original::sendVersion);
        routes.get("/document/{id}/page/{page}", new PageImageFile(queries, site.pageImages())::send);
        routes.get("/claim/{id}", pages.handler(new ClaimPage(queries, names)));
        CoveragePage coverage = new CoveragePage(queries, site.clock());
        routes.get("/coverage", pages.handler(coverage::all));
        routes.get("/coverage/{id}", pages.handler(coverage::one));
        routes.get("/method", pages.handler(new MethodPage(queries)));
        routes.get("/glossary", pages.handler(new GlossaryPage()));
        ReviewList list = new ReviewList(queries, project.communes());
        if (site.desk() != null) {
            routes.get(ReviewQueuePage.PATH, pages.handler(new ReviewQueuePage(list, queries, project, names)));
            ReviewPage review = new ReviewPage(list, site, site.desk(), names, pages);
            routes.get(ReviewPage.PATH, review::show);
            routes.post(ReviewPage.PATH, review::judge);
        }
        DigestView digest = new DigestView(site, names, links);
        routes.get(DigestView.PATH, pages.handler(digest));
        Feeds feeds = new Feeds(site, digest, languages);
        routes.get(Feeds.address(SearchFile.ALL), feeds::all);
        routes.get(Feeds.address("{id}"), feeds::search);
        SearchesPage searches = new SearchesPage(site, names, pages);
        routes.get(SearchesPage.PATH, searches::show);
        if (site.desk() != null) {
            routes.post(SearchesPage.PATH, searches::save);
            routes.post(SearchesPage.PATH + "/{id}/forget", searches::forget);
        }
        ApiDocument document = new ApiDocument();
        new Api(site, atlases, list, digest, languages, document).routes(routes);
        ApiPage api = new ApiPage(document);
        routes.get(ApiPage.PATH, pages.handler(api::read));
        routes.get(ApiPage.TRY, pages.handler(api::tryOut));
    }
}
