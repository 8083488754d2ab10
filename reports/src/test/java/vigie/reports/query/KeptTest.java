package vigie.reports.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KeptTest {

    private final AtomicReference<String> version = new AtomicReference<>("one");
    private final List<String> made = new ArrayList<>();
    private final Kept<String, Integer> kept = new Kept<>(version::get, 2);

    @Test
    void anAnswerIsMadeOnceWhileNothingIsNew() {
        assertThat(List.of(ask("a"), ask("bb"), ask("a"))).containsExactly(1, 2, 1);
        assertThat(made).containsExactly("a", "bb");
    }

    @Test
    void itIsMadeAgainOnceSomethingIs() {
        ask("a");
        version.set("two");
        ask("a");
        ask("a");
        assertThat(made).containsExactly("a", "a");
    }

    @Test
    void noMoreThanSoManyAreKept() {
        List.of("a", "bb", "ccc", "a").forEach(this::ask);
        assertThat(made).containsExactly("a", "bb", "ccc", "a");
    }

    private int ask(String question) {
        return kept.of(question, asked -> {
            made.add(asked);
            return asked.length();
        });
    }
}
