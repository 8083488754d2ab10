package vigie.reports.render;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vigie.reports.render.MapContent.Dot;
import vigie.reports.render.MapDrawing.Label;
import vigie.reports.render.MapDrawing.Mark;
import vigie.reports.render.Viewport.Spot;

/** Puts communes on a map: what falls on one point becomes one mark, the least certain and advanced lie lowest. */
final class Marks {

    private static final int NAMED = 10;

    private static final Comparator<Mark> LOWEST_FIRST = Comparator.comparing((Mark mark) -> !mark.vague())
            .thenComparing(Mark::tone)
            .thenComparing(Mark::y)
            .thenComparing(Mark::x);

    /** Dots that cannot be told apart: a known place never hides among those of which only the département is known. */
    private record Place(Spot spot, boolean vague) {}

    private Marks() {}

    /** The marks of the content's dots in those départements. */
    static List<Mark> of(MapContent content, Viewport view, Collection<String> departements) {
        Map<Place, List<Dot>> places = content.dots().stream()
                .filter(dot -> departements.contains(dot.departement()))
                .collect(Collectors.groupingBy(
                        dot -> new Place(view.spot(dot.at().lon(), dot.at().lat()), dot.isVague()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return places.entrySet().stream()
                .filter(place -> view.box().holds(place.getKey().spot()))
                .map(place -> mark(place.getKey(), place.getValue(), content.links()))
                .sorted(LOWEST_FIRST)
                .toList();
    }

    private static Mark mark(Place place, List<Dot> dots, Map<String, String> links) {
        Dot first = dots.get(0);
        return new Mark(
                dots.stream().map(Dot::tone).max(Comparator.naturalOrder()).orElseThrow(),
                place.vague(),
                place.spot().x(),
                place.spot().y(),
                label(dots),
                dots.size() == 1 ? first.href() : links.get(first.departement()),
                dots.size());
    }

    private static String label(List<Dot> dots) {
        String names = dots.stream().limit(NAMED).map(Dot::label).collect(Collectors.joining(" · "));
        return dots.size() > NAMED ? names + " · … (+" + (dots.size() - NAMED) + ")" : names;
    }

    /** How many communes the marks stand for, beside those that stand for several. */
    static List<Label> counts(List<Mark> marks) {
        return marks.stream()
                .filter(mark -> mark.count() > 1)
                .map(mark -> new Label(String.valueOf(mark.count()), mark.x() + 14, mark.y() + 7, "count"))
                .toList();
    }
}
