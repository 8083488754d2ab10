package vigie.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceKind;
import vigie.model.VendorRole;
import vigie.model.id.InseeCode;
import vigie.model.id.Siren;

/** What ships with Vigie can be read. */
class ShippedProjectTest {

    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));

    private final Project project;

    ShippedProjectTest() throws ProjectException {
        project = Project.load(ROOT.resolve("seeds"), ROOT.resolve("config"));
    }

    @Test
    void everythingThatShipsIsRead() {
        assertThat(project.lexicon().vendors()).hasSizeGreaterThan(20);
        assertThat(project.lexicon().entries()).hasSizeGreaterThan(20);
        assertThat(project.lexicon().contexts()).extracting(ContextGroup::id).contains("surveillance");
        assertThat(project.sources()).hasSizeGreaterThan(5);
        assertThat(project.digest()).hasSize(64);
    }

    @Test
    void lawIsReadAndOnlyAsks() {
        assertThat(project.law())
                .hasSizeGreaterThan(8)
                .allSatisfy(rule -> assertThat(rule.questions()).allMatch(question -> question.endsWith("?")));
        assertThat(project.law())
                .filteredOn(rule -> rule.id().equals("jo-2024"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.until()).hasToString("2025-03-31"));
    }

    @Test
    void shippedCrawlSettingsAreTheDefaults() {
        assertThat(project.crawl()).isEqualTo(CrawlSettings.defaults());
    }

    @Test
    void townSiteIsPublishedByItsCommune() {
        Source montpellier = project.source("montpellier").orElseThrow();

        assertThat(montpellier.kind()).isEqualTo(SourceKind.SITE);
        assertThat(montpellier.hosts()).containsExactly("www.montpellier.fr");
        assertThat(montpellier.starts()).containsExactly(URI.create("https://www.montpellier.fr/"));
        assertThat(montpellier.verified()).isNull();
        assertThat(montpellier.publisher())
                .isEqualTo(new Publisher("Montpellier", new InseeCode("34172"), new Siren("213401722"), "34"));
    }

    @Test
    void feedHasItsAdapterAndOptions() {
        Source boamp = project.source("boamp").orElseThrow();

        assertThat(boamp.kind()).isEqualTo(SourceKind.FEED);
        assertThat(boamp.adapter()).isEqualTo("boamp");
        assertThat(boamp.options().get("words")).contains("vidéosurveillance");
        assertThat(boamp.publisher().name()).isEqualTo("DILA");
    }

    @Test
    void vendorsAreFoundById() {
        assertThat(project.vendor("briefcam").map(Vendor::role)).contains(VendorRole.SOFTWARE);
        assertThat(project.vendor("nobody")).isEqualTo(Optional.empty());
    }
}
