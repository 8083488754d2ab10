package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vigie.indexer.extract.StageModel;
import vigie.indexer.extract.corenlp.CoreNlp;
import vigie.model.Claim;
import vigie.model.Stage;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;

/** What all sentences about a subject together make of claims, by models of a few weights. */
class SectionJudgeTest {

    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));
    private static final Project PROJECT = project();
    private static final CoreNlp LANGUAGE = new CoreNlp();

    private static final String TEXT = "Ville de Bobigny\nLe fourgon de BriefCam est là. Le mât est repeint.";

    private static Project project() {
        try {
            return Project.load(ROOT.resolve("seeds"), ROOT.resolve("config"));
        } catch (ProjectException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A model that finds each sentence that names something {@code awarded}, so surely, and weighs choices so. */
    private static List<Claim> claims(float awarded, Map<String, Float> choices) {
        return claims(TEXT, awarded, choices);
    }

    private static List<Claim> claims(String text, float awarded, Map<String, Float> choices) {
        Map<String, float[]> weights = new HashMap<>();
        weights.put("named", new float[] {awarded, 0.05f, 0, 0, 0, 0});
        choices.forEach((feature, weight) -> weights.put(feature, new float[] {0, 0, 0, 0, 0, weight}));
        StageModel model = new StageModel(List.of("awarded", "in-use", "none"), List.of("asserted"), weights);
        return Extraction.of(PROJECT, LANGUAGE, model).claims(Documents.of(text, "2023-03-14"));
    }

    @Test
    void withoutAModelOfChoicesOnlySureSentencesMakeClaims() {
        assertThat(claims(-1, Map.of())).isEmpty();
        assertThat(claims(4, Map.of())).extracting(Claim::stage).containsExactly(Stage.AWARDED);
    }

    @Test
    void whatIsUnsureIsClaimedWhereItIsUnlikelyThatNothingIsTold() {
        List<Claim> claims = claims(-1, Map.of("o:none", -4f, "o:awarded", 2f));
        assertThat(claims).extracting(Claim::stage).containsExactly(Stage.AWARDED);
        assertThat(claims.get(0).because()).anyMatch(step -> step.contains("together"));
        assertThat(claims.get(0).evidence().quote()).contains("BriefCam");
    }

    @Test
    void whatIsUnsureIsNotClaimedWhereNobodySpeaksOfImages() {
        assertThat(claims("Ville de Bobigny\nLe fourgon de BriefCam est là.", -1, Map.of("o:none", -4f)))
                .isEmpty();
    }

    @Test
    void whatASentenceTellsIsClaimedHoweverLikelyItIsThatNothingIsTold() {
        assertThat(claims(4, Map.of("o:none", 5f))).extracting(Claim::stage).containsExactly(Stage.AWARDED);
    }

    @Test
    void somethingElseIsClaimedWhereThatIsMuchLikelier() {
        assertThat(claims(1.8f, Map.of("o:none", -4f, "o:in-use", 3f, "o:mentioned", -9f)))
                .extracting(Claim::stage)
                .containsExactly(Stage.IN_USE);
        assertThat(claims(1.8f, Map.of("o:none", -4f, "o:in-use", 0.5f, "o:mentioned", -9f)))
                .extracting(Claim::stage)
                .containsExactly(Stage.AWARDED);
    }

    @Test
    void vendorMayBeMentionedOnly() {
        assertThat(claims(-1, Map.of("o:none", -4f, "o:mentioned", 3f)))
                .extracting(Claim::stage)
                .containsExactly(Stage.MENTIONED);
    }
}
