package vigie.reports.render;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.Coordinates;
import vigie.reports.render.Contours.Outline;
import vigie.reports.render.MapDrawing.Area;
import vigie.reports.render.MapDrawing.Label;
import vigie.reports.render.MapDrawing.Line;
import vigie.reports.render.MapDrawing.Mark;
import vigie.reports.render.Viewport.Box;
import vigie.reports.render.Viewport.Spot;

/**
 * Draws maps of France without a map server: Lambert-93 for the mainland and Corsica, insets with a projection of their
 * own for the overseas départements, and an enlarged one for Paris and the petite couronne, whose communes are marked
 * there alone. Immutable, thread-safe, worth keeping: outlines are read and projected once.
 *
 * <p>{@code map.jte} writes a drawing, {@code legend.jte} its legend. Both have classes only; their colours are in
 * {@code /vigie/reports/map/map.css} and, for screens on top of it, {@code map-dark.css}. Links in a drawing are out of the tab order: give the same as a list beside it.
 *
 * <p>Dots that fall on one point become one mark with a count; nothing is ever moved from its place.
 */
public final class FranceMap {

    private static final Box WHOLE = new Box(0, 0, 1060, 970);
    private static final Box MAINLAND = new Box(100, 68, 952, 894);
    private static final Box CLOSE = new Box(0, 0, 1000, 760);
    private static final int MARGIN = 40;

    private static final Box SMALL = new Box(0, 0, 500, 380);
    private static final double TINY = 0.28;

    private static final Set<String> PETITE_COURONNE = Set.of("75", "92", "93", "94");
    private static final Inset PARIS = new Inset("Paris et petite couronne", PETITE_COURONNE, new Box(8, 8, 272, 238));
    private static final List<Inset> INSETS = List.of(
            PARIS,
            new Inset("Guadeloupe", Set.of("971"), new Box(8, 480, 126, 150)),
            new Inset("Martinique", Set.of("972"), new Box(142, 480, 126, 150)),
            new Inset("Guyane", Set.of("973"), new Box(8, 638, 126, 160)),
            new Inset("La Réunion", Set.of("974"), new Box(142, 638, 126, 160)),
            new Inset("Mayotte", Set.of("976"), new Box(8, 806, 126, 156)));

    /** Code of what is no département: communes of a sample world lie at sea. */
    private static final String INVENTED = "99";

    private final List<Outline> outlines;

    private final Lambert93 lambert = new Lambert93();
    private final List<Pane> panes;
    private final List<Pane> tiny;

    /** What is shown apart on the national map, and where. */
    private record Inset(String name, Set<String> departements, Box box) {

        private static final int CAPTION = 24;
        private static final int PADDING = 8;

        Box land() {
            return new Box(box.x(), box.y(), box.width(), box.height() - CAPTION).within(PADDING);
        }

        Label caption() {
            return new Label(name, box.x() + PADDING, (long) box.y() + box.height() - PADDING, "inset");
        }
    }

    /**
     * A part of the national map.
     *
     * @param marked départements whose communes are marked here
     */
    private record Pane(Viewport view, List<Land> land, Set<String> marked) {}

    /** A département as a pane draws it. */
    private record Land(Outline outline, String path) {}

    private FranceMap(List<Outline> outlines) {
        this.outlines = outlines;
        this.panes = Stream.concat(
                        Stream.of(mainland(MAINLAND)), INSETS.stream().map(inset -> inset(inset, inset.land())))
                .toList();
        this.tiny = Stream.concat(
                        Stream.of(mainland(MAINLAND.scaled(TINY))),
                        INSETS.stream()
                                .filter(inset -> !inset.equals(PARIS))
                                .map(inset ->
                                        inset(inset, inset.box().scaled(TINY).within(2))))
                .toList();
    }

    /** Reads the outlines. */
    public static FranceMap read() {
        return new FranceMap(Contours.read().outlines());
    }

