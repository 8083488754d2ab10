package vigie.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.MentionKind;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceKind;
import vigie.model.Technology;
import vigie.model.VendorRole;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;

class ProjectTest {

    private static final String[] OCULIA = {
        "id: oculia",
        "name: OCULIA",
        "role: software",
        "technology: vsa",
        "siren: 123456782",
        "country: FR",
        "aliases:",
        "  - ocu-lia group",
        "  - { text: Oculia, case: sensitive, needs: surveillance, within: 40, not-after: [madame], not-before: [fils] }",
        "  - { text: OCU, needs: surveillance }",
        "products:",
        "  - { id: oculia-see, name: See, technology: lapi, aliases: [oculia see], oem-of: oculia }",
        "sells: [oculia]",
        "examples:",
        "  match: [Les caméras d'Oculia.]",
        "  no-match: [Madame Oculia est élue.]",
        "sources: [https://oculia.example/]"
    };

    @TempDir
    Path root;

    private ProjectFolders folders = new ProjectFolders(Path.of("target/unused"));

    @BeforeEach
    void emptyFolders() {
        folders = new ProjectFolders(root)
                .with("config/lexicon/fr/contexts.yml", "contexts: [{ id: surveillance, forms: [caméra(s)] }]");
    }

    @Test
    void emptyFoldersMakeAnEmptyProject() throws ProjectException {
        Project project = folders.load();

        assertThat(project.lexicon().vendors()).isEmpty();
        assertThat(project.sources()).isEmpty();
        assertThat(project.crawl()).isEqualTo(CrawlSettings.defaults());
    }

    @Test
    void vendorIsReadWhole() throws ProjectException {
        Vendor vendor = folders.with("config/vendors/oculia.yml", OCULIA)
                .load()
                .vendor("oculia")
                .orElseThrow();

        assertThat(vendor)
                .isEqualTo(new Vendor(
                        "oculia",
                        "OCULIA",
                        VendorRole.SOFTWARE,
                        Technology.VSA,
                        null,
                        new Siren("123456782"),
                        "FR",
                        List.of(
                                TermForm.plain("ocu-lia group"),
                                new TermForm("Oculia", true, "surveillance", 40, List.of("madame"), List.of("fils")),
                                new TermForm("OCU", false, "surveillance", 200, List.of(), List.of())),
                        List.of(new Product(
                                "oculia-see", "See", Technology.LAPI, List.of(TermForm.plain("oculia see")), "oculia")),
                        List.of("oculia"),
                        new Examples(List.of("Les caméras d'Oculia."), List.of("Madame Oculia est élue.")),
                        List.of("https://oculia.example/")));
    }

    @Test
    void nameIsAnAliasUnlessAnAliasSaysWhenItCounts() throws ProjectException {
        String[] without = {"id: b", "name: Bévéo", "role: camera", "aliases: [beve-o]", "examples: { match: [Bévéo] }"
        };

        Project project = folders.with("config/vendors/oculia.yml", OCULIA)
                .with("config/vendors/b.yml", without)
                .load();

        assertThat(project.vendor("oculia").orElseThrow().aliases())
                .extracting(TermForm::text)
                .doesNotContain("OCULIA");
        assertThat(project.vendor("b").orElseThrow().aliases())
                .containsExactly(TermForm.plain("Bévéo"), TermForm.plain("beve-o"));
    }

    @Test
    void lexiconIsReadWhole() throws ProjectException {
        Lexicon lexicon = folders.with(
                        "config/lexicon/fr/functions.yml",
                        "kind: function",
                        "terms:",
                        "  - id: intrusion",
                        "    technology: vsa",
                        "    label: Détection d'intrusion",
                        "    label-en: Intrusion detection",
                        "    forms: [détection d'intrusion(s)]",
                        "    examples: { match: [une détection d'intrusion] }")
                .load()
                .lexicon();

        assertThat(lexicon.entries())
                .containsExactly(new LexiconEntry(
                        "intrusion",
                        MentionKind.FUNCTION,
                        Technology.VSA,
                        "Détection d'intrusion",
                        "Intrusion detection",
                        List.of(TermForm.plain("détection d'intrusion(s)")),
                        new Examples(List.of("une détection d'intrusion"), List.of())));
        assertThat(lexicon.contexts())
                .containsExactly(new ContextGroup("surveillance", List.of(TermForm.plain("caméra(s)"))));
    }

