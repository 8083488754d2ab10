package vigie.reports.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.Review;
import vigie.model.Reviews;
import vigie.model.SourceKind;
import vigie.model.Stage;
import vigie.model.archive.DataDirectoryException;
import vigie.model.archive.ReviewFile;
import vigie.model.archive.SearchFile;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.model.id.InseeCode;
import vigie.reports.AtlasRun;
import vigie.reports.query.Queries;
import vigie.reports.query.SampleIndex;
import vigie.reports.render.Texts;

/** A server over a small index of invented communes, and a browser without scripts that visits it. */
final class SampleSite implements AutoCloseable {

    static final CommuneRef VALFICTIF = new CommuneRef(new InseeCode("99001"), "Valfictif-sur-Modèle");
    static final CommuneRef PORT_IMAGE = new CommuneRef(new InseeCode("99002"), "Port-Image");
    static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    private static final String HEADING =
            "code\ttype\tname\tparent\tdepartement\tregion\tsiren\tpostcodes\tpopulation\tformer\tlat\tlon\tprecision\tepci\n";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"");

    private static final Project PROJECT = project();

    final Claim doubtful;
    final Claim sure;
    final Claim far;
    final List<String> failures = new ArrayList<>();
    final WebServer server;

    private final ReviewFile file;
    private final Queries queries;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> cookies = new ArrayList<>();

    /** What was answered. */
    record Answer(int status, String body, java.net.http.HttpHeaders headers) {

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    private SampleSite(Path folder, boolean reviews, int rate, Clock clock) throws BindException {
        SampleIndex index = new SampleIndex(folder.resolve("index"));
        index.source("valfictif", SourceKind.SITE, VALFICTIF, null);
        index.add(
                VALFICTIF,
                "valfictif",
                "Délibération " + HOSTILE,
                "2024-06-30",
                "M. Durandeau rappelle que le logiciel de vidéosurveillance est en service. " + HOSTILE,
                List.of());
        doubtful = index.claim(VALFICTIF, "briefcam", Stage.IN_USE, "2024", 0.6);
        sure = index.claim(VALFICTIF, "xxii", Stage.PROPOSED, null, 0.95);
        index.add(PORT_IMAGE, "port", "Conseil", "2023", "Le logiciel est installé.", List.of(0));
        far = index.claim(PORT_IMAGE, "briefcam", Stage.IN_USE, "2023-05", 0.9);
        file = new ReviewFile(folder.resolve("reviews.csv"));
        queries = index.open(this::reviews);
        AtlasRun atlas = new AtlasRun(queries, PROJECT, new Texts(Locale.FRENCH), clock);
        Site site = new Site(
                queries,
                PROJECT,
                (commune, moment) -> {
                    throw new IllegalStateException("nobody asks for a report");
                },
                (commune, moment, form, language) -> new byte[0],
                new Atlases(atlas::vendor, atlas::departement, atlas::national),
                position -> {
                    throw new IOException("no archive");
                },
                (position, page, quotes) -> Optional.empty(),
                new SearchFile(folder.resolve("searches.json")),
                new SampleNews(queries, PROJECT, clock),
                reviews ? file::append : null,
                rate,
                clock,
                new Random(1),
                (path, cause) -> failures.add(path + ": " + cause));
        server = WebServer.start(Address.loopback(0), site);
    }

    static SampleSite open(Path folder) throws BindException {
        return new SampleSite(folder, true, 0, Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC));
    }

    static SampleSite withoutReviews(Path folder, int rate, Clock clock) throws BindException {
        return new SampleSite(folder, false, rate, clock);
    }

    private static Project project() {
        try {
            Path seeds = Files.createTempDirectory("seeds");
            Files.writeString(seeds.resolve("communes.tsv"), HEADING + row(VALFICTIF, 21_340) + row(PORT_IMAGE, 900));
            return Project.load(
                    seeds, Path.of(System.getProperty("vigie.root", "..")).resolve("config"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProjectException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String row(CommuneRef commune, int population) {
        return commune.insee() + "\tactuelle\t" + commune.name() + "\t\t99\t99\t\t99100\t" + population
                + "\t\t\t\t\t\n";
    }

    Reviews reviews() {
        try {
            return file.latest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DataDirectoryException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Review> written() {
        return reviews().all();
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer post(String path, String type, String body, String... headers) {
        return send(
                request(path, headers).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends the form of the page at {@code path} with these fields, as a browser would. */
    Answer submit(String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(path).body());
        if (!token.find()) {
            throw new IllegalStateException("no form at " + path);
        }
        return submit(path, token.group(1), fields);
    }

    Answer submit(String path, @Nullable String token, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", body + (token == null ? "" : "&csrf=" + token));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (!cookies.isEmpty()) {
            request.header("Cookie", String.join("; ", cookies));
        }
        request.setHeader("Accept-Language", "en");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            for (String cookie : response.headers().allValues("Set-Cookie")) {
                String pair = cookie.replaceFirst(";.*", "");
                cookies.removeIf(kept -> kept.startsWith(pair.replaceFirst("=.*", "=")));
                cookies.add(pair);
            }
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        queries.close();
    }
}