    /** The style sheet of maps and legends on screens, by day and by night, for pages that hold their own. */
    public String styles() {
        return paperStyles() + read("map-dark.css");
    }

    /** The same for paper: to be given to {@code map.jte} and {@code legend.jte}, for a PDF styles drawings by themselves. */
    public String paperStyles() {
        return read("map.css");
    }

    private static String read(String sheet) {
        try (InputStream file = FranceMap.class.getResourceAsStream("/vigie/reports/map/" + sheet)) {
            if (file == null) {
                throw new FileNotFoundException(sheet);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a map of that département; there is none of the collectivités d'outre-mer. */
    public boolean shows(String departement) {
        return outline(departement).isPresent();
    }

    /** Whether communes of that département are marked on the map of the whole country. */
    public boolean marks(String departement) {
        return panes.stream().anyMatch(pane -> pane.marked().contains(departement));
    }

    /** The whole country. */
    public MapDrawing national(MapContent content) {
        List<Mark> marks = panes.stream()
                .flatMap(pane -> Marks.of(content, pane.view(), pane.marked()).stream())
                .toList();
        return new MapDrawing(
                content.id(),
                content.title(),
                content.description(),
                WHOLE.width(),
                WHOLE.height(),
                panes.stream()
                        .flatMap(pane -> pane.land().stream())
                        .map(land -> area(land.outline(), land.path(), "", content))
                        .toList(),
                Stream.concat(INSETS.stream().map(inset -> Line.around(inset.box())), Stream.of(lens()))
                        .toList(),
                marks,
                Stream.concat(INSETS.stream().map(Inset::caption), Marks.counts(marks).stream())
                        .toList(),
                List.of());
    }

    /**
     * One département, its neighbours greyed.
     *
     * @throws IllegalArgumentException if there is {@linkplain #shows no map} of it
     */
    public MapDrawing departement(String code, MapContent content) {
        Outline here = known(code);
        return close(whole(here, CLOSE), here, content, List.of(), List.of());
    }

    /**
     * A commune, ringed and named, in its département, small; without ring and name where nobody knows its place better than
     * that.
     *
     * @throws IllegalArgumentException if there is {@linkplain #shows no map} of its département
     */
    public MapDrawing place(Commune commune, MapContent content) {
        Outline here = known(commune.departement());
        Viewport view = whole(here, SMALL);
        Spot spot = spot(commune, view);
        return spot == null
                ? close(view, here, content, List.of(), List.of())
                : close(
                        view,
                        here,
                        content,
                        List.of(Line.ring(spot)),
                        List.of(Label.here(spot, commune.name(), SMALL)));
    }

    /**
     * The country, tiny, a département ringed in it.
     *
     * @throws IllegalArgumentException if there is {@linkplain #shows no map} of that département
     */
    public MapDrawing country(String departement, MapContent content) {
        Outline here = known(departement);
        return new MapDrawing(
                content.id(),
                content.title(),
                content.description(),
                WHOLE.scaled(TINY).width(),
                WHOLE.scaled(TINY).height(),
                tiny.stream()
                        .flatMap(pane -> pane.land().stream())
                        .map(land ->
                                area(land.outline(), land.path(), land.outline().equals(here) ? "found" : "", content))
                        .toList(),
                tiny.stream()
                        .skip(1)
                        .map(pane -> Line.around(pane.view().box().within(-2)))
                        .toList(),
                List.of(),
                List.of(),
                tiny.stream()
                        .filter(pane -> pane.land().stream()
                                .anyMatch(land -> land.outline().equals(here)))
                        .map(pane -> Line.ring(pane.view().bounds(List.of(here)).middle()))
                        .toList());
    }

    /** In which part of its département a commune lies; null where nobody knows, or there is no map of it. */
    public @Nullable Side side(Commune commune) {
        Outline here = outline(commune.departement()).orElse(null);
        if (here == null) {
            return null;
        }
        Viewport view = whole(here, SMALL);
        Spot spot = spot(commune, view);
        return spot == null ? null : Side.of(spot, view.bounds(List.of(here)));
    }

    /** In which part of the mainland a département lies, Corsica counted to it; null overseas. */
    public @Nullable Side side(String departement) {
        Outline here = known(departement);
        Viewport mainland = tiny.get(0).view();
        return isMainland(here) ? Side.of(mainland.bounds(List.of(here)).middle(), mainland.box()) : null;
    }

    private Viewport whole(Outline here, Box box) {
        return Viewport.fit(projection(here), List.of(here), box.within(MARGIN)).widened(box);
    }

    private static @Nullable Spot spot(Commune commune, Viewport view) {
        Coordinates at = commune.coordinates();
        return at == null || at.precision().equals("departement") ? null : view.spot(at.lon(), at.lat());
    }

    private MapDrawing close(Viewport view, Outline here, MapContent content, List<Line> rings, List<Label> named) {
        List<Outline> land = outlines.stream()
                .filter(outline -> isMainland(outline) == isMainland(here))
                .filter(view::reaches)
                .sorted(Comparator.comparing(here::equals)) // drawn last, so that no neighbour hides its outline
                .toList();
        List<Mark> marks =
                Marks.of(content, view, land.stream().map(Outline::code).toList());
        ScaleBar bar = ScaleBar.of(view);
        return new MapDrawing(
                content.id(),
                content.title(),
                content.description(),
                view.box().width(),
                view.box().height(),
                land.stream()
                        .map(outline ->
                                area(outline, view.path(outline), outline.equals(here) ? "here" : "near", content))
                        .toList(),
                List.of(bar.line()),
                marks,
                Stream.of(named, Marks.counts(marks), List.of(bar.label()))
                        .flatMap(List::stream)
                        .toList(),
                rings);
    }

    private static Area area(Outline outline, String path, String style, MapContent content) {
        return new Area(outline.name(), path, style, content.links().get(outline.code()));
    }

    private Pane mainland(Box box) {
        List<Outline> land = outlines.stream().filter(FranceMap::isMainland).toList();
        return pane(
                Viewport.fit(lambert, land, box),
                land,
                Stream.concat(
                                Stream.of(INVENTED),
                                land.stream().map(Outline::code).filter(code -> !PETITE_COURONNE.contains(code)))
                        .collect(Collectors.toSet()));
    }

    private Pane inset(Inset inset, Box box) {
        List<Outline> land = outlines.stream()
                .filter(outline -> inset.departements().contains(outline.code()))
                .toList();
        return pane(Viewport.fit(projection(land.get(0)), land, box), land, inset.departements());
    }

    private static Pane pane(Viewport view, List<Outline> land, Set<String> marked) {
        return new Pane(
                view,
                land.stream()
                        .map(outline -> new Land(outline, view.path(outline)))
                        .toList(),
                marked);
    }

    /** What the inset of Paris enlarges, tied to it. */
    private Line lens() {
        List<Outline> paris = outlines.stream()
                .filter(outline -> PETITE_COURONNE.contains(outline.code()))
                .toList();
        Box small = panes.get(0).view().bounds(paris).within(-3);
        Box large = PARIS.box();
        return new Line(Line.around(small).path() + "M" + (large.x() + large.width()) + " "
                + (large.y() + large.height() / 2) + "L" + small.x() + " " + small.y());
    }

    private Projection projection(Outline outline) {
        return isMainland(outline) ? lambert : LocalProjection.around(outline);
    }

    private static boolean isMainland(Outline outline) {
        return !outline.code().startsWith("97");
    }

    private Optional<Outline> outline(String code) {
        return outlines.stream().filter(outline -> outline.code().equals(code)).findFirst();
    }

    private Outline known(String code) {
        return outline(code).orElseThrow(() -> new IllegalArgumentException("no outline of " + code));
    }
}
