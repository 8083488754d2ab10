package vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import vigie.crawler.nutch.CrawlProgress;
import vigie.indexer.extract.corenlp.CoreNlp;
import vigie.model.TextOutcome;

class MessagesTest {

    private static final Messages FRENCH = new Messages(Locale.FRENCH);
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z][a-z-]*)+\\.?)\"");
    /** What reports say comes from messages of their own. */
    private static final Pattern REPORT_TEXT = Pattern.compile("texts\\.get\\(\\s*\"[^\"]+\"");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    /** Keys that picocli looks up by itself. */
    private static final Pattern OF_USAGE =
            Pattern.compile("(?:vigie\\.|usage\\.|helpCommand\\.|mixinStandardHelpOptions\\.).*|help|version");

    static Stream<Messages> languages() {
        return Stream.of(FRENCH, ENGLISH);
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys(FRENCH)).hasSizeGreaterThan(100).isEqualTo(keys(ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void numbersHaveTheirOwnWords(Messages messages) {
        assertThat(messages.bundle().keySet())
                .filteredOn(
                        key -> messages.bundle().getString(key).matches("(?s).*\\{\\d.*\\p{L}\\((?:s|e|es|x|nt)\\).*"))
                .isEmpty();
    }

    /** Of two lines with one key the second would win, silently. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cli/src/main/resources/vigie/cli/messages",
                "reports/src/main/resources/vigie/reports/report",
                "reports/src/main/resources/vigie/reports/web/web"
            })
    void everyKeyStandsOnce(String file) throws IOException {
        for (String language : List.of("", "_en")) {
            Path path = Collection.root().resolve(file + language + ".properties");
            assertThat(Files.readAllLines(path).stream()
                            .filter(line -> line.matches("[\\w.-]+ = .*"))
                            .map(line -> line.substring(0, line.indexOf(" = "))))
                    .hasSizeGreaterThan(50)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void bothLanguagesFillTheSamePlaceholders() {
        assertThat(keys(FRENCH))
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(placeholders(ENGLISH.get(key))).as(key).isEqualTo(placeholders(FRENCH.get(key))));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void messageSaysSomething(Messages messages) {
        assertThat(keys(messages))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(messages.get(key)).as(key).isNotBlank());
    }

    /** A straight apostrophe would switch the filling of placeholders off. */
    @ParameterizedTest
    @MethodSource("languages")
    void messageWithPlaceholdersHasNoStraightApostrophe(Messages messages) {
        assertThat(keys(messages).stream()
                        .filter(key -> !placeholders(messages.get(key)).isEmpty()))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(messages.get(key)).as(key).doesNotContain("'"));
    }

    @Test
    void everyKeyInTheCodeHasItsMessage() throws IOException {
        Set<String> keys = keys(FRENCH);
        Set<String> families = keys.stream().map(MessagesTest::family).collect(Collectors.toSet());
        List<String> used = literals()
                .filter(literal -> !OF_USAGE.matcher(literal).matches())
                .filter(literal -> families.contains(family(literal)))
                .toList();
        assertThat(used).hasSizeGreaterThan(50);
        assertThat(used.stream()
                        .filter(key -> !keys.contains(key))
                        .filter(key -> keys.stream().noneMatch(known -> key.endsWith(".") && known.startsWith(key))))
                .isEmpty();
    }

    @Test
    void everyMessageIsUsed() throws IOException {
        Set<String> written = literalWords();
        assertThat(keys(FRENCH).stream()
                        .filter(key -> !OF_USAGE.matcher(key).matches())
                        .filter(key -> !written.contains(key))
                        .filter(key -> !written.contains(key.substring(0, key.lastIndexOf('.') + 1))))
                .isEmpty();
    }

    @Test
    void everyWordOfAComposedKeyHasItsMessage() {
        Stream<String> steps = Stream.of(CrawlProgress.Step.values()).map(step -> "progress.crawl." + step.id());
        Stream<String> outcomes = Stream.of(TextOutcome.values()).map(outcome -> "outcome." + outcome.id());
        assertThat(keys(FRENCH)).containsAll(Stream.concat(steps, outcomes).toList());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyCommandAndOptionIsDescribed(Messages messages) {
        CommandLine line = Main.withCommands(new CommandLine(new Main(Terminal.system(), messages, new CoreNlp())))
                .setResourceBundle(messages.bundle());
        List<CommandLine> all = Stream.of(line)
                .flatMap(MessagesTest::withSubcommands)
                .distinct()
                .toList();
        assertThat(all).hasSizeGreaterThan(12).allSatisfy(command -> {
            assertThat(command.getCommandSpec().args())
                    .filteredOn(argument -> !argument.hidden())
                    .allSatisfy(argument -> assertThat(description(argument))
                            .as(name(command, argument))
                            .isNotBlank());
            assertThat(String.join("", command.getCommandSpec().usageMessage().header())
                            + String.join(
                                    "", command.getCommandSpec().usageMessage().description()))
                    .as("header of %s", command.getCommandSpec().qualifiedName())
                    .isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en_GB.UTF-8", "EN"})
    void englishIsSpokenWhereItIsAskedFor(String language) {
        assertThat(Messages.locale(new String[0], language)).isEqualTo(Locale.ENGLISH);
        assertThat(Messages.locale(new String[] {"--lang", language}, "fr_FR")).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C.UTF-8", "fr_FR.UTF-8", "de_DE"})
    void frenchIsSpokenElsewhere(String environment) {
        assertThat(Messages.locale(new String[0], environment)).isEqualTo(Locale.FRENCH);
    }

    private static Stream<CommandLine> withSubcommands(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(MessagesTest::withSubcommands));
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description());
    }

    private static String name(CommandLine command, ArgSpec argument) {
        return command.getCommandSpec().qualifiedName() + " " + argument.paramLabel();
    }

    private static Set<String> keys(Messages messages) {
        return new TreeSet<>(messages.bundle().keySet());
    }

    private static Set<String> placeholders(String message) {
        Matcher matcher = PLACEHOLDER.matcher(message);
        return matcher.results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String family(String key) {
        return key.replaceAll("\\..*", "");
    }

    private static Stream<String> literals() throws IOException {
        return LITERAL.matcher(code()).results().map(found -> found.group(1));
    }

    private static Set<String> literalWords() throws IOException {
        return Pattern.compile("\"([a-z][a-z.-]*)\"")
                .matcher(code())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String code() throws IOException {
        Path folder = Path.of(System.getProperty("vigie.root", "..")).resolve("cli/src/main/java/vigie/cli");
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return REPORT_TEXT.matcher(all).replaceAll("");
    }
}
