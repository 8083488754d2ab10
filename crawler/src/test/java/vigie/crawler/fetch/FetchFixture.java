package vigie.crawler.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceKind;
import vigie.model.config.CrawlSettings;
import vigie.model.config.OcrSettings;
import vigie.model.config.RoundSettings;

/** Sources and settings for tests: no gap, short limits, everything of {@code town.localhost} allowed. */
final class FetchFixture {

    static final Duration GRACE = Duration.ofMillis(300);

    private FetchFixture() {}

    static Source source(String... allowedHosts) {
        return source(Duration.ZERO, allowedHosts);
    }

    static Source source(@Nullable Duration gap, String... allowedHosts) {
        URI home = URI.create("http://town.localhost/");
        return new Source(
                "town",
                "Town",
                SourceKind.SITE,
                home,
                List.of(home),
                Set.of("town.localhost"),
                Publisher.unknown(),
                null,
                Map.of(),
                Set.of(allowedHosts),
                gap,
                null,
                "test",
                null);
    }

    static Source town() {
        return source("town.localhost", "other.localhost");
    }

    static Fetcher fetcher() {
        return fetcher(settings());
    }

    static Fetcher fetcher(CrawlSettings settings) {
        return fetcher(settings, Clock.systemUTC(), Dns.SYSTEM);
    }

    static Fetcher fetcher(CrawlSettings settings, Clock clock, Dns resolver) {
        return new Fetcher(settings, "0.1.0", clock, resolver, System::nanoTime, GRACE);
    }

    static CrawlSettings settings() {
        return settings(Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    static CrawlSettings settings(Duration connectTimeout, Duration totalTime) {
        return new CrawlSettings(
                "https://example.org/contact",
                Duration.ofMillis(150),
                Duration.ofMillis(50),
                Duration.ofSeconds(30),
                connectTimeout,
                totalTime,
                1_000,
                1 << 20,
                100,
                3,
                4,
                2,
                100,
                RoundSettings.defaults(),
                Duration.ofDays(7),
                Duration.ofSeconds(10),
                128,
                OcrSettings.off(),
                Duration.ofMinutes(1));
    }
}
