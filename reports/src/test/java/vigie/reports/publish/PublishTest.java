package vigie.reports.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.indexer.index.Places;
import vigie.indexer.resolve.Deployments;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.CommuneRef;
import vigie.model.Correction;
import vigie.model.Review;
import vigie.model.Reviews;
import vigie.model.SourceKind;
import vigie.model.Stage;
import vigie.model.Verdict;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.model.config.Vendor;
import vigie.model.id.InseeCode;
import vigie.reports.PublishRun;
import vigie.reports.PublishRun.Published;
import vigie.reports.digest.AtomRules;
import vigie.reports.query.Publication;
import vigie.reports.query.Queries;
import vigie.reports.query.Reviewing;
import vigie.reports.query.SampleIndex;

/** What is published, what never is, and that links to it hold. */
class PublishTest {

    private static final Instant NOW = Instant.parse("2026-03-09T08:00:00Z");
    private static final Pattern LINK = Pattern.compile("\\s(?:href|src)=\"([^\"]*)\"");
    private static final Publication REVIEWED = new Publication(false, 0.8);

    private static Project project;

    private final Path folder;
    private final Path out;
    private final List<Review> reviews = new ArrayList<>();

    PublishTest(@TempDir Path folder) {
        this.folder = folder;
        this.out = folder.resolve("out/site");
    }

    @BeforeAll
    static void read() throws ProjectException {
        Path root = Path.of(System.getProperty("vigie.root"));
        project = Project.load(root.resolve("quality/seeds"), root.resolve("config"));
    }

    @Test
    void onlyWhatWasReviewedIsPublished() throws IOException {
        World world = world();

        assertThat(publish(world.index(), REVIEWED, NOW)).isEqualTo(new Published(1, 1));

        Map<String, String> site = texts(out);
        assertThat(words(site, "Acceptamus")).contains("communes/99201.html", "data/vigie.jsonl", "nouveautes.atom");
        for (String marker : List.of("Nonrelumus", "Faiblimus", "Rejectamus", "Disputamus")) {
            assertThat(words(site, marker)).as(marker).isEmpty();
            assertThat(words(site, "Titre " + marker)).as(marker).isEmpty();
        }
        assertThat(site).doesNotContainKeys("communes/99202.html", "communes/99203.html");
        assertThat(site.values()).allSatisfy(text -> assertThat(text).doesNotContain("La Sorlière", "Tartempion"));
        assertThat(site.get("communes/99201.html"))
                .contains("relu</span>")
                .doesNotContain("non relu", "en service</span>");
    }

