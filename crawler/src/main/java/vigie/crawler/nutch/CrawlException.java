package vigie.crawler.nutch;

import org.jspecify.annotations.Nullable;

/** A crawl cannot go on; the message says why and what to do. What was archived before stays. */
public class CrawlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    public CrawlException(String message, String remedy, @Nullable Throwable cause) {
        super(message + " (" + remedy + ")", cause);
        this.remedy = remedy;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
