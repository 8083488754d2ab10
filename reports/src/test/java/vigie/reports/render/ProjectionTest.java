package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.reports.render.Projection.Point;

class ProjectionTest {

    /** Made with PROJ's parameters of EPSG:2154 (proj4js 2.11.0). */
    @ParameterizedTest
    @CsvSource({
        "Paris, 2.3522, 48.8566, 652469.023, 6862035.259",
        "Ajaccio, 8.7386, 41.9267, 1176606.942, 6109105.932",
        "Brest, -4.4861, 48.3904, 146632.979, 6836262.327",
        "Strasbourg, 7.7521, 48.5734, 1050362.695, 6840899.647",
        "Dunkerque, 2.3768, 51.0344, 656187.517, 7104472.924"
    })
    void placesLieWhereProjPutsThem(String name, double lon, double lat, double east, double north) {
        Point point = new Lambert93().project(lon, lat);

        assertThat(point.east()).as(name).isCloseTo(east, within(0.001));
        assertThat(point.north()).as(name).isCloseTo(north, within(0.001));
    }

    @Test
    void originOfLambert93HasItsFalseCoordinates() {
        Point origin = new Lambert93().project(3, 46.5);

        assertThat(origin.east()).isCloseTo(700_000, within(1e-6));
        assertThat(origin.north()).isCloseTo(6_600_000, within(1e-6));
    }

    /** A degree of latitude is 111.2 km on the sphere; one of longitude shrinks with the cosine: 104.1 km at 20.6°. */
    @Test
    void localProjectionKeepsDistancesNearItsMiddle() {
        LocalProjection island = new LocalProjection(55.5, -20.6);

        assertThat(island.project(55.5, -20.6)).isEqualTo(new Point(0, 0));
        assertThat(island.project(55.5, -19.6).north()).isCloseTo(111_195, within(5.0));
        assertThat(island.project(56.5, -20.6).east()).isCloseTo(104_085, within(5.0));
    }
}
