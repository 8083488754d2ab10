package vigie.crawler.nutch;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Brings addresses into one form, so that a page is fetched once: the rules of crawler-commons, and without the
 * parameters that only track visitors or hold their session.
 */
final class CleanUrl {

    private static final Pattern SESSION_IN_PATH = Pattern.compile("(?i);(?:jsessionid|phpsessid|sid)=[^?#/;]*");
    private static final Pattern VISITOR_PARAMETER = Pattern.compile(
            "(?i)(?<=[?&])(?:jsessionid|phpsessid|aspsessionid\\w*"
                    + "|cfid|cftoken|sid|session_?id|utm_\\w+|fbclid|gclid|mc_[ce]id|pk_\\w+|mtm_\\w+|_ga|xtor)=[^&#]*&?");
    private static final Pattern DANGLING = Pattern.compile("[?&]+(?=#|$)");

    private final BasicURLNormalizer basic = new BasicURLNormalizer();

    /** The form to use, or empty if this is no address of a page. */
    Optional<String> of(String url) {
        // The rules would make http of anything: "tel:0102" is no host with a port.
        String form = isWeb(url.strip()) ? basic.filter(url.strip()) : null;
        if (form == null) {
            return Optional.empty();
        }
        String bare = VISITOR_PARAMETER
                .matcher(SESSION_IN_PATH.matcher(form).replaceAll(""))
                .replaceAll("");
        return Optional.of(DANGLING.matcher(bare).replaceAll(""));
    }

    private static boolean isWeb(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }
}
