package vigie.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.PartialDate;

class DatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "le 30 juin 2023|2023-06-30",
                "le 1er juillet 2023|2023-07-01",
                "le 1 er juillet 2023|2023-07-01",
                "DU 6 JUILLET 2020|2020-07-06",
                "le 11 DECEMBRE 2023|2023-12-11",
                "le 2\u00A0aout\u00A02021|2021-08-02",
                "30/06/2023|2023-06-30",
                "30/06/23|2023-06-30",
                "30.06.23|2023-06-30",
                "30-06-2023|2023-06-30",
                "30.VI.2023|2023-06-30",
                "1/7/2023|2023-07-01",
                "2023-06-30|2023-06-30",
                "en juin 2023|2023-06",
                "fin NOVEMBRE 2022|2022-11",
                "12 sept. 2022|2022-09-12",
                "5 févr. 2020|2020-02-05",
                "06/2023|2023-06",
                "depuis 2019|2019",
                "en 2023,|2023",
                "(2023)|2023",
                "Exercice 2024|2024",
                "été 2022|2022",
                "fin 2021|2021",
                "L'an deux mille vingt-trois, le dix-huit octobre,|2023-10-18",
                "L’AN DEUX MILLE DIX-NEUF et le lundi 14 octobre|2019-10-14",
                "l'an deux mille vingt et un, le premier juillet|2021-07-01",
                "L'an deux mil dix-neuf, le seize mai|2019-05-16",
                "L'AN DEUX MIL VINGT-QUATRE ET LE VENDREDI CINQ AVRIL|2024-04-05",
                "le sept mars deux mil douze|2012-03-07",
            })
    void readsEveryForm(String text, String date) {
        assertThat(strings(Dates.find(text))).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023",
                "2023 caméras",
                "31/02/2023",
                "n° 2023-118",
                "loi n° 2023-380",
                "38430 Moirans",
                "12 000 € en caméras",
                "mars",
                "en mai",
                "12/2204",
                "45 juin",
                "de 2000 habitants",
                "en 1850",
                "01.02.03.04.05",
                "192.168.1.20",
            })
    void findsNoDateWhereThereIsNone(String text) {
        assertThat(Dates.find(text)).isEmpty();
    }

    @Test
    void aDateMayGoOnInTheNextLine() {
        assertThat(strings(Dates.find("le 2 août\n2021"))).containsExactly("2021-08-02");
    }

    @Test
    void aDayWithoutYearWaitsForOne() {
        FoundDate date = Dates.find("à compter du 1er juillet.").get(0);

        assertThat(date.date()).isEmpty();
        assertThat(date.in(2023)).contains(PartialDate.parse("2023-07-01"));
        assertThat(new FoundDate(0, 1, null, 2, 29).in(2023)).isEqualTo(Optional.empty());
    }

    @Test
    void theFirstDayOfASpanTakesWhatTheSecondSays() {
        assertThat(strings(Dates.find("du 14 au 25 mai 2019"))).containsExactly("2019-05-14", "2019-05-25");
        assertThat(strings(Dates.find("du 1er juin au 30 septembre 2023"))).containsExactly("2023-06-01", "2023-09-30");
        assertThat(strings(Dates.find("les 12 et 13 mai 2022"))).containsExactly("2022-05-12", "2022-05-13");
    }

    @Test
    void aSpanOfYearsIsTwoYears() {
        assertThat(strings(Dates.find("de 2019 à 2021"))).containsExactly("2019", "2021");
    }

    @Test
    void offsetsAreThoseOfTheText() {
        String text = "voté le 30\u00A0juin 2023 au soir";
        FoundDate found = Dates.find(text, 3, text.length()).get(0);

        assertThat(text.substring(found.start(), found.end())).isEqualTo("30\u00A0juin 2023");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1 ", "1/", "2020-", "an deux mille ", "mars ", "12 au ", "en 2020 "})
    void aLongLineOfNonsenseTakesNoTime(String piece) {
        String text = piece.repeat(250_000 / piece.length());

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> Dates.find(text));
    }

    private static List<String> strings(List<FoundDate> dates) {
        return dates.stream()
                .map(date -> date.date().map(PartialDate::toString).orElse("no year"))
                .toList();
    }
}
