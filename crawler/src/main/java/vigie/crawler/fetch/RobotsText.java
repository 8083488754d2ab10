package vigie.crawler.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the text of a robots.txt as RFC 9309 wants it read. */
final class RobotsText {

    /** RFC 9309 wants at least 500 KiB to be parsed. */
    static final int PARSED = 512 * 1024;

    private static final Pattern AGENTS = Pattern.compile("(?im)^[ \\t]*user-?agent[ \\t]*:[ \\t]*([^#\\r\\n]+).*$");
    private static final Pattern SEPARATOR = Pattern.compile("[ \\t,;()]+");
    private static final Pattern VERSION = Pattern.compile("/.*");

    private final Collection<String> tokens;

    /** @param productTokens whose group is looked for, then that of {@code *} */
    RobotsText(Collection<String> productTokens) {
        this.tokens = productTokens.stream()
                .map(token -> token.toLowerCase(Locale.ROOT))
                .toList();
    }

    BaseRobotRules parse(String url, byte[] text) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, Integer.MAX_VALUE);
        parser.setExactUserAgentMatching(true);
        byte[] oneAgentPerLine = splitAgents(whole(text));
        return parser.parseContent(url, oneAgentPerLine, "text/plain", tokens);
    }

    /**
     * The standard knows one product token per line. Who writes several, or a whole user agent, means us all the same if
     * our token is among them: it gets a line of its own.
     */
    private byte[] splitAgents(byte[] text) {
        if (isUtf16(text)) {
            return text;
        }
        String lines = new String(text, StandardCharsets.ISO_8859_1);
        String split = AGENTS.matcher(lines).replaceAll(line -> Matcher.quoteReplacement(line.group() + more(line)));
        return split.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String more(MatchResult line) {
        return SEPARATOR
                .splitAsStream(line.group(1))
                .map(agent -> VERSION.matcher(agent).replaceFirst("").toLowerCase(Locale.ROOT))
                .filter(tokens::contains)
                .map(agent -> "\nUser-agent: " + agent)
                .collect(Collectors.joining());
    }

    private static boolean isUtf16(byte[] text) {
        return text.length >= 2 && (text[0] & text[1] & 0xfe) == 0xfe && text[0] != text[1];
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
