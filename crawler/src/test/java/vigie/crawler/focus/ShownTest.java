package vigie.crawler.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownTest {

    private final Shown shown = new Shown();

    @Test
    void onlyTheFirstPageIsCreditedWithALink() {
        assertThat(shown.firstShown(links("/menu", "/pv-1.pdf"))).containsOnlyKeys("/menu", "/pv-1.pdf");
        assertThat(shown.firstShown(links("/menu", "/pv-2.pdf"))).containsOnlyKeys("/pv-2.pdf");
        assertThat(shown.firstShown(links("/menu", "/pv-1.pdf"))).isEmpty();
    }

    @Test
    void addressesThatDifferByANumberAreTakenForEachOtherNearlyNever() {
        int first = 0;
        for (int i = 0; i < 100_000; i++) {
            first += shown.firstShown(links("https://v.example/telecharge.php?id=" + i))
                    .size();
        }
        assertThat(first).isGreaterThan(98_500);
    }

    private static Map<String, Promise> links(String... urls) {
        Map<String, Promise> links = new LinkedHashMap<>();
        for (String url : urls) {
            links.put(url, new Promise(12, 0, "list", null, ""));
        }
        return links;
    }
}
