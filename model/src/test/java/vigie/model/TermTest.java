package vigie.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TermTest {

    @Test
    void outerFormIsKebabCase() {
        assertThat(Stage.IN_USE.id()).isEqualTo("in-use");
        assertThat(Technology.FACIAL_RECOGNITION.id()).isEqualTo("facial-recognition");
    }

    @Test
    void everyTermIsFoundByItsOuterForm() {
        for (DocumentKind kind : DocumentKind.values()) {
            assertThat(Term.of(DocumentKind.class, kind.id())).isEqualTo(kind);
        }
    }

    @Test
    void unknownTermIsRefusedAndThePermittedAreNamed() {
        assertThat(Term.find(Modality.class, "denied")).isEmpty();
        assertThat(Term.find(Modality.class, "NEGATED")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Term.of(Modality.class, "denied"))
                .withMessage("unknown Modality 'denied'; permitted: asserted, negated, hypothetical");
    }
}
