package vigie.crawler.parse;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jspecify.annotations.Nullable;
import vigie.model.Link;

/** The web addresses that a PDF links to; without anchor text, which a PDF does not have. */
final class PdfLinks {

    private static final int MAX = 2_000;

    private PdfLinks() {}

    static List<Link> of(PDDocument document) {
        Set<String> urls = new LinkedHashSet<>();
        int pages = 0;
        for (PDPage page : document.getPages()) {
            if (urls.size() < MAX && pages++ < MAX) {
                add(page, urls);
            }
        }
        return urls.stream().map(url -> new Link(url, "")).toList();
    }

    private static void add(PDPage page, Set<String> urls) {
        try {
            for (PDAnnotation annotation : page.getAnnotations(PDAnnotationLink.class::isInstance)) {
                HttpUrl url = target((PDAnnotationLink) annotation);
                if (url != null) {
                    urls.add(url.newBuilder().fragment(null).build().toString());
                }
            }
        } catch (IOException | RuntimeException e) {
            // PDFBox throws anything at broken annotations; the text of the page is worth more than its links
            return;
        }
    }

    private static @Nullable HttpUrl target(PDAnnotationLink link) {
        return link.getAction() instanceof PDActionURI action && action.getURI() != null
                ? HttpUrl.parse(action.getURI().strip())
                : null;
    }
}