    @Test
    void whatNobodyReviewedIsMarkedWhereItIsAskedFor() throws IOException {
        World world = world();

        publish(world.index(), new Publication(true, 0.8), NOW);

        Map<String, String> site = texts(out);
        assertThat(words(site, "Nonrelumus"))
                .contains("communes/99202.html", "assets/index.js", "nouveautes.atom", "data/vigie-csv.zip!claims.csv");
        for (String marker : List.of("Faiblimus", "Rejectamus", "Disputamus")) {
            assertThat(words(site, marker)).as(marker).isEmpty();
        }
        assertThat(site.entrySet().stream().filter(page -> page.getKey().endsWith(".html")))
                .allSatisfy(page -> assertThat(page.getValue())
                        .as(page.getKey())
                        .contains("Ce site montre aussi des constats que personne n’a relus, à partir de "
                                + NumberFormat.getPercentInstance(Locale.FRANCE).format(0.8)));
        assertThat(site.get("communes/99202.html")).contains("<span class=\"review unreviewed\">non relu</span>");
        assertThat(site.get("index.html")).contains("<span class=\"review unreviewed\">non relu</span>");
        assertThat(String.valueOf(site.get("data/vigie.jsonl")).lines().filter(line -> line.contains("Nonrelumus")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("\"review\":\"unreviewed\""));
        assertThat(site.get("data/vigie.geojson")).contains("\"Relecture\":\"non relu\"");
        assertThat(site.get("assets/index.js")).contains("\"u\":true");
        assertThat(site.get("nouveautes.atom")).contains("non relu");
        assertThat(AtomRules.faults(String.valueOf(site.get("nouveautes.atom"))))
                .isEmpty();
    }

    @Test
    void everyPageBeginsWithWhoseItIs() throws IOException {
        publish(world().index(), new Publication(true, 0.8), NOW);

        assertThat(texts(out).entrySet())
                .filteredOn(page -> page.getKey().endsWith(".html"))
                .hasSizeGreaterThan(8)
                .allSatisfy(page -> assertThat(page.getValue())
                        .as(page.getKey())
                        .containsSubsequence(
                                "<header class=\"masthead\">",
                                "<nav class=\"site\"",
                                "<aside class=\"warning\"",
                                "<main>"));
    }

    @Test
    void firmWithoutAVendorFileHasAPage() throws IOException {
        SampleIndex sample = new SampleIndex(folder.resolve("index"));
        sample.source("brevain", SourceKind.SITE, town("99201"), "99");
        sample.add(
                town("99201"), "brevain", "Titre", "2023-06-29", "Regard d'Alpin/Sud analyse les images.", List.of());
        Claim claim = sample.claim(town("99201"), "Regard d'Alpin/Sud", Stage.IN_USE, "2023-06-29", 0.9);
        sample.write();
        reviews.add(review(claim, "ada", Verdict.ACCEPT, "2026-03-05T08:00:00Z"));

        publish(folder.resolve("index"), REVIEWED, NOW);

        Map<String, String> site = texts(out);
        String page =
                "entreprises/" + Vendor.unlisted("Regard d'Alpin/Sud", null).slug() + ".html";
        assertThat(site.get(page)).contains("que Vigie ne connaît pas encore", "communes/99201.html");
        assertThat(site.get("communes/99201.html")).contains("href=\"../" + page + "\"");
        assertThat(site.get("index.html")).contains("href=\"" + page + "\"");
    }

    @Test
    void everyLinkLeadsSomewhereWithoutANetwork() throws IOException {
        publish(world().index(), new Publication(true, 0.8), NOW);

        Map<String, String> site = texts(out);
        int[] checked = {0};
        site.forEach((page, html) -> {
            if (!page.endsWith(".html")) {
                return;
            }
            assertThat(html).contains("http-equiv=\"Content-Security-Policy\"").doesNotContain("url(", "@import");
            for (String link :
                    LINK.matcher(html).results().map(found -> found.group(1)).toList()) {
                if (!link.matches("(https?:|data:).*")) {
                    checked[0]++;
                    assertThat(resolves(site, page, link))
                            .as(page + " → " + link)
                            .isTrue();
                }
            }
            assertThat(html).doesNotContainPattern("<(script|img|link|iframe)[^>]+(src|href)=\"(https?:)?//");
        });
        assertThat(checked[0]).isGreaterThan(100);
    }

    @Test
    void linksHoldFromOneWeekToTheNext() throws IOException {
        World world = world();
        publish(world.index(), REVIEWED, NOW);
        Map<String, String> first = texts(out);
        Set<String> links = new TreeSet<>();
        first.forEach((page, html) -> {
            if (page.endsWith(".html")) {
                links.add(page);
                Pattern.compile(" id=\"([^\"]+)\"")
                        .matcher(html)
                        .results()
                        .map((MatchResult found) -> page + "#" + found.group(1))
                        .forEach(links::add);
            }
        });

        reviews.add(review(world.reviewed(), "bob", Verdict.REJECT, "2026-03-10T08:00:00Z"));
        reviews.add(review(world.unreviewed(), "ada", Verdict.ACCEPT, "2026-03-10T08:00:00Z"));
        publish(world.index(), REVIEWED, NOW.plusSeconds(604_800));
        Map<String, String> second = texts(out);

        assertThat(links)
                .allSatisfy(link -> assertThat(resolves(second, "index.html", link))
                        .as(link)
                        .isTrue());
        assertThat(second.get("communes/99201.html"))
                .contains(
                        "Plus rien n’est publié ici", "id=\"" + world.reviewed().id() + "\"")
                .doesNotContain("Acceptamus");
        assertThat(words(second, "Acceptamus")).isEmpty();
        assertThat(second).containsKey("communes/99202.html");
    }

    @Test
    void theSameGivesTheSameBytes() throws IOException {
        World world = world();
        publish(world.index(), REVIEWED, NOW);
        Map<String, String> once = bytes(out);
        publish(world.index(), REVIEWED, NOW);
        assertThat(bytes(out)).isEqualTo(once);
    }

    @Test
    void anEmptySelectionSaysSoAndWhatWasRead() throws IOException {
        World world = world();
        reviews.clear();

        assertThat(publish(world.index(), REVIEWED, NOW)).isEqualTo(new Published(0, 0));

        Map<String, String> site = texts(out);
        assertThat(site.get("index.html")).contains("Aucun constat publié", "couverture.html");
        assertThat(site.get("couverture.html")).contains("Source brevain");
        assertThat(AtomRules.faults(String.valueOf(site.get("nouveautes.atom"))))
                .isEmpty();
        assertThat(site.get("nouveautes.atom")).contains("<feed").doesNotContain("<entry");
    }

    @Test
    void aFolderThatIsNoSiteIsToldAndLeft() throws IOException {
        Files.createDirectories(out);
        assertThat(SiteFolder.stranger(out)).isEmpty();
        Path own = Files.writeString(out.resolve("notes.txt"), "mine");
        assertThat(SiteFolder.stranger(out)).contains(own.toAbsolutePath());
        Files.delete(own);
        publish(world().index(), REVIEWED, NOW);
        assertThat(SiteFolder.stranger(out)).isEmpty();
        Files.writeString(out.resolve("CNAME"), "vigie.example.org");
        assertThat(SiteFolder.stranger(out)).contains(out.resolve("CNAME").toAbsolutePath());
    }

    @Test
    void aCrashLeavesTheFormerSite() throws IOException {
        World world = world();
        publish(world.index(), REVIEWED, NOW);
        Map<String, String> before = bytes(out);
        try (SiteFolder cut = SiteFolder.begin(out)) {
            cut.write("index.html", "half a site");
        }
        assertThat(bytes(out)).isEqualTo(before);

        Files.move(out, out.resolveSibling(".site.old"));
        assertThat(SiteFolder.stranger(out)).isEmpty();
        assertThat(bytes(out)).isEqualTo(before);
        publish(world.index(), REVIEWED, NOW);
        assertThat(out.getParent()).isDirectoryContaining("glob:**/site");
        try (Stream<Path> beside = Files.list(out.getParent())) {
            assertThat(beside).containsExactly(out);
        }
    }

    private record World(Path index, Claim reviewed, Claim unreviewed) {}

    /** A claim of each kind: all in one town and with one vendor, and one that nobody reviewed in a town of its own. */
    private World world() {
        CommuneRef town = town("99201");
        CommuneRef other = town("99202");
        Path index = folder.resolve("index");
        SampleIndex sample = new SampleIndex(index);
        sample.source("brevain", SourceKind.SITE, town, "99");
        Claim reviewed = add(sample, town, "Acceptamus", Stage.APPROVED, 0.7);
        Claim unreviewed = add(sample, other, "Nonrelumus", Stage.IN_USE, 0.9);
        add(sample, town, "Faiblimus", Stage.IN_USE, 0.79);
        Claim rejected = add(sample, town, "Rejectamus", Stage.IN_USE, 0.99);
        Claim disputed = add(sample, town, "Disputamus", Stage.IN_USE, 0.99);
        add(sample, town("99203"), "Faiblimus", Stage.IN_USE, 0.5);
        sample.write();
        reviews.add(review(reviewed, "ada", Verdict.ACCEPT, "2026-03-05T08:00:00Z"));
        reviews.add(review(rejected, "ada", Verdict.REJECT, "2026-03-05T08:00:00Z"));
        reviews.add(review(disputed, "ada", Verdict.ACCEPT, "2026-03-05T08:00:00Z"));
        reviews.add(review(disputed, "bob", Verdict.REJECT, "2026-03-05T09:00:00Z"));
        return new World(index, reviewed, unreviewed);
    }

    private static Claim add(SampleIndex sample, CommuneRef town, String marker, Stage stage, double confidence) {
        sample.add(
                town,
                "brevain",
                "Titre " + marker + " de Mme Zoé Tartempion",
                "2023-06-29",
                "Le logiciel BriefCam " + marker + " analyse les images, dit Mme Zoé Tartempion.",
                List.of());
        return sample.claim(town, "briefcam", stage, "2023-06-29", confidence);
    }

    private static CommuneRef town(String code) {
        return project.communes().byCode(new InseeCode(code)).map(Commune::ref).orElseThrow();
    }

    private static Review review(Claim claim, String reader, Verdict verdict, String time) {
        return new Review(Instant.parse(time), reader, verdict, Review.Subject.of(claim), Correction.NONE, "");
    }

    private Published publish(Path index, Publication publication, Instant now) throws IOException {
        Reviewing reviewing = new Reviewing(
                () -> Reviews.of(reviews),
                Places.of(project.communes()),
                claims -> Deployments.of(claims, project.lexicon().vendors()));
        try (Queries queries = Queries.published(index, reviewing, publication)) {
            return new PublishRun(queries, publication, project, Locale.FRENCH, Clock.fixed(now, ZoneOffset.UTC))
                    .publish(out, "https://vigie.example/");
        }
    }

    private static boolean resolves(Map<String, String> site, String page, String link) {
        URI uri = URI.create("file:///" + page).resolve(link.isEmpty() ? page : link);
        String target = uri.getPath().substring(1);
        String anchor = uri.getFragment();
        return site.keySet().stream().anyMatch(file -> file.equals(target) || file.startsWith(target + "!"))
                && (anchor == null || String.valueOf(site.get(target)).contains("id=\"" + anchor + "\""));
    }

    private static Set<String> words(Map<String, String> site, String word) {
        Set<String> found = new TreeSet<>();
        site.forEach((file, text) -> {
            if (text.contains(word)) {
                found.add(file);
            }
        });
        return found;
    }

    /** All files, those in zips too, as text. */
    private static Map<String, String> texts(Path site) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(site)) {
            String name = site.relativize(file).toString();
            if (name.endsWith(".zip")) {
                try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
                    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                        texts.put(name + "!" + entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            } else {
                texts.put(name, Files.readString(file));
            }
        }
        return texts;
    }

    private static Map<String, String> bytes(Path site) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        for (Path file : files(site)) {
            bytes.put(
                    site.relativize(file).toString(),
                    new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return bytes;
    }

    private static List<Path> files(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
