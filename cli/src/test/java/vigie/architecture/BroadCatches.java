package vigie.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds, in Java source, where anything may be caught and is not thrown on. */
final class BroadCatches {

    private static final Pattern BROAD = Pattern.compile(
            "catch\\s*\\(\\s*(?:final\\s+)?((?:[\\w.]+\\s*\\|\\s*)*(?:Exception|RuntimeException|Throwable|Error)"
                    + "(?:\\s*\\|\\s*[\\w.]+)*)\\s+(\\w+)\\s*\\)\\s*\\{");

    private BroadCatches() {}

    /**
     * The types of each broad catch. One that only cleans up and throws the same on ({@code close(); throw e;})
     * swallows nothing and is not counted.
     */
    static List<String> in(String source) {
        List<String> found = new ArrayList<>();
        Matcher broad = BROAD.matcher(source);
        while (broad.find()) {
            if (!block(source, broad.end()).strip().endsWith("throw " + broad.group(2) + ";")) {
                found.add(broad.group(1));
            }
        }
        return found;
    }

    /** The text from {@code start} to the brace that closes it. */
    private static String block(String source, int start) {
        int depth = 1;
        int end = start;
        while (depth > 0 && end < source.length()) {
            depth += switch (source.charAt(end)) {
                case '{' -> 1;
                case '}' -> -1;
                default -> 0;
            };
            end++;
        }
        return source.substring(start, Math.max(start, end - 1));
    }
}
