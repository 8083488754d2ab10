package vigie.crawler.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Reads the text of a robots.txt as RFC 9309 wants it read. */
final class RobotsText {

    /** RFC 9309 wants at least 500 KiB to be parsed. */
    static final int PARSED = 512 * 1024;

    private final Collection<String> tokens;

    /** @param productToken whose group is looked for, then that of {@code *} */
    RobotsText(String productToken) {
        this.tokens = List.of(productToken.toLowerCase(Locale.ROOT));
    }

    BaseRobotRules parse(String url, byte[] text) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, Integer.MAX_VALUE);
        parser.setExactUserAgentMatching(true);
        return parser.parseContent(url, whole(text), "text/plain", tokens);
    }

    /** What is cut at the limit loses its last line, lest half a path forbid more than the whole. */
    private static byte[] whole(byte[] text) {
        if (text.length < PARSED) {
            return text;
        }
        int end = PARSED;
        while (end > 0 && text[end - 1] != '\n' && text[end - 1] != '\r') {
            end--;
        }
        return Arrays.copyOf(text, end);
    }
}
