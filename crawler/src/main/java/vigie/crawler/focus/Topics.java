package vigie.crawler.focus;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds the topics in texts and addresses; remembers some, because menus say the same on every page. Thread-safe. */
final class Topics {

    private static final int REMEMBERED = 20_000;

    private final Map<String, Set<Topic>> known = Collections.synchronizedMap(new Recent());

    private static final class Recent extends LinkedHashMap<String, Set<Topic>> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<Topic>> eldest) {
            return size() > REMEMBERED;
        }
    }

    Set<Topic> of(String text) {
        return text.isEmpty() ? Set.of() : remembered(text, FoldedWords::of);
    }

    Set<Topic> ofAddress(String url) {
        return remembered(url, FoldedWords::ofAddress);
    }

    private Set<Topic> remembered(String text, Function<String, String> words) {
        Set<Topic> topics = known.get(text);
        if (topics == null) {
            topics = in(words.apply(text));
            known.put(text, topics);
        }
        return topics;
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
