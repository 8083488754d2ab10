package vigie.indexer.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vigie.model.Departement;
import vigie.model.Mention;
import vigie.model.MentionKind;
import vigie.model.config.Communes;

/**
 * Finds the names of communes in raw text, for texts that have passed the {@link Gate}. The register's names are looked
 * for as people write them: any case and accents as long as there is a capital, spaces for hyphens, "St" for "Saint",
 * "du Havre" and "l'Haÿ-les-Roses", broken at line ends, with spaces between all letters.
 *
 * <p>Precision comes first. Names that are also words need something that says that a commune is meant ("ville de",
 * a postcode), names of small communes at least a word such as "à" or "de"; names of streets and, as far as one can see,
 * of persons are left out. {@link Mention#ref} is the folded name, for {@link Communes#byName}; which of several
 * namesakes is meant is not decided here. Thread-safe; the names are prepared at the first use.
 */
public final class CommuneGate {

    private static final Map<String, String> ARTICLE_IN = Map.of(
            "le", "le ", "du", "le ", "au", "le ", "la", "la ", "les", "les ", "des", "les ", "aux", "les ", "l", "l ");

    private static final java.util.regex.Pattern SPACED = java.util.regex.Pattern.compile(
            "(?<![\\p{L}\\p{N}])\\p{Lu}(?:(?: {1,4}| ?[-'’] ?)\\p{Lu}(?![\\p{L}\\p{N}])){3,60}");

    private final Communes communes;
    private final Set<String> departements;
    private @Nullable NameTrie names;

