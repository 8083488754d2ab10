package vigie.crawler.nutch;

import org.apache.nutch.protocol.ProtocolStatus;
import org.jspecify.annotations.Nullable;
import vigie.model.Attempt;

/**
 * What came of asking for a page.
 *
 * @param status the same in Nutch's terms
 * @param response null where there was no page, or an unchanged one
 * @param body empty where {@code response} names the file that holds it
 */
record Asked(
        Attempt attempt, ProtocolStatus status, @Nullable Response response, byte[] body) {

    /** Without a page. */
    static Asked without(Attempt attempt, ProtocolStatus status) {
        return new Asked(attempt, status, null, new byte[0]);
    }
}
