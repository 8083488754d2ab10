package vigie.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.indexer.eval.Gold;
import vigie.indexer.extract.Labelled;
import vigie.indexer.extract.Lessons;
import vigie.indexer.extract.Spoken;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.Technology;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;

/** What is learnt from passages in which people marked the claims. */
class PassageExamplesTest {

    private static final Path ROOT = Path.of(System.getProperty("vigie.root", ".."));
    private static final Project PROJECT = project();
    private static final PassageExamples EXAMPLES =
            new PassageExamples(Extraction.of(PROJECT), Extraction.of(PROJECT), PROJECT.lexicon());

    private static final String BOUGHT = "La commune a acheté BriefCam pour relire ses images.";

    private static Project project() {
        try {
            return Project.load(ROOT.resolve("seeds"), ROOT.resolve("config"));
        } catch (ProjectException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sentenceOfTheEvidenceHasTheStageOfItsClaim() {
        assertThat(stages(BOUGHT, claim("Briefcam", Stage.AWARDED, "a acheté  BriefCam, pour relire")))
                .containsExactly("awarded/asserted");
    }

    @Test
    void subjectOfWhichNothingIsToldIsAnExampleOfNone() {
        assertThat(stages("Une brochure de BriefCam traîne sur la table.")).containsExactly("none/asserted");
    }

    @Test
    void sentenceThatOnlyFollowsIsNoneAndOneThatNamesWhatIsToldElsewhereIsNoExample() {
        String text = "BriefCam est connu du conseil. " + BOUGHT + " Les bancs du square seront repeints.";
        assertThat(stages(text, claim("BriefCam", Stage.AWARDED, BOUGHT)))
                .containsExactlyInAnyOrder("awarded/asserted", "none/asserted");
    }

    @Test
    void familyIsThePassage() {
        assertThat(examples(BOUGHT)).extracting(Labelled::family).containsOnly("p-1");
    }

    @Test
    void sentenceWithATermOfTheLexiconSpeaksOfAnalysisAndOneAboutSomethingElseDoesNot() {
        assertThat(spoken("Une vidéosurveillance algorithmique est prévue. Les bancs du square seront repeints."))
                .containsExactly(true, false);
    }

    @Test
    void whetherEvidenceAndVendorsNamesSpeakOfAnalysisNobodySaid() {
        String told = "L'engin fait le guet au port.";
        assertThat(spoken(told + " " + BOUGHT, claim(null, Stage.IN_USE, told))).isEmpty();
    }

    private static Gold.GoldClaim claim(@Nullable String vendor, Stage stage, String evidence) {
        return new Gold.GoldClaim(
                "Roquebelle",
                null,
                Technology.VSA,
                vendor,
                null,
                stage,
                Modality.ASSERTED,
                null,
                null,
                null,
                evidence,
                false);
    }

    private static List<String> stages(String text, Gold.GoldClaim... claims) {
        return examples(text, claims).stream()
                .map(example -> example.stage() + "/" + example.modality())
                .toList();
    }

    private static List<Labelled> examples(String text, Gold.GoldClaim... claims) {
        return lessons(text, claims).told();
    }

    private static List<Boolean> spoken(String text, Gold.GoldClaim... claims) {
        return lessons(text, claims).spoken().stream().map(Spoken::analysis).toList();
    }

    private static Lessons lessons(String text, Gold.GoldClaim... claims) {
        Gold.Passage passage = new Gold.Passage("p-1", "proces-verbal", List.of(claims), List.of(), List.of());
        return EXAMPLES.of(passage, Documents.of(text, "2023-03-14"));
    }
}
