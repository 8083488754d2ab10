package vigie.reports.render;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.Collectors;
import vigie.reports.render.Contours.Outline;
import vigie.reports.render.Contours.Position;
import vigie.reports.render.Projection.Point;

/**
 * A window of a drawing onto a projected piece of the globe.
 *
 * @param box where it lies in the drawing
 * @param scale units of the drawing per metre
 * @param middle what lies in the middle of the box
 */
record Viewport(Projection projection, Box box, double scale, Point middle) {

    /** A rectangle of the drawing, in its units; y grows downwards. */
    record Box(int x, int y, int width, int height) {

        Box within(int margin) {
            return new Box(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
        }

        Box scaled(double factor) {
            return new Box((int) (x * factor), (int) (y * factor), (int) (width * factor), (int) (height * factor));
        }

        Spot middle() {
            return new Spot(x + width / 2, y + height / 2);
        }

        boolean holds(Spot spot) {
            return spot.x() >= x && spot.x() <= x + width && spot.y() >= y && spot.y() <= y + height;
        }

        boolean meets(Box other) {
            return x <= other.x + other.width
                    && other.x <= x + width
                    && y <= other.y + other.height
                    && other.y <= y + height;
        }
    }

    /** A whole point of the drawing. */
    record Spot(long x, long y) {}

    /** Shows these outlines whole and as large as the box allows. */
    static Viewport fit(Projection projection, List<Outline> outlines, Box box) {
        List<Point> points = outlines.stream()
                .flatMap(outline -> outline.rings().stream())
                .flatMap(List::stream)
                .map(position -> projection.project(position.lon(), position.lat()))
                .toList();
        double west = points.stream().mapToDouble(Point::east).min().orElseThrow();
        double east = points.stream().mapToDouble(Point::east).max().orElseThrow();
        double south = points.stream().mapToDouble(Point::north).min().orElseThrow();
        double north = points.stream().mapToDouble(Point::north).max().orElseThrow();
        double scale = Math.min(box.width() / (east - west), box.height() / (north - south));
        return new Viewport(projection, box, scale, new Point((west + east) / 2, (south + north) / 2));
    }

    /** The same at the same scale in a larger box around it. */
    Viewport widened(Box larger) {
        return new Viewport(projection, larger, scale, middle);
    }

    /** Where a place lies in the drawing. */
    Spot spot(double lon, double lat) {
        Point point = projection.project(lon, lat);
        return new Spot(
                Math.round(box.x() + box.width() / 2.0 + (point.east() - middle.east()) * scale),
                Math.round(box.y() + box.height() / 2.0 - (point.north() - middle.north()) * scale));
    }

    /** Whether the outline's bounds meet the box. */
    boolean reaches(Outline outline) {
        return bounds(List.of(outline)).meets(box);
    }

    /** The least rectangle around these outlines. */
    Box bounds(List<Outline> outlines) {
        List<Spot> spots = outlines.stream()
                .flatMap(outline -> outline.rings().stream())
                .flatMap(List::stream)
                .map(position -> spot(position.lon(), position.lat()))
                .toList();
        LongSummaryStatistics x = spots.stream().collect(Collectors.summarizingLong(Spot::x));
        LongSummaryStatistics y = spots.stream().collect(Collectors.summarizingLong(Spot::y));
        return new Box(
                Math.toIntExact(x.getMin()),
                Math.toIntExact(y.getMin()),
                Math.toIntExact(x.getMax() - x.getMin()),
                Math.toIntExact(y.getMax() - y.getMin()));
    }

    /** The outline as an SVG path in whole units: what is finer than a unit is left out. */
    String path(Outline outline) {
        return outline.rings().stream().map(this::ring).collect(Collectors.joining());
    }

    private String ring(List<Position> ring) {
        StringBuilder path = new StringBuilder();
        Spot last = spot(ring.get(0).lon(), ring.get(0).lat());
        path.append('M').append(pair(last.x(), last.y()));
        for (Position position : ring.subList(1, ring.size() - 1)) {
            Spot next = spot(position.lon(), position.lat());
            if (!next.equals(last)) {
                path.append('l').append(pair(next.x() - last.x(), next.y() - last.y()));
                last = next;
            }
        }
        return path.append('z').toString();
    }

    private static String pair(long x, long y) {
        return x + (y < 0 ? "" : " ") + y;
    }
}
