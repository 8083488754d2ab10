package vigie.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.model.Evidence;
import vigie.model.Reference;
import vigie.reports.render.ContractTexts;
import vigie.reports.render.Texts;

/** What a claim says, field by field. */
final class ClaimFacts {

    private final Names names;
    private final WebTexts web;

    ClaimFacts(Names names, WebTexts web) {
        this.names = names;
        this.web = web;
    }

    /** @param recognised how sure character recognition is of the page of the quote, or null where the text is the file's own */
    List<Fact> said(Claim claim, @Nullable Integer recognised) {
        Texts texts = web.words();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(web.get("facet.technology"), texts.technology(claim.technology())));
        vendor(facts, "claim.vendor", claim.vendor());
        if (claim.product() != null) {
            facts.add(Fact.of(web.get("facet.product"), String.valueOf(names.product(claim.product()))));
        }
        vendor(facts, "claim.integrator", claim.integrator());
        facts.add(Fact.of(web.get("facet.stage"), texts.stage(claim.stage(), claim.modality())));
        facts.add(Fact.of(web.get("claim.date"), texts.date(claim.date())));
        if (claim.amount() != null) {
            facts.add(Fact.of(web.get("claim.amount"), texts.amount(claim.amount())));
        }
        String contract = new ContractTexts(texts).called(claim);
        if (!contract.isEmpty()) {
            facts.add(Fact.of(web.get("claim.contract"), contract));
        }
        cited(facts, "claim.act", claim.references(Reference.Kind.ACT));
        cited(facts, "claim.cpv", claim.references(Reference.Kind.CPV));
        if (!claim.functions().isEmpty()) {
            facts.add(Fact.of(
                    web.get("facet.function"),
                    claim.functions().stream().map(id -> names.term(id, texts)).collect(Collectors.joining(", "))));
        }
        if (claim.vote() != null) {
            facts.add(Fact.of(web.get("claim.vote"), texts.vote(claim.vote())));
        }
        facts.add(Fact.of(web.get("claim.confidence"), texts.confidence(claim.confidence())));
        if (claim.evidence().page() != null) {
            String page = String.valueOf(claim.evidence().page());
            facts.add(Fact.of(
                    web.get("claim.page"),
                    recognised == null ? page : page + " · " + texts.get("evidence.recognised", recognised)));
        }
        facts.add(Fact.code(
                web.get("claim.offsets"),
                claim.evidence().start() + "–" + claim.evidence().end()));
        facts.add(Fact.code(web.get("document.id"), claim.id()));
        return facts;
    }

    private void cited(List<Fact> facts, String key, List<String> values) {
        if (!values.isEmpty()) {
            facts.add(Fact.of(web.get(key), String.join(", ", values)));
        }
    }

    private void vendor(List<Fact> facts, String key, @Nullable String id) {
        if (id != null) {
            facts.add(new Fact(web.get(key), String.valueOf(names.vendor(id)), false, names.vendorHref(id)));
        }
    }

    /** Of the bytes, where the document is no longer in the index. */
    List<Fact> evidence(Evidence evidence) {
        List<Fact> facts = new ArrayList<>();
        if (evidence.url() != null) {
            facts.add(new Fact(web.get("document.address"), evidence.url(), false, Link.outward(evidence.url())));
        }
        if (evidence.fetched() != null) {
            facts.add(Fact.of(web.get("document.fetched"), web.words().time(evidence.fetched())));
        }
        if (evidence.fetchedFrom() != null) {
            facts.add(new Fact(
                    web.get("document.from"), evidence.fetchedFrom(), false, Link.outward(evidence.fetchedFrom())));
        }
        facts.add(Fact.code("SHA-256", evidence.sha256()));
        return facts;
    }
}
