package vigie.crawler.parse;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

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
            PDRectangle box = document.getPage(request.page() - 1).getCropBox();
            double area = Math.max(1, (double) box.getWidth() * box.getHeight());
            double scale = Math.min(DPI / POINTS_PER_INCH, Math.sqrt(MAX_DOTS / area));
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage image = renderer.renderImage(request.page() - 1, (float) scale, ImageType.GRAY);
            BufferedImage straight = Skew.straightened(image);
            byte[] grey = ((DataBufferByte) straight.getRaster().getDataBuffer()).getData();
            int dpi = Math.max(1, (int) Math.round(scale * POINTS_PER_INCH));
            return new PageImage(straight.getWidth(), straight.getHeight(), dpi, grey);
        }
    }
}
