package vigie.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QualityFiguresTest {

    @Test
    void publishedFiguresAreRead() {
        QualityFigures figures = QualityFigures.read();
        assertThat(figures.rows())
                .extracting(QualityFigures.Row::field)
                .contains("detection", "end to end", "vendor", "commune");
        assertThat(figures.rows()).allSatisfy(row -> assertThat(row.right()).isBetween(1, row.gold()));
        assertThat(figures.remarks()).anyMatch(line -> line.startsWith("Forbidden claims"));
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
        assertThat(figures.remarks()).containsExactly("Wrong: 3 of 4");
    }
}
