package vigie.reports.render;

/** From the globe to a plane. */
interface Projection {

    /**
     * Where a place lies in the plane.
     *
     * @param lon degrees east, WGS 84
     * @param lat degrees north, WGS 84
     */
    Point project(double lon, double lat);

    /** A place in the plane: metres east and north of the projection's origin. */
    record Point(double east, double north) {}
}
