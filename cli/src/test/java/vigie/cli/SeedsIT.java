package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Source;
import vigie.model.config.Project;

/** {@code vigie seeds update}, against a server that answers like the annuaire de l'administration. */
class SeedsIT {

    @TempDir
    Path seeds;

    private HttpServer server;
    private volatile String answer = "[]";

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean isExport = exchange.getRequestURI().getPath().endsWith("/exports/json");
            boolean isRobots = exchange.getRequestURI().getPath().equals("/robots.txt");
            byte[] body = (isExport ? answer : isRobots ? "" : "Mairie").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isRobots ? 404 : 200, isRobots ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Files.writeString(seeds.resolve("own.yml"), """
                sources:
                  - id: nice
                    name: Nice
                    kind: site
                    url: https://www.nice.fr/
                    commune: "06088"
                    origin: test
                """);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void townHallsBecomeSeedsThatAreCrawledUnlessTheyAreDead() throws Exception {
        answer = "["
                + String.join(
                        ",",
                        hall("29003", here("audierne") + "/"),
                        hall("29003", here("esquibien")),
                        hall("06088", "https://www.nice.fr/"),
                        hall("38239", "http://dead.localhost:9/"),
                        hall("01001", here("small")),
                        hall("xx", here("x")),
                        "{\"nom\":\"Mairie\",\"code_insee_commune\":\"59350\",\"site_internet\":null}")
                + "]";

        Ran ran = update("--min-population", "3000", "--check");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("3 sites de 2 communes ; 7 mairies", "1 sans site, une illisible");
        String written = Files.readString(seeds.resolve("annuaire.yml"));
        assertThat(written)
                .contains("id: mairie-29003\n", "url: " + here("audierne") + "/\n", "id: mairie-29003-2\n")
                .containsOnlyOnce("dead: 20")
                .doesNotContain("nice.fr", "small");
        assertThat(Project.load(seeds, Collection.root().resolve("config")).sources())
                .extracting(Source::id)
                .contains("nice")
                .doesNotContain("mairie-38239");

        assertThat(update("--min-population", "3000", "--departement", "38").out())
                .contains("1 site de 1 commune");
    }

    /** A host is read for one source only: the largest commune has it, and nobody thinks that the others are read. */
    @Test
    void communesThatShareAHostAreTold() throws Exception {
        answer = "["
                + String.join(
                        ",",
                        hall("01004", here("audierne") + "/amberieu"),
                        hall("38185", here("audierne") + "/grenoble"),
                        hall("38185", here("audierne") + "/mairie-annexe"),
                        hall("06088", "https://www.nice.fr/"),
                        hall("69123", "https://www.nice.fr/lyon"))
                + "]";

        Ran ran = update();

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("1 site de 1 commune ; 5 mairies");
        assertThat(Files.readString(seeds.resolve("annuaire.yml"))).contains("commune: \"38185\"");
        assertThat(ran.err().lines().filter(line -> line.contains("laissé")))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .contains("Ambérieu-en-Bugey", here("audierne") + "/amberieu", "mairie-38185"),
                        line -> assertThat(line).contains("Lyon", "https://www.nice.fr/lyon", "nice"));
    }

    /** Nobody publishes acts there, and most of such a host is of others. */
    @Test
    void socialNetworksAndDirectoriesAreNoSites() throws Exception {
        answer = "["
                + String.join(
                        ",",
                        hall("01004", "https://www.facebook.com/amberieu"),
                        hall("69123", "https://fr-fr.Facebook.com/lyon"),
                        hall("38185", "https://www.pagesjaunes.fr/pros/1"),
                        hall("29003", here("audierne") + "/"),
                        hall("38239", "http://myfacebook.com/"))
                + "]";

        Ran ran = update("--min-population", "3000");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(Files.readString(seeds.resolve("annuaire.yml")))
                .contains(here("audierne"), "myfacebook.com")
                .doesNotContain("www.facebook", "fr-fr", "pagesjaunes");
        assertThat(ran.err().lines().filter(line -> line.contains("réseau social")))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("Ambérieu-en-Bugey", "https://www.facebook.com/amberieu"),
                        line -> assertThat(line).contains("Lyon"),
                        line -> assertThat(line).contains("Grenoble"));
        assertThat(ran.err()).doesNotContain("déjà lu");
    }

    @Test
    void anAnswerOfAnotherShapeChangesNothing() throws Exception {
        answer = "{\"error\":\"maintenance\"}";
        Ran ran = update();
        assertThat(ran.exit()).isEqualTo(Main.FAILED);
        assertThat(ran.err()).contains("annuaire");
        assertThat(seeds.resolve("annuaire.yml")).doesNotExist();
    }

    private Ran update(String... more) {
        List<String> command = new ArrayList<>(List.of("seeds", "update"));
        command.addAll(List.of(more));
        command.addAll(List.of("--from", here("annuaire") + "/exports/json"));
        for (String host : List.of("annuaire", "audierne", "esquibien", "dead")) {
            command.addAll(List.of("--allow-address", host + ".localhost"));
        }
        command.addAll(List.of("--seeds", seeds.toString(), "--lang", "fr"));
        command.addAll(List.of("--config", Collection.root().resolve("config").toString()));
        return Ran.vigie(command);
    }

    private String here(String name) {
        return "http://" + name + ".localhost:" + server.getAddress().getPort();
    }

    private static String hall(String insee, String site) {
        return "{\"nom\":\"Mairie\",\"pivot\":\"[{\\\"type_service_local\\\":\\\"mairie\\\"}]\",\"code_insee_commune\":\""
                + insee + "\",\"site_internet\":\"[{\\\"libelle\\\":\\\"\\\",\\\"valeur\\\":\\\"" + site + "\\\"}]\"}";
    }
}
