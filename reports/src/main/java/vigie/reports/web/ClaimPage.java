package vigie.reports.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.Evidence;
import vigie.model.Modality;
import vigie.model.SourceDocument;
import vigie.reports.query.ClaimFilter;
import vigie.reports.query.Queries;
import vigie.reports.render.Reasons;
import vigie.reports.render.Surroundings;
import vigie.reports.web.Refusal.Reason;

/** {@code /claim/ID}: how do we know? A claim down to the bytes that it came from, or a deployment down to its claims. */
public final class ClaimPage implements Page {

    private static final int CONTEXT = 400;

    private final Queries queries;
    private final Names names;

    ClaimPage(Queries queries, Names names) {
        this.queries = queries;
        this.names = names;
    }

    /**
     * What the page about a claim shows.
     *
     * @param before what stands before the quote
     * @param after what stands behind it
     * @param document the page of the document, at the quote; or null where it is no longer in the index
     * @param picture address of a picture of the page that the quote stands on, or null
     * @param number of that page
     * @param because the steps of reading, in order
     * @param agree claims that say the same
     * @param contradict claims that say the opposite
     * @param others claims about the same at another stage
     */
    public record Model(
            ClaimRow claim,
            @Nullable Link commune,
            @Nullable Link document,
            String before,
            String after,
            @Nullable String picture,
            @Nullable Integer number,
            String since,
            List<Fact> facts,
            List<Fact> bytes,
            List<String> because,
            List<ClaimRow> agree,
            List<ClaimRow> contradict,
            List<ClaimRow> others) {}

    @Override
    public View of(Visit visit) {
        String id = visit.part("id");
        Optional<Claim> claim = queries.claim(id);
        if (claim.isPresent()) {
            return View.of("claim", of(claim.get(), visit.texts()));
        }
        Deployment deployment = queries.deployment(id).orElseThrow(() -> new Refusal(Reason.NO_CLAIM, id));
        return View.of("deployment", new DeploymentFacts(queries, names, visit.texts()).of(deployment));
    }

    private Model of(Claim claim, WebTexts texts) {
        SourceDocument document = queries.document(claim.document()).orElse(null);
        Evidence evidence = claim.evidence();
        boolean stands = document != null && document.text().startsWith(evidence.quote(), evidence.start());
        Surroundings around =
                document == null ? new Surroundings("", "") : Surroundings.of(document, evidence, CONTEXT);
        ClaimFacts facts = new ClaimFacts(names, texts);
        List<Claim> same = same(claim);
        var presence = queries.presence(claim.document()).orElse(null);
        return new Model(
                ClaimRow.of(claim, names, texts),
                claim.commune() == null
                        ? null
                        : new Link(
                                claim.commune().name(),
                                Href.path("commune", claim.commune().insee().value())),
                document == null
                        ? null
                        : new Link(
                                Names.title(document.title(), document.address()),
                                Href.path("document", document.id()) + "#" + claim.id()),
                Surroundings.flowing(Evidence.masked(around.before())),
                Surroundings.flowing(Evidence.masked(around.after())),
                stands && document != null ? picture(document, evidence) : null,
                evidence.page(),
                texts.words().since(presence),
                facts.said(claim, document == null ? null : document.recognised(evidence.page())),
                document == null ? facts.evidence(evidence) : new DocumentFacts(names, texts).bytes(document, presence),
                Reasons.of(claim, texts.words()),
                rows(same.stream().filter(other -> agree(claim, other)).toList(), texts),
                rows(same.stream().filter(other -> contradict(claim, other)).toList(), texts),
                rows(
                        same.stream()
                                .filter(other -> !agree(claim, other) && !contradict(claim, other))
                                .toList(),
                        texts));
    }

    private static @Nullable String picture(SourceDocument document, Evidence evidence) {
        Integer page = evidence.page();
        return page == null || page > PageImageFile.pages(document) ? null : PageImageFile.address(document.id(), page);
    }

    /** Other claims about the same commune, technology and vendor, as far as vendors are named. */
    private List<Claim> same(Claim claim) {
        if (claim.commune() == null) {
            return List.of();
        }
        ClaimFilter about =
                new ClaimFilter(claim.commune().insee(), null, null, null, claim.technology(), null, null, 0);
        return queries.claims(about).stream()
                .filter(other -> !other.id().equals(claim.id()))
                .filter(other -> other.vendor() == null
                        || claim.vendor() == null
                        || other.vendor().equals(claim.vendor()))
                .toList();
    }

    private static boolean agree(Claim one, Claim other) {
        return one.stage() == other.stage() && one.modality() == other.modality();
    }

    private static boolean contradict(Claim one, Claim other) {
        return one.stage() == other.stage()
                && (one.modality() == Modality.NEGATED) != (other.modality() == Modality.NEGATED);
    }

    private List<ClaimRow> rows(List<Claim> claims, WebTexts texts) {
        return claims.stream().map(claim -> ClaimRow.of(claim, names, texts)).toList();
    }
}
