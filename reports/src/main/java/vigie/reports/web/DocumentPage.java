package vigie.reports.web;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Presence;
import vigie.model.SourceDocument;
import vigie.reports.query.ClaimFilter;
import vigie.reports.query.Queries;
import vigie.reports.web.Refusal.Reason;

/** {@code /document/ID}: a document's text with its claims marked, and the bytes that it was read from. */
public final class DocumentPage implements Page {

    private static final int MOST_UNREAD = 200;

    private final Queries queries;
    private final Names names;

    DocumentPage(Queries queries, Names names) {
        this.queries = queries;
        this.names = names;
    }

    /**
     * What the page shows.
     *
     * @param since what became of it since it was captured, or empty
     * @param original address of the archived copy, or null where there is none
     * @param versions all that were archived, newest first; empty where there was never another one
     * @param pictures how many of its pages can be shown as they look
     * @param unread of these, numbers of the pages that have no text here
     */
    public record Model(
            String id,
            String title,
            List<Fact> origin,
            List<Fact> bytes,
            String since,
            @Nullable String original,
            List<Versions.Row> versions,
            List<ClaimRow> claims,
            MarkedText text,
            int pictures,
            List<Integer> unread) {

        public Model {
            origin = List.copyOf(origin);
            bytes = List.copyOf(bytes);
            versions = List.copyOf(versions);
            claims = List.copyOf(claims);
            unread = List.copyOf(unread);
        }

        /** Where its picture is. */
        public String picture(int page) {
            return PageImageFile.address(id, page);
        }

        /** Whether that page can be shown as it looks. */
        public boolean shows(@Nullable Integer page) {
            return page != null && page <= pictures;
        }
    }

    @Override
    public View of(Visit visit) {
        String id = visit.part("id");
        WebTexts texts = visit.texts();
        SourceDocument document = queries.document(id).orElseThrow(() -> new Refusal(Reason.NO_DOCUMENT, id));
        List<Claim> claims = queries.claims(ClaimFilter.ofDocument(id));
        Presence presence = queries.presence(id).orElse(null);
        DocumentFacts facts = new DocumentFacts(names, texts);
        return View.of(
                "document",
                new Model(
                        id,
                        Names.title(document.title(), document.address()),
                        facts.origin(document),
                        facts.bytes(document, presence),
                        texts.words().since(presence),
                        document.capture().warc() == null ? null : Href.path("document", id, "original"),
                        Versions.of(queries, id).rows(texts),
                        claims.stream()
                                .map(claim -> ClaimRow.of(claim, names, texts))
                                .toList(),
                        MarkedText.of(document, claims, at(visit)),
                        PageImageFile.pages(document),
                        unread(document)));
    }

    private static List<Integer> unread(SourceDocument document) {
        int first = document.pageStarts().size() + 1;
        return IntStream.rangeClosed(first, PageImageFile.pages(document))
                .limit(MOST_UNREAD)
                .boxed()
                .toList();
    }

    private static int at(Visit visit) {
        String at = visit.parameter("at");
        return at != null && at.matches("\\d{1,9}") ? Integer.parseInt(at) : -1;
    }
}
