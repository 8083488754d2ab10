package vigie.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.indexer.extract.corenlp.CoreNlp;
import vigie.indexer.gate.Gate;
import vigie.model.Mention;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;

/** What a model that knows a single word makes of sentences. */
class AnalysisWordsTest {

    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));
    private static final Project PROJECT = project();
    private static final Gate GATE = Gate.compile(PROJECT.lexicon());

    /** "guetteur" speaks of analysis, all the more beside "caméra"; the rest does not. */
    private static final StageModel MODEL = new StageModel(
            List.of("none"),
            List.of("asserted"),
            Map.of(
                    "a", new float[] {0, 0, -4},
                    "a=guette", new float[] {0, 0, 5},
                    "a+guett_camer", new float[] {0, 0, 2}));

    private static Project project() {
        try {
            return Project.load(ROOT.resolve("seeds"), ROOT.resolve("config"));
        } catch (ProjectException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isToldAtTheWordThatTellsMost() {
        assertThat(told("Le guetteur relié à la caméra de la plage appelle le poste de secours."))
                .containsExactly("guetteur");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le guetteur relié au clocher annonce la marée.",
                "Le guetteur est parti. La caméra reste au clocher.",
                "La caméra du port est reliée au poste de secours.",
                "Le guetteur de BriefCam regarde par la caméra.",
                "La vidéosurveillance algorithmique : un guetteur, une caméra.",
                "Le guetteur de la caméra compte les animaux du marais.",
                "SNEF pose une caméra sans guetteur ni caméra.",
            })
    void isNotToldElsewhere(String text) {
        assertThat(told(text)).isEmpty();
    }

    @Test
    void modelReadsWhatItWrote() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MODEL.write(out);
        StageModel read = StageModel.read(new ByteArrayInputStream(out.toByteArray()));
        List<String> features = AnalysisWords.features("un guetteur sur la camera");
        assertThat(read.evidence(features)).isEqualTo(MODEL.evidence(features)).isEqualTo(3);
        assertThat(read.analysis(features)).isBetween(0.95, 0.96);
    }

    private static List<String> told(String text) {
        Parties parties = new Parties(PROJECT.lexicon());
        List<Mention> hits = GATE.scan(text).stream().filter(parties::isHit).toList();
        Section section = Layout.of(text).get(0);
        SectionText read =
                SectionText.of(text, section, new CoreNlp(), new Finds(hits, List.of(), List.of(), List.of()));
        return new AnalysisWords(MODEL, parties)
                .in(text, read).stream().map(Mention::surface).toList();
    }
}
