package vigie.indexer.extract.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.indexer.extract.Linguist.Name;
import vigie.indexer.extract.Linguist.NameKind;

class CoreNlpIT {

    private static final String TEXT = "Mme Vidal a reçu la société Wintics à Roquebelle. M. Kowalski était absent.";

    @Test
    void personsAndOrganisationsAreFound() {
        CoreNlp language = new CoreNlp();
        List<Name> names = language.names(TEXT);
        assertThat(names)
                .filteredOn(name -> name.kind() == NameKind.PERSON)
                .extracting(
                        name -> TEXT.substring(name.span().start(), name.span().end()))
                .anyMatch(person -> person.contains("Kowalski"));
        assertThat(language.characters()).isEqualTo(TEXT.length());
        assertThat(language.loadMillis()).isBetween(1L, 60_000L);
    }
}
