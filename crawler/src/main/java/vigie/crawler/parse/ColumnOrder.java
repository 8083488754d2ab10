package vigie.crawler.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.text.TextPosition;

/**
 * Puts the glyphs of a page with two columns of prose into the order in which they are read, where the file has them line by
 * line across both. Everything else keeps the order of the file, which is right for most: pages that are drawn column by
 * column, and tables, whose cells are short or hold figures.
 */
final class ColumnOrder {

    /** Lines that must have text on both sides of the gutter. */
    private static final int FEWEST_ROWS = 8;

    /** Letters of a line of prose on one side. */
    private static final int LETTERS = 15;

    /** Points of white between columns. */
    private static final float GUTTER = 9;

    /** Share of the lines that must look like prose, and that must be drawn across. */
    private static final double MOST = 0.7;

    /** Share of its column that a line of prose fills. */
    private static final double FULL = 0.6;

    /** A glyph and its place in the order of the file. */
    private record Placed(int place, TextPosition glyph) {}

    /** Glyphs on one base line. */
    private static final class Row {
        private final float y;
        private final List<Placed> glyphs = new ArrayList<>();

        Row(float y) {
            this.y = y;
        }

        /** Whether nothing is drawn across {@code x}, with the white of a gutter around it. */
        boolean isOpenAt(float x) {
            return glyphs.stream()
                    .map(Placed::glyph)
                    .noneMatch(glyph -> start(glyph) < x + GUTTER / 2 && end(glyph) > x - GUTTER / 2);
        }

        /** What is left, or right, of {@code x}. */
        List<TextPosition> side(float x, boolean left) {
            return inOrder().filter(glyph -> end(glyph) <= x == left).toList();
        }

        Stream<TextPosition> inOrder() {
            return glyphs.stream()
                    .sorted(Comparator.comparingInt(Placed::place))
                    .map(Placed::glyph);
        }

        /** Whether the file goes from the left side straight to the right one. */
        boolean isDrawnAcross(float x) {
            int lastLeft = -1;
            int firstRight = Integer.MAX_VALUE;
            for (Placed placed : glyphs) {
                if (end(placed.glyph()) <= x) {
                    lastLeft = Math.max(lastLeft, placed.place());
                } else {
                    firstRight = Math.min(firstRight, placed.place());
                }
            }
            return firstRight == lastLeft + 1;
        }
    }

    private final List<Row> rows;
    private final float left;
    private final float right;

    private ColumnOrder(List<Row> rows) {
        this.rows = rows;
        this.left = (float) rows.stream()
                .flatMap(Row::inOrder)
                .mapToDouble(ColumnOrder::start)
                .min()
                .orElse(0);
        this.right = (float) rows.stream()
                .flatMap(Row::inOrder)
                .mapToDouble(ColumnOrder::end)
                .max()
                .orElse(0);
    }

    /** {@code glyphs} of a page as the file has them, or in the order of two columns. */
    static List<TextPosition> of(List<TextPosition> glyphs) {
        boolean plain = glyphs.stream().allMatch(glyph -> glyph.getDir() == 0);
        if (!plain || leaps(glyphs) < FEWEST_ROWS) {
            return glyphs;
        }
        ColumnOrder page = new ColumnOrder(rows(glyphs));
        float gutter = page.gutter();
        return gutter > 0 ? page.byColumns(gutter) : glyphs;
    }

    /** How often the next glyph is on the same line, a gutter away: cheap to count, and rare on other pages. */
    private static int leaps(List<TextPosition> glyphs) {
        int leaps = 0;
        TextPosition before = null;
        for (TextPosition glyph : glyphs) {
            if (!glyph.getUnicode().isBlank()) {
                boolean leap = before != null
                        && Math.abs(glyph.getYDirAdj() - before.getYDirAdj()) < 1
                        && start(glyph) - end(before) >= GUTTER;
                leaps += leap ? 1 : 0;
                before = glyph;
            }
        }
        return leaps;
    }

    private static List<Row> rows(List<TextPosition> glyphs) {
        List<Placed> seen = new ArrayList<>();
        for (TextPosition glyph : glyphs) {
            if (!glyph.getUnicode().isBlank()) {
                seen.add(new Placed(seen.size(), glyph));
            }
        }
        seen.sort(Comparator.comparing(placed -> placed.glyph().getYDirAdj()));
        List<Row> rows = new ArrayList<>();
        Row row = new Row(Float.NEGATIVE_INFINITY);
        for (Placed placed : seen) {
            TextPosition glyph = placed.glyph();
            if (glyph.getYDirAdj() - row.y > Math.max(2, glyph.getHeightDir() / 2)) {
                row = new Row(glyph.getYDirAdj());
                rows.add(row);
            }
            row.glyphs.add(placed);
        }
        return rows;
    }

    /** Where two columns of prose part that are drawn across, or 0. */
    private float gutter() {
        float best = 0;
        long most = FEWEST_ROWS - 1;
        for (float x = left + (right - left) * 0.35f; x < left + (right - left) * 0.65f; x += GUTTER / 3) {
            float at = x;
            List<Row> both = rows.stream().filter(row -> isProse(row, at)).toList();
            long across = both.stream().filter(row -> row.isDrawnAcross(at)).count();
            if (both.size() > most && across >= MOST * both.size() && isFull(both, at)) {
                most = both.size();
                best = x;
            }
        }
        return best;
    }

    private static boolean isProse(Row row, float x) {
        return row.isOpenAt(x) && letters(row.side(x, true)) >= LETTERS && letters(row.side(x, false)) >= LETTERS;
    }

    private boolean isFull(List<Row> both, float x) {
        return full(both, x, true, x - left) && full(both, x, false, right - x);
    }

    private static boolean full(List<Row> both, float x, boolean isLeft, float width) {
        long full = both.stream()
                .map(row -> row.side(x, isLeft))
                .filter(side -> extent(side) >= FULL * width)
                .count();
        return full >= MOST * both.size();
    }

    private static double extent(List<TextPosition> side) {
        return side.stream().mapToDouble(ColumnOrder::end).max().orElse(0)
                - side.stream().mapToDouble(ColumnOrder::start).min().orElse(0);
    }

    /** Lines over the whole width divide the page: what is above them is read before what is below. */
    private List<TextPosition> byColumns(float x) {
        List<TextPosition> out = new ArrayList<>();
        List<Row> band = new ArrayList<>();
        for (Row row : rows) {
            if (row.isOpenAt(x)) {
                band.add(row);
            } else {
                flush(band, x, out);
                row.inOrder().forEach(out::add);
            }
        }
        flush(band, x, out);
        return out;
    }

    private static void flush(List<Row> band, float x, List<TextPosition> out) {
        band.forEach(row -> out.addAll(row.side(x, true)));
        band.forEach(row -> out.addAll(row.side(x, false)));
        band.clear();
    }

    private static long letters(List<TextPosition> glyphs) {
        return glyphs.stream()
                .filter(glyph -> Character.isLetter(glyph.getUnicode().codePointAt(0)))
                .count();
    }

    private static float start(TextPosition glyph) {
        return glyph.getXDirAdj();
    }

    private static float end(TextPosition glyph) {
        return glyph.getXDirAdj() + glyph.getWidthDirAdj();
    }
}
