package vigie.reports.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Deployment;
import vigie.model.Evidence;
import vigie.reports.Digest;
import vigie.reports.Digest.Change;

/**
 * A digest in words.
 *
 * @param vendors display name of a vendor's id
 */
public record DigestTexts(Digest digest, Texts texts, UnaryOperator<String> vendors) {

    /** Since when, until when. */
    public String period() {
        return texts.get("digest.period", texts.day(digest.since()), texts.day(digest.until()));
    }

    /** One line about a change: where, what, and what became of it. */
    public String headline(Change change) {
        Deployment deployment = change.deployment();
        String what = what(deployment);
        String stage = texts.stage(deployment.stage(), deployment.modality());
        String line = switch (change.kind()) {
            case NEW -> texts.get("digest.new", change.commune().name(), what, stage);
            case CHANGED ->
                texts.get(
                        "digest.changed",
                        change.commune().name(),
                        what,
                        change.before() == null
                                ? ""
                                : texts.stage(
                                        change.before().stage(), change.before().modality()),
                        stage);
            case CONFIRMED -> texts.get("digest.confirmed", change.commune().name(), what, stage);
            case WITHDRAWN -> texts.get("digest.withdrawn", change.commune().name(), what, stage);
        };
        return change.firstInTown() ? texts.get("digest.first", line) : line;
    }

    /** How sure, whether read by somebody, for how much. */
    public String weight(Change change) {
        Deployment deployment = change.deployment();
        List<String> parts = new ArrayList<>();
        parts.add(texts.confidence(deployment.confidence()));
        parts.add(texts.get("deployments.review." + deployment.review().id()));
        if (deployment.amount() != null) {
            parts.add(texts.amount(deployment.amount()));
        }
        if (deployment.contradicted()) {
            parts.add(texts.get("deployments.contradicted"));
        }
        return String.join(" · ", parts);
    }

    /** What a claim that lies ahead says, with its day. */
    public String ahead(Claim claim) {
        String where = claim.commune() == null ? "" : claim.commune().name();
        String technology = texts.technology(claim.technology());
        return texts.get(
                "digest.ahead.line",
                texts.date(claim.date()),
                where,
                claim.vendor() == null ? technology : vendors.apply(claim.vendor()) + " (" + technology + ")",
                texts.stage(claim.stage(), claim.modality()));
    }

    /** A contract that ends. */
    public String ending(Digest.Ending ending) {
        String holder = ending.contract().holder();
        return texts.get(
                ending.isReckoned() ? "digest.ending.reckoned" : "digest.ending.told",
                texts.date(ending.end()),
                ending.commune().name(),
                new ContractTexts(texts).line(ending.contract(), holder == null ? null : vendors.apply(holder)));
    }

    /** A document that is gone. */
    public String gone(Digest.Gone gone) {
        return texts.get(
                "digest.gone.line",
                gone.title() == null ? gone.url() : Evidence.masked(gone.title()),
                gone.presence().vanished() == null
                        ? ""
                        : texts.day(gone.presence().vanished()));
    }

    /** A source that is silent. */
    public String quiet(Digest.Quiet quiet) {
        return texts.get(
                "digest.quiet." + quiet.trouble().id(),
                quiet.name(),
                quiet.since() == null ? texts.get("date.unknown") : texts.day(quiet.since()));
    }

    /** Where a quote stands: address, page, day of capture. */
    public String provenance(Evidence evidence) {
        List<String> parts = new ArrayList<>();
        if (evidence.page() != null) {
            parts.add(texts.get("digest.page", evidence.page()));
        }
        if (evidence.fetched() != null) {
            parts.add(texts.get("digest.captured", texts.day(evidence.fetched())));
        }
        return String.join(", ", parts);
    }

    /** An address that may be a link in a page, or null. */
    public @Nullable String link(@Nullable String url) {
        return url != null && url.matches("https?://.*") ? url : null;
    }

    private String what(Deployment deployment) {
        String technology = texts.technology(deployment.technology());
        return deployment.vendor() == null ? technology : vendors.apply(deployment.vendor()) + " (" + technology + ")";
    }

    /** All of it as plain text. */
    public String text() {
        StringBuilder out = new StringBuilder();
        line(out, texts.get("digest.title"));
        line(out, period() + " · " + texts.get("digest.index", digest.index()));
        if (digest.isEmpty()) {
            line(out, "");
            line(out, texts.get("digest.nothing"));
        }
        heading(out, "digest.changes", digest.changes().size());
        for (Change change : digest.changes()) {
            line(out, "* " + headline(change));
            line(out, "  " + weight(change));
            change.claims().forEach(claim -> quote(out, claim));
        }
        heading(out, "digest.ahead", digest.ahead().size());
        for (Claim claim : digest.ahead()) {
            line(out, "* " + ahead(claim));
            quote(out, claim);
        }
        heading(out, "digest.ending", digest.ending().size());
        digest.ending().forEach(ending -> line(out, "* " + ending(ending)));
        heading(out, "digest.vanished", digest.vanished().size());
        digest.vanished().forEach(gone -> {
            line(out, "* " + gone(gone));
            line(out, "  " + gone.url());
        });
        heading(out, "digest.sources", digest.sources().size());
        digest.sources().forEach(quiet -> line(out, "* " + quiet(quiet)));
        line(out, "");
        line(out, texts.get("digest.caution"));
        return out.toString();
    }

    private void heading(StringBuilder out, String key, int count) {
        if (count > 0) {
            line(out, "");
            line(out, texts.get(key) + " (" + count + ")");
            line(out, "");
        }
    }

    private void quote(StringBuilder out, Claim claim) {
        Evidence evidence = claim.evidence();
        line(out, "  " + texts.quoted(evidence.quote().replaceAll("\\s+", " ")));
        String where = provenance(evidence);
        line(out, "  " + (evidence.url() == null ? "" : evidence.url()) + (where.isEmpty() ? "" : " (" + where + ")"));
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }
}
