package vigie.crawler;

import vigie.crawler.nutch.CrawlException;

/** Public sites are to be crawled, and nobody is named to whom their owners could turn: nothing was started. */
public final class ContactException extends CrawlException {

    private static final long serialVersionUID = 1L;

    private final String source;

    ContactException(String source) {
        super(
                "no contact is set, and " + source + " is a public site",
                "put 'contact:' with a web page or mail address of yours into config/crawl.yml, so that site owners "
                        + "can reach you",
                null);
        this.source = source;
    }

    /** Id of a public source that was to be crawled. */
    public String source() {
        return source;
    }
}
