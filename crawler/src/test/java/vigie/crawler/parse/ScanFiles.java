package vigie.crawler.parse;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Makes scans: pages of text, drawn and laid into a PDF as pictures. */
final class ScanFiles {

    private static final int DPI = 200;

    private ScanFiles() {}

    /** One picture per text, each turned clockwise. */
    static byte[] pdf(double degrees, String... texts) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (String text : texts) {
                add(document, turned(picture(text), degrees));
            }
            return bytes(document);
        }
    }

    /**
     * A page that shows a picture of {@code text}, of which each dot is {@code zoom} dots wide and high, in the upper left
     * corner of an image {@code room} times as wide and high, the rest of which lies beside the page.
     */
    static byte[] large(String text, int zoom, int room) throws IOException {
        BufferedImage picture = picture(text);
        try (PDDocument document = new PDDocument()) {
            int width = picture.getWidth() * zoom * room;
            int height = picture.getHeight() * zoom * room;
            COSStream stream = document.getDocument().createCOSStream();
            try (DeflaterOutputStream dots =
                    new DeflaterOutputStream(stream.createRawOutputStream(), new Deflater(Deflater.BEST_SPEED))) {
                byte[] line = new byte[3 * width];
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < picture.getWidth() * zoom && y % zoom == 0; x++) {
                        boolean isText = y / zoom < picture.getHeight();
                        Arrays.fill(line, 3 * x, 3 * x + 3, (byte) (isText ? picture.getRGB(x / zoom, y / zoom) : 0));
                    }
                    dots.write(line);
                }
            }
            stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            PDImageXObject image = new PDImageXObject(new PDStream(stream), null);
            image.setWidth(width);
            image.setHeight(height);
            image.setBitsPerComponent(8);
            image.setColorSpace(PDDeviceRGB.INSTANCE);
            stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
            float points = 72f / DPI;
            PDPage page = new PDPage(new PDRectangle(picture.getWidth() * points, picture.getHeight() * points));
            document.addPage(page);
            float wide = page.getMediaBox().getWidth();
            float high = page.getMediaBox().getHeight();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, high * (1 - room), wide * room, high * room);
            }
            return bytes(document);
        }
    }

    /** The same as a file of its own. */
    static byte[] image(String format, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture(text), format, out)) {
            throw new IOException("nobody writes " + format);
        }
        return out.toByteArray();
    }

    /** Hills under a sky, as a JPEG. */
    static byte[] photograph(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                boolean isSky = y < height / 2.0 + height / 9.0 * Math.sin(4.0 * x / width);
                image.setRGB(
                        x, y, isSky ? 0x80A0FF - 0x10101 * (y * 40 / height) : 0x205010 + ((y * 90 / height) << 8));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    /** A PNG that says it is so large; its lines are all black and take next to no room. */
    static byte[] emptyPng(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        chunk(png, "IHDR", head.put(8, (byte) 8).array());
        ByteArrayOutputStream dots = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(dots)) {
            byte[] line = new byte[width + 1];
            for (int y = 0; y < height; y++) {
                deflated.write(line);
            }
        }
        chunk(png, "IDAT", dots.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] data) throws IOException {
        byte[] named = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 sum = new CRC32();
        sum.update(named);
        png.write(ByteBuffer.allocate(4).putInt(data.length).array());
        png.write(named);
        png.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** A page of text, and one that is a picture. */
    static byte[] mixed(String text, String scanned) throws IOException {
        try (PDDocument document = Loader.loadPDF(SampleFiles.pdf(text))) {
            add(document, picture(scanned));
            return bytes(document);
        }
    }

    private static BufferedImage picture(String text) throws IOException {
        try (PDDocument document = Loader.loadPDF(SampleFiles.pdf(text))) {
            return new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
        }
    }

    private static BufferedImage turned(BufferedImage image, double degrees) {
        boolean side = Math.abs(Math.sin(Math.toRadians(degrees))) > 0.7;
        int width = side ? image.getHeight() : image.getWidth();
        int height = side ? image.getWidth() : image.getHeight();
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = out.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.translate(width / 2.0, height / 2.0);
        graphics.rotate(Math.toRadians(degrees));
        graphics.drawImage(image, -image.getWidth() / 2, -image.getHeight() / 2, null);
        graphics.dispose();
        return out;
    }

    private static void add(PDDocument document, BufferedImage image) throws IOException {
        float points = 72f / DPI;
        PDPage page = new PDPage(new PDRectangle(image.getWidth() * points, image.getHeight() * points));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(
                    LosslessFactory.createFromImage(document, image),
                    0,
                    0,
                    page.getMediaBox().getWidth(),
                    page.getMediaBox().getHeight());
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
