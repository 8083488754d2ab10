package vigie.reports.render;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map, ready to be written by {@code map.jte}; units are those of its {@code viewBox}. Later entries of a list lie above
 * earlier ones.
 *
 * @param areas départements
 * @param frames around what is shown apart
 * @param marks communes
 * @param labels words in the drawing
 * @param rings around what the map is about
 */
public record MapDrawing(
        String id,
        String title,
        String description,
        int width,
        int height,
        List<Area> areas,
        List<Line> frames,
        List<Mark> marks,
        List<Label> labels,
        List<Line> rings) {

    public MapDrawing {
        areas = List.copyOf(areas);
        frames = List.copyOf(frames);
        marks = List.copyOf(marks);
        labels = List.copyOf(labels);
        rings = List.copyOf(rings);
    }

    /**
     * A département.
     *
     * @param path its outline, as SVG writes it
     * @param style class beside {@code map-area}: {@code here}, {@code near} for a neighbour, or empty
     * @param href where it leads to, or null
     */
    public record Area(
            String name,
            String path,
            String style,
            @Nullable String href) {}

    /** A line that is no border. */
    public record Line(String path) {

        static Line around(Viewport.Box box) {
            return new Line(
                    "M" + box.x() + " " + box.y() + "h" + box.width() + "v" + box.height() + "h-" + box.width() + "z");
        }

        static Line ring(Viewport.Spot spot) {
            return new Line("M" + spot.x() + " " + spot.y() + "m-22 0a22 22 0 1 0 44 0a22 22 0 1 0-44 0z");
        }
    }

    /**
     * One commune, or several that cannot be told apart at this scale.
     *
     * @param tone of the most advanced of them
     * @param vague whether only the département is known
     * @param label names and stages
     * @param href where it leads to, or null; of several communes their département's, if it has one
     * @param count of communes
     */
    public record Mark(
            Tone tone,
            boolean vague,
            long x,
            long y,
            String label,
            @Nullable String href,
            int count) {

        /** Its shape. */
        public String path() {
            return tone.shape(x, y);
        }
    }

    /**
     * Words.
     *
     * @param style class beside {@code map-label}
     */
    public record Label(String text, long x, long y, String style) {

        private static final int LINE = 34;
        /** Of half a letter of that style, on average. */
        private static final int HALF_LETTER = 8;

        /** The name of the place that a map is about: above its ring, or below where there is no room. */
        static Label here(Viewport.Spot spot, String name, Viewport.Box box) {
            long half = Math.min(box.width() / 2, (long) name.length() * HALF_LETTER);
            return new Label(
                    name,
                    Math.max(box.x() + half, Math.min(box.x() + box.width() - half, spot.x())),
                    spot.y() < 2 * LINE ? spot.y() + LINE + LINE / 2 : spot.y() - LINE,
                    "here");
        }
    }

    /** Whether something in it leads somewhere. */
    public boolean isLinked() {
        return areas.stream().anyMatch(area -> area.href() != null)
                || marks.stream().anyMatch(mark -> mark.href() != null);
    }

    /** The tones that occur, the most advanced first, for a legend. */
    public List<Tone> tones() {
        Set<Tone> found = EnumSet.noneOf(Tone.class);
        marks.forEach(mark -> found.add(mark.tone()));
        return found.stream().sorted((one, other) -> other.compareTo(one)).toList();
    }

    /** Whether a mark stands at the middle of its département for want of anything better. */
    public boolean isVague() {
        return marks.stream().anyMatch(Mark::vague);
    }

    /** Whether a mark stands for several communes. */
    public boolean isStacked() {
        return marks.stream().anyMatch(mark -> mark.count() > 1);
    }
}
