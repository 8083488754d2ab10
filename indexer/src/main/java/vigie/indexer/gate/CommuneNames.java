package vigie.indexer.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vigie.model.Commune;
import vigie.model.config.Communes;

/**
 * The names of all communes as a {@link NameTrie}: whole ("le havre"), behind an article that went into "du" or "des"
 * ("havre"), and with "st" for "saint". Each is marked with how much must speak for it.
 */
final class CommuneNames {

    /** Stands for a commune wherever it is written with a capital. */
    static final int CLEAR = 1;
    /** Few people live there: some word must speak for a place. */
    static final int SMALL = 2;
    /** More often another word: something must say that a commune is meant. */
    static final int COMMON = 3;

    private static final int BARE_SHIFT = 2;
    private static final int FEW_PEOPLE = 2_000;
    private static final List<String> ARTICLES = List.of("le ", "la ", "les ", "l ");

    private final Set<String> commonWords = commonWords();
    private final Map<String, Byte> marks = new HashMap<>();

    private CommuneNames() {}

    static NameTrie trie(Communes communes) {
        CommuneNames names = new CommuneNames();
        Map<String, Integer> people = communes.all().stream()
                .collect(Collectors.toMap(commune -> Communes.fold(commune.name()), Commune::population, Math::max));
        people.forEach(names::add);
        return NameTrie.of(new TreeMap<>(names.marks));
    }

    /** How much must speak for a whole name; 0 if the mark is not that of one. */
    static int whole(int mark) {
        return mark & ((1 << BARE_SHIFT) - 1);
    }

    /** How much must speak for a name whose article is not in it; 0 if the mark is not that of one. */
    static int bare(int mark) {
        return mark >> BARE_SHIFT;
    }

    private void add(String name, int people) {
        if (!name.chars().allMatch(c -> c == ' ' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
            return;
        }
        String core = ARTICLES.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(article -> name.substring(article.length()))
                .orElse(name);
        int strength = strength(core, people);
        mark(name, strength);
        if (!core.equals(name)) {
            mark(core, strength << BARE_SHIFT);
        }
        String shortened = (" " + name)
                .replace(" saint ", " st ")
                .replace(" sainte ", " ste ")
                .strip();
        if (!shortened.equals(name)) {
            mark(shortened, strength);
        }
    }

    private int strength(String core, int people) {
        if (core.indexOf(' ') >= 0) {
            return CLEAR;
        }
        if (core.length() < 3 || commonWords.contains(core)) {
            return COMMON;
        }
        return people < FEW_PEOPLE ? SMALL : CLEAR;
    }

    private void mark(String name, int bits) {
        marks.merge(name, (byte) bits, (a, b) -> (byte) (a | b));
    }

    /** The whole name of what may be shortened in texts. */
    static String written(String name) {
        return (" " + name)
                .replace(" st ", " saint ")
                .replace(" ste ", " sainte ")
                .strip();
    }

    private static Set<String> commonWords() {
        try (InputStream in = CommuneNames.class.getResourceAsStream("common-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("common-words.txt is missing from the class path");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
