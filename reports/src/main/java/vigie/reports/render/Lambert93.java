package vigie.reports.render;

/**
 * Lambert-93 (EPSG:2154), the legal projection of the mainland and Corsica: conformal conic with two standard parallels,
 * 44° and 49°, on the ellipsoid GRS 80. Formulas: IGN, NTG 71 "Projection cartographique conique conforme de Lambert".
 */
final class Lambert93 implements Projection {

    private static final double SEMI_MAJOR_AXIS = 6_378_137;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));

    private static final double ORIGIN_LON = 3;
    private static final double ORIGIN_LAT = 46.5;
    private static final double FALSE_EAST = 700_000;
    private static final double FALSE_NORTH = 6_600_000;

    private final double exponent;
    private final double scale;
    private final double originRadius;

    Lambert93() {
        double south = Math.toRadians(44);
        double north = Math.toRadians(49);
        this.exponent = Math.log(parallel(south) / parallel(north)) / (isometric(north) - isometric(south));
        this.scale = SEMI_MAJOR_AXIS * parallel(south) * Math.exp(exponent * isometric(south)) / exponent;
        this.originRadius = radius(ORIGIN_LAT);
    }

    @Override
    public Point project(double lon, double lat) {
        double radius = radius(lat);
        double angle = exponent * Math.toRadians(lon - ORIGIN_LON);
        return new Point(FALSE_EAST + radius * Math.sin(angle), FALSE_NORTH + originRadius - radius * Math.cos(angle));
    }

    private double radius(double lat) {
        return scale * Math.exp(-exponent * isometric(Math.toRadians(lat)));
    }

    /** Radius of the parallel, on an ellipsoid with a semi-major axis of 1. */
    private static double parallel(double lat) {
        double sine = ECCENTRICITY * Math.sin(lat);
        return Math.cos(lat) / Math.sqrt(1 - sine * sine);
    }

    private static double isometric(double lat) {
        double sine = ECCENTRICITY * Math.sin(lat);
        return Math.log(Math.tan(Math.PI / 4 + lat / 2) * Math.pow((1 - sine) / (1 + sine), ECCENTRICITY / 2));
    }
}
