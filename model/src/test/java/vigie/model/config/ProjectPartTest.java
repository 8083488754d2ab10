package vigie.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Source;

class ProjectPartTest {

    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));

    @TempDir
    Path root;

    @Test
    void aPartKnowsOfEachIdWhatTheWholeKnows() throws ProjectException {
        Project whole = Project.load(ROOT.resolve("seeds"), ROOT.resolve("config"));
        ProjectPart part = new ProjectPart(ROOT.resolve("seeds"), ROOT.resolve("config"), Locale.FRENCH);

        assertThat(part.product("briefcam-respond")).isEqualTo(whole.product("briefcam-respond"));
        for (Vendor vendor : whole.lexicon().vendors()) {
            assertThat(part.vendor(vendor.id())).contains(vendor);
            vendor.products()
                    .forEach(product -> assertThat(part.product(product.id())).contains(product));
        }
        for (LexiconEntry entry : whole.lexicon().entries()) {
            assertThat(part.entry(entry.id())).contains(entry);
        }
        for (Source source : whole.sources()) {
            assertThat(part.source(source.id())).contains(source);
        }
        assertThat(part.law()).isEqualTo(whole.law()).isNotEmpty();
        assertThat(part.communes().byName("Moirans")).isNotEmpty();
    }

    @Test
    void whatNoFileKnowsIsNotFound() {
        ProjectPart part = new ProjectPart(ROOT.resolve("seeds"), ROOT.resolve("config"), Locale.FRENCH);

        assertThat(part.vendor("Société Inconnue")).isEmpty();
        assertThat(part.product("briefcam")).isEmpty();
        assertThat(part.entry("e")).isEmpty();
        assertThat(part.source("nobody")).isEmpty();
    }

    @Test
    void onlyFilesThatAreAskedForAreChecked() {
        ProjectFolders folders = new ProjectFolders(root)
                .with(
                        "config/vendors/oculia.yml",
                        "id: oculia",
                        "name: Oculia",
                        "role: software",
                        "aliases: [ocu-lia]",
                        "examples: { match: [Oculia], no-match: [ocre] }")
                .with("config/vendors/torn.yml", "id: torn", "name: [");

        ProjectPart part = new ProjectPart(folders.seeds(), folders.config(), Locale.ENGLISH);

        assertThat(part.vendor("oculia")).map(Vendor::name).contains("Oculia");
        UncheckedProjectException broken =
                catchThrowableOfType(UncheckedProjectException.class, () -> part.vendor("torn"));
        assertThat(broken.getCause().problems())
                .singleElement()
                .extracting(Problem::file)
                .isEqualTo(folders.config().resolve("vendors/torn.yml").toString());
    }
}
