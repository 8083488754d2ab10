package vigie.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://ville.example/a.pdf", "https://ville.example/?q=1", "HTTPS://ville.example/é"})
    void webAddressIsLinked(String url) {
        assertThat(Link.outward(url)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt://ville.example/%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
                "//ville.example/",
                "/claim/x",
                "http://ville example/",
                " javascript:alert(1)",
                ""
            })
    void anythingElseIsText(String url) {
        assertThat(Link.outward(url)).isNull();
    }
}
