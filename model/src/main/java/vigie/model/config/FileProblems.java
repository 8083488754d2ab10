package vigie.model.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with one file, as far as it has been read. */
final class FileProblems {

    private static final int MOST_NAMED = 20;

    private final String file;
    private final Messages messages;
    private final List<Problem> found = new ArrayList<>();

    FileProblems(String file, Messages messages) {
        this.file = file;
        this.messages = messages;
    }

    void add(int line, Fault fault, String... args) {
        found.add(new Problem(
                file, line, messages.text(fault.messageKey(), args), messages.text(fault.remedyKey(), args)));
    }

    /** Adds a fault whose remedy names the permitted words, the likeliest first. */
    void addUnknown(int line, Fault fault, String word, Collection<String> permitted) {
        add(line, fault, word, hint(word, permitted));
    }

    private String hint(String word, Collection<String> permitted) {
        if (permitted.isEmpty()) {
            return messages.text("hint.none");
        }
        String some = permitted.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        String all = permitted.size() > MOST_NAMED ? some + "…" : some;
        return nearest(word, permitted)
                .map(near -> messages.text("hint.did-you-mean", near, all))
                .orElseGet(() -> messages.text("hint.permitted", all));
    }

    private static Optional<String> nearest(String word, Collection<String> permitted) {
        int furthest = 1 + word.length() / 3;
        return permitted.stream()
                .filter(candidate -> EditDistance.between(word, candidate, furthest) <= furthest)
                .min(Comparator.comparingInt(candidate -> EditDistance.between(word, candidate, furthest)));
    }

    String text(String key, String... args) {
        return messages.text(key, args);
    }

    String file() {
        return file;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> found() {
        return found;
    }
}
