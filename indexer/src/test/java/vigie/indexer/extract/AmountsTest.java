package vigie.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.indexer.extract.FoundAmount.Bound;
import vigie.model.Amount;
import vigie.model.Amount.Vat;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "189 500 €|189500|",
                "189\u00A0500\u00A0€|189500|",
                "189\u202F500\u202F€|189500|",
                "189\u2009500 €|189500|",
                "63.200,00 € HT|63200|HT",
                "63 200,50 euros H.T.|63200.5|HT",
                "1,2 M€|1200000|",
                "1,248 M€ TTC|1248000|TTC",
                "2 M€|2000000|",
                "450 k€|450000|",
                "450k€ HT|450000|HT",
                "450 K€|450000|",
                "3 millions d'euros|3000000|",
                "2,5 millions d’euros TTC|2500000|TTC",
                "450 mille euros|450000|",
                "€ 12 000|12000|",
                "EUR 12 000,00|12000|",
                "12 000 euros|12000|",
                "12000 EUR|12000|",
                "30 000€ TTC|30000|TTC",
                "1 248 000 € toutes taxes comprises|1248000|TTC",
                "15 000 € hors taxes|15000|HT",
                "15 000 € (hors TVA)|15000|HT",
                "15 000 €/an HT|15000|HT",
                "12 000 HT|12000|HT",
                "189 5OO €|189500|",
                "l2 OOO €|12000|",
                "2 3l0,00 €|2310|",
                "0 €|0|",
                "0,125 €|0.125|",
                "1'500 €|1500|",
                "douze mille euros|12000|",
                "HUIT CENTS EUROS|800|",
                "quatre-vingt-dix-sept mille deux cents euros TTC|97200|TTC",
                "deux millions d'euros|2000000|",
                "1 000 000 000 €|1000000000|",
            })
    void readsEveryForm(String text, String value, Vat vat) {
        List<FoundAmount> found = Amounts.find("Coût : " + text + ".");

        assertThat(found)
                .extracting(FoundAmount::amount)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(Amount.euros(new java.math.BigDecimal(value), vat));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024",
                "189 500 habitants",
                "12 caméras",
                "le lot 3 à 5",
                "n° 25-44120",
                "01 23 45 67 89",
                "12,500 €",
                "europe",
                "12 eurosport",
                "à 12 h 00",
                "1 248 voix",
                "par un des euros",
            })
    void findsNoSumWhereThereIsNone(String text) {
        assertThat(Amounts.find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "un montant maximum de 800 000 € HT|MAXIMUM",
                "Montant maximal : 800 000 € HT|MAXIMUM",
                "dans la limite de 800 000 €|MAXIMUM",
                "sans pouvoir excéder 800 000 €|MAXIMUM",
                "plafonnée à 800 000 €|MAXIMUM",
                "jusqu’à 800 000 €|MAXIMUM",
                "800 000 € HT maximum|MAXIMUM",
                "un montant minimum de 800 000 €|MINIMUM",
                "au moins 800 000 €|MINIMUM",
                "pour 800 000 €|EXACT",
                "Sans maximum ; le marché coûte 800 000 €|EXACT",
            })
    void knowsLimits(String text, Bound bound) {
        assertThat(Amounts.find(text)).extracting(FoundAmount::bound).containsExactly(bound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9 500 € par an",
                "9 500 € HT par an",
                "9 500 €/an",
                "9 500 € TTC / an",
                "9 500 € annuels",
                "un coût annuel de 9 500 €",
                "une redevance annuelle HT de 9 500 €",
                "9 500 € chaque année"
            })
    void knowsWhatIsPaidEveryYear(String text) {
        assertThat(Amounts.find(text)).extracting(FoundAmount::perYear).containsExactly(true);
    }

    @Test
    void aSumPaidOnceIsNotYearly() {
        assertThat(Amounts.find("9 500 € pour quatre ans, puis l'abonnement annuel"))
                .extracting(FoundAmount::perYear)
                .containsExactly(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de 20 000 à 25 000 €|20000|25000",
                "entre 3 et 4 millions d'euros|3000000|4000000",
                "15 à 18 k€ HT|15000|18000",
                "entre 20 000 € et 25 000 € HT|20000|25000",
                "de 20 000 € HT à 25 000 € HT|20000|25000",
                "de 20 à 25 000 €|20000|25000",
                "environ 8 000 à 9 500 euros|8000|9500",
                "1,2 à 1,5 M€|1200000|1500000",
                "8 000 € – 9 000 €|8000|9000",
                "minimum 20 000 € HT, maximum 80 000 € HT|20000|80000",
                "montant minimum de 5 000 € et montant maximum de 40 000 €|5000|40000",
                "maxi : 80 000 €, mini : 20 000 €|20000|80000",
                "20 000 € minimum / 80 000 € maximum|20000|80000",
            })
    void keepsBothEndsOfARange(String text, String least, String most) {
        List<Amount> ranges = Amounts.find("Coût estimé : " + text + ".").stream()
                .map(FoundAmount::amount)
                .filter(amount -> amount.least() != null)
                .toList();
        assertThat(ranges).hasSize(1);
        assertThat(ranges.get(0).least()).isEqualByComparingTo(least);
        assertThat(ranges.get(0).value()).isEqualByComparingTo(most);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le loyer passe de 20 000 à 25 000 €.",
                "Le marché est porté de 48 000 € à 53 000 €.",
                "Lot 2 - 15 000 €",
                "Estimé en 2023 à 2 900 €",
                "12 000,00 - 14 400,00 €",
                "12 000 € et 15 000 €",
                "La caméra à 1 200 € et le mât à 1 500 €",
                "au minimum trois caméras, pour 9 000 €",
            })
    void whatIsNoRangeHasNoLowerEnd(String text) {
        assertThat(Amounts.find(text))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.amount().least()).isNull());
    }

    @Test
    void aRangeIsTwoLimits() {
        List<FoundAmount> found = Amounts.find("coûtera entre 10 000 et 15 000 € HT par an");

        assertThat(found).extracting(FoundAmount::bound).containsExactly(Bound.MINIMUM, Bound.MAXIMUM);
        assertThat(found).extracting(f -> f.amount().value().intValueExact()).containsExactly(10_000, 15_000);
        assertThat(found).extracting(f -> f.amount().vat()).containsOnly(Vat.HT);
    }

    @Test
    void theUnitOfARangeStandsOnce() {
        assertThat(Amounts.find("de 1,5 à 2 M€"))
                .extracting(f -> f.amount().value().intValueExact())
                .containsExactly(1_500_000, 2_000_000);
    }

    @Test
    void eachSumHasItsOwnVat() {
        assertThat(Amounts.find("12 000 € HT, soit 14 400 € TTC, dont 3 000 € de subvention"))
                .extracting(f -> f.amount().vat())
                .containsExactly(Vat.HT, Vat.TTC, null);
    }

    @Test
    void vatMayStandBeforeTheSum() {
        assertThat(Amounts.find("pour un montant HT de 12 000 €"))
                .extracting(f -> f.amount().vat())
                .containsExactly(Vat.HT);
    }

    @Test
    void offsetsAreThoseOfTheText() {
        String text = "Le prix de 12\u202F000 € TTC, payé.";
        FoundAmount found = Amounts.find(text, 5, text.length()).get(0);

        assertThat(text.substring(found.start(), found.end())).isEqualTo("12\u202F000 €");
    }

    @Test
    void aHundredThousandSumsTakeTimeInProportion() { // 7 s alone; what grows with the square would take hours
        String text = "montant maximum 12 345,67 € HT et ".repeat(100_000);

        List<FoundAmount> found = Assertions.assertTimeout(Duration.ofSeconds(60), () -> Amounts.find(text));

        assertThat(found).hasSize(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", " ", "1 ", "111 ", "cent ", "mille", "€", "l", "1,", "deux-"})
    void aLongLineOfNonsenseTakesNoTime(String piece) {
        String text = piece.repeat(250_000 / piece.length());

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> Amounts.find(text));
    }
}
