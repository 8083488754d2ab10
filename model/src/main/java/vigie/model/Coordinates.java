package vigie.model;

/**
 * A place on the map.
 *
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param precision {@code place} = the commune itself, {@code parent} = the commune that it belongs to,
 *     {@code departement} = only the département's centre is known
 */
public record Coordinates(double lat, double lon, String precision) {}