    @Test
    void sourceIsReadWhole() throws ProjectException {
        Project project = folders.with(
                        "seeds/deep/er/towns.yml",
                        "sources:",
                        "  - id: ajaccio",
                        "    name: Ville d'Ajaccio",
                        "    kind: site",
                        "    url: https://WWW.Town.example/home",
                        "    starts: [https://www.town.example/council, https://docs.town.example/]",
                        "    hosts: [www.town.example, docs.town.example]",
                        "    commune: 2A004",
                        "    allow-address: [localhost]",
                        "    gap: 1500ms",
                        "    verified: 2026-01-31",
                        "    origin: told by a reader")
                .load();

        assertThat(project.source("ajaccio"))
                .contains(new Source(
                        "ajaccio",
                        "Ville d'Ajaccio",
                        SourceKind.SITE,
                        URI.create("https://WWW.Town.example/home"),
                        List.of(
                                URI.create("https://www.town.example/council"),
                                URI.create("https://docs.town.example/")),
                        java.util.Set.of("www.town.example", "docs.town.example"),
                        new Publisher("Ajaccio", new InseeCode("2A004"), new Siren("212000046"), "2A"),
                        null,
                        Map.of(),
                        java.util.Set.of("localhost"),
                        Duration.ofMillis(1500),
                        "2026-01-31",
                        "told by a reader",
                        null));
    }

    @Test
    void feedOptionsAreKeptAsWritten() throws ProjectException {
        Project project = folders.with(
                        "seeds/feeds.yml",
                        "sources:",
                        "  - { id: f, name: F, kind: feed, adapter: boamp, url: 'https://f.example/', origin: x,",
                        "      options: { words: 'a, b', pages: 010, all: yes } }")
                .load();

        Source feed = project.source("f").orElseThrow();
        assertThat(feed.options())
                .containsOnly(Map.entry("words", "a, b"), Map.entry("pages", "010"), Map.entry("all", "yes"));
        assertThat(feed.publisher()).isEqualTo(Publisher.unknown());
        assertThat(feed.hosts()).containsExactly("f.example");
    }

    @Test
    void characterRecognitionIsSwitchedOffOrLimited() throws ProjectException {
        OcrSettings usual = CrawlSettings.defaults().ocr();

        assertThat(folders.with("config/crawl.yml", "ocr: off").load().crawl().ocr())
                .isEqualTo(OcrSettings.off());
        assertThat(folders.with("config/crawl.yml", "ocr: {pages: 7}")
                        .load()
                        .crawl()
                        .ocr())
                .isEqualTo(new OcrSettings(7, usual.pageTime(), usual.time()));
    }

    @Test
    void crawlSettingsOverrideTheDefaults() throws ProjectException {
        CrawlSettings crawl = folders.with(
                        "config/crawl.yml", "contact: https://example.org/vigie", "site-gap: 10s", "max-bytes: 1GB")
                .load()
                .crawl();

        assertThat(crawl.userAgent("1.0")).isEqualTo("Vigie/1.0 (+https://example.org/vigie)");
        assertThat(crawl.siteGap()).isEqualTo(Duration.ofSeconds(10));
        assertThat(crawl.maxBytes()).isEqualTo(1L << 30);
        assertThat(crawl.threads()).isEqualTo(CrawlSettings.defaults().threads());
    }

    @Test
    void digestKnowsNamesAndBytesAndNothingElse(@TempDir Path other) throws ProjectException, IOException {
        String before = folders.with("seeds/a.yml", "sources: []").load().digest();

        ProjectFolders copy = new ProjectFolders(other)
                .with("config/lexicon/fr/contexts.yml", "contexts: [{ id: surveillance, forms: [caméra(s)] }]")
                .with("seeds/a.yml", "sources: []")
                .with("seeds/.hidden.yml", "nonsense")
                .with("seeds/notes.txt", "nonsense");
        assertThat(copy.load().digest()).isEqualTo(before).hasSize(64);

        Files.move(copy.seeds().resolve("a.yml"), copy.seeds().resolve("b.yml"));
        assertThat(copy.load().digest()).isNotEqualTo(before);
        assertThat(folders.with("seeds/a.yml", "sources: [] #").load().digest()).isNotEqualTo(before);
    }

    @Test
    void byteOrderMarkIsNotPartOfTheFirstKey() throws ProjectException {
        assertThat(folders.with("config/crawl.yml", "\uFEFFthreads: 3")
                        .load()
                        .crawl()
                        .threads())
                .isEqualTo(3);
    }
}
