package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Stretches of a text that do not overlap, each owned by something, to be asked quickly who owns an offset. */
final class Stretches {

    private final List<Span> spans;
    private final List<Integer> owners;

    private Stretches(List<Span> spans, List<Integer> owners) {
        this.spans = spans;
        this.owners = owners;
    }

    /** The stretches of each owner; owners are known by their position in {@code owners}. */
    static <T> Stretches of(List<T> owners, Function<T, List<Span>> stretches) {
        record Owned(Span span, int owner) {}
        List<Owned> owned = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            int owner = i;
            stretches.apply(owners.get(i)).forEach(span -> owned.add(new Owned(span, owner)));
        }
        owned.sort(Comparator.comparingInt(one -> one.span().start()));
        return new Stretches(
                owned.stream().map(Owned::span).toList(),
                owned.stream().map(Owned::owner).toList());
    }

    /** Who owns {@code offset}, or -1. */
    int ownerOf(int offset) {
        int low = 0;
        int high = spans.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = spans.get(middle);
            if (span.contains(offset)) {
                return owners.get(middle);
            }
            if (span.start() > offset) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return -1;
    }

    /** For each of {@code count} owners what lies in its stretches. */
    <T> List<List<T>> share(List<T> things, ToIntFunction<T> offset, int count) {
        List<List<T>> shares = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            shares.add(new ArrayList<>(0));
        }
        for (T thing : things) {
            int owner = ownerOf(offset.applyAsInt(thing));
            if (owner >= 0) {
                shares.get(owner).add(thing);
            }
        }
        return shares;
    }
}
