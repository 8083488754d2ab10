package vigie.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an editor with the schema calls good is good when Vigie reads it, and the other way round. */
class SchemaAndLoaderAgreeTest {

    @TempDir
    Path folder;

    /** A file that is right or wrong. */
    record Snippet(String schema, boolean good, String yaml) {

        @Override
        public String toString() {
            return schema + (good ? " good: " : " bad: ") + yaml.strip().lines().reduce("", (a, b) -> a + " / " + b);
        }
    }

    static Stream<Snippet> snippets() {
        return Stream.of(vendors(), seeds(), crawls(), lexica(), contexts(), laws())
                .flatMap(List::stream);
    }

    private static List<Snippet> vendors() {
        String least = "id: it\nname: Dixit\nrole: software\naliases: [dixit]\nexamples: { match: [Dixit] }\n";
        return List.of(
                good("vendor", least),
                good("vendor", least + "technology: vsa\nsiren: \"123456782\"\ncountry: FR\nsources: [a brochure]\n"),
                good("vendor", least + "siren: 123456782\nproducts: []\n"),
                good("vendor", least + "products: [{ id: x, name: X, technology: lapi, aliases: [x], oem-of: it }]\n"),
                bad("vendor", least + "color: red\n"),
                bad("vendor", least + "technology: VSA\n"),
                bad("vendor", least + "siren: 12\n"),
                bad("vendor", least + "country: France\n"),
                bad("vendor", least + "country:\n"),
                bad("vendor", least + "sources: a brochure\n"),
                bad("vendor", least + "products: [{ id: x, name: X }]\n"),
                bad("vendor", least + "products: { id: x }\n"),
                bad("vendor", least.replace("role: software", "role: maker")),
                bad("vendor", least.replace("name: Dixit", "name: 12")),
                bad("vendor", least.replace("name: Dixit", "name: \" \"")),
                bad("vendor", least.replace("[dixit]", "[]")),
                bad("vendor", least.replace("[dixit]", "[{ text: dixit, case: insensitive }]")),
                bad("vendor", least.replace("[dixit]", "[{ case: sensitive }]")),
                bad("vendor", least.replace("[dixit]", "[{ text: dixit, within: 3 }]")),
                bad("vendor", least.replace("[dixit]", "[\"dixit(\"]")),
                bad("vendor", least.replace("[dixit]", "[\"{a||b}\"]")),
                good("vendor", least.replace("[dixit]", "[\"{a(s)|b} dix-it(s)\", { text: Dixit, case: sensitive }]")),
                good("vendor", least.replace("[dixit]", "[{ text: dixit, not-after: [ipse], not-before: [\"!\"] }]")),
                bad("vendor", least.replace("match: [Dixit]", "match: []")),
                bad("vendor", least.replace("id: it\n", "")),
                bad("vendor", "- id: it\n"),
                bad("vendor", ""));
    }

    private static List<Snippet> seeds() {
        String least = "sources:\n  - id: a\n    name: A\n    kind: site\n    url: https://a.example/\n    origin: x\n";
        String feed = least.replace("kind: site", "kind: feed\n    adapter: boamp");
        return List.of(
                good("seeds", "sources: []\n"),
                good("seeds", least),
                good("seeds", least + "    commune: \"01004\"\n    verified: 2024-02-29\n    gap: 500ms\n"),
                good("seeds", least + "    commune: 34172\n    verified: no\n"),
                good("seeds", least + "    publisher: { name: SDEA, siren: \"123456782\", departement: \"2A\" }\n"),
                good("seeds", least + "    hosts: [a.example, b.example]\n    starts: [https://b.example/x]\n"),
                good("seeds", least + "    allow-address: [localhost, 127.0.0.1]\n"),
                good("seeds", feed + "    options: { words: a b, pages: 3, all: true }\n"),
                bad("seeds", least.replace("kind: site", "kind: feed")),
                bad("seeds", least + "    adapter: boamp\n"),
                bad("seeds", least + "    commune: \"34172\"\n    publisher: { name: X }\n"),
                bad("seeds", least + "    commune: Montpellier\n"),
                bad("seeds", least + "    commune: 3417\n"),
                bad("seeds", least + "    publisher: { siren: \"123456782\" }\n"),
                bad("seeds", least + "    publisher: X\n"),
                bad("seeds", least + "    verified: yes\n"),
                bad("seeds", least + "    verified: 2024-02-30\n"),
                bad("seeds", least + "    verified: 29/02/2024\n"),
                bad("seeds", least + "    gap: 5\n"),
                bad("seeds", least + "    gap: five seconds\n"),
                bad("seeds", least + "    hosts: []\n"),
                bad("seeds", least + "    hosts: [\"https://a.example\"]\n"),
                bad("seeds", least + "    hosts: [A.example]\n"),
                bad("seeds", least + "    allow-address: localhost\n"),
                bad("seeds", feed + "    options: [a]\n"),
                bad("seeds", feed + "    options: { words: [a] }\n"),
                bad("seeds", least.replace("https://a.example/", "a.example")),
                bad("seeds", least.replace("https://a.example/", "ftp://a.example/")),
                bad("seeds", least.replace("https://a.example/", "https://me:pw@a.example/")),
                bad("seeds", least.replace("id: a", "id: A town")),
                bad("seeds", least.replace("    origin: x\n", "")),
                bad("seeds", "towns: []\n"),
                bad("seeds", ""));
    }

