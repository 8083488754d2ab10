package vigie.crawler.focus;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Finds the topics in texts and addresses; remembers some, because menus say the same on every page. Thread-safe. */
final class Topics {

    private static final int REMEMBERED = 20_000;

    private final Memory<String, Set<Topic>> texts = new Memory<>(REMEMBERED);
    private final Memory<String, Set<Topic>> addresses = new Memory<>(REMEMBERED);

    Set<Topic> of(String text) {
        return text.isEmpty() ? Set.of() : texts.of(text, words -> in(FoldedWords.of(words)));
    }

    Set<Topic> ofAddress(String url) {
        return addresses.of(url, address -> in(FoldedWords.ofAddress(address)));
    }

    private static Set<Topic> in(String words) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        for (Topic topic : Topic.values()) {
            if (topic.isIn(words)) {
                topics.add(topic);
            }
        }
        return Collections.unmodifiableSet(topics);
    }
}
