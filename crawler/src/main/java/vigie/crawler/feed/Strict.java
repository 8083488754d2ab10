package vigie.crawler.feed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Strict reading of a record: remembers which of its leaves were taken, so that none is lost without a word. Attributes
 * are not followed. Not thread-safe.
 */
final class Strict {

    private final Element record;
    private final Set<Element> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    Strict(Element record) {
        this.record = record;
    }

    /** The first text at the end of {@code path} that is not blank; what stands there counts as taken. */
    Optional<String> text(Element in, String path) {
        return texts(in, path).stream().findFirst();
    }

    /** The first element at the end of {@code path} that holds something; what stands there counts as taken. */
    Optional<Element> first(Element in, String path) {
        List<Element> found = in.at(path);
        found.forEach(this::leave);
        return found.stream().filter(element -> !element.allText().isBlank()).findFirst();
    }

    /** All texts at the end of {@code path} that are not blank; what stands there counts as taken. */
    List<String> texts(Element in, String path) {
        List<Element> found = in.at(path);
        found.forEach(this::leave);
        return found.stream()
                .map(Element::allText)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** Says that everything below the end of {@code path} was taken, or left out on purpose. */
    void leave(Element in, String path) {
        in.at(path).forEach(this::leave);
    }

    /** The leaves in {@code element} that hold something and that nobody took yet, in order; they count as taken now. */
    List<Element> take(Element element) {
        List<Element> leaves = new ArrayList<>();
        collect(element, leaves);
        leave(element);
        return leaves;
    }

    private void collect(Element element, List<Element> leaves) {
        if (taken.contains(element)) {
            return;
        }
        if (element.children().isEmpty() && !element.text().isBlank()) {
            leaves.add(element);
        }
        element.children().forEach(child -> collect(child, leaves));
    }

    /** Says that everything in {@code element} was taken, or left out on purpose. */
    void leave(Element element) {
        taken.add(element);
        element.children().forEach(this::leave);
    }

    /** Paths of the leaves that nobody took, without repeats. */
    Set<String> leftOver() {
        return open().stream().map(Leaf::path).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The leaves that hold something and that nobody took, in order. */
    List<Leaf> open() {
        List<Leaf> leaves = new ArrayList<>();
        collect(record, "", leaves);
        return leaves;
    }

    /** @param path names from below the record down to the leaf, separated by slashes */
    record Leaf(String path, Element element) {}

    private void collect(Element element, String path, List<Leaf> leaves) {
        if (taken.contains(element)) {
            return;
        }
        if (element.children().isEmpty() && !element.text().isBlank()) {
            leaves.add(new Leaf(path.isEmpty() ? element.name() : path, element));
        }
        for (Element child : element.children()) {
            collect(child, path.isEmpty() ? child.name() : path + "/" + child.name(), leaves);
        }
    }
}
