package vigie.crawler.nutch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageBudgetTest {

    private static final String TOWN = "town";

    @Test
    void roundTakesItsShareOfTheBestNewPages() {
        PageBudget budget = budget(40);
        int taken = 0;
        for (int i = 39; i >= 0; i--) {
            taken += budget.take(TOWN, i, true) ? 1 : 0;
        }
        assertThat(taken).isEqualTo(10);
        assertThat(budget.take(TOWN, 100, true)).isFalse();
    }

    @Test
    void shareHoldsAmongEquals() {
        PageBudget budget = new PageBudget(5_000, 30);
        budget.begin(1);
        int taken = 0;
        for (int i = 0; i < 50; i++) {
            budget.due(TOWN, 1, true);
        }
        for (int i = 0; i < 50; i++) {
            taken += budget.take(TOWN, 1, true) ? 1 : 0;
        }
        assertThat(taken).isEqualTo(10);
    }

    @Test
    void knownPagesAreNotHeldBack() {
        PageBudget budget = budget(40);
        budget.due(TOWN, 0, false);
        assertThat(budget.take(TOWN, 0, false)).isTrue();
    }

    @Test
    void nothingIsTakenBeyondTheBudget() {
        PageBudget budget = new PageBudget(1, 30);
        assertThat(budget.take(TOWN, 1, true)).isTrue();
        assertThat(budget.isSpent(TOWN)).isTrue();
        assertThat(budget.take(TOWN, 1, true)).isFalse();
    }

    private static PageBudget budget(int due) {
        PageBudget budget = new PageBudget(5_000, 30);
        budget.begin(1);
        for (int i = 0; i < due; i++) {
            budget.due(TOWN, i, true);
        }
        return budget;
    }
}
