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

    /** The gap that the seed or the settings want, before robots.txt is heard. */
    static Duration gap(Source source, CrawlSettings settings) {
        if (source.gap() != null) {
            return source.gap();
        }
        return source.kind() == SourceKind.FEED ? settings.feedGap() : settings.siteGap();
    }
}
