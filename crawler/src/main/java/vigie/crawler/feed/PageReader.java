package vigie.crawler.feed;

import java.util.List;
import vigie.model.Capture;
import vigie.model.Link;

/** Reads the links out of a web page: absolute, in order, with the text that a reader clicks on. */
@FunctionalInterface
public interface PageReader {

    /** The links of {@code payload}; none where it is no page. */
    List<Link> links(Capture capture, byte[] payload);
}
