package vigie.crawler.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IPv4 addresses in all the ways in which browsers and resolvers read them: {@code 127.1}, {@code 0x7f.0.0.1},
 * {@code 017700000001}, {@code 2130706433}.
 */
final class NumericHost {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final long TOO_MUCH = 1L << 32;

    private NumericHost() {}

    /** Whether the last label is a number, so that the whole must be an address and cannot be a name. */
    static boolean isMeant(String host) {
        List<String> labels = labels(host);
        return NUMBER.matcher(labels.get(labels.size() - 1)).matches();
    }

    /** The address as four decimal numbers, or empty if it is none. */
    static Optional<String> dotted(String host) {
        List<String> labels = labels(host);
        if (labels.size() > 4
                || !labels.stream().allMatch(label -> NUMBER.matcher(label).matches())) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < labels.size(); i++) {
            boolean last = i == labels.size() - 1;
            long number = number(labels.get(i));
            int bytes = last ? 4 - i : 1;
            if (number >= 1L << (8 * bytes)) {
                return Optional.empty();
            }
            address |= last ? number : number << (8 * (3 - i));
        }
        return Optional.of(dotted(address));
    }

    private static String dotted(long address) {
        return "%d.%d.%d.%d".formatted(address >> 24, (address >> 16) & 0xff, (address >> 8) & 0xff, address & 0xff);
    }

    /** The value, {@link #TOO_MUCH} where it is at least that or no number of its base. */
    private static long number(String label) {
        int radix = label.startsWith("0x") ? 16 : label.length() > 1 && label.startsWith("0") ? 8 : 10;
        String digits = label.substring(radix == 16 ? 2 : 0);
        long number = 0;
        for (int i = 0; i < digits.length() && number < TOO_MUCH; i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0) {
                return TOO_MUCH;
            }
            number = number * radix + digit;
        }
        return Math.min(number, TOO_MUCH);
    }

    private static List<String> labels(String host) {
        List<String> labels =
                new ArrayList<>(List.of(host.toLowerCase(Locale.ROOT).split("\\.", -1)));
        if (labels.size() > 1 && labels.get(labels.size() - 1).isEmpty()) {
            labels.remove(labels.size() - 1);
        }
        return labels;
    }
}
