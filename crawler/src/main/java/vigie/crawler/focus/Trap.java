package vigie.crawler.focus;

/** Why addresses of a host are left out: spaces without end, and forms of address that give nothing new. */
public enum Trap {
    CALENDAR("views of a calendar"),
    GROWING_PATH("paths that repeat themselves or grow"),
    MANY_PARAMETERS("addresses of very many parameters"),
    TOO_LONG("addresses that are too long or none at all"),
    ECHOES("forms of address that lead to known pages again, or to pages that say that nothing is there");

    private final String words;

    Trap(String words) {
        this.words = words;
    }

    /** What is left out, in English, for an issue. */
    public String words() {
        return words;
    }
}
