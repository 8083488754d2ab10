package vigie.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "-2+3", "@SUM(A1)", "\t=1", "\r=1"})
    void textThatASpreadsheetWouldCalculateGetsAnApostrophe(String text) {
        assertThat(CsvCells.harmless(text))
                .isEqualTo("'" + text.replace("\t=", "\t'=").replace("\r=", "\r'="));
    }

    /** A spreadsheet that takes semicolons for separators, or a quoted line break for the end of a row, cuts there. */
    @Test
    void whatWouldBecomeACellOfItsOwnIsHarmlessToo() {
        assertThat(CsvCells.harmless("prix;=1+1\n@A1\n-x")).isEqualTo("prix;'=1+1\n'@A1\n'-x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Val-d'Oise", "a = b", "2023-06-30", "", " =1", "63 200 €; payé"})
    void otherTextStaysAsItIs(String text) {
        assertThat(CsvCells.harmless(text)).isEqualTo(text);
    }

    @Test
    void numbersAreWrittenPlainlyEvenBelowZero() throws IOException {
        assertThat(row(-1.5, 63200.0, new BigDecimal("1200.00"), 12_345_678L, true, null))
                .isEqualTo("-1.5,63200,1200.00,12345678,true,\n");
    }

    @Test
    void quotesSeparatorsAndLineBreaksAreQuotedAndNulIsReplaced() throws IOException {
        assertThat(row("a,b", "dit \"oui\"", "deux\nlignes", "x\0y"))
                .isEqualTo("\"a,b\",\"dit \"\"oui\"\"\",\"deux\nlignes\",x\uFFFDy\n");
    }

    private static String row(@Nullable Object... cells) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvCells csv = new CsvCells(text)) {
            csv.row(Arrays.asList(cells));
        }
        return text.toString();
    }
}
