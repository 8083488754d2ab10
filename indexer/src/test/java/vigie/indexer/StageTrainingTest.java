package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.indexer.extract.TrainingExample;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;

/** Labelled sentences as the trainer sees them. */
class StageTrainingTest {

    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));

    @Test
    void nameThatIsReadTogetherWithTheWordsBeforeItIsNoSecondFirm() throws ProjectException {
        assertThat(features("Le logiciel [[Jaguar]] surveille les caméras.")).doesNotContain("s=several");
        assertThat(features("Casd a posé [[BriefCam]] en mairie, Evitech a perdu."))
                .contains("s=several");
    }

    private static List<String> features(String text) throws ProjectException {
        Project project = Project.load(ROOT.resolve("seeds"), ROOT.resolve("config"));
        TrainingExample example =
                new TrainingExample("A-1", "decision", "item", "town", "", "", text, "", "vsa", "in-use", "asserted");
        return new StageTraining(project.lexicon())
                .lessons(List.of(example))
                .told()
                .get(0)
                .features();
    }
}
