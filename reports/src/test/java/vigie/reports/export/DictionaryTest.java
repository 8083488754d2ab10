package vigie.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column that nobody explains must not be published. */
class DictionaryTest {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyTableAndColumnIsDescribed(String language) {
        Dictionary dictionary = new Dictionary(Locale.forLanguageTag(language));
        assertThat(Tables.all()).hasSizeGreaterThan(5).allSatisfy(table -> {
            assertThat(dictionary.meaning(table)).isNotBlank();
            assertThat(table.columns()).allSatisfy(column -> {
                assertThat(dictionary.title(table, column)).isNotBlank();
                assertThat(dictionary.meaning(table, column)).endsWith(".");
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en"})
    void nothingIsDescribedThatDoesNotExist(String language) {
        Set<String> used = new TreeSet<>();
        for (Table<?> table : Tables.all()) {
            used.add(table.name());
            table.columns().forEach(column -> used.add(table.name() + "." + column.name()));
        }
        Set<String> described = new TreeSet<>(
                ResourceBundle.getBundle("vigie.reports.export.dictionary", Locale.forLanguageTag(language))
                        .keySet());
        described.removeIf(key ->
                key.startsWith("kind.") || Set.of("heading", "reading", "head").contains(key));
        assertThat(described.stream()
                        .map(key -> key.replaceAll("\\.title$", ""))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void referencesLeadToTablesThatComeBefore() {
        List<String> before = new ArrayList<>();
        for (Table<?> table : Tables.all()) {
            assertThat(table.columns().stream().map(Column::references).filter(reference -> reference != null))
                    .allMatch(before::contains);
            before.add(table.name());
        }
    }

    @Test
    void factsAlwaysTellHowSureTheyAreAndWhetherSomebodyLooked() {
        assertThat(List.of("deployments", "claims"))
                .allSatisfy(name -> assertThat(Tables.named(name).columns())
                        .extracting(Column::name)
                        .contains("confidence", "review"));
    }
}
