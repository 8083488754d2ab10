package vigie.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)\\}");

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultHasMessageAndRemedyInBothLanguages(Fault fault) {
        for (String key : new String[] {fault.messageKey(), fault.remedyKey()}) {
            String french = new Messages(Locale.FRENCH).text(key);
            String english = new Messages(Locale.ENGLISH).text(key);

            assertThat(french).isNotBlank();
            assertThat(english).isNotBlank();
            assertThat(french.equals(english)).as("untranslated").isEqualTo(french.equals("{1}"));
            assertThat(placeholders(french)).isEqualTo(placeholders(english));
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(ResourceBundle.getBundle("vigie.model.config.faults", Locale.ENGLISH)
                        .keySet())
                .isEqualTo(ResourceBundle.getBundle("vigie.model.config.faults", Locale.ROOT)
                        .keySet());
    }

    @Test
    void placeholdersAreFilledAndOtherBracesKept() {
        assertThat(new Messages(Locale.ENGLISH).text("duplicate-key", "a{1}b", "7"))
                .isEqualTo("key \"a{1}b\" twice, already in line 7");
        assertThat(new Messages(Locale.ENGLISH).text("bad-form.remedy")).contains("{a|b}");
    }

    @Test
    void frenchIsSpokenWhereThereIsNoFileForTheLanguage() {
        assertThat(new Messages(Locale.JAPANESE).text("blank")).isEqualTo("texte vide");
    }

    private static String placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList()
                .toString();
    }
}
