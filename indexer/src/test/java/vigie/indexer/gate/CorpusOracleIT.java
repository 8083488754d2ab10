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
import org.junit.jupiter.api.Test;
import vigie.model.config.Lexicon;
import vigie.model.config.TermForm;

/**
 * On real documents, every form of the real lexicon is found where its slow regular expression finds it, as far as the
 * expression can be written.
 */
class CorpusOracleIT {

    /** The oracle is slow: of each file only the beginning, of the forms one in so many; with {@code -Doracle.all} more. */
    private static final int PER_FILE = System.getProperty("oracle.all") == null ? 1_500 : 12_000;

    private static final int ONE_IN = System.getProperty("oracle.all") == null ? 20 : 1;

    private static final List<TermForm> FORMS = forms(ProjectFolder.lexicon());

    @Test
    void hitsAreThoseOfTheOracle() throws IOException {
        String text = texts(ProjectFolder.corpus());
        FormFinder finder = FormFinder.of(FORMS);
        Set<FormHit> found = new LinkedHashSet<>(finder.find(text));
        assertThat(found).isNotEmpty();
        assertThat(starts(found)).isEqualTo(expectedStarts(text, found));
    }

    private static Set<String> starts(Set<FormHit> hits) {
        return hits.stream().map(hit -> start(hit.form(), hit.start())).collect(Collectors.toSet());
    }

    /** Where the oracle finds forms; its ends must be among ours. */
    private static Set<String> expectedStarts(String text, Set<FormHit> found) {
        Set<String> starts = new LinkedHashSet<>();
        int[] candidates = IntStream.range(0, text.length())
                .filter(i -> isWordOrElided(text, i))
                .toArray();
        for (int form = 0; form < FORMS.size(); form++) {
            Matcher matcher =
                    Pattern.compile(RegexOracle.regex(FORMS.get(form).text())).matcher(text);
            matcher.useTransparentBounds(true);
            for (int start : candidates) {
                if (matcher.region(start, text.length()).lookingAt()) {
                    starts.add(start(form, start));
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

    private static String start(int form, int start) {
        return FORMS.get(form).text() + " at " + start;
    }

    private static List<TermForm> forms(Lexicon lexicon) {
        List<TermForm> all = Stream.of(
                        lexicon.vendors().stream().flatMap(vendor -> vendor.aliases().stream()),
                        lexicon.entries().stream().flatMap(entry -> entry.forms().stream()),
                        lexicon.contexts().stream().flatMap(context -> context.forms().stream()))
                .flatMap(forms -> forms)
                .filter(form -> !form.caseSensitive())
                .filter(form -> RegexOracle.canTell(form.text()))
                .distinct()
                .toList();
        return IntStream.range(0, all.size())
                .filter(i -> i % ONE_IN == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static String texts(Path corpus) throws IOException {
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
                text.append(whole, 0, Math.min(PER_FILE, whole.length())).append("\n\n");
            }
            return text.toString();
        }
    }
}
