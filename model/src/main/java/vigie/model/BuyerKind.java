package vigie.model;

/** What kind of public body a buyer is. */
public enum BuyerKind implements Term {
    COMMUNE,
    EPCI,
    DEPARTEMENT,
    REGION,
    ETAT,
    OTHER
}
