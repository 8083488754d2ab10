package vigie.crawler.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrontierTest {

    private static final String SITE = "https://v.example/";

    private final Yields yields = new Yields();
    private final Frontier<String> frontier = new Frontier<>(yields);

    @Test
    void bestComesFirstAndAmongEqualsTheFirst() {
        add("b", 5, null);
        add("c", 9, "list");
        add("a", 5, "list");

        assertThat(all()).containsExactly("c", "b", "a");
        assertThat(frontier.isEmpty()).isTrue();
    }

    @Test
    void addressIsTakenOnceAsItsBestLinkHasIt() {
        add("a", 5, null);
        add("b", 7, null);
        add("a", 9, "list");
        add("a", 2, "menu");

        assertThat(frontier.size()).isEqualTo(2);
        assertThat(all()).containsExactly("a", "b");
    }

    @Test
    void whatLikeOnesLedToCountsAtOnce() {
        add("good/1.pdf", 5, "good");
        add("bad/1.pdf", 6, "bad");
        for (int i = 0; i < 8; i++) {
            yields.learn(SITE + "good/" + i + ".pdf", "good", true);
            yields.learn(SITE + "bad/" + i + ".pdf", "bad", false);
        }

        assertThat(all()).containsExactly("good/1.pdf", "bad/1.pdf");
    }

    @Test
    void whatWasUnluckyHasAnotherChanceNowAndThen() {
        for (int i = 0; i < 10; i++) {
            add("good/" + i + ".pdf", 5, "good");
            yields.learn(SITE + "good/" + i + ".pdf", "good", true);
            yields.learn(SITE + "bad/" + i + ".pdf", "bad", false);
        }
        add("bad/1.pdf", 6, "bad");

        assertThat(all().indexOf("bad/1.pdf")).isBetween(1, 5);
    }

    @Test
    void kindsHaveTheirOtherChanceInTurn() {
        for (int i = 0; i < 40; i++) {
            add("good/" + i + ".pdf", 9, "good");
            add("bulletin/" + i + ".pdf", 6, "bulletin");
            yields.learn(SITE + "good/" + i + ".pdf", "good", true);
            yields.learn(SITE + "bulletin/" + i + ".pdf", "bulletin", false);
            yields.learn(SITE + "hidden/" + i + ".pdf", "hidden", false);
        }
        add("hidden/list.pdf", 4, "hidden");

        assertThat(all().indexOf("hidden/list.pdf")).isLessThan(60);
    }

    /** A part of a site that is called as if there were nothing, while all others promise more. */
    @Test
    void whatHasWaitedLongestIsTakenNowAndThen() {
        add("tourisme/", 1, null);
        for (int i = 0; i < 60; i++) {
            add("list-" + (char) ('a' + i % 26) + i / 26 + "/x.pdf", 8, "list " + i);
        }

        assertThat(all().indexOf("tourisme/")).isEqualTo(15);
    }

    @Test
    void addressMayComeBack() {
        add("a", 5, null);
        assertThat(all()).containsExactly("a");
        add("a", 5, null);
        assertThat(frontier.contains(SITE + "a")).isTrue();
        assertThat(all()).containsExactly("a");
    }

    private void add(String path, float promise, @Nullable String place) {
        frontier.add(SITE + path, promise, place, path);
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        for (Optional<String> next = frontier.take(); next.isPresent(); next = frontier.take()) {
            all.add(next.get());
        }
        return all;
    }
}
