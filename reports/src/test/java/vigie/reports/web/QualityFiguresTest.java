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
        QualityFigures figures = QualityFigures.of("## Passages: development\n```\ndetection 0.9 1 1 1/1/1\n```\n"
                + "## Passages: evaluation\n\n`command`\n\n```\n 2 passages\ndetection   0.837  –  0.764  154/184/219\n"
                + "Wrong: 3 of 4\n\nBy stage\nx 0.100 0.100 0.100 1/2/3\n```\n");
        assertThat(figures.rows())
                .containsExactly(new QualityFigures.Row("detection", "0.837", "–", "0.764", 154, 184, 219));
        assertThat(figures.remarks()).containsExactly("Wrong: 3 of 4");
    }
}
