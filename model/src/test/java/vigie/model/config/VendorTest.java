package vigie.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorTest {

    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));

    @ParameterizedTest
    @CsvSource({
        "Société Œil d'Or, societe-oeil-d-or-[0-9a-f]{8}",
        "A/B, a-b-[0-9a-f]{8}",
        "../x.html, x-html-[0-9a-f]{8}",
        "視, -[0-9a-f]{8}",
    })
    void firmWithoutAFileHasASlugOfPlainLetters(String name, String slug) {
        assertThat(Vendor.unlisted(name, null).slug()).matches(slug);
    }

    @Test
    void namesOfTheSameLettersHaveSlugsOfTheirOwn() {
        assertThat(Vendor.unlisted("A B", null).slug())
                .isNotEqualTo(Vendor.unlisted("A-B", null).slug());
    }

    @Test
    void aRegisterTellsFirmsWithAFileFromOthers() {
        Register register = new ProjectPart(ROOT.resolve("seeds"), ROOT.resolve("config"), Locale.FRENCH);

        assertThat(register.firm("briefcam").isListed()).isTrue();
        assertThat(register.firm("briefcam").slug()).isEqualTo("briefcam");
        assertThat(register.firm("Regard Alpin").isListed()).isFalse();
        assertThat(register.firm("Regard Alpin").name()).isEqualTo("Regard Alpin");
    }
}
