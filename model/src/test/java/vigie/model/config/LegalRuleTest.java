package vigie.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vigie.model.Stage;
import vigie.model.Technology;

class LegalRuleTest {

    /** An immutable set of the JDK has another order in each process, and with it had the report. */
    @Test
    void technologiesAndStagesStandInTheirOrder() {
        LegalRule rule = new LegalRule(
                "r",
                "Article 1",
                null,
                null,
                Set.of(Technology.values()),
                Set.of(Stage.values()),
                List.of(),
                null,
                null);

        assertThat(rule.technologies()).containsExactly(Technology.values());
        assertThat(rule.stages()).containsExactly(Stage.values());
    }
}
