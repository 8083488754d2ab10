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
        "https://v.example/pv?page=2,https://v.example/pv,1",
        "https://v.example/pv/,https://v.example/pv/?cp=2,2",
        "https://v.example/pv?cp=2,https://v.example/pv?cp=3,3",
        "https://v.example/pv,https://v.example/pv?pageNumber=2,Page suivante",
        "https://v.example/pv?pageNumber=2,https://v.example/pv?pageNumber=3,3",
        "https://v.example/pv,https://v.example/pv?suite=20,2",
        "https://v.example/pv?suite=20,https://v.example/pv?suite=40,Suivant",
        "https://v.example/pv/,https://v.example/pv/suite-2/,2",
        "https://v.example/liste.php?id=7,https://v.example/liste.php?id=7&volet=2,Suivante"
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
        "https://v.example/a?id=1,https://v.example/a?id=2,2",
        "https://v.example/pv,https://v.example/pv/2024,2024",
        "https://v.example/pv,https://v.example/pv/suite-2/,Lire la suite",
        "https://v.example/pv,https://v.example/pv/seance-du-12-mars,2",
        "https://v.example/?page_id=1,https://v.example/?page_id=2,2"
    })
    void anotherPage(String from, String link, String anchor) {
        assertThat(Paging.is(new Place(from, Paging.key(from), 1), link, anchor))
                .isFalse();
    }
}
