package vigie.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.indexer.extract.FoundReference.Kind;
import vigie.model.PartialDate;
import vigie.model.id.Siren;

class ReferencesTest {

    @Test
    void readsTheStampOfATransmittedAct() {
        assertThat(References.stamp("Reçu en préfecture le 02/02/2021\nID : 013-732829320-20210201-1212-AI"))
                .contains(new ActStamp("13", new Siren("732829320"), PartialDate.parse("2021-02-01"), "1212", "AI"));
    }

    @Test
    void theNumberInAStampMayHoldHyphens() {
        ActStamp stamp = References.stamp("028-732829320-20221018-22A007-2-CC").orElseThrow();

        assertThat(stamp.number()).isEqualTo("22A007-2");
        assertThat(stamp.nature()).isEqualTo("CC");
        assertThat(stamp.departement()).isEqualTo("28");
    }

    @ParameterizedTest
    @CsvSource({"02A,2A", "02B,2B", "971,971", "001,01", "075,75"})
    void departementsLoseTheirPadding(String padded, String departement) {
        assertThat(References.stamp(padded + "-732829320-20210201-12-DE"))
                .hasValueSatisfying(stamp -> assertThat(stamp.departement()).isEqualTo(departement));
    }

    @Test
    void aStampOfPoorPrintIsStillRead() {
        assertThat(References.stamp("013 - 732829320 – 20210201 - D12 - DE")).isPresent();
    }

    @Test
    void aWrongSirenIsNoSiren() {
        assertThat(References.stamp("013-732829321-20210201-12-DE")
                        .orElseThrow()
                        .siren())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"013-732829320-20211301-12-DE", "013-73282932-20210201-12-DE", "1013-732829320-20210201-12-DE"})
    void whatIsNoStampIsNotRead(String text) {
        assertThat(References.stamp(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Délibération n° 2023-118|DELIBERATION|2023-118",
                "DELIBERATION N°2023/06/12|DELIBERATION|2023/06/12",
                "délibération numéro D23.45 du|DELIBERATION|D23.45",
                "la décision n° 2024/118 :|DECISION|2024/118",
                "arrêté nº P-PM2023-002|ARRETE|P-PM2023-002",
                "marché n° 22VID01|MARCHE|22VID01",
                "Marché public n° 2022-07.|MARCHE|2022-07",
                "accord-cadre n° 19S0042|MARCHE|19S0042",
                "lot n° 3 :|MARCHE|3",
                "Annonce n° 25-44120|AVIS|25-44120",
                "loi n° 2023-380|LAW|2023-380",
                "décret n°2023-828|LAW|2023-828",
                "loi n° 95-73|LAW|95-73",
                "l'article L. 251-2 du|ARTICLE|L251-2",
                "L.2122-22|ARTICLE|L2122-22",
                "R. 2131-1|ARTICLE|R2131-1",
                "CPV : 35125300|CPV|35125300",
                "35125300-2|CPV|35125300",
            })
    void readsNumbers(String text, Kind kind, String value) {
        assertThat(References.find("Vu la " + text))
                .extracting(FoundReference::kind, FoundReference::value)
                .containsExactly(org.assertj.core.api.Assertions.tuple(kind, value));
    }

    @Test
    void severalCodesStandInARow() {
        assertThat(References.find("CPV : 48000000, 35125300"))
                .extracting(FoundReference::value)
                .containsExactly("48000000", "35125300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"délibération du 12 juin", "12345678", "la loi de finances", "un lot", "marché de Noël"})
    void findsNoReferenceWhereThereIsNone(String text) {
        assertThat(References.find(text)).isEmpty();
    }

    @Test
    void offsetsAreThoseOfTheText() {
        String text = "Vu la délibération n° 2023-118 du 12 juin";
        List<FoundReference> found = References.find(text, 3, text.length());

        assertThat(found)
                .extracting(ref -> text.substring(ref.start(), ref.end()))
                .containsExactly("délibération n° 2023-118");
    }

    @ParameterizedTest
    @ValueSource(strings = {"013-732829320-20210201-", "0", "lot n° ", "loi ", "12345678,", "a-", "marché n° A"})
    void aLongLineOfNonsenseTakesNoTime(String piece) {
        String text = piece.repeat(250_000 / piece.length());

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> References.find(text));
    }
}
