package vigie.crawler.fetch;

import java.time.Duration;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import vigie.model.Source;
import vigie.model.SourceKind;
import vigie.model.config.CrawlSettings;

/**
 * One request to one server.
 *
 * @param body sent by POST unless empty, then by GET
 * @param gap to keep to the host's last request
 */
record Ask(Source source, HttpUrl url, byte[] body, Headers headers, Duration gap, BodyLimits limits) {

    /**
     * The gap that the seed or the settings want, before robots.txt is heard. A seed may ask for a shorter one than the
     * settings only on hosts whose address it allows by name, that is on machines of the operator's own.
     */
    static Duration gap(Source source, CrawlSettings settings) {
        Duration usual = source.kind() == SourceKind.FEED ? settings.feedGap() : settings.siteGap();
        Duration wanted = source.gap();
        if (wanted == null) {
            return usual;
        }
        boolean own = source.allowedAddresses().containsAll(source.hosts());
        return own || wanted.compareTo(usual) > 0 ? wanted : usual;
    }
}
