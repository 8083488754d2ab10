package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Claim;
import vigie.model.Evidence;
import vigie.model.Publisher;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.model.id.InseeCode;

/** What of a quote is masked when it runs into the heading of its paper: people, never a town. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaskedNamesIT {

    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));

    private static final List<String> HEADINGS = List.of(
            "VILLE DE %s Procès-verbal du conseil municipal",
            "VILLE DE %s\nProcès-verbal de la séance du 3 mars 2022",
            "VILLE DE %s PROCÈS-VERBAL DE SÉANCE",
            "Ville de %s Procès verbal",
            "Conseil municipal de %s Procès-verbal",
            "CONSEIL MUNICIPAL DE %s Compte rendu sommaire",
            "MAIRIE DE %s Séance du 3 mars 2022",
            "MAIRIE DE %s Délibération n° 12",
            "Mairie de %s\nExtrait du registre des délibérations",
            "COMMUNE DE %s Décision du maire",
            "Commune de %s - Réunion ordinaire",
            "%s\nProcès-verbal",
            "%s Conseil municipal Séance ordinaire",
            "DÉPARTEMENT DE L'IMAGINAIRE VILLE DE %s Arrêté",
            "République française\nVille de %s\nConvocation du 3 mars",
            "Extrait du registre Commune de %s Séance Ordinaire");

    private static final List<String> TOWNS = List.of("Valdorge", "VALDORGE");

    private static final String SAID =
            " Le conseil municipal approuve l'achat à BriefCam d'un logiciel d'analyse d'images de vidéoprotection.";

    private Extraction extraction;

    @BeforeAll
    void load() throws ProjectException {
        extraction = Extraction.of(Project.load(ROOT.resolve("quality/seeds"), ROOT.resolve("config")));
    }

    static Stream<String> headings() {
        return HEADINGS.stream().flatMap(heading -> TOWNS.stream().map(heading::formatted));
    }

    @ParameterizedTest
    @MethodSource("headings")
    void aTownIsNoPerson(String heading) {
        assertThat(quotes(heading + SAID))
                .anySatisfy(quote -> assertThat(quote.quote()).contains("BriefCam"))
                .allSatisfy(quote -> assertThat(quote.masked().quote()).isEqualTo(quote.quote()));
    }

    @Test
    void anOfficeIsNoPerson() {
        assertThat(quotes(
                        "Monsieur le Maire expose qu'une consultation avait été engagée pour doter le centre de supervision"
                                + " d'un logiciel de vidéosurveillance automatisée. Le conseil la déclare sans suite."))
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(quote.masked().quote()).isEqualTo(quote.quote()));
    }

    @ParameterizedTest
    @CsvSource({
        "Jean MARTINEAU, MARTINEAU",
        "Sophie Delalande, Delalande",
        "M. Kowalski, Kowalski",
        "Mme Anne-Lise VALDORGE, Lise",
        "Anne-Lise VALDORGE, Lise"
    })
    void peopleBesideATownAreMasked(String person, String hidden) {
        for (String frame : List.of("VILLE DE VALDORGE Séance présidée par %s", "Valdorge, %s étant absente,")) {
            String masked = quotes(frame.formatted(person) + SAID).stream()
                    .map(quote -> quote.masked().quote())
                    .collect(Collectors.joining("\n"));
            assertThat(masked)
                    .contains("BriefCam", frame.substring(0, frame.indexOf('%') - 1), Evidence.MASK)
                    .doesNotContain(hidden, "Lise VALDORGE");
        }
    }

    /** The classifier takes many a firm for somebody, behind "fourni par" most of them. */
    @ParameterizedTest
    @ValueSource(strings = {"Snef", "Sogetrel", "Hikvision", "Nomadys", "Johnson Controls", "Vizzia"})
    void aKnownFirmIsNoPerson(String firm) {
        for (String frame : List.of(
                "Le conseil approuve l'achat d'un logiciel d'analyse automatique des images de BriefCam, fourni par %s.",
                "Le conseil approuve l'achat d'un logiciel d'analyse automatique des images de BriefCam. %s le pose, dit le maire.",
                "%s a installé en 2021 le logiciel d'analyse automatique d'images BriefCam.")) {
            assertThat(quotes("Commune de Valdorge\n" + frame.formatted(firm)))
                    .as(frame)
                    .isNotEmpty()
                    .allSatisfy(quote -> assertThat(quote.masked().quote()).isEqualTo(quote.quote()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mme Snef", "M. Paul Snef", "Bernard Snef"})
    void somebodyOfAFirmsNameIsMasked(String person) {
        assertThat(quotes("Commune de Valdorge\n" + person
                        + " a vu en 2021 le logiciel d'analyse automatique d'images BriefCam que la ville utilise."))
                .isNotEmpty()
                .allSatisfy(quote ->
                        assertThat(quote.masked().quote()).contains("BriefCam").doesNotContain("Snef"));
    }

    static Stream<String> people() throws IOException {
        try (InputStream in = MaskedNamesIT.class.getResourceAsStream("people.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    /** In no quote that is published, and in no fact. */
    @ParameterizedTest
    @MethodSource("people")
    void peopleAreInNoFactAndMasked(String line) {
        String names = line.substring(0, line.indexOf('\t'));
        String paper =
                "VILLE DE VALDORGE\nConseil municipal du 3 mars 2022\n\n" + line.substring(line.indexOf('\t') + 1);
        for (Claim claim : claims(paper)) {
            assertThat(claim.vendor()).isEqualTo("briefcam");
            assertThat(claim.integrator()).isNull();
            String masked = claim.masked().evidence().quote();
            assertThat(masked.toLowerCase(Locale.FRENCH)).contains("briefcam");
            Stream.of(names.split("[| '-]"))
                    .filter(part -> part.length() > 3)
                    .forEach(part -> assertThat(masked).doesNotContain(part));
        }
    }

    private List<Evidence> quotes(String text) {
        return claims(text).stream().map(Claim::evidence).toList();
    }

    private List<Claim> claims(String text) {
        return extraction.claims(
                Documents.of(text, "2022-03-03", new Publisher("Valdorge", new InseeCode("99227"), null, null)));
    }
}
