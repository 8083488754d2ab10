package vigie.indexer.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * {@link Lessons} kept as packed text, one a line, its cells parted by tabs: {@code told}, family, stage, modality, features;
 * {@code spoken}, family, whether it speaks of analysis, features; {@code chosen}, family, and a line for each of its choices:
 * {@code choice}, whether it is right, features as {@code name=how much}. What is read is what was written, to the last bit
 * and in its order, so that both teach the same model.
 */
public final class LessonFile {

    private static final String TOLD = "told";
    private static final String SPOKEN = "spoken";
    private static final String CHOSEN = "chosen";
    private static final String CHOICE = "choice";

    private LessonFile() {}

    /** Writes {@code lessons}. */
    public static void write(Lessons lessons, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Labelled told : lessons.told()) {
            line(text, told.features(), TOLD, told.family(), told.stage(), told.modality());
        }
        for (Spoken spoken : lessons.spoken()) {
            line(text, spoken.features(), SPOKEN, spoken.family(), String.valueOf(spoken.analysis()));
        }
        for (Chosen chosen : lessons.chosen()) {
            line(text, List.of(), CHOSEN, chosen.family());
            for (int i = 0; i < chosen.choices().size(); i++) {
                List<String> features = new TreeMap<>(chosen.choices().get(i))
                        .entrySet().stream()
                                .map(feature -> feature.getKey() + "=" + feature.getValue())
                                .toList();
                line(text, features, CHOICE, String.valueOf(chosen.right().get(i)));
            }
        }
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void line(StringBuilder text, List<String> features, String... cells) {
        text.append(String.join("\t", cells));
        features.forEach(feature -> text.append('\t').append(feature));
        text.append('\n');
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if a line is none of it; the message tells its number
     */
    public static Lessons read(InputStream in) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
        Reading read = new Reading();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!read.add(List.of(line.split("\t", -1)))) {
                throw new IllegalArgumentException("line " + number + " is no lesson");
            }
        }
        return read.lessons();
    }

    /** What has been read so far. */
    private static final class Reading {

        private final List<Labelled> told = new ArrayList<>();
        private final List<Spoken> spoken = new ArrayList<>();
        private final List<Chosen> chosen = new ArrayList<>();
        private String family = "";
        private final List<Map<String, Double>> choices = new ArrayList<>();
        private final List<Boolean> right = new ArrayList<>();

        /** Takes in a line, or says that it is none. */
        boolean add(List<String> cells) {
            String kind = cells.get(0);
            int size = cells.size();
            if (kind.equals(CHOICE) && size >= 2) {
                choices.add(amounts(cells.subList(2, size)));
                right.add(Boolean.valueOf(cells.get(1)));
                return true;
            }
            close();
            if (kind.equals(TOLD) && size >= 4) {
                told.add(new Labelled(cells.get(1), cells.subList(4, size), cells.get(2), cells.get(3)));
            } else if (kind.equals(SPOKEN) && size >= 3) {
                spoken.add(new Spoken(cells.get(1), cells.subList(3, size), Boolean.parseBoolean(cells.get(2))));
            } else if (kind.equals(CHOSEN) && size == 2) {
                family = cells.get(1);
            } else {
                return false;
            }
            return true;
        }

        private void close() {
            if (!choices.isEmpty()) {
                chosen.add(new Chosen(family, choices, right));
                choices.clear();
                right.clear();
            }
        }

        Lessons lessons() {
            close();
            return new Lessons(told, spoken, chosen);
        }
    }

    private static Map<String, Double> amounts(List<String> cells) {
        Map<String, Double> amounts = new TreeMap<>();
        for (String cell : cells) {
            int at = cell.lastIndexOf('=');
            if (at < 0) {
                throw new IllegalArgumentException(cell + " does not tell how much there is of it");
            }
            amounts.put(cell.substring(0, at), Double.valueOf(cell.substring(at + 1)));
        }
        return amounts;
    }
}
