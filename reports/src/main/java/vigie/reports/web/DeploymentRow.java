package vigie.reports.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.model.Deployment;
import vigie.model.Modality;
import vigie.reports.render.Texts;
import vigie.reports.render.Tone;

/**
 * A deployment as tables show it.
 *
 * @param href of our page that explains it
 * @param vendor name, or what stands for it where no source names one
 * @param tone class of the stage's colour
 * @param since as people write it, or a dash
 * @param amount as people write it, or a dash
 * @param share of confidence, 0 to 1, for the meter
 * @param review what people said of it
 */
public record DeploymentRow(
        String href,
        String commune,
        String communeHref,
        String vendor,
        @Nullable String vendorHref,
        @Nullable String product,
        @Nullable String integrator,
        @Nullable String integratorHref,
        String technology,
        String stage,
        String tone,
        String since,
        String amount,
        String confidence,
        String share,
        String review,
        boolean contradicted) {

    private static final String NOTHING = "—";

    static DeploymentRow of(Deployment deployment, Names names, WebTexts web) {
        Texts texts = web.words();
        return new DeploymentRow(
                Href.path("claim", deployment.id()),
                deployment.commune().name(),
                Href.path("commune", deployment.commune().insee().value()),
                Objects.requireNonNullElseGet(
                        names.vendor(deployment.vendor()), () -> texts.unnamed(deployment.technology())),
                vendorHref(deployment.vendor(), names),
                names.product(deployment.product()),
                names.vendor(deployment.integrator()),
                vendorHref(deployment.integrator(), names),
                texts.technology(deployment.technology()),
                texts.stage(deployment.stage(), deployment.modality()),
                Tone.of(deployment.stage(), deployment.modality()).id(),
                deployment.since() == null ? NOTHING : texts.date(deployment.since()),
                deployment.amount() == null ? NOTHING : texts.amount(deployment.amount()),
                texts.confidence(deployment.confidence()),
                String.valueOf(deployment.confidence()),
                texts.get("deployments.review." + deployment.review().id()),
                deployment.contradicted());
    }

    /** How many there are; those that a text denies are none that anybody has. */
    static String count(List<Deployment> deployments, WebTexts texts) {
        long denied = deployments.stream()
                .filter(deployment -> deployment.modality() == Modality.NEGATED)
                .count();
        return texts.get("deployments.count", deployments.size(), denied);
    }

    private static @Nullable String vendorHref(@Nullable String id, Names names) {
        return id == null ? null : names.vendorHref(id);
    }
}
