package vigie.reports.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Correction;
import vigie.model.Correction.Field;
import vigie.model.Evidence;
import vigie.model.Review;
import vigie.model.ReviewState;
import vigie.model.SourceDocument;
import vigie.model.Term;
import vigie.model.Verdict;
import vigie.model.config.Product;
import vigie.model.config.Project;
import vigie.model.config.Vendor;
import vigie.reports.ReviewItem;
import vigie.reports.query.Queries;
import vigie.reports.render.Reasons;
import vigie.reports.render.Surroundings;
import vigie.reports.review.ReviewQueue;
import vigie.reports.web.Refusal.Reason;

/** {@code /review/CLAIM}: a claim as it was extracted, what readers said of it, and the form to say more. */
public final class ReviewPage {

    static final String PATH = "/review/{claim}";

    private static final int CONTEXT = 360;

    private final ReviewList list;
    private final Queries queries;
    private final ReviewDesk desk;
    private final Clock clock;
    private final Names names;
    private final Meant meant;
    private final Pages pages;
    private final List<Link> vendors;
    private final List<Link> products;

    ReviewPage(ReviewList list, Site site, ReviewDesk desk, Names names, Pages pages) {
        this.list = list;
        this.queries = site.queries();
        this.desk = desk;
        this.clock = site.clock();
        this.names = names;
        this.meant = new Meant(site.project());
        this.pages = pages;
        this.vendors = suggestions(site.project(), vendor -> Stream.of(new Link(vendor.name(), vendor.id())));
        this.products = suggestions(
                site.project(),
                vendor -> vendor.products().stream().map((Product product) -> new Link(product.name(), product.id())));
    }

