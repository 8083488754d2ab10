package vigie.model;

/** A département or collectivity of its rank; {@code lat}/{@code lon} is the mean place of its inhabitants. */
public record Departement(String code, String name, String region, String regionName, double lat, double lon) {}
