package vigie.crawler.focus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

    @ParameterizedTest
    @CsvSource({
        "https://v.example/pv,https://v.example/pv?page=2,2",
        "https://v.example/pv?page=2,https://v.example/pv?page=3,Suivant",
        "https://v.example/pv/,https://v.example/pv/page/2/,2",
        "https://v.example/Pv,https://v.example/Pv/(offset)/10,2",
        "https://v.example/spip.php?article12,https://v.example/spip.php?article12&debut_articles=10,2",
        "https://v.example/pv?page=2,https://v.example/pv,1"
    })
    void furtherPageOfTheList(String from, String link, String anchor) {
        assertThat(Paging.is(new Place(from, Paging.key(from), 1), link, anchor))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://v.example/pv,https://v.example/pv,PV",
        "https://v.example/pv,https://v.example/pvc?page=2,2",
        "https://v.example/pv?page=2,https://v.example/pv,Procès-verbaux",
        "https://v.example/a?id=1,https://v.example/a?id=2,2"
    })
    void anotherPage(String from, String link, String anchor) {
        assertThat(Paging.is(new Place(from, Paging.key(from), 1), link, anchor))
                .isFalse();
    }
}
