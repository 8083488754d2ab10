package vigie.reports.publish;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vigie.reports.render.MapDrawing;
import vigie.reports.web.Link;

/**
 * What the first page shows.
 *
 * @param styles of the map
 * @param places by name
 * @param unreviewed how many of the places nobody has reviewed
 * @param stages how many communes are at which stage
 * @param latest newest first
 */
public record Home(
        MapDrawing map,
        String styles,
        List<Place> places,
        long unreviewed,
        Map<String, Long> stages,
        List<Link> vendors,
        List<Link> departements,
        List<News> latest) {

    public Home {
        places = List.copyOf(places);
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        vendors = List.copyOf(vendors);
        departements = List.copyOf(departements);
        latest = List.copyOf(latest);
    }
}
