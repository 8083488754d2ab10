package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.indexer.extract.ClaimExtractor;
import vigie.indexer.extract.Whereabouts;
import vigie.indexer.gate.Gate;
import vigie.model.Claim;
import vigie.model.CommuneRef;
import vigie.model.SourceDocument;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.model.id.InseeCode;

/** What is told of a town that was only compared with is no claim about the town whose paper it is. */
class ComparisonsTest {

    private static final CommuneRef ROQUEBELLE = new CommuneRef(new InseeCode("01999"), "Roquebelle");
    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));
    private static final Project PROJECT = project();
    private static final Gate GATE = Gate.compile(PROJECT.lexicon());
    private static final ClaimExtractor EXTRACTOR = new ClaimExtractor(PROJECT.lexicon(), new SentencesOnly());

    private static Project project() {
        try {
            return Project.load(ROOT.resolve("seeds"), ROOT.resolve("config"));
        } catch (ProjectException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Un conseiller souhaite savoir si l'on ira plus loin, comme à Brévain, où le logiciel BriefCam a été acheté.",
                "Faut-il suivre la même voie, à l'instar de Castelrieu, qui a installé le logiciel Wintics l'an dernier ?",
                "Mme l'adjointe évoque des outils d'analyse d'images, à l'image de la ville de Pontarde, dont les caméras utilisent BriefCam.",
                "La commission a étudié plusieurs pistes, comme au Mesnil-Fauré, où Videtics est en service depuis 2021."
            })
    void whatATownDoesThatIsOnlyComparedIsNotOurs(String text) {
        assertThat(claims(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Comme à Brévain, la commune a acquis le logiciel BriefCam.",
                "À l'instar de Castelrieu, le conseil approuve l'achat du logiciel d'analyse d'images Wintics.",
                "La ville utilise le logiciel BriefCam, comme à Pontarde, où il est en service depuis deux ans."
            })
    void whatTheTownDoesLikeAnotherIsItsOwn(String text) {
        assertThat(claims(text)).extracting(Claim::vendor).isNotEmpty().doesNotContainNull();
    }

    private static List<Claim> claims(String text) {
        SourceDocument document = Documents.of(text, "2023-03-14");
        Whereabouts town = new Whereabouts(ROQUEBELLE, 1, false, List.of(), null, List.of("invented"));
        return EXTRACTOR.extract(document, GATE.scan(text), town).claims();
    }
}
