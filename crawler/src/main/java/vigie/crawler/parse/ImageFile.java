package vigie.crawler.parse;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import vigie.model.TextOutcome;

/** Papers that were photographed or scanned into JPEG, PNG or TIFF: a document whose pages are all images. */
final class ImageFile {

    /** A sheet of A4 at 72 dots per inch has 595 by 842: what is smaller is a logo or a thumbnail. */
    private static final int LEAST_SHORT = 500;

    private static final int LEAST_LONG = 700;

    /** More is left out while decoding, line by line; half a gigabyte of dots in a small file costs no memory. */
    private static final double MOST_DECODED = 24e6;

    /** As for pages of PDFs. */
    private static final double MOST_DOTS = 8e6;

    private static final double INCHES_OF_A4 = 11.69;

    private ImageFile() {}

    /** Whether these bytes begin like such a file. */
    static boolean is(byte[] payload) {
        return MediaSniffer.imageType(payload) != null;
    }

    /** The file as a document without text, whose pages wait to be recognised; unsupported where it can be no paper. */
    static ParsedDocument read(Media media, byte[] payload) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(payload))) {
            ImageReader reader = reader(in);
            try {
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                boolean isPaper = Math.min(width, height) >= LEAST_SHORT && Math.max(width, height) >= LEAST_LONG;
                String pages = isPaper ? "" + reader.getNumImages(true) : "0";
                return isPaper ? scan(media, pages) : ParsedDocument.unsupported(media.type());
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            // A broken picture is no paper.
            return ParsedDocument.unsupported(media.type());
        }
    }

    private static ParsedDocument scan(Media media, String pages) {
        String all = pages.equals("1") ? "1" : "1-" + pages;
        return ParsedDocument.without(
                TextOutcome.NO_TEXT, null, media.type(), Map.of("pages", pages, "pages-without-text", all));
    }

    /** A page in grey, with upright lines, of bounded size. */
    static PageImage render(RenderRequest request) throws IOException {
        BufferedImage straight = Skew.straightened(grey(decoded(request)));
        byte[] grey = ((DataBufferByte) straight.getRaster().getDataBuffer()).getData();
        int dpi = (int) Math.round(Math.max(straight.getWidth(), straight.getHeight()) / INCHES_OF_A4);
        return new PageImage(straight.getWidth(), straight.getHeight(), dpi, grey);
    }

    private static BufferedImage decoded(RenderRequest request) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(request.payload()))) {
            ImageReader reader = reader(in);
            try {
                int page = request.page() - 1;
                double dots = (double) reader.getWidth(page) * reader.getHeight(page);
                int step = (int) Math.ceil(Math.sqrt(Math.max(1, dots / MOST_DECODED)));
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(step, step, 0, 0);
                return Objects.requireNonNull(reader.read(page, param));
            } finally {
                reader.dispose();
            }
        }
    }

    /** On white, where it is transparent. */
    private static BufferedImage grey(BufferedImage image) {
        double dots = (double) image.getWidth() * image.getHeight();
        double scale = Math.min(1, Math.sqrt(MOST_DOTS / dots));
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setBackground(Color.WHITE);
        graphics.clearRect(0, 0, width, height);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return grey;
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new IOException("an image that nobody reads");
        }
        ImageReader reader = readers.next();
        reader.setInput(in);
        return reader;
    }
}
