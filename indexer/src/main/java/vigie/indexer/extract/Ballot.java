package vigie.indexer.extract;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vigie.model.Vote;

/** How many voted how, as a section reports it. */
final class Ballot {

    private static final String COUNT = "(\\d{1,3}(?![\\d ]*(?:\\d|€|euros?|cameras?|%|ans?\\b|mois\\b))|"
            + "(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante)(?:[- ](?:et )?(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix))?)";

    /** Words that make numbers beside "pour" and "contre" votes. */
    private static final Sought VOTE = Sought.of(
            "\\bvoix\\b|\\bvotes?\\b|\\bsuffrages?\\b|\\babstentions?\\b|\\bs'abst\\w+|unanim|\\bmajorite\\b|\\bscrutin\\b|^(?:[-–•] ?)?(?:pour|contre) ?: ?\\d");

    private static final Sought UNANIMOUS = Sought.of("unanim(?!\\w* (?:moins|sauf))");
    private static final Pattern FOR = Pattern.compile("\\bpour ?[:=(]? ?" + COUNT + "|" + COUNT
            + " (?:voix (?:pour|favorables?|contre " + COUNT + ")|votes? (?:pour|favorables?)|pour\\b)");
    private static final Pattern AGAINST =
            Pattern.compile("\\b(?:contre|voix contre|votes? contre|oppositions?) ?[:=(]? ?" + COUNT + "|" + COUNT
                    + " (?:(?:voix|votes?) )?(?:contre\\b(?! " + COUNT + ")|defavorables?|oppositions?)");
    private static final Pattern ABSTAINED = Pattern.compile(
            "\\babstentions? ?[:=(]? ?" + COUNT + "|" + COUNT + " (?:\\w+ )?(?:abstentions?|s'abst\\w+)");
    private static final Pattern NOBODY_AGAINST =
            Pattern.compile("\\b(?:sans|aucune?) (?:opposition|voix contre|vote contre)|\\bcontre ?: ?(?:neant|aucun)");
    private static final Pattern NOBODY_ABSTAINED =
            Pattern.compile("\\b(?:sans|aucune) abstention|\\babstentions? ?: ?(?:neant|aucune?)");

    /** Those for and those against in one breath. */
    private static final Sought BOTH = Sought.of("\\b" + COUNT
            + " (?:voix |votes? |suffrages? )?(?:pour|favorables?)[^.;\\d]{1,15}\\b" + COUNT
            + " (?:voix |votes? |suffrages? )?(?:contre|defavorables?)\\b|\\bpour ?[:=]? ?" + COUNT
            + "[^.\\d]{1,20}\\bcontre ?[:=]? ?" + COUNT);

    private Ballot() {}

    /**
     * The one vote that the section reports; empty where it reports none, or several that differ: nobody could say then
     * which of them decided what.
     */
    static Optional<Vote> in(SectionText section) {
        List<Sentence> told = section.sentences().stream()
                .filter(sentence -> !sentence.isTitle() && VOTE.in(sentence.words()))
                .toList();
        List<Integer> inFavour = counts(told, words -> count(FOR, words));
        List<Integer> against = counts(told, words -> orNobody(count(AGAINST, words), NOBODY_AGAINST, words));
        List<Integer> abstained = counts(told, words -> orNobody(count(ABSTAINED, words), NOBODY_ABSTAINED, words));
        boolean said = told.stream().anyMatch(sentence -> UNANIMOUS.in(sentence.words()));
        boolean counted = !inFavour.isEmpty() || !against.isEmpty() || !abstained.isEmpty();
        if (section.outcome() == Outcome.NONE
                || !(said || counted)
                || inFavour.size() > 1
                || against.size() > 1
                || abstained.size() > 1) {
            return Optional.empty();
        }
        Integer opposed = first(against);
        boolean unanimous = said && (opposed == null || opposed == 0);
        return Optional.of(new Vote(
                unanimous,
                first(inFavour),
                opposed,
                first(abstained),
                told.get(0).start(),
                told.get(told.size() - 1).end()));
    }

    /** Whether a sentence counts fewer votes for than against. */
    static boolean isLost(String words) {
        return majority(words) < 0;
    }

    /** Whether a sentence counts more votes for than against. */
    static boolean isWon(String words) {
        return majority(words) > 0;
    }

    /** By how many votes a proposal is adopted; below 0 if it is turned down, 0 where one side is not counted. */
    private static int majority(String words) {
        Matcher both = BOTH.first(words);
        return both == null
                ? 0
                : number(both.group(both.group(1) == null ? 3 : 1)) - number(both.group(both.group(1) == null ? 4 : 2));
    }

    private static List<Integer> counts(List<Sentence> told, Function<String, OptionalInt> reading) {
        return told.stream()
                .map(sentence -> reading.apply(sentence.words()))
                .flatMapToInt(OptionalInt::stream)
                .distinct()
                .boxed()
                .toList();
    }

    private static @Nullable Integer first(List<Integer> counts) {
        return counts.isEmpty() ? null : counts.get(0);
    }

    private static OptionalInt orNobody(OptionalInt count, Pattern nobody, String words) {
        return count.isEmpty() && nobody.matcher(words).find() ? OptionalInt.of(0) : count;
    }

    /** The first number of a pattern's groups that its first match has. */
    private static OptionalInt count(Pattern pattern, String words) {
        Matcher found = pattern.matcher(words);
        if (!found.find()) {
            return OptionalInt.empty();
        }
        return IntStream.rangeClosed(1, found.groupCount())
                .filter(group -> found.group(group) != null)
                .mapToObj(found::group)
                .mapToInt(Ballot::number)
                .findFirst();
    }

    private static int number(String written) {
        return Character.isDigit(written.charAt(0))
                ? Integer.parseInt(written)
                : (int) NumberWords.value(written).orElse(0);
    }
}
