package vigie.crawler.focus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrapsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ville.example/agenda/2026/03",
                "https://ville.example/agenda/2026-03-12",
                "https://ville.example/calendrier?mois=3&annee=2031",
                "https://ville.example/evenements/?tribe-bar-date=2026-03-01",
                "https://ville.example/conseil/conseil/conseil/",
                "https://ville.example/a/b/a/b/",
                "https://ville.example/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15",
                "https://ville.example/style.css",
                "https://ville.example/images/photo.WEBP",
                "https://ville.example/video.mp4",
                "https://ville.example/plans.rar",
                "https://ville.example/wp-admin/",
                "https://ville.example/actualites/feed/",
                "https://ville.example/liste?a=1&b=2&c=3&d=4&e=5&f=6&g=7",
                "https://ville.example/liste?tri=date",
                "https://ville.example/article?replytocom=12",
                "not an address"
            })
    void isNotAskedFor(String url) {
        assertThat(Traps.is(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ville.example/",
                "https://ville.example/conseil-municipal/deliberations/2024",
                "https://ville.example/wp-content/uploads/2024/03/PV-du-12-mars.pdf",
                "https://ville.example/agenda/2024/03/deliberation-7.pdf",
                "https://ville.example/agenda",
                "https://ville.example/agenda/2024/03/conseil.zip",
                "https://ville.example/telecharger?id=12&type=pv",
                "https://ville.example/deliberations?page=4",
                "https://ville.example/index.php?option=com_docman&view=download&id=3&Itemid=12",
                "https://ville.example/feedback-des-habitants",
                "https://ville.example/actualites/2024/03/la-ville-installe-des-cameras"
            })
    void isWorthARequest(String url) {
        assertThat(Traps.is(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://v.example/a/scan.JPG", "https://v.example/a.jpeg?v=2", "https://v.example/a.tif"})
    void imagesAreKnownByTheirAddress(String url) {
        assertThat(Traps.isImage(url)).isTrue();
        assertThat(Traps.isImage(url.replaceFirst("\\.\\w+(\\?.*)?$", ".pdf"))).isFalse();
    }

    @Test
    void archivesAreKnownByTheirAddress() {
        assertThat(Traps.isArchive("https://v.example/seance.ZIP?v=2")).isTrue();
        assertThat(Traps.isArchive("https://v.example/zip?file=seance.pdf")).isFalse();
    }

    @Test
    void endlessAddressIsATrap() {
        assertThat(Traps.is("https://ville.example/" + "a".repeat(600))).isTrue();
    }
}
