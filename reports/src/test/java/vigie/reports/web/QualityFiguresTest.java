package vigie.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QualityFiguresTest {

    @Test
    void publishedFiguresAreRead() {
        QualityFigures figures = QualityFigures.read();
        assertThat(figures.rows())
                .extracting(QualityFigures.Row::field)
                .contains("detection", "end to end", "vendor", "commune");
        assertThat(figures.rows()).allSatisfy(row -> assertThat(row.right()).isBetween(1, row.gold()));
        assertThat(figures.remarks()).extracting(QualityFigures.Remark::id).contains("forbidden");
    }

    @Test
    void onlyTheEvaluationIsTaken() {
        QualityFigures figures = QualityFigures.of("""
                ## Passages: development
                ```
                detection 0.900 1.000 1.000 1/1/1
                ```
                ## Passages: evaluation

                `command`

                ```
                2 passages
                detection   0.837  –  0.764  154/184/219
                Wrong: 3 of 4

                By stage
                x 0.100 0.100 0.100 1/2/3
                ```
                """);
        assertThat(figures.rows())
                .containsExactly(new QualityFigures.Row("detection", "0.837", "–", "0.764", 154, 184, 219));
        assertThat(figures.remarks())
                .containsExactly(new QualityFigures.Remark("Wrong: 3 of 4", "wrong", List.of("3", "4")));
    }

    @Test
    void figuresAndLinesAreToldInTheLanguageOfThePage() {
        WebTexts french = new WebTexts(Locale.FRENCH);
        assertThat(french.figure("0.900")).isEqualTo("0,900");
        assertThat(french.figure("–")).isEqualTo("–");
        assertThat(new WebTexts(Locale.ENGLISH).figure("3,444")).isEqualTo("3,444");
        assertThat(QualityFigures.read().remarks())
                .hasSize(3)
                .allSatisfy(remark -> assertThat(french.remark(remark))
                        .isNotEqualTo(remark.text())
                        .doesNotContain(" of ")
                        .doesNotContain("{"));
    }
}
