package vigie.reports.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vigie.model.Json;

/**
 * The outlines of the 101 départements, in the order of their codes; immutable.
 *
 * <p>Read from TopoJSON (<a href="https://github.com/topojson/topojson-specification">specification</a>): borders are
 * arcs that neighbours share, in steps of a grid; {@code ~i} means arc {@code i} backwards.
 */
record Contours(List<Outline> outlines) {

    private static final String RESOURCE = "/vigie/reports/map/departements.topojson";

    Contours {
        outlines = List.copyOf(outlines);
    }

    /** A département: its islands and, were there any, its holes. */
    record Outline(String code, String name, List<List<Position>> rings) {

        Outline {
            rings = rings.stream().map(List::copyOf).toList();
        }
    }

    /** Degrees, WGS 84. */
    record Position(double lon, double lat) {}

    static Contours read() {
        try (InputStream file = Contours.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            JsonNode topology = Json.mapper().readTree(file);
            List<List<Position>> arcs = arcs(topology);
            List<Outline> outlines = new ArrayList<>();
            for (JsonNode geometry : topology.at("/objects/departements/geometries")) {
                outlines.add(new Outline(
                        geometry.path("id").asText(),
                        geometry.at("/properties/name").asText(),
                        rings(geometry, arcs)));
            }
            return new Contours(outlines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<Position>> arcs(JsonNode topology) {
        JsonNode scale = topology.at("/transform/scale");
        JsonNode origin = topology.at("/transform/translate");
        List<List<Position>> arcs = new ArrayList<>();
        for (JsonNode steps : topology.path("arcs")) {
            List<Position> arc = new ArrayList<>();
            int x = 0;
            int y = 0;
            for (JsonNode step : steps) {
                x += step.get(0).asInt();
                y += step.get(1).asInt();
                arc.add(new Position(
                        origin.get(0).asDouble() + x * scale.get(0).asDouble(),
                        origin.get(1).asDouble() + y * scale.get(1).asDouble()));
            }
            arcs.add(arc);
        }
        return arcs;
    }

    private static List<List<Position>> rings(JsonNode geometry, List<List<Position>> arcs) {
        List<List<Position>> rings = new ArrayList<>();
        boolean one = geometry.path("type").asText().equals("Polygon");
        for (JsonNode polygon : one ? List.of(geometry.path("arcs")) : geometry.path("arcs")) {
            polygon.forEach(ring -> rings.add(ring(ring, arcs)));
        }
        return rings;
    }

    private static List<Position> ring(JsonNode indices, List<List<Position>> arcs) {
        List<Position> ring = new ArrayList<>();
        for (JsonNode index : indices) {
            int number = index.asInt();
            List<Position> arc = new ArrayList<>(arcs.get(number < 0 ? ~number : number));
            if (number < 0) {
                Collections.reverse(arc);
            }
            ring.addAll(ring.isEmpty() ? arc : arc.subList(1, arc.size()));
        }
        return ring;
    }
}
