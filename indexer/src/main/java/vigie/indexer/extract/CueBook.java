package vigie.indexer.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.model.Stage;
import vigie.model.Term;

/** The stage cues of {@code stage-cues.txt}, ready to be looked for. Immutable, unless it {@linkplain #remembering remembers}. */
final class CueBook {

    private static final String FILE = "stage-cues.txt";
    private static final Pattern DEFINITION = Pattern.compile("(\\w+) = (.+)");
    private static final Pattern CUE = Pattern.compile("([a-z-]+) (!?)(\\d\\.\\d+) (.+)");
    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    /** So many clauses are remembered at most. */
    private static final int MOST = 5_000;

    private final CueLines lines;
    private final @Nullable Map<String, List<Found>> known;

    private CueBook(CueLines lines, @Nullable Map<String, List<Found>> known) {
        this.lines = lines;
        this.known = known;
    }

    /** The same for one document and one thread: a clause that is judged again and again is searched once. */
    CueBook remembering() {
        return new CueBook(lines, new HashMap<>());
    }

    /** A line of the file. */
    record Line(Stage stage, double weight, boolean negation, Pattern pattern) {}

    /**
     * A cue found in a clause.
     *
     * @param negation whether it holds its own negation
     */
    record Found(Stage stage, double weight, boolean negation, int start, int end) {

        /** Its words. */
        String in(String words) {
            return words.substring(start, end);
        }
    }

    /** Reads the file that ships with the indexer. */
    static CueBook load() {
        try (InputStream in = CueBook.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + FILE);
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    private static CueBook read(BufferedReader reader) throws IOException {
        Map<String, String> fragments = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            Matcher definition = DEFINITION.matcher(line);
            Matcher cue = CUE.matcher(line);
            if (definition.matches()) {
                fragments.put(definition.group(1), expanded(definition.group(2), fragments));
            } else if (cue.matches()) {
                lines.add(line(cue, fragments));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalStateException(FILE + ": neither a cue nor a definition: " + line);
            }
        }
        return new CueBook(new CueLines(lines), null);
    }

    private static Line line(Matcher cue, Map<String, String> fragments) {
        String words = expanded(cue.group(4), fragments);
        String bounded =
                Character.isLetter(words.charAt(0)) || words.startsWith("(?:") ? "(?<![\\p{L}\\d])" + words : words;
        return new Line(
                Term.of(Stage.class, cue.group(1)),
                Double.parseDouble(cue.group(3)),
                !cue.group(2).isEmpty(),
                Pattern.compile(bounded));
    }

    private static String expanded(String text, Map<String, String> fragments) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(fragments.getOrDefault(found.group(1), found.group())));
    }

    /** The cues in {@code words}; of two that overlap, the one with its own negation or else the longer is kept. */
    List<Found> in(String words) {
        if (known == null) {
            return search(words);
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(words, this::search);
    }

    private List<Found> search(String words) {
        List<Found> all = new ArrayList<>(lines.in(words));
        all.sort(Comparator.comparing((Found found) -> !found.negation())
                .thenComparing(found -> found.start() - found.end())
                .thenComparing(found -> -found.weight()));
        List<Found> kept = new ArrayList<>();
        for (Found found : all) {
            if (kept.stream().noneMatch(other -> other.start() < found.end() && found.start() < other.end())) {
                kept.add(found);
            }
        }
        kept.sort(Comparator.comparingInt(Found::start));
        return kept;
    }
}
