package vigie.model;

/** What a mention refers to. */
public enum MentionKind implements Term {
    VENDOR,
    PRODUCT,
    TECHNOLOGY,
    FUNCTION,
    EUPHEMISM,
    LEGAL,
    /** Names nothing by itself, but something may be named beside it. */
    HINT,
    COMMUNE,
    BUYER,
    AMOUNT,
    DATE,
    REFERENCE,
    ORGANISATION
}
