package vigie.crawler.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformsTest {

    private final Platforms platforms = Platforms.shipped();

    @ParameterizedTest
    @CsvSource({
        "webdelib,https://v.example/webdelibplus/jsp/seances.jsp?role=usager",
        "document-library,https://v.example/systeme/documentheque/?documents_category=51",
        "wordpress-download-manager,https://v.example/download/pv/?wpdmdl=12",
        "joomla-docman,https://v.example/index.php?option=com_docman&task=doc_download&gid=3",
        "php-nuke,https://v.example/modules.php?name=Downloads&d_op=getit&lid=1599",
        "spip,https://v.example/spip.php?rubrique3",
        "ez-publish,https://v.example/content/download/12/34/file/PV.pdf",
        "liferay,https://v.example/documents/20182/41/pv/ab12",
        "jimdo,https://v.example/app/download/5000/pv.pdf",
        "typo3,https://v.example/fileadmin/pv.pdf",
        "drupal,https://v.example/sites/default/files/2024-03/pv.pdf",
        "wordpress,https://v.example/wp-content/uploads/2024/03/pv.pdf"
    })
    void addressesGiveAPlatformAway(String id, String link) {
        assertThat(platforms.of(null, List.of("https://v.example/", link))).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "typo3,TYPO3 CMS",
        "drupal,Drupal 10 (https://www.drupal.org)",
        "spip,SPIP 4.2.1",
        "wordpress,WordPress 6.4"
    })
    void pageSaysWhatItWasMadeBy(String id, String generator) {
        assertThat(platforms.of(generator, List.of())).contains(id);
    }

    @Test
    void specialOneComesBeforeTheGeneral() {
        assertThat(platforms.of("WordPress 6.4", List.of("https://v.example/download/pv/?wpdmdl=12")))
                .contains("wordpress-download-manager");
    }

    @Test
    void handMadeSiteIsOnNone() {
        assertThat(platforms.of(null, List.of("https://v.example/page.php?id=3")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://v.example/webdelibplus/jsp/openfile.jsp?id=12",
                "https://v.example/index.php?option=com_docman&Itemid=3&task=doc_download&gid=3",
                "https://v.example/documents/20182/41/pv/ab12"
            })
    void filesThatDoNotLookLikeOne(String url) {
        assertThat(platforms.isDocument(url)).isTrue();
        assertThat(platforms.isListing(url)).isFalse();
    }

    @Test
    void listsOfActs() {
        assertThat(platforms.isListing("https://v.example/webdelibplus/jsp/seance_agenda.jsp?date=20250410"))
                .isTrue();
    }
}
