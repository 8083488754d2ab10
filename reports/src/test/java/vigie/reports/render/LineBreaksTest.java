package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreaksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vu l’avis d'une ville|vu /l’avis /d'une /ville",
                "le marché n° 7 signé|le /marché /n° 7 /signé",
                "dit ‘ainsi’ ici|dit /‘ainsi’ /ici",
                "https://exemple.fr/a/b|https://exemple./fr//a//b",
                "l’|l’",
            })
    void elidedWordsAndNumbersStayWhole(String text, String parts) {
        LineBreaks breaks = new LineBreaks();
        breaks.setText(text);
        StringBuilder told = new StringBuilder();
        int last = 0;
        for (int place = breaks.next(); place != BreakIterator.DONE; place = breaks.next()) {
            told.append(last == 0 ? "" : "/").append(text, last, place);
            last = place;
        }
        assertThat(told.append(last < text.length() ? "/" + text.substring(last) : "")
                        .toString())
                .isEqualTo(parts);
    }
}
