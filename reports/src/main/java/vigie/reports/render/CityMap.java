package vigie.reports.render;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.Deployment;
import vigie.reports.CityReport;
import vigie.reports.CityReport.Finding;

/**
 * Where a commune lies, small: in its département, and that in France.
 *
 * @param caption the same in words
 * @param styles for screens, where the page has no style sheet of maps
 * @param paperStyles for drawings on paper, which are styled by themselves
 */
public record CityMap(MapDrawing departement, MapDrawing country, String caption, String styles, String paperStyles) {

    private static final Comparator<Deployment> LEAST_ADVANCED =
            Comparator.comparing(deployment -> Tone.of(deployment.stage(), deployment.modality()));

    /** The maps of the report's commune; null where there is none of its département. */
    public static @Nullable CityMap of(CityReport report, FranceMap france, Texts texts) {
        Commune commune = report.commune();
        String code = commune.departement();
        if (!france.shows(code)) {
            return null;
        }
        String caption = caption(report, france, texts);
        MapContent place =
                new MapContent("place", texts.get("place.map", commune.name()), caption, dots(report, texts), Map.of());
        MapContent country = new MapContent(
                "country", texts.get("place.map.country", report.departement()), caption, List.of(), Map.of());
        return new CityMap(
                france.place(commune, place),
                france.country(code, country),
                caption,
                france.styles(),
                france.paperStyles());
    }

    private static List<MapContent.Dot> dots(CityReport report, Texts texts) {
        Optional<Deployment> furthest =
                report.findings().stream().map(Finding::deployment).max(LEAST_ADVANCED);
        return furthest.stream()
                .flatMap(deployment -> Stream.ofNullable(
                        MapContent.Dot.of(report.commune(), deployment.stage(), deployment.modality(), texts, null)))
                .toList();
    }

    private static String caption(CityReport report, FranceMap france, Texts texts) {
        Commune commune = report.commune();
        Side side = france.side(commune);
        Side inFrance = france.side(commune.departement());
        return texts.get(
                side == null ? "place.map.unknown" : "place.map.caption",
                commune.name(),
                side == null ? "" : texts.get("place.side." + side.id()),
                report.departement(),
                commune.departement(),
                inFrance == null
                        ? texts.get("place.map.overseas")
                        : texts.get("place.map.mainland", texts.get("place.side." + inFrance.id())));
    }
}
