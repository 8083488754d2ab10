package vigie.crawler.parse;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/**
 * A part of an image of a PDF, made coarser while it is decoded, row by row, so that the whole of it never stands in memory.
 * Not for JPEG and other formats that PDFBox decodes in parts by itself.
 */
final class ImageCut {

    /** Smaller images are left to PDFBox, which holds them several times over. */
    private static final double MOST_BYTES = 64e6;

    private static final Set<String> STREAMED = Set.of(
            "FlateDecode",
            "Fl",
            "LZWDecode",
            "LZW",
            "RunLengthDecode",
            "RL",
            "ASCII85Decode",
            "A85",
            "ASCIIHexDecode",
            "AHx");

    /** Entries that hold for the whole only. */
    private static final List<String> OF_WHOLE = List.of("Filter", "DecodeParms", "Length", "SMask", "Metadata");

    private final Rectangle part;
    private final int step;
    private final int width;
    private final int height;
    private final PDImageXObject whole;
    private final PDImageXObject image;

    /**
     * @param part the dots that are wanted, inside the image
     * @param step so many of them, in a row and in a column, become one
     */
    ImageCut(PDImageXObject whole, Rectangle part, int step) throws IOException {
        this.whole = whole;
        this.part = part;
        this.step = step;
        this.width = (part.width + step - 1) / step;
        this.height = (part.height + step - 1) / step;
        this.image = cut(whole);
    }

    /** Whether {@code image} is so large that it needs this, and of a kind that can be cut. */
    static boolean isFor(PDImageXObject image) throws IOException {
        if (!isLarge(image) || image.isStencil() || !isStreamed(image) || image.getMask() != null) {
            return false;
        }
        PDImageXObject mask = image.getSoftMask();
        return mask == null
                || (mask.getWidth() == image.getWidth()
                        && mask.getHeight() == image.getHeight()
                        && mask.getBitsPerComponent() == 8
                        && !mask.getCOSObject().containsKey(COSName.MATTE)
                        && isStreamed(mask));
    }

    private static boolean isLarge(PDImageXObject image) throws IOException {
        return image.getWidth() > 0
                && image.getHeight() > 0
                && image.getBitsPerComponent() == 8
                && (double) image.getWidth() * image.getHeight() * components(image) > MOST_BYTES;
    }

    private static boolean isStreamed(PDImageXObject image) {
        return filters(image.getCOSObject()).stream().map(COSName::getName).allMatch(STREAMED::contains);
    }

    private static int components(PDImageXObject image) throws IOException {
        return image.getColorSpace().getNumberOfComponents();
    }

    private static List<COSName> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        List<COSName> names = new ArrayList<>();
        if (filters instanceof COSName one) {
            names.add(one);
        } else if (filters instanceof COSArray several) {
            several.toList().forEach(name -> names.add(name instanceof COSName each ? each : COSName.getPDFName("")));
        }
        return names;
    }

    /** The part as an image of its own. */
    PDImageXObject image() {
        return image;
    }

    /** Where it lies in the square that stands for the whole: from 0 to 1, upwards. */
    Rectangle2D place() {
        double wide = (double) width * step / whole.getWidth();
        double high = (double) height * step / whole.getHeight();
        return new Rectangle2D.Double(
                (double) part.x / whole.getWidth(), 1 - (double) part.y / whole.getHeight() - high, wide, high);
    }

    private PDImageXObject cut(PDImageXObject from) throws IOException {
        COSStream stream = new COSStream();
        stream.addAll(from.getCOSObject());
        OF_WHOLE.forEach(name -> stream.removeItem(COSName.getPDFName(name)));
        stream.setInt(COSName.WIDTH, width);
        stream.setInt(COSName.HEIGHT, height);
        // Numbers of a palette and colours that stand for nothing have no mean.
        boolean isMean = !(from.getColorSpace() instanceof PDIndexed) && from.getColorKeyMask() == null;
        try (OutputStream out = stream.createRawOutputStream()) {
            Rows rows = new Rows(from.getWidth(), components(from), isMean, out);
            decode(from.getCOSObject(), rows);
            rows.end();
        }
        PDImageXObject mask = from.getSoftMask();
        if (mask != null) {
            stream.setItem(COSName.SMASK, cut(mask).getCOSObject());
        }
        PDImageXObject cut = new PDImageXObject(new PDStream(stream), null);
        cut.setColorSpace(from.getColorSpace());
        return cut;
    }

    /** All filters but the last, which makes the mass of it, are of what is packed. */
    private static void decode(COSStream stream, OutputStream out) throws IOException {
        List<COSName> filters = filters(stream);
        InputStream in = stream.createRawInputStream();
        for (int i = 0; i < filters.size() - 1; i++) {
            ByteArrayOutputStream next = new ByteArrayOutputStream();
            FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, next, stream, i);
            in = new ByteArrayInputStream(next.toByteArray());
        }
        if (filters.isEmpty()) {
            in.transferTo(out);
        } else {
            int last = filters.size() - 1;
            FilterFactory.INSTANCE.getFilter(filters.get(last)).decode(in, out, stream, last);
        }
    }

    /** Takes the bytes of all dots, row by row, and passes on those of the part. */
    private final class Rows extends OutputStream {

        private final byte[] row;
        private final int components;
        private final boolean isMean;
        private final OutputStream out;
        private final int[] sums;
        private int filled;
        private int y;

        Rows(int dots, int components, boolean isMean, OutputStream out) {
            this.row = new byte[Math.multiplyExact(dots, components)];
            this.components = components;
            this.isMean = isMean;
            this.out = out;
            this.sums = new int[width * components];
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte @Nullable [] bytes, int offset, int length) throws IOException {
            int end = offset + length;
            for (int from = offset; from < end && y < part.y + part.height; ) {
                int taken = Math.min(end - from, row.length - filled);
                System.arraycopy(bytes, from, row, filled, taken);
                from += taken;
                filled += taken;
                if (filled == row.length) {
                    row();
                    filled = 0;
                }
            }
        }

        /** What is missing of a file that is cut off is as PDFBox has it: black. */
        void end() throws IOException {
            Arrays.fill(row, filled, row.length, (byte) 0);
            while (y < part.y + part.height) {
                row();
                Arrays.fill(row, (byte) 0);
            }
        }

        private void row() throws IOException {
            int line = y - part.y;
            y++;
            if (line < 0) {
                return;
            }
            if (isMean || line % step == 0) {
                add();
            }
            if (line % step == step - 1 || line == part.height - 1) {
                flush(line % step + 1);
            }
        }

        private void add() {
            int stride = isMean ? 1 : step;
            for (int x = 0; x < part.width; x += stride) {
                int from = (part.x + x) * components;
                int to = x / step * components;
                for (int i = 0; i < components; i++) {
                    sums[to + i] += row[from + i] & 0xff;
                }
            }
        }

        private void flush(int lines) throws IOException {
            byte[] means = new byte[sums.length];
            for (int x = 0; x < width; x++) {
                int columns = Math.min(step, part.width - x * step);
                int count = isMean ? lines * columns : 1;
                for (int i = x * components; i < (x + 1) * components; i++) {
                    means[i] = (byte) (sums[i] / count);
                }
            }
            out.write(means);
            Arrays.fill(sums, 0);
        }
    }
}
