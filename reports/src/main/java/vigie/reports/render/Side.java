package vigie.reports.render;

import vigie.model.Term;
import vigie.reports.render.Viewport.Box;
import vigie.reports.render.Viewport.Spot;

/** In which part of a piece of land something lies, row by row from the north-west. */
public enum Side implements Term {
    NORTH_WEST,
    NORTH,
    NORTH_EAST,
    WEST,
    MIDDLE,
    EAST,
    SOUTH_WEST,
    SOUTH,
    SOUTH_EAST;

    private static final int THIRDS = 3;

    static Side of(Spot spot, Box land) {
        return values()[THIRDS * third(spot.y() - land.y(), land.height()) + third(spot.x() - land.x(), land.width())];
    }

    private static int third(long distance, int whole) {
        return Math.toIntExact(Math.max(0, Math.min(THIRDS - 1, distance * THIRDS / Math.max(1, whole))));
    }
}
