package vigie.model;

/** What a mention refers to. */
public enum MentionKind implements Term {
    VENDOR,
    PRODUCT,
    TECHNOLOGY,
    FUNCTION,
    EUPHEMISM,
    LEGAL,
    COMMUNE,
    BUYER,
    AMOUNT,
    DATE,
    REFERENCE,
    ORGANISATION
}
