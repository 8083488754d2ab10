package vigie.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.reports.query.SampleIndex.NOON;
import static vigie.reports.query.SampleIndex.VALFICTIF;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.AttemptOutcome;
import vigie.model.Claim;
import vigie.model.Commune;
import vigie.model.Correction;
import vigie.model.Review;
import vigie.model.ReviewState;
import vigie.model.Reviews;
import vigie.model.SourceKind;
import vigie.model.Stage;
import vigie.model.Verdict;
import vigie.model.config.Project;
import vigie.model.config.ProjectException;
import vigie.reports.CityReport.Citation;
import vigie.reports.query.Queries;
import vigie.reports.query.SampleIndex;
import vigie.reports.render.Texts;

class ReportRunTest {

    private static final Instant WINTER = Instant.parse("2026-01-10T09:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-01-31T23:00:00Z");

    @TempDir
    private Path folder;

    private Commune commune;
    private Claim early;
    private Claim late;
    private Queries queries;
    private ReportRun run;

    @BeforeEach
    void index() throws ProjectException {
        SampleIndex index = new SampleIndex(folder.resolve("index"));
        index.source("valfictif", SourceKind.SITE, VALFICTIF, null);
        index.add(VALFICTIF, "valfictif", "Délibération", "2025-11-20", "Achat de BriefCam.", List.of());
        index.captured(WINTER);
        index.attempt("valfictif", "http://valfictif.example/0", WINTER, AttemptOutcome.FETCHED, null);
        early = index.claim(VALFICTIF, "briefcam", Stage.APPROVED, "2025-11-20", 0.9);
        index.add(VALFICTIF, "valfictif", "Bilan", "2026-02-26", "XXII est en service.", List.of());
        index.attempt("valfictif", "http://valfictif.example/1", NOON, AttemptOutcome.FETCHED, null);
        late = index.claim(VALFICTIF, "xxii", Stage.IN_USE, "2026-02-26", 0.9);
        Reviews reviews = Reviews.of(List.of(new Review(
                NOON.minus(Duration.ofDays(1)), "Ada", Verdict.ACCEPT, Review.Subject.of(early), Correction.NONE, "")));
        queries = index.open(() -> reviews);
        Path root = Path.of(System.getProperty("vigie.root", ".."));
        Project project = Project.load(root.resolve("quality/seeds"), root.resolve("config"));
        commune = SampleIndex.PLACES.commune().apply(VALFICTIF.insee()).orElseThrow();
        Clock clock = Clock.fixed(NOON.plus(Duration.ofHours(1)), ZoneOffset.UTC);
        run = new ReportRun(queries, project, new Texts(Locale.FRENCH), clock);
    }

    @AfterEach
    void close() {
        queries.close();
    }

    @Test
    void reportTellsWhatWasKnownOnADay() {
        CityReport report = run.city(commune, FEBRUARY);

        assertThat(report.asOf()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(report.citations())
                .extracting(citation -> citation.claim().id())
                .containsExactly(early.id());
        assertThat(report.citations()).extracting(Citation::review).containsExactly(ReviewState.UNREVIEWED);
        assertThat(report.findings()).hasSize(1);
        assertThat(report.coverage())
                .singleElement()
                .satisfies(source -> assertThat(source.read()).isOne());
        assertThat(report.period())
                .isEqualTo(new CityReport.Period(LocalDate.of(2025, 11, 20), LocalDate.of(2025, 11, 20)));
        assertThat(report.ledger())
                .singleElement()
                .satisfies(source -> assertThat(
                                source.months().get(source.months().size() - 1).month())
                        .isEqualTo(YearMonth.of(2026, 1)));
    }

    @Test
    void reportOfNowAndOfADayToComeTellsAll() {
        for (Instant moment : new Instant[] {null, NOON.plus(Duration.ofDays(300))}) {
            CityReport report = run.city(commune, moment);
            assertThat(report.asOf()).isNull();
            assertThat(report.citations())
                    .extracting(citation -> citation.claim().id())
                    .containsExactlyInAnyOrder(early.id(), late.id());
            assertThat(report.citations()).extracting(Citation::review).contains(ReviewState.ACCEPTED);
            assertThat(report.coverage())
                    .singleElement()
                    .satisfies(source -> assertThat(source.read()).isEqualTo(2));
        }
    }

    @Test
    void beforeTheFirstReadingNothingIsKnown() {
        CityReport report = run.city(commune, WINTER);
        assertThat(report.citations()).isEmpty();
        assertThat(report.coverage()).isEmpty();
        assertThat(report.ledger()).isEmpty();
    }

    @Test
    void filesSayWhichDayTheyTellAndReplaceNoOther() throws IOException {
        EnumSet<ReportRun.Format> formats = EnumSet.of(ReportRun.Format.HTML, ReportRun.Format.MD);
        List<Path> files = run.city(commune, FEBRUARY, formats, folder);
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .contains("valfictif-sur-modele-01999-2026-01-31.html", "valfictif-sur-modele-01999-2026-01-31.md");
        for (Path file : files.subList(0, 2)) {
            assertThat(Files.readString(file))
                    .contains("Ce que Vigie savait le 31 janvier 2026 au soir", "BriefCam")
                    .doesNotContain("XXII");
        }
        assertThat(run.city(commune, null, formats, folder)).doesNotContainAnyElementsOf(files);
    }
}
