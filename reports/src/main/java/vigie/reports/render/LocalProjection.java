package vigie.reports.render;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import vigie.reports.render.Contours.Outline;
import vigie.reports.render.Contours.Position;

/**
 * Equirectangular around a place: true to scale there and, within 200 km of it, to better than one percent up to 25° of
 * latitude. Good for an island or for Guyane.
 *
 * @param lon degrees east of the middle
 * @param lat degrees north of the middle
 */
record LocalProjection(double lon, double lat) implements Projection {

    private static final double METRES_PER_DEGREE = Math.toRadians(6_371_009);

    /** Around the middle of an outline. */
    static LocalProjection around(Outline outline) {
        DoubleSummaryStatistics lon =
                outline.rings().stream().flatMap(List::stream).collect(Collectors.summarizingDouble(Position::lon));
        DoubleSummaryStatistics lat =
                outline.rings().stream().flatMap(List::stream).collect(Collectors.summarizingDouble(Position::lat));
        return new LocalProjection((lon.getMin() + lon.getMax()) / 2, (lat.getMin() + lat.getMax()) / 2);
    }

    @Override
    public Point project(double lon, double lat) {
        return new Point(
                (lon - this.lon) * Math.cos(Math.toRadians(this.lat)) * METRES_PER_DEGREE,
                (lat - this.lat) * METRES_PER_DEGREE);
    }
}
