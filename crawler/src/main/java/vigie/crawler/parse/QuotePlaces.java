package vigie.crawler.parse;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/**
 * Where on a page quotes stand. Only letters and figures are compared, since the text that quotes are taken from is mended
 * and its lines may be joined.
 */
final class QuotePlaces extends PdfText {

    /** Fewer letters and figures stand in too many places. */
    private static final int FEWEST = 8;

    /** How far a mark reaches above the line and below it, in sizes of its letters. */
    private static final double ABOVE = 0.9;

    private static final double BELOW = 0.28;

    /** A gap between words of a line, in sizes of letters. */
    private static final double FAR = 4;

    private final StringBuilder letters = new StringBuilder();
    private final List<TextPosition> places = new ArrayList<>();

    private QuotePlaces(int page) {
        setStartPage(page);
        setEndPage(page);
    }

    /** A rectangle per line of each quote that is found on that page, in points from its upper left corner. */
    static List<Rectangle2D> of(PDDocument document, int page, List<String> quotes) throws IOException {
        QuotePlaces places = new QuotePlaces(page);
        places.read(document);
        List<Rectangle2D> found = new ArrayList<>();
        quotes.forEach(quote -> places.find(letters(quote), found));
        return found;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        for (TextPosition position : positions) {
            String shown = letters(position.getUnicode());
            letters.append(shown);
            shown.chars().forEach(letter -> places.add(position));
        }
        super.writeString(text, positions);
    }

    private void find(String quote, List<Rectangle2D> found) {
        int at = quote.length() < FEWEST ? -1 : letters.indexOf(quote);
        if (at < 0) {
            return;
        }
        Letter before = null;
        Rectangle2D line = new Rectangle2D.Double();
        for (TextPosition place : places.subList(at, at + quote.length())) {
            Letter letter = Letter.of(place);
            Rectangle2D box = letter.box(place.getPageWidth(), place.getPageHeight(), place.getRotation());
            if (before != null && letter.goesOn(before)) {
                line.add(box);
            } else {
                line = box;
                found.add(line);
            }
            before = letter;
        }
    }

    /**
     * A letter in the coordinates of the page as it is written, before it is turned.
     *
     * @param x where it begins on its line
     * @param endX where it ends
     * @param upX from the line to the height of letters
     */
    private record Letter(double x, double y, double endX, double endY, double upX, double upY) {

        static Letter of(TextPosition place) {
            Matrix matrix = place.getTextMatrix();
            return new Letter(
                    matrix.getTranslateX(),
                    matrix.getTranslateY(),
                    place.getEndX(),
                    place.getEndY(),
                    matrix.getShearX(),
                    matrix.getScaleY());
        }

        /** Whether it stands on the same line, not far behind the one before. */
        boolean goesOn(Letter before) {
            double size = Math.hypot(upX, upY);
            double gapX = x - before.endX;
            double gapY = y - before.endY;
            double across = Math.abs(gapX * upX + gapY * upY) / size;
            return across < size / 2 && Math.hypot(gapX, gapY) < size * FAR;
        }

        Rectangle2D box(double width, double height, int rotation) {
            Rectangle2D box = new Rectangle2D.Double();
            box.setFrameFromDiagonal(
                    shown(x + upX * ABOVE, y + upY * ABOVE, width, height, rotation),
                    shown(endX - upX * BELOW, endY - upY * BELOW, width, height, rotation));
            return box;
        }

        /** A point of the written page on the page as it is shown, from its upper left corner. */
        private static Point2D shown(double x, double y, double width, double height, int rotation) {
            return switch (Math.floorMod(rotation, 360)) {
                case 90 -> new Point2D.Double(y, x);
                case 180 -> new Point2D.Double(width - x, y);
                case 270 -> new Point2D.Double(height - y, width - x);
                default -> new Point2D.Double(x, height - y);
            };
        }
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
