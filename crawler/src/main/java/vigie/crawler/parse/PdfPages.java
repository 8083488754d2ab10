package vigie.crawler.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Sorts the pages of a PDF into those with text, those that only show something (scans) and empty ones. The stamp of the
 * prefecture's system does not make a scan a text.
 */
final class PdfPages {

    /** Bytes of drawing beyond which a page without letters is not an empty page. */
    private static final int DRAWN = 2_000;

    private static final int MAX_NESTING = 3;

    private final List<Integer> shown = new ArrayList<>();
    private int readable;

    PdfPages(Iterable<PDPage> pages, PdfText text) {
        Iterator<PDPage> all = pages.iterator();
        for (int i = 0; i < text.starts().size() && all.hasNext(); i++) {
            PDPage page = all.next();
            if (ReadLimits.letters(ActStamp.strip(text.page(i))) >= ReadLimits.FEW_LETTERS) {
                readable++;
            } else if (isDrawn(page)) {
                shown.add(i + 1);
            }
        }
    }

    /** Numbers, from 1, of pages that show something but have no text. */
    List<Integer> withoutText() {
        return shown;
    }

    boolean anyReadable() {
        return readable > 0;
    }

    private static boolean isDrawn(PDPage page) {
        try {
            long drawing = 0;
            for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
                drawing += streams.next().getLength();
            }
            return drawing > DRAWN || hasImage(page.getResources(), 0);
        } catch (IOException | RuntimeException e) {
            // PDFBox throws anything at broken pictures; that is more than nothing
            return true;
        }
    }

    private static boolean hasImage(PDResources resources, int depth) throws IOException {
        if (resources == null || depth > MAX_NESTING) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject
                    || (object instanceof PDFormXObject form && hasImage(form.getResources(), depth + 1))) {
                return true;
            }
        }
        return false;
    }
}
