package vigie.crawler.focus;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts and addresses as plain lower-case words with single spaces, so that one pattern finds all spellings. */
final class FoldedWords {

    private static final Pattern DIACRITICS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private FoldedWords() {}

    static String of(String text) {
        String plain = DIACRITICS
                .matcher(Normalizer.normalize(CAMEL.matcher(text).replaceAll(" "), Normalizer.Form.NFD))
                .replaceAll("");
        return NOT_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** The words of path and query: the host is the same all over a site and says nothing. */
    static String ofAddress(String url) {
        int host = url.indexOf("://");
        int path = url.indexOf('/', host < 0 ? 0 : host + 3);
        return path < 0 ? "" : of(decoded(url.substring(path)));
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
