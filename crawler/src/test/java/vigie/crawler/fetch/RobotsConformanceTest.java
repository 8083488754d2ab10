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
