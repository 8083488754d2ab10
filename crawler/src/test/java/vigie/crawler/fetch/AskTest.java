package vigie.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceKind;
import vigie.model.config.CrawlSettings;

class AskTest {

    private static final String HOST = "ville.example";

    @Test
    void seedCannotHurryOnOtherPeoplesServers() {
        assertThat(gap(Duration.ofMillis(10), Set.of())).isEqualTo(Duration.ofSeconds(5));
        assertThat(gap(Duration.ofSeconds(9), Set.of())).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void seedDecidesOnServersOfItsOwn() {
        assertThat(gap(Duration.ofMillis(10), Set.of(HOST))).isEqualTo(Duration.ofMillis(10));
    }

    private static Duration gap(Duration wanted, Set<String> allowed) {
        Source source = new Source(
                "ville",
                "Ville",
                SourceKind.SITE,
                URI.create("http://" + HOST + "/"),
                List.of(),
                Set.of(HOST),
                Publisher.unknown(),
                null,
                Map.of(),
                allowed,
                wanted,
                null,
                "test",
                null);
        return Ask.gap(source, CrawlSettings.defaults());
    }
}
