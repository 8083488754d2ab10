package vigie.indexer.index;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The month that the address of something never read tells: a full date, or a folder of uploads. A year and a number
 * ({@code deliberation-2024-07.pdf}) tell none: that is the seventh act more often than July.
 */
final class AddressMonth {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)([-_./]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(0?[1-9]|[12]\\d|3[01])([-_./])(0?[1-9]|1[0-2])\\2((?:19|20)\\d\\d)(?!\\d)");
    private static final Pattern FOLDER = Pattern.compile("/((?:19|20)\\d\\d)/(0[1-9]|1[0-2])/");

    private AddressMonth() {}

    /** The month, or empty where the address tells none. */
    static Optional<YearMonth> of(String url) {
        return day(YEAR_FIRST.matcher(url), 1, 3, 4)
                .or(() -> day(DAY_FIRST.matcher(url), 4, 3, 1))
                .or(() -> folder(FOLDER.matcher(url)));
    }

    private static Optional<YearMonth> day(Matcher found, int year, int month, int day) {
        if (!found.find()) {
            return Optional.empty();
        }
        YearMonth told = YearMonth.of(Integer.parseInt(found.group(year)), Integer.parseInt(found.group(month)));
        return told.isValidDay(Integer.parseInt(found.group(day))) ? Optional.of(told) : Optional.empty();
    }

    private static Optional<YearMonth> folder(Matcher found) {
        return found.find()
                ? Optional.of(YearMonth.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
                : Optional.empty();
    }
}
