package vigie.reports.web;

import java.util.Comparator;
import java.util.List;
import vigie.model.Deployment;
import vigie.model.Modality;
import vigie.reports.render.Tone;

/** Deployments counted by what they are, each count leading to those that it counts. */
final class Tallies {

    private static final int MOST = 12;

    private final Names names;
    private final WebTexts texts;

    Tallies(Names names, WebTexts texts) {
        this.names = names;
        this.texts = texts;
    }

    Tally stages(List<Deployment> deployments) {
        return Tally.of(
                texts.get("facet.stage"),
                deployments.stream()
                        .filter(deployment -> deployment.modality() == Modality.ASSERTED)
                        .toList(),
                Deployment::stage,
                Comparator.naturalOrder(),
                entry -> bar(
                        texts.words().stage(entry.getKey(), Modality.ASSERTED),
                        Tone.of(entry.getKey(), Modality.ASSERTED).id(),
                        "stage",
                        entry.getKey().id(),
                        entry.getValue()));
    }

    Tally technologies(List<Deployment> deployments) {
        return Tally.of(
                texts.get("facet.technology"),
                deployments,
                Deployment::technology,
                Comparator.naturalOrder(),
                entry -> bar(
                        texts.words().technology(entry.getKey()),
                        "",
                        "technology",
                        entry.getKey().id(),
                        entry.getValue()));
    }

    Tally vendors(List<Deployment> deployments) {
        return Tally.<String>of(
                        texts.get("tally.vendor"),
                        deployments,
                        Deployment::vendor,
                        Comparator.naturalOrder(),
                        entry -> vendor(entry.getKey(), entry.getValue()))
                .top(MOST);
    }

    private Tally.Bar vendor(String id, long count) {
        return new Tally.Bar(String.valueOf(names.vendor(id)), "", names.vendorHref(id), count, 0);
    }

    private static Tally.Bar bar(String label, String tone, String field, String value, long count) {
        return new Tally.Bar(
                label, tone, Href.of(DeploymentsPage.PATH).with(field, value).toString(), count, 0);
    }
}
