package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;
import vigie.model.Commune;
import vigie.model.CommuneType;
import vigie.model.Coordinates;
import vigie.model.Modality;
import vigie.model.Stage;
import vigie.model.id.InseeCode;
import vigie.reports.render.Contours.Outline;
import vigie.reports.render.MapContent.Dot;
import vigie.reports.render.MapDrawing.Area;
import vigie.reports.render.MapDrawing.Label;
import vigie.reports.render.MapDrawing.Mark;

class FranceMapTest {

    private static final int BASE_MAP_BYTES = 120_000;
    private static final int SMALL_MAP_BYTES = 45_000;

    private final FranceMap map = FranceMap.read();
    private final Texts french = new Texts(Locale.FRENCH);

    @Test
    void everyDepartementHasAnOutline() {
        List<Outline> outlines = Contours.read().outlines();

        assertThat(outlines)
                .hasSize(101)
                .extracting(Outline::code)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(outlines)
                .extracting(Outline::code)
                .contains("01", "2A", "2B", "75", "95", "971", "972", "973", "974", "976");
        assertThat(outlines).extracting(Outline::name).contains("Haut-Rhin", "Seine-et-Marne", "Guyane");
        assertThat(outlines)
                .flatExtracting(Outline::rings)
                .allSatisfy(ring -> assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1)));
    }

    @Test
    void baseMapIsSmall() {
        assertThat(svg(map.national(content())).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(BASE_MAP_BYTES);
    }

    @Test
    void inventedTownsLieAtSea() {
        assertThat(map.national(content(dot("99", 5.1, 42.75, "Val-Moreau", Tone.USE)))
                        .marks())
                .hasSize(1);
        assertThat(map.shows("99")).isFalse();
    }

    /** Towns at the edges of the country; x and y as the eye finds them on the drawing. */
    @ParameterizedTest
    @CsvSource({
        "29, -4.4861, 48.3904, 140, 290",
        "59, 2.3768, 51.0344, 560, 75",
        "67, 7.7521, 48.5734, 885, 290",
        "2A, 9.1503, 41.3874, 1029, 960",
        "66, 2.8956, 42.6986, 600, 851"
    })
    void townsLieWhereTheyBelong(String departement, double lon, double lat, long x, long y) {
        Mark mark = map.national(content(dot(departement, lon, lat, "place", Tone.USE)))
                .marks()
                .get(0);

        assertThat(Math.abs(mark.x() - x)).as("x %s", mark.x()).isLessThan(25);
        assertThat(Math.abs(mark.y() - y)).as("y %s", mark.y()).isLessThan(25);
    }

    @Test
    void overseasAndParisLieInTheirInsets() {
        MapDrawing drawing = map.national(content(
                dot("974", 55.45, -20.88, "place", Tone.USE),
                dot("973", -52.33, 4.92, "place", Tone.USE),
                dot("93", 2.36, 48.93, "place", Tone.USE)));

        assertThat(drawing.marks())
                .hasSize(3)
                .allSatisfy(mark -> assertThat(mark.x()).isLessThan(280));
        assertThat(drawing.labels())
                .extracting(Label::text)
                .contains("Paris et petite couronne", "La Réunion", "Mayotte", "Guyane");
    }

    @Test
    void nothingIsMarkedWhereThereIsNoMap() {
        assertThat(map.shows("978")).isFalse();
        assertThat(map.shows("2A")).isTrue();
        assertThat(map.national(content(dot("978", -63.08, 18.07, "place", Tone.USE)))
                        .marks())
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> map.departement("978", content()));
    }

    @Test
    void theMostAdvancedLiesOnTopAndTheVagueBelow() {
        List<Mark> marks = map.national(content(
                        dot("38", 5.72, 45.19, "place", Tone.USE),
                        dot("69", 4.83, 45.76, "departement", Tone.USE),
                        dot("42", 4.39, 45.43, "place", Tone.NO),
                        dot("26", 4.89, 44.93, "place", Tone.PLAN)))
                .marks();

        assertThat(marks).extracting(Mark::tone).containsExactly(Tone.USE, Tone.NO, Tone.PLAN, Tone.USE);
        assertThat(marks).extracting(Mark::vague).containsExactly(true, false, false, false);
    }

    @Test
    void communesOnOnePointAreCountedNotMoved() {
        MapContent content = new MapContent(
                "m",
                "t",
                "d",
                List.of(
                        dot("38", 5.5, 45.2, "departement", Tone.PLAN),
                        dot("38", 5.5, 45.2, "departement", Tone.USE),
                        dot("38", 5.5, 45.2, "place", Tone.NO)),
                Map.of("38", "/departements/38"));
        MapDrawing drawing = map.national(content);

        assertThat(drawing.marks()).hasSize(2);
        assertThat(drawing.marks().get(0).count()).isEqualTo(2);
        assertThat(drawing.marks().get(0).tone()).isEqualTo(Tone.USE);
        assertThat(drawing.marks().get(0).href()).isEqualTo("/departements/38");
        assertThat(drawing.labels()).extracting(Label::text).contains("2");
        assertThat(drawing.isStacked()).isTrue();
    }

    @Test
    void departementIsShownAmongItsNeighbours() {
        MapDrawing drawing = map.departement("38", content(dot("38", 5.72, 45.19, "place", Tone.USE)));

        assertThat(drawing.areas())
                .filteredOn(area -> area.style().equals("here"))
                .extracting(Area::name)
                .containsExactly("Isère");
        assertThat(drawing.areas())
                .filteredOn(area -> area.style().equals("near"))
                .extracting(Area::name)
                .contains("Savoie", "Drôme", "Rhône")
                .doesNotContain("Finistère", "La Réunion");
        assertThat(drawing.marks()).hasSize(1);
        assertThat(drawing.labels()).extracting(Label::text).contains("20\u00a0km");
    }

    @Test
    void everyDepartementCanBeShownAlone() {
        assertThat(Contours.read().outlines())
                .allSatisfy(outline -> assertThat(
                                map.departement(outline.code(), content()).areas())
                        .anyMatch(area -> area.style().equals("here")));
    }

    @Test
    void communeIsRingedAndNamedInItsDepartement() {
        MapDrawing drawing = map.place(commune("place"), content());

        assertThat(drawing.rings()).hasSize(1);
        assertThat(drawing.labels()).extracting(Label::text).contains("Val-Moreau");
        assertThat(drawing.areas())
                .filteredOn(area -> area.style().equals("here"))
                .extracting(Area::name)
                .containsExactly("Isère");
        assertThat(map.place(commune("departement"), content()).rings()).isEmpty();
        assertThat(map.side(commune("departement"))).isNull();
    }

    @Test
    void longNameIsNotCut() {
        String name = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson";
        Viewport.Box box = new Viewport.Box(0, 0, 500, 380);

        assertThat(Label.here(new Viewport.Spot(490, 10), name, box).x()).isEqualTo(250);
        assertThat(Label.here(new Viewport.Spot(490, 10), "Ornex", box))
                .satisfies(label -> assertThat(label.x()).isLessThan(465))
                .satisfies(label -> assertThat(label.y()).isGreaterThan(10));
    }

    @ParameterizedTest
    @CsvSource({"59, NORTH", "29, NORTH_WEST", "2A, SOUTH_EAST", "18, MIDDLE", "67, NORTH_EAST", "974,"})
    void departementIsFoundInTheCountry(String code, @Nullable Side side) {
        MapDrawing drawing = map.country(code, content());

        assertThat(map.side(code)).isEqualTo(side);
        assertThat(drawing.areas()).hasSize(101);
        assertThat(drawing.areas())
                .filteredOn(area -> area.style().equals("found"))
                .hasSize(1);
        assertThat(drawing.rings()).hasSize(1);
        assertThat(svg(drawing)).hasSizeLessThan(SMALL_MAP_BYTES);
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void everyToneHasAShapeOfItsOwn(Tone tone) {
        Set<String> others = new HashSet<>();
        EnumSet.complementOf(EnumSet.of(tone)).forEach(other -> others.add(other.shape(0, 0)));

        assertThat(others).hasSize(Tone.values().length - 1).doesNotContain(tone.shape(0, 0));
        assertThat(french.get("map.tone." + tone.id())).isNotBlank();
    }

    @Test
    void labelSaysStageAndWhetherThePlaceIsExact() {
        Dot exact = Dot.of(commune("place"), Stage.IN_USE, Modality.ASSERTED, french, null);
        Dot vague = Dot.of(commune("departement"), Stage.IN_USE, Modality.NEGATED, french, null);

        assertThat(exact).isNotNull().extracting(Dot::label).isEqualTo("Val-Moreau\u00a0: en service");
        assertThat(vague)
                .isNotNull()
                .extracting(Dot::label)
                .isEqualTo("Val-Moreau\u00a0: nié\u00a0: en service (lieu approximatif)");
        assertThat(vague.tone()).isEqualTo(Tone.NO);
    }

    @Test
    void svgIsWellFormedNamedAndWithoutStyles() throws Exception {
        Dot dot = new Dot("38", new Coordinates(45.19, 5.72, "place"), Tone.USE, "<b>\"X\" & Y</b>", "/communes/38185");
        String svg = svg(map.national(
                new MapContent("m", "Carte", "Une carte", List.of(dot), Map.of("38", "/departements/38"))));

        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg)
                .contains(
                        "role=\"group\"", "<title id=\"m-title\">Carte</title>", "<desc id=\"m-desc\">Une carte</desc>")
                .contains("href=\"/communes/38185\"", "href=\"/departements/38\"", "&lt;b>", "&amp; Y")
                .doesNotContain("style=", "<style", "<b>", "<script");
        assertThat(svg(map.national(content()))).contains("role=\"img\"").doesNotContain("<a ");
    }

    private static String svg(MapDrawing drawing) {
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("map.jte", Map.of("map", drawing), output);
        return output.toString();
    }

    private static MapContent content(Dot... dots) {
        return new MapContent("m", "t", "d", List.of(dots), Map.of());
    }

    private static Dot dot(String departement, double lon, double lat, String precision, Tone tone) {
        return new Dot(departement, new Coordinates(lat, lon, precision), tone, "label", null);
    }

    private static Commune commune(String precision) {
        return new Commune(
                new InseeCode("38999"),
                CommuneType.ACTUELLE,
                "Val-Moreau",
                null,
                "38",
                "84",
                null,
                List.of(),
                1200,
                List.of(),
                new Coordinates(45.3, 5.6, precision),
                null);
    }
}
