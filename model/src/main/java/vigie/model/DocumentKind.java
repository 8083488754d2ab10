package vigie.model;

/** What kind of publication a document is; French terms of art. */
public enum DocumentKind implements Term {
    DELIBERATION,
    PROCES_VERBAL,
    DECISION,
    ARRETE,
    AVIS_DE_MARCHE,
    AVIS_ATTRIBUTION,
    MARCHE_CONCLU,
    AVENANT,
    AUTORISATION_PREFECTORALE,
    MAGAZINE,
    PRESSE,
    AUTRE
}
