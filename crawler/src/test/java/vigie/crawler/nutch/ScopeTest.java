package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceKind;

class ScopeTest {

    private final Source town = source("town", "www.ville.example", "docs.ville.example");
    private final Source one = source("one", "partage.example");
    private final Source other = source("other", "partage.example");
    private final Scope scope = new Scope(List.of(town, one, other));

    @Test
    void hostsOfASourceAreInScopeWithAndWithoutWww() {
        assertThat(scope.contains("https://ville.example/a")).isTrue();
        assertThat(scope.contains("https://WWW.ville.example:8443/a")).isTrue();
        assertThat(scope.contains("https://docs.ville.example/a")).isTrue();
    }

    @Test
    void otherHostsAreOut() {
        assertThat(scope.contains("https://autre.example/")).isFalse();
        assertThat(scope.contains("https://ville.example.attaquant.example/")).isFalse();
        assertThat(scope.contains("https://ville.example@autre.example/")).isFalse();
        assertThat(scope.contains("nonsense")).isFalse();
    }

    @Test
    void sharedHostBelongsToTheSourceThatLedThere() {
        assertThat(scope.sourceOf("https://partage.example/x", "other")).contains(other);
        assertThat(scope.sourceOf("https://partage.example/x", "town")).contains(one);
        assertThat(scope.contains(other, "https://partage.example/x")).isTrue();
        assertThat(scope.contains(town, "https://partage.example/x")).isFalse();
    }

    private static Source source(String id, String... hosts) {
        URI url = URI.create("https://" + hosts[0] + "/");
        return new Source(
                id,
                id,
                SourceKind.SITE,
                url,
                List.of(url),
                Set.of(hosts),
                Publisher.unknown(),
                null,
                Map.of(),
                Set.of(),
                null,
                null,
                "test",
                null);
    }
}
