package vigie.indexer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigie.model.config.Lexicon;
import vigie.model.config.TermForm;

/**
 * On real documents, every form of the real lexicon is found where its slow regular expression finds it, as far as the
 * expression can be written.
 */
@Tag("long")
class CorpusOracleIT {

    /** The oracle is slow: of each file only the beginning, of the forms one in so many; with {@code -Doracle.all} more. */
    private static final int PER_FILE = System.getProperty("oracle.all") == null ? 1_500 : 12_000;

    private static final int ONE_IN = System.getProperty("oracle.all") == null ? 20 : 1;

    /** And so many of those that stand in the texts. */
    private static final int STANDING = 15;

    @Test
    void hitsAreThoseOfTheOracle() throws IOException {
        String text = texts(PER_FILE);
        List<TermForm> forms = sample(forms(ProjectFolder.lexicon()), text);
        Set<FormHit> found = new LinkedHashSet<>(FormFinder.of(forms).find(text));
        assertThat(found).isNotEmpty();
        assertThat(starts(forms, found)).isEqualTo(expectedStarts(forms, text, found));
    }

    private static Set<String> starts(List<TermForm> forms, Set<FormHit> hits) {
        return hits.stream().map(hit -> start(forms, hit.form(), hit.start())).collect(Collectors.toSet());
    }

    /** Where the oracle finds forms; its ends must be among ours. */
    private static Set<String> expectedStarts(List<TermForm> forms, String text, Set<FormHit> found) {
        Set<String> starts = new LinkedHashSet<>();
        int[] candidates = IntStream.range(0, text.length())
                .filter(i -> isWordOrElided(text, i))
                .toArray();
        for (int form = 0; form < forms.size(); form++) {
            Matcher matcher =
                    Pattern.compile(RegexOracle.regex(forms.get(form).text())).matcher(text);
            matcher.useTransparentBounds(true);
            for (int start : candidates) {
                if (matcher.region(start, text.length()).lookingAt()) {
                    starts.add(start(forms, form, start));
                    assertThat(found).contains(new FormHit(form, start, matcher.end()));
                }
            }
        }
        return starts;
    }

    /** Any place where the expressions can match at all; trying the others too takes hours. */
    private static boolean isWordOrElided(String text, int i) {
        return Character.isLetterOrDigit(text.charAt(i))
                && (i < 2
                        || !Character.isLetterOrDigit(text.charAt(i - 1))
                        || !Character.isLetterOrDigit(text.charAt(i - 2)));
    }

    private static String start(List<TermForm> forms, int form, int start) {
        return forms.get(form).text() + " at " + start;
    }

    private static List<TermForm> forms(Lexicon lexicon) {
        return Stream.of(
                        lexicon.vendors().stream().flatMap(vendor -> vendor.aliases().stream()),
                        lexicon.entries().stream().flatMap(entry -> entry.forms().stream()),
                        lexicon.contexts().stream().flatMap(context -> context.forms().stream()))
                .flatMap(forms -> forms)
                .filter(form -> !form.caseSensitive())
                .filter(form -> RegexOracle.canTell(form.text()))
                .distinct()
                .toList();
    }

    /** One form in so many, and some that certainly stand in the text. */
    private static List<TermForm> sample(List<TermForm> all, String text) {
        IntStream standing = FormFinder.of(all).find(text).stream()
                .mapToInt(FormHit::form)
                .distinct()
                .limit(STANDING);
        return IntStream.concat(IntStream.range(0, all.size()).filter(i -> i % ONE_IN == 0), standing)
                .distinct()
                .mapToObj(all::get)
                .toList();
    }

    /** Of each file of text among the real documents the beginning. */
    static String texts(int perFile) throws IOException {
        Path corpus = ProjectFolder.corpus();
        assumeTrue(Files.isDirectory(corpus), "skipped: no real documents at " + corpus);
        try (Stream<Path> files = Files.walk(corpus)) {
            List<Path> wanted = files.filter(
                            file -> file.toString().matches(".*(council|boamp|opendata).*[.](txt|csv|json)"))
                    .sorted()
                    .toList();
            StringBuilder text = new StringBuilder();
            for (Path file : wanted) {
                Charset charset = file.toString().contains("utf16") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
                String whole = new String(Files.readAllBytes(file), charset);
                text.append(whole, 0, Math.min(perFile, whole.length())).append("\n\n");
            }
            return text.toString();
        }
    }
}