    private CommuneGate(Communes communes) {
        this.communes = communes;
        this.departements = communes.departements().stream()
                .map(Departement::name)
                .map(name -> FoldedWords.of(name, 0, name.length()).strip())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A gate for the names in the register. */
    public static CommuneGate compile(Communes communes) {
        return new CommuneGate(communes);
    }

    /** All mentions of communes, in order. */
    public List<Mention> scan(String text) {
        return scan(text, 0, text.length());
    }

    /** All mentions of communes that lie in {@code [from, to)}, in order. */
    public List<Mention> scan(String text, int from, int to) {
        NameTrie trie = names();
        NameWalk walk = new NameWalk(trie, text, to);
        List<Mention> found = new ArrayList<>();
        int i = from;
        while (i < to) {
            NameWalk.Found name = startsName(text, i) ? walk.at(i) : null;
            Mention mention = name == null ? null : mention(trie, text, i, name);
            if (mention != null) {
                found.add(mention);
            }
            i = mention == null ? i + 1 : mention.end();
        }
        found.addAll(spaced(text.substring(from, to), from));
        found.sort(Comparator.comparingInt(Mention::start));
        return List.copyOf(found);
    }

    /** The names among the words that are written with spaces between their letters; more than one space parts words. */
    private List<Mention> spaced(String text, int offset) {
        List<Mention> found = new ArrayList<>();
        java.util.regex.Matcher run = SPACED.matcher(text);
        while (run.find()) {
            StringBuilder closed = new StringBuilder();
            List<Integer> at = new ArrayList<>();
            for (int i = run.start(); i < run.end(); i++) {
                boolean blank = text.charAt(i) == ' ';
                if (!blank || (text.charAt(i - 1) != ' ' && text.charAt(i + 1) == ' ')) {
                    closed.append(text.charAt(i));
                    at.add(i);
                }
            }
            boolean shorter = closed.length() < run.end() - run.start();
            (shorter ? scan(closed.toString()) : List.<Mention>of()).forEach(name -> {
                int start = at.get(name.start());
                int end = at.get(name.end() - 1) + 1;
                found.add(new Mention(
                        MentionKind.COMMUNE, offset + start, offset + end, text.substring(start, end), name.ref()));
            });
        }
        return found;
    }

    private synchronized NameTrie names() {
        if (names == null) {
            names = CommuneNames.trie(communes);
        }
        return names;
    }

    /** A capital letter or digit that begins a word and does not follow a hyphen in one. */
    private static boolean startsName(String text, int i) {
        if (!Character.isUpperCase(text.charAt(i))) {
            return false;
        }
        if (i == 0) {
            return true;
        }
        int before = Symbols.of(text.charAt(i - 1));
        boolean compound = before == Symbols.HYPHEN && i > 1 && Symbols.inWord(Symbols.of(text.charAt(i - 2)));
        return !Symbols.inWord(before) && !Symbols.isInvisible(before) && !compound;
    }

    private @Nullable Mention mention(NameTrie trie, String text, int start, NameWalk.Found found) {
        NameCues cues = new NameCues(text, start, found.end(), departements);
        String article = ARTICLE_IN.get(cues.last());
        int bare = CommuneNames.bare(found.mark());
        if (bare != 0 && article != null && trie.mark(article + found.name()) != 0) {
            int from = isWhole(cues.last()) ? articleStart(text, start, cues.last()) : start;
            NameCues beforeArticle = from == start ? cues : new NameCues(text, from, found.end(), departements);
            return counts(bare, beforeArticle, false) ? mention(text, from, found.end(), article + found.name()) : null;
        }
        int whole = CommuneNames.whole(found.mark());
        if (whole == 0 || !coreHasCapital(text, start, found) || isOffice(text, found)) {
            return null;
        }
        boolean single = found.name().indexOf(' ') < 0;
        boolean named = counts(whole, cues, single) || (!cues.street() && isTitled(text, start, found));
        return named ? mention(text, start, found.end(), found.name()) : null;
    }

    /** "Le Maire" is not the town of Mairé. */
    private static boolean isOffice(String text, NameWalk.Found found) {
        return found.name().equals("maire") && "eE".indexOf(text.charAt(found.end() - 1)) >= 0;
    }

    /** "au profit de La Garde": an article with a capital after a word in small letters is a name's. */
    private static boolean isTitled(String text, int start, NameWalk.Found found) {
        int space = found.name().indexOf(' ');
        return space > 0
                && isWhole(found.name().substring(0, space))
                && start >= 2
                && Character.isWhitespace(text.charAt(start - 1))
                && Character.isLowerCase(text.charAt(start - 2));
    }

    private static boolean counts(int strength, NameCues cues, boolean single) {
        if (cues.street()) {
            return false;
        }
        if (cues.commune()) {
            return true;
        }
        if (single && (cues.person() || cues.longerName())) {
            return false;
        }
        return switch (strength) {
            case CommuneNames.CLEAR -> true;
            case CommuneNames.SMALL -> cues.place() || cues.belongs();
            default -> single && cues.at() && !cues.shouted();
        };
    }

    private static boolean isWhole(String article) {
        return article.equals("le") || article.equals("la") || article.equals("les") || article.equals("l");
    }

    private static int articleStart(String text, int start, String article) {
        int i = start - 1;
        while (i >= 0 && !Symbols.inWord(Symbols.of(text.charAt(i)))) {
            i--;
        }
        return i + 1 - article.length();
    }

    /** "Le Plan" is a commune, "Le plan" is not. */
    private static boolean coreHasCapital(String text, int start, NameWalk.Found found) {
        int space = found.name().indexOf(' ');
        if (space < 0 || !isWhole(found.name().substring(0, space))) {
            return true;
        }
        for (int i = start + space; i < found.end(); i++) {
            if (Symbols.inWord(Symbols.of(text.charAt(i)))) {
                return Character.isUpperCase(text.charAt(i));
            }
        }
        return false;
    }

    private static Mention mention(String text, int start, int end, String name) {
        return new Mention(MentionKind.COMMUNE, start, end, text.substring(start, end), CommuneNames.written(name));
    }

    /** Bytes of the table of names, for measuring. */
    long bytes() {
        return names().bytes();
    }
}
