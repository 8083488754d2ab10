package vigie.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import crawlercommons.robots.BaseRobotRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.crawler.SharedCases;

/** Runs the robots.txt cases that other crawlers' authors wrote. */
class RobotsConformanceTest {

    @Test
    void googlesCasesOfTheStandardAllPass() throws IOException {
        List<String> wrong = new ArrayList<>();
        int run = 0;
        for (JsonNode test : SharedCases.json("conformance/robots/google-robotstxt.json")) {
            if (!test.get("google_only").asBoolean() && !test.get("disputed").asBoolean()) {
                run++;
                check(test, List.of(test.get("agent").asText()), wrong);
            }
        }
        report("google-robotstxt.json", run, wrong);
        assertThat(run).isPositive();
        assertThat(wrong).isEmpty();
    }

    @Test
    void crawlerCommonsCasesPass() throws IOException {
        List<String> wrong = new ArrayList<>();
        int run = 0;
        for (JsonNode test : SharedCases.json("conformance/robots/crawler-commons.json")) {
            List<String> agents = new ArrayList<>();
            test.get("agents").forEach(agent -> agents.add(productToken(agent.asText(), test)));
            agents.remove("*");
            run++;
            check(test, agents, wrong);
        }
        report("crawler-commons.json", run, wrong);
        assertThat(run).isPositive();
        assertThat(wrong).hasSizeLessThanOrEqualTo(run / 100);
    }

    /** The older cases give a whole user agent; we match by its product token, as the standard says. */
    private static String productToken(String agent, JsonNode test) {
        return test.get("exact_agent").asBoolean() ? agent : agent.replaceFirst("/.*", "");
    }

    private static void check(JsonNode test, List<String> agents, List<String> wrong) {
        byte[] text = Base64.getDecoder().decode(test.get("robots_b64").asText());
        BaseRobotRules rules = new RobotsText(agents).parse("http://example.org/robots.txt", text);
        if (rules.isAllowed(test.get("url").asText()) != test.get("allowed").asBoolean()) {
            wrong.add(test.get("id").asText() + " " + agents + " "
                    + test.get("url").asText() + " exact=" + test.path("exact_agent") + "\n"
                    + test.get("robots").asText());
        }
    }

    private static void report(String name, int run, List<String> wrong) {
        System.out.printf("conformance %s: %d of %d%n", name, run - wrong.size(), run);
        wrong.forEach(one -> System.out.println("WRONG " + one));
    }

    @Test
    void lineEndsAndByteOrderMarksDoNotHideRules() throws IOException {
        assertThat(read("conformance/robots/files/dos-line-endings.txt").getCrawlDelay())
                .isEqualTo(1000);
        for (String encoding : List.of("utf8", "utf16le", "utf16be")) {
            BaseRobotRules rules = read("conformance/robots/files/robots-with-" + encoding + "-bom.txt");
            assertThat(rules.getSitemaps()).containsExactly("http://www.newsweek.com/sitemap_index.xml");
            assertThat(rules.isAllowed("http://www.newsweek.com/search.aspx")).isFalse();
        }
    }

    /** Groups of one name are one; the longest rule wins; slips of the pen are read as they were meant. */
    @ParameterizedTest
    @CsvSource({
        "rfc9309-example-simple-robots, somebody, /example/a, false",
        "rfc9309-example-simple-robots, somebody, /publications/a, true",
        "rfc9309-example-simple-robots, somebody, /a.gif, false",
        "rfc9309-example-simple-robots, somebody, /a.gif?b, true",
        "rfc9309-example-simple-robots, foobot, /example/page.html, true",
        "rfc9309-example-simple-robots, foobot, /publications/a, false",
        "rfc9309-example-simple-robots, barbot, /example/page.html, false",
        "rfc9309-example-simple-robots, bazbot, /example/page.html, false",
        "rfc9309-example-simple-robots, bazbot, /example/a, true",
        "rfc9309-example-simple-robots, quxbot, /example/a, true",
        "rfc9309-example-longest-match-robots, foobot, /example/page/a, true",
        "rfc9309-example-longest-match-robots, foobot, /example/page/disallowed.gif, false",
        "rfc9309-example-rule-group-merging, examplebot, /bar, false",
        "rfc9309-example-rule-group-merging, examplebot, /baz, false",
        "rfc9309-example-rule-group-merging, somebody, /baz, true",
        "rfc9309-example-rule-group-merging, bazbot, /foo, true",
        "crawl-delay-group-merging, mybot, /private/, false",
        "crawl-delay-group-merging, yourbot, /login/, false",
        "crawl-delay-group-merging, somebody, /login/, true",
        "merge-rules, wget, /tmp/bar, false",
        "merge-rules, wget, /foo/bar, true",
        "merge-rules, somebody, /foo/bar, false",
        "precedence-of-rules, testy, /foo/bar, true",
        "precedence-of-rules, testy, /foo/bb, false",
        "precedence-of-rules, wget, /foo, true",
        "directive-typos-robots, bot1, /dissalow/, false",
        "directive-typos-robots, bot2, /useragent/, false",
        "format-errors-robots, bot1, /whitespace-before-colon/, false",
        "format-errors-robots, bot3, /whitespace-before-colon, true",
        "format-errors-robots, bot3, /a, false",
        "malformed-path, somebody, /wiki/Wikipedia_talk:Mediation_Committee/a, false",
        "malformed-path, somebody, /wiki/a, true",
        "many-user-agents, crescent, /, false",
        "extension-robots, mybot, /private/, false",
        "extension-robots, mybot, /admin/, true",
        "extended-standard-robots, bot1, /a, true",
    })
    void filesOfOthersAreRead(String file, String agent, String path, boolean allowed) throws IOException {
        byte[] text = Files.readAllBytes(SharedCases.file("conformance/robots/files/" + file + ".txt"));

        BaseRobotRules rules = new RobotsText(List.of(agent)).parse("http://example.org/robots.txt", text);

        assertThat(rules.isAllowed("http://example.org" + path)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "sitemap-robots-dedup, http://example.org/sitemap.xml",
        "relative-sitemap-robots, http://example.org/sitemap.xml",
        "www.flot.com-robots, http://flot.com/sitemap_index.xml",
    })
    void filesOfOthersNameTheirSitemaps(String file, String sitemap) throws IOException {
        assertThat(read("conformance/robots/files/" + file + ".txt").getSitemaps())
                .containsExactly(sitemap);
    }

    @Test
    void delaysAskedOfEverybodyAreHeard() throws IOException {
        List<Path> files = SharedCases.files("corpus/robots");
        int delayed = 0;
        for (Path file : files) {
            delayed += read("corpus/robots/" + file.getFileName()).getCrawlDelay() == 10_000 ? 1 : 0;
        }
        System.out.printf("conformance corpus/robots: %d read, %d ask for 10 s%n", files.size(), delayed);
        assertThat(delayed).isEqualTo(4);
    }

    private static BaseRobotRules read(String name) throws IOException {
        byte[] text = Files.readAllBytes(SharedCases.file(name));
        return new RobotsText(List.of("Vigie")).parse("http://example.org/robots.txt", text);
    }
}
