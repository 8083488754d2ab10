package vigie.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Technology;

class BareWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"bornes de plaques, pont sud", "deux boitiers pour plaques", "lecteurs de plaques"})
    void whatReadsPlatesNamesTheirReading(String words) {
        assertThat(BareWords.in(words)).extracting(BareWords.Found::technology).contains(Technology.LAPI);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "capteurs pour plaques de cuisson",
                "un boitier compte les visages couverts",
                "pose de plaques de rue"
            })
    void otherPlatesAndCoveredFacesNameNothing(String words) {
        assertThat(BareWords.in(words)).isEmpty();
    }
}
