package vigie.indexer.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Commune;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.config.Communes;

/**
 * Finds names of communes in raw text, whatever their case, accents, hyphens, apostrophes and line breaks; offsets are
 * those of the surface form. Immutable, thread-safe.
 *
 * <p>Meant for documents that the {@link Gate} has let through, so it walks words and a tree of names instead of running an
 * automaton of 35,000 names over everything. A name starts with a capital; one that is an everyday word too ("Orange",
 * "Sens", "Contre") counts only after "ville de", "commune de" and the like. "du Havre" and "des Lilas" are found as "Le
 * Havre" and "Les Lilas". Which commune a name means is for the resolver: the mention's {@code ref} is the folded name.
 */
public final class CommuneGate {

    private static final String EVERYDAY = "everyday-names.txt";
    private static final int LONGEST_GAP = 4;
    private static final int BEFORE = 40;

    /** What makes an everyday word the name of a commune, folded. */
    private static final Pattern CUE =
            Pattern.compile("\\b(?:ville|commune|mairie|municipalite|maire|conseil municipal|habitants|prefecture)s?"
                    + "(?: nouvelle)? (?:de la |de l |de |d |du |des )?$");

    /** Articles in names, and the contractions that stand for them in running text, folded. */
    private static final Map<String, Set<String>> ARTICLES =
            Map.of("le", Set.of("du", "au"), "les", Set.of("des", "aux"), "la", Set.of("la"), "l", Set.of("l"));

    private final Node root = new Node();
    private final Set<String> everyday = everyday();

    private CommuneGate() {}

    /** A gate for all names in the register, former ones included. */
    public static CommuneGate compile(Communes communes) {
        CommuneGate gate = new CommuneGate();
        for (Commune commune : communes.all()) {
            gate.add(Communes.fold(commune.name()));
        }
        return gate;
    }

    private void add(String name) {
        List<String> words = List.of(name.split(" ", -1));
        root.add(words, name);
        Set<String> contractions = ARTICLES.get(words.get(0));
        if (contractions != null && words.size() > 1) {
            for (String contraction : contractions) {
                List<String> running = new ArrayList<>(words);
                running.set(0, contraction);
                root.add(running, name);
            }
        }
    }

    /** The names in {@code text}, from left to right, the longest at each place, without overlap. */
    public List<Mention> scan(String text) {
        List<Word> words = words(text);
        List<Mention> mentions = new ArrayList<>();
        int next = 0;
        while (next < words.size()) {
            Found found = longest(text, words, next);
            if (found == null) {
                next++;
                continue;
            }
            int start = words.get(found.first).start;
            int end = words.get(found.last).end;
            if (!isEveryday(found.name) || hasCue(text, start)) {
                mentions.add(new Mention(MentionKind.COMMUNE, start, end, text.substring(start, end), found.name));
            }
            next = found.last + 1;
        }
        return mentions;
    }

    /** A word of the text: its place and folded form. */
    private record Word(int start, int end, String folded) {}

    /** A name that words {@code first} to {@code last} bear. */
    private record Found(int first, int last, String name) {}

    private @Nullable Found longest(String text, List<Word> words, int from) {
        Node node = root.next.get(words.get(from).folded);
        Found best = null;
        int at = from;
        while (node != null) {
            // "du Havre": the contraction is no part of the surface form.
            int first = isContraction(text, words.get(from)) ? from + 1 : from;
            if (node.name != null && first <= at && Character.isUpperCase(text.charAt(words.get(first).start))) {
                best = new Found(first, at, node.name);
            }
            at++;
            if (at == words.size() || !areJoined(text, words.get(at - 1).end, words.get(at).start)) {
                break;
            }
            node = node.next.get(words.get(at).folded);
        }
        return best;
    }

    private static boolean isContraction(String text, Word word) {
        return Character.isLowerCase(text.charAt(word.start))
                && ARTICLES.values().stream().anyMatch(contractions -> contractions.contains(word.folded));
    }

    /** Whether only what may stand inside a name is between two words. */
    private static boolean areJoined(String text, int end, int start) {
        if (start - end > LONGEST_GAP) {
            return false;
        }
        for (int i = end; i < start; i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && "-‐‑–'’‘\u00a0\u202f\u00ad".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** "Plan", and "Le Plan" as well. */
    private boolean isEveryday(String name) {
        String article = name.substring(0, Math.max(0, name.indexOf(' ')));
        return everyday.contains(ARTICLES.containsKey(article) ? name.substring(article.length() + 1) : name);
    }

    private static boolean hasCue(String text, int start) {
        String before = Communes.fold(text.substring(Math.max(0, start - BEFORE), start))
                .replaceAll("\\s+", " ");
        return CUE.matcher(before.isEmpty() || before.endsWith(" ") ? before : before + " ")
                .find();
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < text.length() && isPartOfWord(text.charAt(i))) {
                i++;
            }
            words.add(new Word(start, i, Communes.fold(text.substring(start, i))));
        }
        return words;
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static Set<String> everyday() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommuneGate.class.getResourceAsStream(EVERYDAY), EVERYDAY),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + EVERYDAY, e);
        }
    }

    /** A place in the tree of names, word by word. */
    private static final class Node {
        private final Map<String, Node> next = new HashMap<>(2);
        private @Nullable String name;

        void add(List<String> words, String whole) {
            Node node = this;
            for (String word : words) {
                node = node.next.computeIfAbsent(word, unused -> new Node());
            }
            if (node.name == null) {
                node.name = whole;
            }
        }
    }
}
