package vigie.crawler.parse;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;

/** Draws a page of a PDF for character recognition: grey, upright lines, of bounded size. */
final class PdfImages {

    /** As sure as 300 on the scans that we measured, for two thirds of the time. */
    private static final int DPI = 200;

    /** A3 at {@link #DPI}; larger pages are drawn coarser. */
    private static final double MAX_DOTS = 8e6;

    private static final double POINTS_PER_INCH = 72;

    private PdfImages() {}

    static PageImage render(RenderRequest request) throws IOException {
        try (PDDocument document = PdfReader.open(request.payload())) {
            double scale = scale(document, request.page(), DPI, MAX_DOTS);
            BufferedImage image = grey(document, request.page(), scale);
            BufferedImage straight = Skew.straightened(image);
            byte[] grey = ((DataBufferByte) straight.getRaster().getDataBuffer()).getData();
            int dpi = Math.max(1, (int) Math.round(scale * POINTS_PER_INCH));
            return new PageImage(straight.getWidth(), straight.getHeight(), dpi, grey);
        }
    }

    /** How many dots a point of the page from 1 on becomes: {@code dpi}, fewer where the page would have more than {@code maxDots}. */
    static double scale(PDDocument document, int page, int dpi, double maxDots) {
        PDRectangle box = document.getPage(page - 1).getCropBox();
        double area = Math.max(1, (double) box.getWidth() * box.getHeight());
        return Math.min(dpi / POINTS_PER_INCH, Math.sqrt(maxDots / area));
    }

    /** The page from 1 on in grey. */
    static BufferedImage grey(PDDocument document, int page, double scale) throws IOException {
        return new PageRenderer(document).renderImage(page - 1, (float) scale, ImageType.GRAY);
    }
}
