package vigie.reports.web;

import org.jspecify.annotations.Nullable;
import vigie.model.Claim;
import vigie.reports.render.Texts;
import vigie.reports.render.Tone;

/**
 * A claim as lists show it.
 *
 * @param href of our page that explains it
 * @param software its vendor and technology
 * @param tone class of the stage's colour
 * @param facts commune, date, sum and how sure, as far as they are known
 * @param quote with people masked
 */
public record ClaimRow(
        String id,
        String href,
        String software,
        String stage,
        String tone,
        String facts,
        String quote,
        @Nullable Integer page) {

    static ClaimRow of(Claim claim, Names names, WebTexts web) {
        Texts texts = web.words();
        String vendor = names.vendor(claim.vendor());
        String technology = texts.technology(claim.technology());
        StringBuilder facts = new StringBuilder();
        if (claim.commune() != null) {
            facts.append(claim.commune().name()).append(" · ");
        }
        if (claim.date() != null) {
            facts.append(texts.date(claim.date())).append(" · ");
        }
        if (claim.amount() != null) {
            facts.append(texts.amount(claim.amount())).append(" · ");
        }
        facts.append(texts.confidence(claim.confidence()));
        return new ClaimRow(
                claim.id(),
                Href.path("claim", claim.id()),
                vendor == null ? technology : vendor + " (" + technology + ")",
                texts.stage(claim.stage(), claim.modality()),
                Tone.of(claim.stage(), claim.modality()).id(),
                facts.toString(),
                claim.masked().evidence().quote(),
                claim.evidence().page());
    }
}
