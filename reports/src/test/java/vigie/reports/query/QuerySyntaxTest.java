package vigie.reports.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vigie.reports.query.QueryException.Fault;
import vigie.reports.query.QueryNode.And;
import vigie.reports.query.QueryNode.Field;
import vigie.reports.query.QueryNode.Fuzzy;
import vigie.reports.query.QueryNode.Not;
import vigie.reports.query.QueryNode.Or;
import vigie.reports.query.QueryNode.Phrase;
import vigie.reports.query.QueryNode.Wildcard;
import vigie.reports.query.QueryNode.Word;

class QuerySyntaxTest {

    @Test
    void wordsMustAllBeThere() {
        assertThat(parse("caméra briefing")).isEqualTo(new And(List.of(new Word("caméra"), new Word("briefing"))));
        assertThat(parse("caméra ET briefing")).isEqualTo(parse("caméra briefing"));
        assertThat(parse("caméra AND briefing")).isEqualTo(parse("caméra briefing"));
    }

    @Test
    void alternativesBindLessThanConjunctions() {
        assertThat(parse("a b OU c"))
                .isEqualTo(new Or(List.of(new And(List.of(new Word("a"), new Word("b"))), new Word("c"))));
        assertThat(parse("a (b OR c)"))
                .isEqualTo(new And(List.of(new Word("a"), new Or(List.of(new Word("b"), new Word("c"))))));
    }

    @Test
    void exclusionsAreWrittenThreeWays() {
        And expected = new And(List.of(new Word("a"), new Not(new Word("b"))));
        assertThat(parse("a -b")).isEqualTo(expected);
        assertThat(parse("a NOT b")).isEqualTo(expected);
        assertThat(parse("a SAUF b")).isEqualTo(expected);
    }

    @Test
    void hyphenInsideAWordExcludesNothing() {
        assertThat(parse("vidéo-surveillance")).isEqualTo(new Word("vidéo-surveillance"));
        assertThat(parse("lutte - moyens"))
                .isEqualTo(new And(List.of(new Word("lutte"), new Word("-"), new Word("moyens"))));
    }

    @Test
    void phrasesMayBeLoose() {
        assertThat(parse("\"analyse d'images\"")).isEqualTo(new Phrase("analyse d'images", 0));
        assertThat(parse("« analyse d’images »")).isEqualTo(new Phrase(" analyse d’images ", 0));
        assertThat(parse("\"caméra logiciel\"~5")).isEqualTo(new Phrase("caméra logiciel", 5));
    }

    @Test
    void wordsMayBeInexact() {
        assertThat(parse("breifcam~")).isEqualTo(new Fuzzy("breifcam", 2));
        assertThat(parse("breifcam~1")).isEqualTo(new Fuzzy("breifcam", 1));
        assertThat(parse("vidéo*")).isEqualTo(new Wildcard("vidéo*"));
        assertThat(parse("vid?o*")).isEqualTo(new Wildcard("vid?o*"));
        assertThat(parse("pourquoi?")).isEqualTo(new Word("pourquoi?"));
    }

    @Test
    void fieldsTakeWordsOrPhrases() {
        assertThat(parse("commune:01999")).isEqualTo(new Field("commune", "01999"));
        assertThat(parse("commune:\"La Rochelle\"")).isEqualTo(new Field("commune", "La Rochelle"));
        assertThat(parse("annee: 2021")).isEqualTo(new Field("annee", "2021"));
        assertThat(parse("http://a.example/b 14:30"))
                .isEqualTo(new And(List.of(new Word("http://a.example/b"), new Word("14:30"))));
    }

    @Test
    void nothingIsNoQuery() {
        assertThat(QuerySyntax.parse(" \n ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"ouvert | UNCLOSED_QUOTE",
                "a (b | UNCLOSED_PARENTHESIS",
                "a) b | STRAY_PARENTHESIS",
                ") | STRAY_PARENTHESIS",
                "() | MISSING_OPERAND",
                "a OU | MISSING_OPERAND",
                "OR a | MISSING_OPERAND",
                "a AND AND b | MISSING_OPERAND",
                "NOT | MISSING_OPERAND",
                "commune: | MISSING_OPERAND",
                "*cam | LEADING_WILDCARD",
                "?cam* | LEADING_WILDCARD",
                "c* | SHORT_PREFIX",
                "\"a b\"~500 | BAD_NUMBER",
                "\"a b\"~x | BAD_NUMBER",
                "mot~9 | BAD_NUMBER"
            })
    void faultsAreTold(String query, Fault fault) {
        assertThatThrownBy(() -> parse(query))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    @Test
    void costIsLimited() {
        assertThatThrownBy(() -> parse("a ".repeat(600))).hasMessageContaining("TOO_LONG");
        assertThatThrownBy(() -> parse("a ".repeat(100))).hasMessageContaining("TOO_MANY_TERMS");
        assertThatThrownBy(() -> parse("(".repeat(50) + "a" + ")".repeat(50))).hasMessageContaining("TOO_DEEP");
        assertThatThrownBy(() -> parse("NOT ".repeat(200) + "a")).isInstanceOf(QueryException.class);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultIsToldInFrenchAndEnglish(Fault fault) {
        QueryException fault1 = new QueryException(fault, "un", 2, 3);
        String french = fault1.describe(Locale.FRENCH);
        String english = fault1.describe(Locale.ENGLISH);
        assertThat(french).isNotBlank().isNotEqualTo(english).doesNotContain("{");
        assertThat(english).isNotBlank().doesNotContain("{");
    }

    @Test
    void anyTextIsAQueryOrATellableFault() {
        Random random = new Random(11);
        List<String> bits = List.of(
                "a",
                "caméra",
                "\"",
                "«",
                "»",
                "(",
                ")",
                " ",
                " ",
                " ",
                "~",
                "5",
                "*",
                "?",
                ":",
                "-",
                "+",
                "commune:",
                "OR",
                "AND",
                "NOT",
                "\\",
                "|",
                "'",
                "’",
                "\ud83d\ude00",
                "\u0000",
                "x:",
                "annee:20",
                "..");
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(bits.get(random.nextInt(bits.size())));
            }
            try {
                QuerySyntax.parse(text.toString()).ifPresent(new QueryTranslation()::translate);
            } catch (QueryException e) {
                assertThat(e.describe(Locale.FRENCH)).as(text.toString()).isNotBlank();
            }
        }
    }

    private static QueryNode parse(String text) {
        return QuerySyntax.parse(text).orElseThrow();
    }
}
