package vigie.reports.publish;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Departement;
import vigie.model.Deployment;
import vigie.model.ReviewState;
import vigie.model.SourceCoverage;
import vigie.model.config.Communes;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.model.id.InseeCode;
import vigie.reports.AtlasReport;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Finding;
import vigie.reports.digest.AtomFeed;
import vigie.reports.publish.SiteContents.PageRecord;
import vigie.reports.render.AtlasHtml;
import vigie.reports.render.Frame;
import vigie.reports.render.FranceMap;
import vigie.reports.render.HtmlReport;
import vigie.reports.render.MapContent;
import vigie.reports.render.Tone;
import vigie.reports.web.GlossaryPage;
import vigie.reports.web.Link;
import vigie.reports.web.QualityFigures;

/**
 * Writes the pages of a site, first those of communes, from which the others follow. A page or anchor that was ever
 * published stays: where there is nothing left to tell, it says so. Not thread-safe.
 */
public final class Site {

    static final String FEED = "nouveautes.atom";
    private static final String FRANCE = "france.html";
    private static final int LONGEST_FEED = 100;
    private static final int LATEST = 10;
    private static final Pattern ID = Pattern.compile("<[a-z][a-z0-9]*\\s(?:[^<>]*?\\s)?id=\"([^\"]+)\"");

    private static final Comparator<Deployment> LEAST_TELLING = Comparator.comparing(
                    (Deployment deployment) -> Tone.of(deployment.stage(), deployment.modality()))
            .thenComparing(deployment -> deployment.review() != ReviewState.UNREVIEWED)
            .thenComparingDouble(Deployment::confidence)
            .thenComparing(Deployment::id);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final SiteFolder folder;
    private final SiteTexts texts;
    private final About about;
    private final Project project;
    private final HtmlReport cities;
    private final AtlasHtml atlas;
    private final FranceMap france = FranceMap.read();
    private final Map<String, PageRecord> pages = new TreeMap<>();
    private final List<Place> places = new ArrayList<>();
    private final List<News> news = new ArrayList<>();
    private final SearchIndex search = new SearchIndex();
    private final Map<String, Vendor> vendors = new TreeMap<>();
    private final Map<String, Departement> departements = new TreeMap<>();

    /** A site that goes to that folder. */
    public Site(SiteFolder folder, SiteTexts texts, About about, Project project) {
        this.folder = folder;
        this.texts = texts;
        this.about = about;
        this.project = project;
        this.cities = new HtmlReport(texts.words());
        this.atlas = new AtlasHtml(texts.words());
    }

    /**
     * Writes the page of a commune.
     *
     * @param report with at least one finding
     * @param reviewed when people first vouched for the claim of an id; null where they did not
     */
    public void city(CityReport report, Function<String, @Nullable Instant> reviewed) throws IOException {
        String path = city(report.commune().code());
        List<Link> further = new ArrayList<>();
        project.communes().departement(report.commune().departement()).ifPresent(departement -> {
            departements.put(departement.code(), departement);
            further.add(new Link(departement.name(), "../" + departement(departement.code())));
        });
        for (Vendor vendor : vendors(report)) {
            vendors.put(vendor.id(), vendor);
            further.add(new Link(vendor.name(), "../" + vendor(vendor)));
        }
        page(path, report.commune().name(), setting -> cities.render(report, frame(setting, further)));
        Place place = place(report, path);
        places.add(place);
        news.addAll(News.of(report, path, reviewed, texts));
        search.add(
                report.commune().name(),
                report.departement() + " · " + place.stage() + " · " + place.what(),
                path,
                place.unreviewed());
        search.addTitles(report, path, texts);
    }

