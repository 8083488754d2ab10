package vigie.crawler.parse;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * Finds by how much a scanned page is askew, and turns it back: Tesseract loses a quarter of the words at two degrees and
 * two thirds at three.
 *
 * <p>Lines of text that lie along the rows leave sharp steps in the count of dark dots per row (projection profile, Postl
 * 1986). The same is tried with columns, for pages that lie on their side; which way is up is left to Tesseract.
 */
final class Skew {

    /** Degrees to either side that a feeder or a hand may cause. */
    private static final double MOST = 8;

    private static final double COARSE = 0.5;
    private static final double FINE = 0.1;

    /** What is less does no harm, and turning blurs. */
    private static final double LEAST = 0.3;

    /** Sharper by less than this factor is chance. */
    private static final double CLEARLY = 1.1;

    /** Dots of the reduced picture in which lines are looked for. */
    private static final int REDUCED = 700;

    private static final int DARK = 128;

    private final int[] x;
    private final int[] y;
    private final int reach;

    private Skew(int[] x, int[] y, int reach) {
        this.x = x;
        this.y = y;
        this.reach = reach;
    }

    /** The image itself, or, where it is askew, one of the same size with its lines along the rows or columns. */
    static BufferedImage straightened(BufferedImage image) {
        double angle = of(image).angle();
        return Math.abs(angle) < LEAST ? image : turned(image, -angle);
    }

    /** Degrees clockwise by which the lines of {@code image} are off. */
    static double angle(BufferedImage image) {
        return of(image).angle();
    }

    private static Skew of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int step = Math.max(1, Math.max(width, height) / REDUCED);
        byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int[] x = new int[(width / step + 1) * (height / step + 1)];
        int[] y = new int[x.length];
        int dots = 0;
        for (int row = 0; row + step <= height; row += step) {
            for (int column = 0; column + step <= width; column += step) {
                if (mean(grey, width, row, column, step) < DARK) {
                    x[dots] = column / step;
                    y[dots++] = row / step;
                }
            }
        }
        return new Skew(Arrays.copyOf(x, dots), Arrays.copyOf(y, dots), width / step + height / step + 2);
    }

    private static int mean(byte[] grey, int width, int row, int column, int step) {
        int sum = 0;
        for (int i = row; i < row + step; i++) {
            for (int j = column; j < column + step; j++) {
                sum += grey[i * width + j] & 0xff;
            }
        }
        return sum / (step * step);
    }

    private double angle() {
        double rows = best(x, y, 0, MOST, COARSE);
        double columns = best(y, x, 0, MOST, COARSE);
        boolean upright = sharpness(x, y, rows) >= sharpness(y, x, columns);
        int[] along = upright ? x : y;
        int[] across = upright ? y : x;
        double found = best(along, across, upright ? rows : columns, COARSE, FINE);
        boolean clear = sharpness(along, across, found) > CLEARLY * sharpness(along, across, 0);
        return !clear ? 0 : upright ? found : -found;
    }

    private double best(int[] along, int[] across, double middle, double most, double step) {
        double best = middle;
        double sharpest = sharpness(along, across, middle);
        for (double angle = middle - most; angle <= middle + most; angle += step) {
            double sharpness = sharpness(along, across, angle);
            if (sharpness > sharpest) {
                sharpest = sharpness;
                best = angle;
            }
        }
        return best;
    }

    /** How much the counts of neighbouring lines differ where lines slope by {@code angle}. */
    private double sharpness(int[] along, int[] across, double angle) {
        double slope = Math.tan(Math.toRadians(angle));
        int[] counts = new int[2 * reach];
        for (int i = 0; i < along.length; i++) {
            counts[reach / 2 + (int) Math.round(across[i] - along[i] * slope)]++;
        }
        double sum = 0;
        for (int i = 1; i < counts.length; i++) {
            double step = counts[i] - counts[i - 1];
            sum += step * step;
        }
        return sum;
    }

    static BufferedImage turned(BufferedImage image, double degrees) {
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = out.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, out.getWidth(), out.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return out;
    }
}
