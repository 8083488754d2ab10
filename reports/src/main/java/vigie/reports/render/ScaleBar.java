package vigie.reports.render;

import java.util.List;
import vigie.reports.render.MapDrawing.Label;
import vigie.reports.render.MapDrawing.Line;
import vigie.reports.render.Viewport.Box;

/**
 * A round length at the lower left corner of a map, a fifth of its width at most.
 *
 * @param width in units of the drawing
 */
record ScaleBar(int kilometres, long width, Box box) {

    private static final List<Integer> LENGTHS = List.of(100, 50, 20, 10, 5, 2, 1);
    private static final int MARGIN = 24;
    private static final int TICK = 8;

    static ScaleBar of(Viewport view) {
        int kilometres = LENGTHS.stream()
                .filter(length -> width(length, view) <= view.box().width() / 5)
                .findFirst()
                .orElse(1);
        return new ScaleBar(kilometres, width(kilometres, view), view.box());
    }

    private static long width(int kilometres, Viewport view) {
        return Math.round(kilometres * 1000 * view.scale());
    }

    Line line() {
        return new Line("M" + (box.x() + MARGIN) + " " + (bottom() - TICK) + "v" + TICK + "h" + width + "v-" + TICK);
    }

    Label label() {
        return new Label(kilometres + "\u00a0km", box.x() + MARGIN + TICK, bottom() - TICK, "scale");
    }

    private int bottom() {
        return box.y() + box.height() - MARGIN;
    }
}
