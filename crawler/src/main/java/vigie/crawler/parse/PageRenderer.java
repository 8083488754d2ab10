package vigie.crawler.parse;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;

/** Draws pages whatever the size of their images: of one that would fill the memory only what the page shows is kept. */
final class PageRenderer extends PDFRenderer {

    PageRenderer(PDDocument document) {
        super(document);
        setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private static final class Drawer extends PageDrawer {

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            if (image instanceof PDImageXObject large && ImageCut.isFor(large)) {
                drawLarge(large);
            } else {
                super.drawImage(image);
            }
        }

        private void drawLarge(PDImageXObject image) throws IOException {
            Matrix whole = getGraphicsState().getCurrentTransformationMatrix();
            Rectangle shown = shown(image, whole);
            if (shown.isEmpty()) {
                return;
            }
            ImageCut cut = new ImageCut(image, shown, step(image, whole));
            Rectangle2D part = cut.place();
            Matrix placed = whole.clone();
            placed.concatenate(new Matrix(
                    (float) part.getWidth(), 0, 0, (float) part.getHeight(), (float) part.getX(), (float) part.getY()));
            getGraphicsState().setCurrentTransformationMatrix(placed);
            try {
                super.drawImage(cut.image());
            } finally {
                getGraphicsState().setCurrentTransformationMatrix(whole);
            }
        }

        /** The dots of the image that lie inside the clip, and those beside them. */
        private Rectangle shown(PDImageXObject image, Matrix whole) {
            Rectangle2D clip = getGraphicsState().getCurrentClippingPath().getBounds2D();
            AffineTransform dots =
                    new AffineTransform(image.getWidth(), 0, 0, -image.getHeight(), 0, image.getHeight());
            try {
                dots.concatenate(whole.createAffineTransform().createInverse());
            } catch (NoninvertibleTransformException e) {
                // Without area.
                return new Rectangle();
            }
            Rectangle shown = dots.createTransformedShape(clip).getBounds();
            shown.grow(1, 1);
            return shown.intersection(new Rectangle(image.getWidth(), image.getHeight()));
        }

        /** How many dots of the image, in a row or a column, fall onto one that is drawn. */
        private int step(PDImageXObject image, Matrix whole) {
            AffineTransform drawn = getGraphics().getTransform();
            drawn.concatenate(whole.createAffineTransform());
            double wide = Math.hypot(drawn.getScaleX(), drawn.getShearY());
            double high = Math.hypot(drawn.getScaleY(), drawn.getShearX());
            double step = Math.min(image.getWidth() / wide, image.getHeight() / high);
            return (int) Math.max(1, Math.min(step, Math.max(image.getWidth(), image.getHeight())));
        }
    }
}
