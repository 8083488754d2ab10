package vigie.crawler.parse;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Draws a page of a PDF for people: in grey, quotes marked in yellow, as a PNG of bounded size. */
final class PdfPictures {

    private static final int DPI = 110;

    /** A3 at {@link #DPI}; larger pages are drawn coarser. */
    private static final double MAX_DOTS = 2.4e6;

    /** The lower half of the palette is paper, the upper one is paper under a marker. */
    private static final int MARKED = 128;

    private static final double BLUE_UNDER_MARKER = 0.42;

    private PdfPictures() {}

    /** The page as a PNG. */
    static byte[] draw(PictureRequest request) throws IOException {
        try (PDDocument document = PdfReader.open(request.payload())) {
            double scale = PdfImages.scale(document, request.page(), DPI, MAX_DOTS);
            BufferedImage grey = PdfImages.grey(document, request.page(), scale);
            List<Rectangle2D> marks =
                    request.quotes().isEmpty() ? List.of() : QuotePlaces.of(document, request.page(), request.quotes());
            return png(marked(grey, marks, scale));
        }
    }

    private static BufferedImage marked(BufferedImage grey, List<Rectangle2D> marks, double scale) {
        int width = grey.getWidth();
        int height = grey.getHeight();
        byte[] dots = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < dots.length; i++) {
            dots[i] = (byte) ((dots[i] & 0xff) / 2);
        }
        for (Rectangle2D mark : marks) {
            int left = Math.max(0, (int) Math.floor(mark.getMinX() * scale));
            int right = Math.min(width, (int) Math.ceil(mark.getMaxX() * scale));
            int bottom = Math.min(height, (int) Math.ceil(mark.getMaxY() * scale));
            for (int y = Math.max(0, (int) Math.floor(mark.getMinY() * scale)); y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    dots[y * width + x] |= (byte) MARKED;
                }
            }
        }
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(dots, dots.length), width, height, width, 1, new int[] {0}, null);
        return new BufferedImage(palette(), raster, false, null);
    }

    private static IndexColorModel palette() {
        byte[] red = new byte[2 * MARKED];
        byte[] green = new byte[2 * MARKED];
        byte[] blue = new byte[2 * MARKED];
        for (int i = 0; i < MARKED; i++) {
            byte grey = (byte) Math.round(i * 255.0 / (MARKED - 1));
            red[i] = grey;
            green[i] = grey;
            blue[i] = grey;
            red[i + MARKED] = grey;
            green[i + MARKED] = (byte) Math.round((grey & 0xff) * 0.9);
            blue[i + MARKED] = (byte) Math.round((grey & 0xff) * BLUE_UNDER_MARKER);
        }
        return new IndexColorModel(8, 2 * MARKED, red, green, blue);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("no writer of PNG");
            }
        }
        return bytes.toByteArray();
    }
}
