package vigie.crawler.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.jspecify.annotations.Nullable;

/**
 * The files that a PDF carries beside its pages: those of its tree of names (the files of a portfolio, too), and those pinned
 * to a page. What is broken about one does not take the pages with it.
 */
final class PdfAttachments {

    /** So many nodes of the tree of names are looked at, which a hostile one may tie into a knot. */
    private static final int NODES = 1_000;

    private final InnerFiles inside;

    /** Files may stand in the tree and on pages. */
    private final Set<COSBase> known = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfAttachments(InnerFiles inside) {
        this.inside = inside;
    }

    static void read(PDDocument document, InnerFiles inside) {
        PdfAttachments attachments = new PdfAttachments(inside);
        try {
            attachments.named(document);
        } catch (IOException | RuntimeException e) {
            // PDFBox throws anything at broken trees
            inside.missed();
        }
        try {
            for (PDPage page : document.getPages()) {
                attachments.pinned(page);
            }
        } catch (RuntimeException e) {
            // a broken tree of pages has been told of by whoever read them
            return;
        }
    }

    private void named(PDDocument document) throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        if (names == null || names.getEmbeddedFiles() == null) {
            return;
        }
        Deque<PDNameTreeNode<PDComplexFileSpecification>> nodes = new ArrayDeque<>();
        nodes.add(names.getEmbeddedFiles());
        for (int looked = 0; looked < NODES && !nodes.isEmpty(); looked++) {
            PDNameTreeNode<PDComplexFileSpecification> node = nodes.remove();
            Map<String, PDComplexFileSpecification> here = node.getNames();
            if (here != null) {
                here.forEach(this::add);
            }
            if (node.getKids() != null) {
                nodes.addAll(node.getKids());
            }
        }
    }

    private void pinned(PDPage page) {
        try {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationFileAttachment pin
                        && pin.getFile() instanceof PDComplexFileSpecification file) {
                    add("", file);
                }
            }
        } catch (IOException | RuntimeException e) {
            inside.missed();
        }
    }

    private void add(String key, PDComplexFileSpecification file) {
        try {
            PDEmbeddedFile embedded = embedded(file);
            if (embedded == null) {
                // a file elsewhere, of which only the name is here
                return;
            }
            if (known.add(embedded.getCOSObject())) {
                String name = file.getFilename();
                try (InputStream content = embedded.createInputStream()) {
                    inside.add(name == null || name.isBlank() ? key : name, content);
                }
            }
        } catch (IOException | RuntimeException e) {
            inside.missed();
        }
    }

    private static @Nullable PDEmbeddedFile embedded(PDComplexFileSpecification file) {
        PDEmbeddedFile unicode = file.getEmbeddedFileUnicode();
        return unicode == null ? file.getEmbeddedFile() : unicode;
    }
}
