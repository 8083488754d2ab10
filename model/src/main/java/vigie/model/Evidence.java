package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a claim.
 *
 * @param quote verbatim {@code text.substring(start, end)} of the document
 * @param page from 1, or null where the document has no pages
 * @param sha256 of the captured bytes
 * @param url where people can read it, {@link SourceDocument#address()}, or null for a local file
 * @param fetchedFrom the address that the bytes came from, where that is another one (the query that a notice answered); else null
 * @param fetched when, or null for a local file
 * @param persons where the quote names people, as far as they were recognised; only places are kept, never names
 */
public record Evidence(
        String quote,
        int start,
        int end,
        @Nullable Integer page,
        String sha256,
        @Nullable String url,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String fetchedFrom,
        @Nullable Instant fetched,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Stretch> persons) {

    /** What stands for a name in what is published. */
    public static final String MASK = "[…]";

    private static final String NAME = "\\p{Lu}[\\p{L}'’-]+";

    /** A name behind a title; an office behind one ("Monsieur le Maire", "Madame Maire") is no name. */
    private static final Pattern TITLED = Pattern.compile(
            "(?<![\\p{L}])(?:MM?\\.|Mmes?\\.?|Mlles?\\.?|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames)\\s+"
                    + "(?!(?:Maire|Adjoint|Présid|Préf|Rapporteu|Secrétaire|Direct|Conseill|Délégu|Député|Sénat))"
                    + "(" + NAME + "(?:(?:\\s+(?:de|du|des|la|le))*\\s+" + NAME + "){0,3})");

    public Evidence {
        persons = persons == null ? List.of() : List.copyOf(persons);
    }

    /** Of bytes that came from {@code url} itself. */
    public Evidence(
            String quote,
            int start,
            int end,
            @Nullable Integer page,
            String sha256,
            @Nullable String url,
            @Nullable Instant fetched,
            List<Stretch> persons) {
        this(quote, start, end, page, sha256, url, null, fetched, persons);
    }

    /** The proof that {@code document} gives by {@code text.substring(start, end)}. */
    public static Evidence of(SourceDocument document, int start, int end, List<Stretch> persons) {
        Capture capture = document.capture();
        boolean fetched = capture.warc() != null;
        String address = document.address();
        return new Evidence(
                document.text().substring(start, end),
                start,
                end,
                document.pageAt(start),
                capture.sha256(),
                fetched ? address : null,
                fetched && !address.equals(capture.url()) ? capture.url() : null,
                fetched ? capture.fetched() : null,
                persons);
    }

    /** The same with another wording of its quote. */
    public Evidence quoting(String words) {
        return new Evidence(words, start, end, page, sha256, url, fetchedFrom, fetched, persons);
    }

    /** A stretch of the quote, from its first to after its last character. */
    public record Stretch(int start, int end) {}

    /**
     * The same for publication: names of people in the quote are replaced by {@link #MASK}. Offsets, page and hash stay, so
     * that whoever has the document can check the words.
     */
    public Evidence masked() {
        boolean[] hidden = new boolean[quote.length()];
        for (Stretch person : persons) {
            hide(hidden, person.start(), person.end());
        }
        Matcher titled = TITLED.matcher(quote);
        while (titled.find()) {
            hide(hidden, titled.start(1), titled.end(1));
        }
        StringBuilder shown = new StringBuilder();
        List<Stretch> masks = new ArrayList<>();
        for (int i = 0; i < hidden.length; i++) {
            if (!hidden[i]) {
                shown.append(quote.charAt(i));
            } else if (i == 0 || !hidden[i - 1]) {
                masks.add(new Stretch(shown.length(), shown.length() + MASK.length()));
                shown.append(MASK);
            }
        }
        return new Evidence(shown.toString(), start, end, page, sha256, url, fetchedFrom, fetched, masks);
    }

    /** Any text for publication: names of people whom a title gives away are replaced by {@link #MASK}. */
    public static String masked(String text) {
        return new Evidence(text, 0, text.length(), null, "", null, null, List.of())
                .masked()
                .quote();
    }

    private static void hide(boolean[] hidden, int start, int end) {
        for (int i = Math.max(0, start); i < Math.min(end, hidden.length); i++) {
            hidden[i] = true;
        }
    }
}
