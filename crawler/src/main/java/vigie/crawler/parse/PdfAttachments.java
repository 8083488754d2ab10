package vigie.crawler.parse;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;

/** Counts the files that a PDF carries beside its pages. They are no pages of it, so that a quote of them could not be shown: they are told, not read. */
final class PdfAttachments {

    /** So many nodes of the tree of names are looked at, which a hostile one may tie into a knot. */
    private static final int NODES = 1_000;

    private PdfAttachments() {}

    static int count(PDDocument document) throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        if (names == null || names.getEmbeddedFiles() == null) {
            return 0;
        }
        Deque<PDNameTreeNode<PDComplexFileSpecification>> nodes = new ArrayDeque<>();
        nodes.add(names.getEmbeddedFiles());
        int files = 0;
        for (int looked = 0; looked < NODES && !nodes.isEmpty(); looked++) {
            PDNameTreeNode<PDComplexFileSpecification> node = nodes.remove();
            Map<String, PDComplexFileSpecification> here = node.getNames();
            files += here == null ? 0 : here.size();
            if (node.getKids() != null) {
                nodes.addAll(node.getKids());
            }
        }
        return files;
    }
}