    private Set<Vendor> vendors(CityReport report) {
        return report.findings().stream()
                .map(Finding::deployment)
                .flatMap(deployment -> Stream.concat(
                        Stream.of(deployment.vendor(), deployment.integrator()),
                        deployment.possible().stream().map(Deployment.Possible::vendor)))
                .filter(Objects::nonNull)
                .map(project::firm)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Vendor::id))));
    }

    private Place place(CityReport report, String path) {
        Finding telling = report.findings().stream()
                .max(Comparator.comparing(Finding::deployment, LEAST_TELLING))
                .orElseThrow();
        Deployment deployment = telling.deployment();
        String technology = texts.words().technology(deployment.technology());
        return new Place(
                report.commune(),
                report.departement(),
                path,
                deployment,
                texts.words().stage(deployment.stage(), deployment.modality()),
                Tone.of(deployment.stage(), deployment.modality()),
                telling.vendor() == null ? technology : telling.vendor() + " · " + technology,
                deployment.review() == ReviewState.UNREVIEWED);
    }

    /** The vendors that the pages of communes speak of, by id. */
    public List<Vendor> vendors() {
        return List.copyOf(vendors.values());
    }

    /** The départements of these communes, by code. */
    public List<Departement> departements() {
        return List.copyOf(departements.values());
    }

    /** Writes the page of one of the {@link #vendors()}. */
    public void vendor(Vendor vendor, AtlasReport report) throws IOException {
        atlas(vendor(vendor), vendor.name(), report);
        search.add(vendor.name(), texts.get("search.vendor"), vendor(vendor), false);
    }

    /** Writes the page of one of the {@link #departements()}. */
    public void departement(Departement departement, AtlasReport report) throws IOException {
        atlas(departement(departement.code()), departement.name(), report);
        search.add(departement.name(), texts.get("search.departement"), departement(departement.code()), false);
    }

    /** Writes the page of the whole country. */
    public void national(AtlasReport report) throws IOException {
        atlas(FRANCE, texts.get("france.title"), report);
    }

    private void atlas(String path, String title, AtlasReport report) throws IOException {
        String root = path.contains("/") ? "../" : "";
        Map<InseeCode, String> links = new HashMap<>();
        places.forEach(place -> links.put(place.commune().code(), root + place.path()));
        page(path, title, setting -> atlas.render(report, links, frame(setting, List.of())));
    }

    /**
     * Writes all other pages and puts the site in its place.
     *
     * @param coverage of all sources
     * @param home where the site is published, ending in a slash, or null
     */
    public void finish(List<SourceCoverage> coverage, @Nullable String home) throws IOException {
        List<News> newest = news.stream().sorted(News.ORDER).limit(LONGEST_FEED).toList();
        own(SiteFolder.HOME, "home.title", "home", Map.of("page", home(newest)));
        own("recherche.html", "search.title", "search", Map.of("count", places.size()));
        own("couverture.html", "coverage.title", "coverage", Map.of("sources", coverage));
        own("methode.html", "method.title", "method", Map.of("figures", QualityFigures.read()));
        own("glossaire.html", "glossary.title", "glossary", Map.of("groups", GlossaryPage.groups(texts.web())));
        own("donnees.html", "data.title", "data", Map.of());
        own("licence.html", "licence.title", "licence", Map.of());
        gone();
        folder.write("assets/index.js", search.script());
        folder.write("assets/search.js", resource("search.js"));
        folder.write(FEED, feed(newest, home).xml());
        folder.finish(pages);
    }

    private AtomFeed feed(List<News> newest, @Nullable String home) {
        return new AtomFeed(
                "published",
                texts.get("feed.title"),
                home,
                newest.isEmpty() ? about.made() : newest.get(0).when(),
                newest.stream().map(one -> one.item(home)).toList());
    }

    private Home home(List<News> newest) {
        List<Place> inOrder = places.stream()
                .sorted(Comparator.comparing(
                                (Place place) -> Communes.fold(place.commune().name()))
                        .thenComparing(Place::path))
                .toList();
        Map<String, String> links = new HashMap<>();
        departements.keySet().forEach(code -> links.put(code, departement(code)));
        MapContent content = new MapContent(
                "map",
                texts.web().get("map.title"),
                texts.web().get("map.description", places.size()),
                inOrder.stream().flatMap(place -> dot(place).stream()).toList(),
                links);
        Map<String, Long> stages = inOrder.stream()
                .sorted(Comparator.comparing(Place::telling, LEAST_TELLING.reversed()))
                .collect(Collectors.groupingBy(Place::stage, LinkedHashMap::new, Collectors.counting()));
        return new Home(
                france.national(content),
                france.styles(),
                inOrder,
                inOrder.stream().filter(Place::unreviewed).count(),
                stages,
                vendors.values().stream()
                        .map(vendor -> new Link(vendor.name(), vendor(vendor)))
                        .toList(),
                departements.values().stream()
                        .map(one -> new Link(one.name(), departement(one.code())))
                        .toList(),
                newest.stream().limit(LATEST).toList());
    }

    private List<MapContent.Dot> dot(Place place) {
        MapContent.Dot dot = MapContent.Dot.of(
                place.commune(), place.telling().stage(), place.telling().modality(), texts.words(), place.path());
        if (dot == null) {
            return List.of();
        }
        return List.of(
                place.unreviewed()
                        ? new MapContent.Dot(
                                dot.departement(),
                                dot.at(),
                                dot.tone(),
                                dot.label() + " · " + texts.words().review(ReviewState.UNREVIEWED),
                                dot.href())
                        : dot);
    }

    /** Pages that were published once and have nothing to tell now. */
    private void gone() throws IOException {
        for (Map.Entry<String, PageRecord> former : folder.before().pages().entrySet()) {
            if (!pages.containsKey(former.getKey())) {
                String title = former.getValue().title();
                page(former.getKey(), title, setting -> own(setting, "gone", Map.of()));
            }
        }
    }

    private void own(String path, String title, String template, Map<String, Object> model) throws IOException {
        page(path, texts.get(title), setting -> own(setting, template, model));
    }

    private String own(Setting setting, String template, Map<String, Object> model) {
        Map<String, Object> values = new HashMap<>(model);
        values.put("s", setting);
        return rendered("publish/" + template + ".jte", values);
    }

    /** Writes a page; what was linked to in it before can still be linked to. */
    private void page(String path, String title, Function<Setting, String> page) throws IOException {
        PageRecord former = folder.before().pages().get(path);
        SortedSet<String> anchors = new TreeSet<>(former == null ? Set.of() : former.anchors());
        String html = page.apply(new Setting(texts, about, path, title, List.of()));
        Set<String> present = ID.matcher(html)
                .results()
                .map(MatchResult::group)
                .map(tag -> tag.substring(tag.lastIndexOf("id=\"") + "id=\"".length(), tag.length() - 1))
                .collect(Collectors.toCollection(HashSet::new));
        List<String> gone =
                anchors.stream().filter(anchor -> !present.contains(anchor)).toList();
        folder.write(path, gone.isEmpty() ? html : page.apply(new Setting(texts, about, path, title, gone)));
        anchors.addAll(present);
        pages.put(path, new PageRecord(title, anchors));
    }

    private Frame frame(Setting setting, List<Link> further) {
        return new Frame(
                content("head", Map.of("s", setting)),
                content("top", Map.of("s", setting)),
                content("bottom", Map.of("s", setting, "further", further)));
    }

    private Content content(String template, Map<String, Object> values) {
        String markup = rendered("publish/" + template + ".jte", values);
        return output -> output.writeContent(markup);
    }

    private String rendered(String template, Map<String, Object> values) {
        StringOutput output = new StringOutput();
        templates.render(template, values, output);
        return output.toString();
    }

    private static String city(InseeCode code) {
        return "communes/" + code.value() + ".html";
    }

    private static String departement(String code) {
        return "departements/" + code + ".html";
    }

    private static String vendor(Vendor vendor) {
        return "entreprises/" + vendor.slug() + ".html";
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Site.class.getResourceAsStream("/vigie/reports/publish/" + name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
