package vigie.indexer.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a list that begin its entries, each with a code of its own: "D-24-205", "Réf. 23F08", "23/18 –". */
final class Entries {

    /** A word that may stand before, then letters and digits with signs between them; a bare number is no code. */
    private static final Pattern CODE = Pattern.compile(
            "^(?:\\p{L}{1,9}\\.? ?(?:[nN] ?[°º] ?)?|[nN] ?[°º] ?)?(?=\\S*\\d)[\\p{L}\\d][\\p{L}\\d/_.-]{0,13}(?=[ .,:)–—-]|$)");

    private static final Pattern BARE_NUMBER = Pattern.compile("[9.]+");

    /** So many lines farther on another entry must begin. */
    private static final int NEXT = 4;

    private final Set<Span> begin;

    private Entries(Set<Span> begin) {
        this.begin = begin;
    }

    /** The entries of {@code lines}: those that begin with codes that are alike. */
    static Entries in(String text, List<Span> lines) {
        List<@Nullable String> shapes = new ArrayList<>();
        lines.forEach(line -> shapes.add(shape(Lines.words(text, line))));
        Set<Span> begin = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String shape = shapes.get(i);
            for (int j = i + 1; shape != null && j < lines.size() && j <= i + NEXT; j++) {
                if (shape.equals(shapes.get(j))) {
                    begin.add(lines.get(i));
                    begin.add(lines.get(j));
                }
            }
        }
        return new Entries(begin);
    }

    /** What the code at the beginning of a line is like, whatever its figures; null where there is none. */
    private static @Nullable String shape(String words) {
        Matcher code = CODE.matcher(words);
        if (!code.find()) {
            return null;
        }
        String shape = code.group().replaceAll("\\d", "9");
        return BARE_NUMBER.matcher(shape).matches() ? null : shape;
    }

    boolean beginAt(Span line) {
        return begin.contains(line);
    }
}
