package vigie.crawler.parse;

import java.nio.charset.StandardCharsets;

/**
 * A page as it looks, in grey.
 *
 * @param dpi dots per inch at which it was drawn
 * @param grey a byte per dot, row by row, 0 is black
 */
record PageImage(int width, int height, int dpi, byte[] grey) {

    /** The head of a portable grey map (PGM, netpbm's format P5); {@link #grey} follows it. */
    byte[] head() {
        return ("P5\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII);
    }
}
