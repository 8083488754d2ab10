package vigie.indexer.gate;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Symbols that an automaton does not tell apart, put together. */
record SymbolClasses(int[] classOf, int[] example) {

    int count() {
        return example.length;
    }

    /** Splits the set of all symbols until every given set is a union of classes. */
    static final class Builder {

        private final Set<BitSet> sets = new LinkedHashSet<>();

        void split(BitSet symbols) {
            sets.add(symbols);
        }

        SymbolClasses build() {
            Map<List<Object>, Integer> classes = new LinkedHashMap<>();
            int[] classOf = new int[Symbols.COUNT];
            for (int symbol = 0; symbol < Symbols.COUNT; symbol++) {
                List<Object> key = List.of(character(symbol), membership(symbol));
                classOf[symbol] = classes.computeIfAbsent(key, k -> classes.size());
            }
            int[] example = IntStream.range(0, classes.size())
                    .map(c -> first(classOf, c))
                    .toArray();
            return new SymbolClasses(classOf, example);
        }

        /** What scanning itself must tell apart, whatever the forms. */
        private static String character(int symbol) {
            if (Symbols.parts(symbol).length > 1
                    || symbol == Symbols.HYPHEN
                    || symbol == Symbols.SOFT_HYPHEN
                    || symbol == Symbols.IGNORED) {
                return "own " + symbol;
            }
            if (Symbols.isElidedArticle(symbol)) {
                return "article";
            }
            return Symbols.inWord(symbol) ? "word" : "boundary";
        }

        private BitSet membership(int symbol) {
            BitSet in = new BitSet();
            int i = 0;
            for (BitSet set : sets) {
                in.set(i++, set.get(symbol));
            }
            return in;
        }

        private static int first(int[] classOf, int wanted) {
            return IntStream.range(0, classOf.length)
                    .filter(symbol -> classOf[symbol] == wanted)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
