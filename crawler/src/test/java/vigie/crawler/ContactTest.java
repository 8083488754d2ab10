package vigie.crawler;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vigie.model.Publisher;
import vigie.model.Source;
import vigie.model.SourceKind;
import vigie.model.config.CrawlSettings;

class ContactTest {

    private static final CrawlSettings NOBODY = CrawlSettings.defaults();

    @Test
    void publicSiteNeedsSomebodyToTurnTo() {
        assertThatThrownBy(() -> Contact.check(NOBODY, List.of(source(Set.of()))))
                .isInstanceOf(ContactException.class)
                .hasMessageContaining("ville")
                .hasMessageContaining("contact:")
                .hasMessageContaining("config/crawl.yml");
    }

    @Test
    void oneHostThatIsNotAllowedIsPublicEnough() {
        assertThatThrownBy(() -> Contact.check(NOBODY, List.of(source(Set.of("ville.example")))))
                .isInstanceOf(ContactException.class);
    }

    @Test
    void sitesOnAllowedAddressesNeedNone() {
        assertThatCode(() -> Contact.check(NOBODY, List.of(source(Set.of("ville.example", "docs.ville.example")))))
                .doesNotThrowAnyException();
    }

    private static Source source(Set<String> allowed) {
        URI url = URI.create("https://ville.example/");
        return new Source(
                "ville",
                "Ville",
                SourceKind.SITE,
                url,
                List.of(url),
                Set.of("ville.example", "docs.ville.example"),
                Publisher.unknown(),
                null,
                Map.of(),
                allowed,
                null,
                null,
                "test",
                null);
    }
}
