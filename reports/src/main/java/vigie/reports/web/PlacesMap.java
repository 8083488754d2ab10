package vigie.reports.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.Deployment;
import vigie.model.config.Communes;
import vigie.model.id.InseeCode;
import vigie.reports.render.FranceMap;
import vigie.reports.render.MapContent;
import vigie.reports.render.MapContent.Dot;
import vigie.reports.render.MapDrawing;
import vigie.reports.render.Tone;

/** Maps of deployments: one mark per commune, of its most advanced deployment, each leading to its page. */
final class PlacesMap {

    private static final Comparator<Deployment> LEAST_ADVANCED =
            Comparator.comparing(deployment -> Tone.of(deployment.stage(), deployment.modality()));

    private final Supplier<FranceMap> map;
    private final Communes communes;
    private final SiteLinks links;

    PlacesMap(Supplier<FranceMap> map, Communes communes, SiteLinks links) {
        this.map = map;
        this.communes = communes;
        this.links = links;
    }

    MapDrawing national(List<Deployment> deployments, WebTexts texts) {
        return map.get().national(content(deployments, texts));
    }

    private MapContent content(List<Deployment> deployments, WebTexts texts) {
        Map<InseeCode, Deployment> byCommune = deployments.stream()
                .collect(Collectors.toMap(
                        deployment -> deployment.commune().insee(),
                        deployment -> deployment,
                        BinaryOperator.maxBy(LEAST_ADVANCED),
                        () -> new TreeMap<>(Comparator.comparing(InseeCode::value))));
        return new MapContent(
                "map",
                texts.get("map.title"),
                texts.get("map.description", byCommune.size()),
                byCommune.values().stream()
                        .map(deployment -> dot(deployment, texts))
                        .filter(Objects::nonNull)
                        .map(dot -> Objects.requireNonNull(dot))
                        .toList(),
                links.departements());
    }

    private @Nullable Dot dot(Deployment deployment, WebTexts texts) {
        InseeCode code = deployment.commune().insee();
        Commune commune = communes.byCode(code).orElse(null);
        return commune == null
                ? null
                : Dot.of(commune, deployment.stage(), deployment.modality(), texts.words(), links.commune(code));
    }
}