    private static List<Snippet> crawls() {
        return List.of(
                good("crawl", ""),
                good("crawl", "# nothing\n"),
                good("crawl", "contact: null\n"),
                good("crawl", "contact: https://example.org/vigie\nsite-gap: 0s\nrecheck: 7d\n"),
                good("crawl", "contact: vigie@example.org\nmax-bytes: 2GB\nmin-rate: 10kB\nmax-ratio: 1.5\n"),
                good("crawl", "threads: 1\nmax-redirects: 0\nparse-memory: 1GB\nparse-time: 30s\nextract-time: 1h\n"),
                good("crawl", "round: {time: 10m, pages: 100, links: 1}\n"),
                good("crawl", "round: {}\n"),
                bad("crawl", "round: {pages: 0}\n"),
                bad("crawl", "round: {minutes: 5}\n"),
                good("crawl", "ocr: off\n"),
                good("crawl", "ocr: {pages: 10, page-time: 20s, time: 1h}\n"),
                good("crawl", "ocr: {}\n"),
                bad("crawl", "ocr: sometimes\n"),
                bad("crawl", "ocr: {pages: 0}\n"),
                bad("crawl", "ocr: {pages: 10, language: fra}\n"),
                bad("crawl", "ocr: {time: 0s}\n"),
                bad("crawl", "contact: somebody\n"),
                bad("crawl", "contact: \"me@example.org (x)\"\n"),
                bad("crawl", "site-gap: null\n"),
                bad("crawl", "site-gap: 5\n"),
                bad("crawl", "total-time: 0s\n"),
                bad("crawl", "max-bytes: 150\n"),
                bad("crawl", "max-bytes: 150 MB\n"),
                bad("crawl", "threads: 0\n"),
                bad("crawl", "threads: 1.5\n"),
                bad("crawl", "threads: \"4\"\n"),
                bad("crawl", "parse-memory: 512kB\n"),
                bad("crawl", "siteGap: 5s\n"),
                bad("crawl", "[]\n"));
    }

    private static List<Snippet> laws() {
        String least = """
                rules:
                  - id: x
                    reference: X
                    technologies: [vsa]
                    questions: ["A ?"]
                    verified: no
                """;
        return List.of(
                good("law", "rules: []\n"),
                good("law", least),
                good(
                        "law",
                        least
                                + "    from: 2023\n    until: 2025-03\n    stages: [in-use]\n    url: https://a.example/\n"),
                good("law", least.replace("verified: no", "verified: 2024-02-29")),
                bad("law", least.replace("A ?", "A.")),
                bad("law", least.replace("[vsa]", "[]")),
                bad("law", least.replace("[vsa]", "[radar]")),
                bad("law", least.replace("    verified: no\n", "")),
                bad("law", least + "    from: 31/03/2025\n"),
                bad("law", least + "    stages: [used]\n"),
                bad("law", least + "    url: a.example\n"),
                bad("law", least + "    verdict: illegal\n"),
                bad("law", ""));
    }

    private static List<Snippet> lexica() {
        String least = "kind: legal\nterms:\n  - { id: x, label: X, forms: [x], examples: { match: [x] } }\n";
        return List.of(
                good("lexicon", least),
                good("lexicon", "kind: function\nterms: []\n"),
                good("lexicon", least.replace("label: X", "label: X, technology: drone")),
                good("lexicon", least.replace("[x] }", "[x], no-match: [y] }")),
                bad("lexicon", least.replace("kind: legal", "kind: vendor")),
                bad("lexicon", least.replace("kind: legal\n", "")),
                bad("lexicon", least.replace("label: X,", "")),
                bad("lexicon", least.replace(", examples: { match: [x] }", "")),
                bad("lexicon", least.replace("match: [x]", "match: x")),
                bad("lexicon", least.replace("match: [x]", "match: [1]")),
                bad("lexicon", least.replace("forms: [x]", "forms: x")));
    }

    private static List<Snippet> contexts() {
        return List.of(
                good("contexts", "contexts: [{ id: x, forms: [x, { text: X, case: sensitive }] }]\n"),
                bad("contexts", "contexts: [{ id: x, forms: [{ text: x, needs: x }] }]\n"),
                bad("contexts", "contexts: [{ id: x, forms: [] }]\n"),
                bad("contexts", "contexts: [{ id: x }]\n"),
                bad("contexts", "contexts: [x]\n"),
                bad("contexts", "groups: []\n"));
    }

    private static Snippet good(String schema, String yaml) {
        return new Snippet(schema, true, yaml);
    }

    private static Snippet bad(String schema, String yaml) {
        return new Snippet(schema, false, yaml);
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void schemaAndLoaderSayTheSame(Snippet snippet) throws IOException {
        List<String> objections = Schemas.objections(snippet.schema(), snippet.yaml());
        List<String> problems = new ProjectFolders(folder)
                .with(fileFor(snippet.schema()), snippet.yaml())
                .problems();

        assertThat(objections.isEmpty()).as("schema: %s", objections).isEqualTo(snippet.good());
        assertThat(problems.isEmpty()).as("loader: %s", problems).isEqualTo(snippet.good());
    }

    private static String fileFor(String schema) {
        return switch (schema) {
            case "vendor" -> "config/vendors/it.yml";
            case "seeds" -> "seeds/some.yml";
            case "crawl" -> "config/crawl.yml";
            case "law" -> "config/law/fr.yml";
            case "lexicon" -> "config/lexicon/fr/legal.yml";
            default -> "config/lexicon/fr/" + schema + ".yml";
        };
    }
}
