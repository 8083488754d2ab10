package vigie.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.reports.ReviewItem;
import vigie.reports.query.Queries;
import vigie.reports.web.Refusal.Reason;

/** {@code /review}: the claims that wait for a reader, the most doubtful and weighty first. */
public final class ReviewQueuePage implements Page {

    static final String PATH = "/review";

    private static final int PAGE = 25;
    private static final int LONGEST_QUOTE = 320;

    private final ReviewList list;
    private final Queries queries;
    private final Meant meant;
    private final Names names;
    private final List<Vendor> vendors;

    ReviewQueuePage(ReviewList list, Queries queries, Project project, Names names) {
        this.list = list;
        this.queries = queries;
        this.meant = new Meant(project);
        this.names = names;
        this.vendors = project.lexicon().vendors();
    }

    /**
     * What the page shows.
     *
     * @param vendors that it can be narrowed to
     * @param said what was written down a moment ago, or null
     * @param previous address of the page before, or null
     * @param next address of the page after, or null
     */
    public record Model(
            ReviewFilter filter,
            List<Vendor> vendors,
            String count,
            List<Row> rows,
            @Nullable Link said,
            @Nullable String previous,
            @Nullable String next,
            String position) {

        public Model {
            vendors = List.copyOf(vendors);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A claim.
     *
     * @param about commune, technology and vendor
     * @param state what readers said, or empty where nobody did
     * @param doubt how likely it is to be wrong, for people
     * @param impact how much that would matter, for people
     */
    public record Row(
            String href, String about, String stage, String quote, String state, String doubt, String impact) {}

    @Override
    public View of(Visit visit) {
        ReviewFilter filter = ReviewFilter.of(visit.parameters(), meant);
        WebTexts texts = visit.texts();
        List<ReviewItem> items = list.of(filter);
        int pages = Math.max(1, (items.size() + PAGE - 1) / PAGE);
        int page = Math.min(page(visit), pages);
        List<Row> rows = items.subList((page - 1) * PAGE, Math.min(items.size(), page * PAGE)).stream()
                .map(item -> row(item, filter, texts))
                .toList();
        return View.of(
                "review-queue",
                new Model(
                        filter,
                        vendors,
                        texts.get(filter.state() == null ? "review.count" : "review.count.state", items.size()),
                        rows,
                        said(visit, queries),
                        page > 1 ? address(filter, page - 1) : null,
                        page < pages ? address(filter, page + 1) : null,
                        texts.get("search.position", page, pages)));
    }

    private static int page(Visit visit) {
        String page = visit.parameter("page");
        if (page != null && !page.matches("[1-9]\\d{0,4}")) {
            throw new Refusal(Reason.BAD_VALUE, page, "page");
        }
        return page == null ? 1 : Integer.parseInt(page);
    }

    private static String address(ReviewFilter filter, int page) {
        return filter.href(PATH)
                .with("page", page == 1 ? "" : String.valueOf(page))
                .toString();
    }

    /** What became of the claim that was judged on the page before; null where none was. */
    static @Nullable Link said(Visit visit, Queries queries) {
        String id = visit.parameter("said");
        return id == null
                ? null
                : queries.extracted(id)
                        .map(claim -> new Link(
                                visit.texts()
                                        .get(
                                                "review.said",
                                                claim.id(),
                                                visit.texts()
                                                        .words()
                                                        .get("deployments.review."
                                                                + queries.reviews()
                                                                        .state(claim)
                                                                        .id())),
                                Href.path("review", claim.id())))
                        .orElse(null);
    }

    private Row row(ReviewItem item, ReviewFilter filter, WebTexts texts) {
        Claim claim = item.claim();
        return new Row(
                filter.href(Href.path("review", claim.id())).toString(),
                about(claim, names, texts),
                texts.words().stage(claim.stage(), claim.modality()),
                shortened(claim.evidence().masked().quote()),
                item.readers() == 0
                        ? ""
                        : texts.words().get("deployments.review." + item.state().id()) + " · "
                                + texts.get("review.readers", item.readers()),
                texts.get("review.share", item.doubt()),
                texts.get("review.share", item.impact()));
    }

    /** Commune, technology and vendor of a claim. */
    static String about(Claim claim, Names names, WebTexts texts) {
        String vendor = names.vendor(claim.vendor());
        return (claim.commune() == null
                        ? texts.get("review.no-commune")
                        : claim.commune().name())
                + " · "
                + texts.words().technology(claim.technology()) + (vendor == null ? "" : " · " + vendor);
    }

    private static String shortened(String quote) {
        String line = quote.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + " …";
    }
}
