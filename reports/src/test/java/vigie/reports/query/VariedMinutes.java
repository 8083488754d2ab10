package vigie.reports.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import vigie.model.Json;

/**
 * Texts of council minutes put together from the sentences that the classifier is trained on, with invented names, sums
 * and numbers in between as every town has its own; always the same.
 */
final class VariedMinutes {

    private static final List<String> FIELDS = List.of("heading", "before", "text", "after");

    private final Random random;
    private final SyntheticMinutes names;
    private final List<String> sentences;

    private VariedMinutes(long seed, Collection<String> sentences) {
        this.random = new Random(seed);
        this.names = new SyntheticMinutes(seed, 60_000);
        this.sentences = List.copyOf(sentences);
    }

    /** Of the sentences in the folder's {@code *.jsonl}. */
    static VariedMinutes of(long seed, Path folder) throws IOException {
        Set<String> sentences = new LinkedHashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                Files.readAllLines(file).forEach(line -> add(line, sentences));
            }
        }
        return new VariedMinutes(seed, sentences);
    }

    private static void add(String line, Set<String> sentences) {
        try {
            var example = Json.mapper().readTree(line);
            FIELDS.stream()
                    .map(field ->
                            example.path(field).asText("").replace("[[", "").replace("]]", ""))
                    .filter(sentence -> !sentence.isBlank())
                    .forEach(sentences::add);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    /** At least {@code length} characters of paragraphs. */
    String text(int length) {
        StringBuilder text = new StringBuilder(length + 500);
        while (text.length() < length) {
            text.append(sentences.get(random.nextInt(sentences.size())));
            switch (random.nextInt(6)) {
                case 0 -> text.append("\n\n");
                case 1 ->
                    text.append(" Rue ")
                            .append(name())
                            .append(", n° ")
                            .append(random.nextInt(200))
                            .append(". ");
                case 2 -> text.append(" M. ").append(name()).append(" présente le point. ");
                case 3 ->
                    text.append(" Montant : ")
                            .append(1000 + random.nextInt(900_000))
                            .append(" €.\n");
                default -> text.append(' ');
            }
        }
        return text.toString();
    }

    /** Words that stand in the texts, none of them a stop word: of all frequencies, always the same. */
    List<String> words(int count) {
        List<String> words = new ArrayList<>();
        while (words.size() < count) {
            String[] parts = sentences.get(random.nextInt(sentences.size())).split("[^\\p{L}]+", -1);
            String word = parts[random.nextInt(parts.length)];
            if (word.length() > 5) {
                words.add(word);
            }
        }
        return words;
    }

    private String name() {
        String name = names.word(100 + random.nextInt(59_000));
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
