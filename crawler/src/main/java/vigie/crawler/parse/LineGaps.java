package vigie.crawler.parse;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;

/**
 * How far apart lines must be to be two paragraphs. PDFBox measures by the height of letters, so that in a paper set with
 * wide lines, or in a font that tells its height wrong, each line would be a paragraph and each sentence cut. Here a page is
 * measured by its own lines: after one that is full comes, as a rule, the next of its paragraph.
 */
final class LineGaps {

    /** What PDFBox takes, in heights of letters. */
    private static final float USUAL = 2.5f;

    /** So much more than the usual gap of the page is one between paragraphs. */
    private static final float MORE = 1.25f;

    /** A line is full that ends so near to where the longest one ends, and is no cell of a table. */
    private static final float FULL = 0.9f;

    private static final int LETTERS = 30;
    private static final int FEW = 2;

    private LineGaps() {}

    /** A line as printed. */
    private static final class Line {
        private final float y;
        private float height;
        private float right;
        private int letters;

        Line(float y) {
            this.y = y;
        }

        void add(TextPosition letter) {
            height = Math.max(height, letter.getHeightDir());
            right = Math.max(right, letter.getXDirAdj() + letter.getWidthDirAdj());
            letters++;
        }

        boolean has(TextPosition letter) {
            return Math.abs(letter.getYDirAdj() - y) < Math.max(height, letter.getHeightDir()) / 2;
        }
    }

    /** The gap that parts paragraphs on a page, in heights of letters. */
    static float threshold(List<List<TextPosition>> articles) {
        List<Line> lines = new ArrayList<>();
        for (List<TextPosition> article : articles) {
            lines.addAll(lines(article));
        }
        float right =
                (float) lines.stream().mapToDouble(line -> line.right).max().orElse(0);
        List<Float> gaps = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            Line line = lines.get(i);
            float gap = lines.get(i + 1).y - line.y;
            if (line.letters > LETTERS && line.right > FULL * right && line.height > 0 && gap > 0) {
                gaps.add(gap / line.height);
            }
        }
        gaps.sort(null);
        return gaps.size() < FEW ? USUAL : Math.max(USUAL, MORE * gaps.get((gaps.size() - 1) / 2));
    }

    private static List<Line> lines(List<TextPosition> letters) {
        List<Line> lines = new ArrayList<>();
        Line line = null;
        for (TextPosition letter : letters) {
            if (line == null || !line.has(letter)) {
                line = new Line(letter.getYDirAdj());
                lines.add(line);
            }
            line.add(letter);
        }
        return lines;
    }
}
