package vigie.reports.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigie.model.Claim;
import vigie.model.SourceDocument;
import vigie.model.WarcPosition;
import vigie.model.id.Digest;
import vigie.reports.query.ClaimFilter;
import vigie.reports.query.Queries;
import vigie.reports.web.Refusal.Reason;

/**
 * {@code /document/ID/page/3}: a page of an archived PDF as it looks, with the quotes of claims marked. Drawn when somebody
 * looks at it; the last ones are kept. Thread-safe.
 */
final class PageImageFile {

    /** Bytes of pictures that are kept. */
    private static final long MOST_KEPT = 16L << 20;

    private static final int DIGITS = 16;

    private final Queries queries;
    private final PageImages images;
    private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    PageImageFile(Queries queries, PageImages images) {
        this.queries = queries;
        this.images = images;
    }

    /** How many pages of the document can be shown: 0 unless it is itself an archived PDF. */
    static int pages(SourceDocument document) {
        boolean pdf = "application/pdf".equalsIgnoreCase(document.capture().mediaType())
                && document.locator().isEmpty()
                && document.capture().warc() != null;
        if (!pdf) {
            return 0;
        }
        String told = document.metadata().getOrDefault("pages", "");
        return told.matches("\\d{1,5}")
                ? Integer.parseInt(told)
                : document.pageStarts().size();
    }

    /** Where the picture of a page is answered. */
    static String address(String document, int page) {
        return Href.path("document", document, "page", String.valueOf(page));
    }

    /** Sends it. */
    void send(Context context) {
        String id = context.pathParam("id");
        SourceDocument document = queries.document(id).orElseThrow(() -> new Refusal(Reason.NO_DOCUMENT, id));
        String asked = context.pathParam("page");
        int page = asked.matches("[1-9]\\d{0,4}") ? Integer.parseInt(asked) : 0;
        WarcPosition position = document.capture().warc();
        if (page == 0 || page > pages(document) || position == null) {
            throw new Refusal(Reason.NO_PAGE, context.path());
        }
        List<String> quotes = quotes(document, page);
        String version = Digest.sha256(
                        (document.capture().sha256() + " " + page + " " + quotes).getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
        String tag = "\"" + version + "\"";
        context.header("ETag", tag).header("Cache-Control", "private, no-cache");
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        byte[] picture = kept(version)
                .or(() -> drawn(id, position, page, quotes, version))
                .orElseThrow(() -> new Refusal(Reason.NO_PICTURE, page, id));
        context.contentType("image/png").result(picture);
    }

    private Optional<byte[]> drawn(String id, WarcPosition position, int page, List<String> quotes, String version) {
        try {
            Optional<byte[]> picture = images.draw(position, page, quotes);
            picture.ifPresent(png -> keep(version, png));
            return picture;
        } catch (IOException e) {
            throw new Refusal(Reason.NO_ORIGINAL, id);
        }
    }

    /** What claims quote of that page. */
    private List<String> quotes(SourceDocument document, int page) {
        if (page > document.pageStarts().size()) {
            return List.of();
        }
        int from = document.sheets().get(page - 1).start();
        int to = document.sheets().get(page - 1).end();
        return queries.claims(ClaimFilter.ofDocument(document.id())).stream()
                .map(Claim::evidence)
                .filter(evidence -> evidence.start() < to && evidence.end() > from)
                .map(evidence ->
                        document.text().substring(Math.max(from, evidence.start()), Math.min(to, evidence.end())))
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<byte[]> kept(String version) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(version));
        }
    }

    private void keep(String version, byte[] picture) {
        synchronized (kept) {
            if (picture.length > MOST_KEPT / 4 || kept.put(version, picture) != null) {
                return;
            }
            size += picture.length;
            var oldest = kept.entrySet().iterator();
            while (size > MOST_KEPT) {
                size -= oldest.next().getValue().length;
                oldest.remove();
            }
        }
    }
}
