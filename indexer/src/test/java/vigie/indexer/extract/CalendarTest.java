package vigie.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.indexer.Documents;
import vigie.model.PartialDate;

class CalendarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ROQUEBELLE\\nMardi 4 juin 2024, 19 heures\\nI. Voirie|2024-06-04",
                "Roquebelle, mardi 4 juin 2024\\nVoirie|2024-06-04",
                "ROQUEBELLE                        4 juin 2024\\nVoirie|2024-06-04",
                "Conseil rnunicipal du l4 rnai 2O24\\nVoirie|2024-05-14",
                "La préfète arrête : Article premier. Le logiciel est autorisé du 3 juin 2024 au 9 juin 2024.\\nFait le 13 mai 2024.|2024-05-13",
                "Objet : achat\\nPrix : 900 euros\\nLa présente décision a été prise le 4 juin 2024.|2024-06-04"
            })
    void findsTheSession(String text, String day) {
        assertThat(of(text, null).session()).hasToString(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ROQUEBELLE INFOS – n° 12 – octobre 2023\\nDepuis le 18 septembre, tout change.|2023-09-18",
                "LE MAG, ÉTÉ 2023\\nDepuis le 3 juillet, tout change.|2023-07-03",
                "Séance de novembre 2023, suite\\nDepuis le mois de mai, tout change.|2023-05"
            })
    void aMagazineIsOfItsMonthOrSeason(String text, String day) {
        assertThat(dates(text, null)).contains(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le serveur tourne depuis deux ans.|2021",
                "Il y a 3 ans, la commune louait un drone.|2020",
                "Le serveur tourne depuis l'automne.|2022",
                "Le serveur a été coupé au printemps.|2023",
                "Nous l'avons coupé vendredi 10, sans attendre.|2023-03-10",
                "Le marché, signé le 8, est de 900 euros.|2023-03-08",
                "Reçue le 31 janvier 2023, la lettre a fait couper le logiciel le lendemain.|2023-01-31 2023-02-01",
                "La lettre du 31 janvier 2023 a fait couper le logiciel le jour même.|2023-01-31 2023-01-31",
                "Le 7 février 2023, le maire résilie le contrat à effet du 28 du même mois.|2023-02-07 2023-02-28",
                "Le contrat arrive à son terme le 30 juin.|2023-06-30",
                "L'essai, clos le 15 novembre, n'aura pas de suite.|2022-11-15",
                "12 caméras (signé le 11/02)|2023-02-11",
                "Les agents en disposent depuis l'an 2018.|2018",
                "Ça tourne depuis la rentrée.|2022-09",
                "On s'en sert depuis la rentrée de septembre 2019.|2019-09",
                "La location s'arrête avec l'année 2021.|2021-12-31",
                "De novembre à février, l'appareil a été prêté.|2022-11 2023-02",
                "Entre la mi-juillet et la fin août 2021, l'appareil a été prêté.|2021-07 2021-08",
                "De novembre à mars 2021, l'appareil a été prêté.|2020-11 2021-03",
                "Le serveur, commandé en février, sera livré vite.|2023-02",
                "On l'a posé dans les premiers jours de janvier.|2023-01"
            })
    void understandsADateFromTheSession(String text, String dates) {
        assertThat(dates(text, "2023-03-14")).isEqualTo(dates);
    }

    @Test
    void theNumberOfAnEntryIsNoDay() {
        assertThat(dates("21-12-05 Aménagement de la place.", "2021-12-16")).isEmpty();
    }

    @Test
    void anAuxiliaryIsNoSeason() {
        assertThat(dates("Le logiciel a été coupé.", "2021-12-16")).isEmpty();
    }

    @Test
    void aBudgetIsOfItsYearUnderAnyName() {
        assertThat(of("BP 2023 – annexe\nCaméras 40 000", "2023-03-14").budget())
                .isEqualTo(new PartialDate(2023, null, null));
        assertThat(of("Débat d'orientations budgétaires 2023", "2022-12-14").budget())
                .isEqualTo(new PartialDate(2023, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Décisions du maire – avril 2022|2022-04",
                "Décisions du maire (art. L. 2122-22), du 1er au 30 avril 2022|2022-04",
                "Décisions du maire, de février à avril 2022|2022",
                "Marchés conclus en 2022|2022"
            })
    void aListIsOfItsMonthOrItsYear(String head, String time) {
        assertThat(of(head + "\\nD-12  Location d'une nacelle, 300 €", null).listed())
                .hasToString(time);
    }

    private static Calendar of(String text, @Nullable String date) {
        return Calendar.of(Documents.of(text.replace("\\n", "\n"), date));
    }

    private static String dates(String text, @Nullable String date) {
        String whole = text.replace("\\n", "\n");
        List<String> found = Figures.dates(whole, new Span(0, whole.length()), of(text, date)).stream()
                .map(when -> when.date().toString())
                .toList();
        return String.join(" ", found);
    }
}