    private static List<Link> suggestions(Project project, Function<Vendor, Stream<Link>> suggestions) {
        return project.lexicon().vendors().stream()
                .flatMap(suggestions)
                .distinct()
                .sorted(Comparator.comparing(Link::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /**
     * What the page shows.
     *
     * @param about commune, technology and vendor
     * @param standing what readers made of it
     * @param readers how many hold to a verdict
     * @param before what stands before the quote
     * @param page of the document, or null
     * @param document our page about it, at the quote, or null where it is no longer in the index
     * @param outward where it was published, or null where one may not link to it
     * @param said what was written down a moment ago, or null
     * @param vendors names and ids to choose from
     * @param products the same
     * @param action where the form goes
     * @param queue address of the list
     * @param previous address of the claim before, or null
     * @param next address of the claim after, or null
     * @param position such as "3 of 40"
     */
    public record Model(
            String id,
            String about,
            String stage,
            String confidence,
            ReviewState state,
            String standing,
            String readers,
            String before,
            String quote,
            String after,
            @Nullable Integer page,
            @Nullable Link document,
            @Nullable String outward,
            List<Line> lines,
            List<String> because,
            List<Said> history,
            ReviewForm form,
            @Nullable Link said,
            List<Link> vendors,
            List<Link> products,
            String action,
            String queue,
            @Nullable String previous,
            @Nullable String next,
            String position) {

        public Model {
            lines = List.copyOf(lines);
            because = List.copyOf(because);
            history = List.copyOf(history);
            vendors = List.copyOf(vendors);
            products = List.copyOf(products);
        }

        /** Whether readers made something else of it. */
        public boolean isCorrected() {
            return lines.stream().anyMatch(line -> line.now() != null);
        }
    }

    /**
     * A field of the claim.
     *
     * @param extracted what was read, or empty where nothing was
     * @param now what readers corrected that to, or null where they did not
     */
    public record Line(
            String label, String extracted, @Nullable String now) {}

    /** What somebody said once. */
    public record Said(String time, String reader, String verdict, String correction, String note) {}

    /** Shows it; an address never changes anything, whatever parameters it has. */
    void show(Context context) {
        Visit visit = pages.visit(context);
        Claim claim = claim(visit);
        Claim now = queries.claim(claim.id()).orElse(claim);
        pages.answer(
                context, visit, View.of("review", model(visit, claim, ReviewForm.of(now, ReaderName.of(context)))));
    }

    /** Writes down what a reader says, then goes to the next claim that they have not judged. */
    void judge(Context context) throws IOException {
        Visit visit = pages.visit(context);
        Claim claim = claim(visit);
        ReviewFilter filter = ReviewFilter.of(visit.parameters(), meant);
        String said = Objects.requireNonNullElse(context.formParam("verdict"), "");
        Verdict verdict =
                Term.find(Verdict.class, said).orElseThrow(() -> new Refusal(Reason.BAD_VALUE, said, "verdict"));
        ReviewForm form = ReviewForm.of(context).checked(verdict, claim, meant);
        if (!form.faults().isEmpty()) {
            pages.answer(context, visit, new View(400, "review", model(visit, claim, form)));
            return;
        }
        List<ReviewItem> before = list.of(filter);
        Review review = form.review(clock.instant(), verdict, claim, meant);
        desk.append(review);
        ReaderName.keep(review.reviewer(), context);
        Href next = verdict == Verdict.NOTE || verdict == Verdict.WITHDRAW
                ? address(claim, filter)
                : next(before, claim, review.reviewer(), filter);
        context.redirect(next.with("said", claim.id()).toString(), HttpStatus.SEE_OTHER);
    }

    private Claim claim(Visit visit) {
        String id = visit.part("claim");
        return queries.extracted(id).orElseThrow(() -> new Refusal(Reason.NO_CLAIM, id));
    }

    private Href next(List<ReviewItem> items, Claim claim, String reader, ReviewFilter filter) {
        int at = position(items, claim);
        return Stream.concat(items.subList(at + 1, items.size()).stream(), items.subList(0, Math.max(0, at)).stream())
                .map(ReviewItem::claim)
                .filter(other -> !queries.reviews().isJudgedBy(reader, other))
                .findFirst()
                .map(other -> address(other, filter))
                .orElse(filter.href(ReviewQueuePage.PATH));
    }

    private static int position(List<ReviewItem> items, Claim claim) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).claim().id().equals(claim.id())) {
                return i;
            }
        }
        return -1;
    }

    private static Href address(Claim claim, ReviewFilter filter) {
        return filter.href(Href.path("review", claim.id()));
    }

    private Model model(Visit visit, Claim claim, ReviewForm form) {
        WebTexts texts = visit.texts();
        ReviewFilter filter = ReviewFilter.of(visit.parameters(), meant);
        List<ReviewItem> items = list.of(filter);
        int at = position(items, claim);
        SourceDocument document = queries.document(claim.document()).orElse(null);
        Evidence evidence = claim.evidence();
        Surroundings around =
                document == null ? new Surroundings("", "") : Surroundings.of(document, evidence, CONTEXT);
        ReviewState state = queries.reviews().state(claim);
        return new Model(
                claim.id(),
                ReviewQueuePage.about(claim, names, texts),
                texts.words().stage(claim.stage(), claim.modality()),
                texts.words().confidence(claim.confidence()),
                state,
                texts.words().get("deployments.review." + state.id()),
                texts.get("review.readers.of", queries.reviews().readers(claim), ReviewQueue.READERS),
                Surroundings.flowing(around.before()),
                Surroundings.flowing(evidence.quote()),
                Surroundings.flowing(around.after()),
                evidence.page(),
                document == null
                        ? null
                        : new Link(
                                Names.title(document.title(), document.address()),
                                Href.path("document", document.id()) + "?at=" + evidence.start() + "#at"),
                Link.outward(evidence.url()),
                lines(claim, queries.claim(claim.id()).orElse(claim), texts),
                Reasons.of(claim, texts.words()),
                queries.reviews().of(claim).stream()
                        .map(said -> said(said, texts))
                        .toList(),
                form,
                ReviewQueuePage.said(visit, queries),
                vendors,
                products,
                address(claim, filter).toString(),
                filter.href(ReviewQueuePage.PATH).toString(),
                at > 0 ? address(items.get(at - 1).claim(), filter).toString() : null,
                at + 1 < items.size()
                        ? address(items.get(at + 1).claim(), filter).toString()
                        : null,
                at < 0 ? "" : texts.get("review.position", at + 1, items.size()));
    }

    private List<Line> lines(Claim claim, Claim now, WebTexts texts) {
        List<Line> lines = new ArrayList<>();
        for (Field field : Field.values()) {
            String extracted = shown(field, claim, texts);
            String standing = shown(field, now, texts);
            lines.add(new Line(
                    texts.get("review.field." + field.id()), extracted, extracted.equals(standing) ? null : standing));
        }
        return lines;
    }

    private String shown(Field field, Claim claim, WebTexts texts) {
        return switch (field) {
            case COMMUNE ->
                claim.commune() == null
                        ? ""
                        : claim.commune().name() + " (" + claim.commune().insee() + ")";
            case TECHNOLOGY -> texts.words().technology(claim.technology());
            case VENDOR -> Objects.requireNonNullElse(names.vendor(claim.vendor()), "");
            case PRODUCT -> Objects.requireNonNullElse(names.product(claim.product()), "");
            case INTEGRATOR -> Objects.requireNonNullElse(names.vendor(claim.integrator()), "");
            case STAGE -> texts.words().get("stage." + claim.stage().id());
            case MODALITY -> texts.words().get("modality." + claim.modality().id());
            case AMOUNT -> claim.amount() == null ? "" : texts.words().amount(claim.amount());
            case DATE -> claim.date() == null ? "" : texts.words().date(claim.date());
        };
    }

    private static Said said(Review review, WebTexts texts) {
        return new Said(
                texts.words().time(review.time()),
                review.reviewer(),
                texts.get("review.verdict." + review.verdict().id()),
                written(review.correction(), texts),
                review.note());
    }

    private static String written(Correction correction, WebTexts texts) {
        return correction.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> texts.get("review.field." + entry.getKey().id()) + " = "
                        + (entry.getValue().isEmpty() ? "?" : entry.getValue()))
                .collect(Collectors.joining(" · "));
    }
}
