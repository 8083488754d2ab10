package vigie.model;

/** Types of commune in the Code officiel géographique (INSEE). A code is unique only together with its type. */
public enum CommuneType implements Term {
    ACTUELLE,
    DELEGUEE,
    ASSOCIEE,
    ARRONDISSEMENT
}
